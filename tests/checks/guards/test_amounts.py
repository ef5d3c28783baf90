"""An amount is money where the quotes have money with its number, and counts what they count with it."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]


REPORTED = "{reported: {%s}, claims: [a]}"
ASSESSED = "{assessed: {%s, basis: quoted, claims: [a]}}"


def codes(found, amount, text, language="en", form=REPORTED):
    """The codes of what is wrong with one amount, in this form, that a claim with this text as its quote gives."""
    return [each.code for each in problems(found, amount, text, language, form)]


def problems(found, amount, text, language="en", form=REPORTED):
    """What is wrong with it."""
    sha256 = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    described = f"kind: article\nlanguage: {language}\ntext: {{sha256: {sha256}, characters: {len(text) + 1}}}\n"
    event = (
        f"amounts:\n  k: {form % amount}\n"
        f"claims:\n  a:\n    text: {text!r}\n    quotes: [{{source: note, exact: {text!r}}}]\n"
    )
    return found(event=event, files={"seeds/note.txt": f"{text}\n", "seeds/note.yaml": described})


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("value: 300, currency: USD", "The ship carried 300 tonnes of grain to the port."),
        ("value: 300, currency: USD", "The ship carried 300 tonnes of grain for 5 dollars each."),
        ("value: 300, currency: USD", "The army sent 300 soldiers to the border."),
        ("value: 300, currency: USD", "The turnout was 300 % of what it had been."),
        ("value: 300, currency: USD", "The aid of 300 euros was paid at once."),
        ("value: 300, unit: people", "The aid of 300 dollars was paid at once."),
        ("value: 300, unit: people", "The aid of $300 was paid at once."),
        ("value: 60, unit: votes", "The turnout was 60 % in the end."),
    ],
)
def test_a_number_of_something_else_gives_no_amount(found, amount, text):
    """Tonnes are no dollars, dollars no people, and a share is no count."""
    assert codes(found, amount, text) == ["amount-not-quoted"]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("value: 300, unit: people", "The ship carried 300 tonnes of grain to the port."),
        ("value: 300, unit: miles", "The column moved 300 kilometres to the north."),
        ("value: 300, unit: teachers", "The school of Lorne has 300 pupils."),
        ("value: 300, unit: days", "The column moved 300 kilometres to the north."),
    ],
)
def test_a_measure_is_no_other_measure_and_no_count(found, amount, text):
    """Whether or not the text has the unit of the record elsewhere."""
    assert codes(found, amount, text) == ["unit-of-amount-not-quoted"]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("value: 300, currency: USD", "The aid of 300 dollars was paid at once."),
        ("value: 300, currency: USD", "The aid of $300 was paid at once."),
        ("value: 300, currency: USD", "The aid of between 300 and 400 dollars was paid at once."),
        ("value: 300000000, currency: USD", "The aid was raised to 300 million, from 200 million dollars."),
        ("value: 13500000, currency: USD", "The package of $13.5 million was for equipment."),
        ("value: 6000000, currency: USD", "Of the money, 6 million will buy drones."),
        ("value: 300, currency: USD", "The price of a barrel was 300 dollars."),
        ("value: 300, unit: tonnes", "The ship carried 300 tonnes of grain to the port."),
        ("value: 300, unit: tonnes of grain", "The ship carried 300 tonnes to the port."),
        ("value: 300, unit: soldiers", "The army sent 300 soldiers to the border."),
        ("value: 300, unit: people", "The army sent 300 troops to the border."),
        ("value: 300, unit: km", "The column moved 300 kilometres to the north."),
        ("value: 60, unit: percent of votes", "The turnout was 60 % in the end."),
        ("value: 60, unit: '%'", "The turnout was 60 % in the end."),
        ("value: 30, unit: years", "The 30th anniversary was celebrated."),
        ("value: 300, unit: dollars", "The aid of $300 was paid at once."),
    ],
)
def test_an_amount_in_other_words_passes(found, amount, text):
    """A sign for a word, a bare number beside one with its currency, and people for soldiers."""
    assert "amount-not-quoted" not in codes(found, amount, text)
    assert "unit-of-amount-not-quoted" not in codes(found, amount, text)


def test_in_another_language_a_bare_number_is_believed(found):
    """What is counted there is not read."""
    assert codes(found, "value: 300, currency: USD", "Se pagaron 300 de ayuda, en efectivo.", "es") == []


def test_the_day_of_a_date_counts_nothing(found):
    """“4 May” is not four days."""
    assert codes(found, "value: 4, unit: days", "The port was opened on 4 May 2021.") == ["amount-not-quoted"]
    assert codes(found, "value: 2010, unit: cases", "In all there were 2010 cases of it.") == []


BOTH = pytest.mark.parametrize("form", [REPORTED, ASSESSED], ids=["reported", "assessed"])


@BOTH
@pytest.mark.parametrize(
    ("amount", "text", "code"),
    [
        ("value: 400, unit: people", "About 400 people marched to the port.", "qualifier-not-quoted"),
        ("value: 400, unit: people, qualifier: at-least", "About 400 people marched.", "qualifier-not-quoted"),
        ("value: 400, unit: people, qualifier: at-most", "Over 400 people marched.", "qualifier-not-quoted"),
        ("value: 300, unit: miles", "The column moved 300 kilometres to the north.", "unit-of-amount-not-quoted"),
        ("value: 300, currency: USD", "The ship carried 300 tonnes of grain.", "amount-not-quoted"),
    ],
)
def test_what_is_assessed_as_quoted_is_held_to_its_quotes_like_what_is_reported(found, amount, text, code, form):
    """Its qualifier, its unit and its number alike."""
    assert codes(found, amount, text, form=form) == [code]


@BOTH
@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("value: 400, unit: people, qualifier: about", "About 400 people marched to the port."),
        ("value: 400, unit: people, qualifier: at-least", "At least 400 people marched to the port."),
        ("value: 400, unit: people", "Exactly 400 people marched to the port."),
    ],
)
def test_a_qualifier_as_the_quotes_have_it_passes(found, amount, text, form):
    """Whether the source gives the amount or the team holds it."""
    assert codes(found, amount, text, form=form) == []


@pytest.mark.parametrize(
    "value",
    [
        "value: 500, unit: people, basis: inferred, note: So many fit there",
        "value: 500, unit: people, basis: external, sources: [gazette]",
    ],
)
def test_an_amount_of_another_basis_is_not_held_to_quotes(found, value):
    """It differs from the words on purpose."""
    form = "{reported: {value: 400, unit: people, qualifier: about}, claims: [a], assessed: {%s}}"
    assert codes(found, value, "About 400 people marched to the port.", form=form) == []


def test_an_assessed_amount_may_allow_its_qualifier(found):
    """In the value itself."""
    allow = "allow: {qualifier-not-quoted: {words: [at-least, About], reason: The police counted more.}}"
    amount = f"value: 400, unit: people, qualifier: at-least, {allow}"
    assert codes(found, amount, "About 400 people marched.", form=ASSESSED) == []


@BOTH
@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("ships", "On that day 3,000 people marched to the port."),
        ("ships", "On that day 3,000 people boarded ships in the port."),
        ("patrol boats", "On that day 3,000 migrants were counted."),
        ("aircraft", "The army sent 3,000 soldiers to the border."),
        ("tonnes", "The army sent 3,000 civilians away."),
        ("tonnes of grain", "The army sent 3,000 persons away."),
        ("votes", "The army sent 3,000 women away."),
        ("police boats", "The army sent 3,000 police officers there."),
        ("people", "On that day 3,000 ships lay there."),
        ("soldiers", "On that day 3,000 aircraft were counted."),
        ("civilians killed", "On that day 3,000 police vehicles were counted."),
        ("people", "The winner had 3,000 votes in the town."),
    ],
)
def test_people_are_no_ships_and_ships_no_people(found, unit, text, form):
    """Nor tonnes, nor votes, whether or not the quotes have the unit's word too."""
    assert codes(found, f"value: 3000, unit: {unit}", text, form=form) == ["unit-of-amount-not-quoted"]


@BOTH
@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("deaths", "On that day 3,000 people were killed."),
        ("injured", "On that day 3,000 people were hurt."),
        ("soldiers", "The army sent 3,000 people to the border."),
        ("arrests", "The police led 3,000 people away."),
        ("people arrested", "The police led 3,000 protesters away."),
        ("people", "On that day 3,000 fighters came."),
        ("people", "On that day 3,000 were counted."),
        ("families", "On that day 3,000 people came."),
        ("votes", "On that day 3,000 people voted for it."),
        ("votes", "On that day 3,000 people cast votes for it."),
        ("weapons inspectors", "On that day 3,000 officials came."),
        ("ship workers", "On that day 3,000 men came."),
        ("police boats", "On that day 3,000 police patrol boats came."),
        ("aircraft", "On that day 3,000 aircraft carrying soldiers came."),
        ("people on ships", "On that day 3,000 passengers came."),
        ("foot soldiers", "On that day 3,000 people came."),
        ("aircraft", "On that day 3,000 other things were counted."),
    ],
)
def test_people_may_be_whom_they_are_counted_as(found, unit, text, form):
    """The dead, soldiers, those arrested; and a noun before another is not what is counted."""
    assert codes(found, f"value: 3000, unit: {unit}", text, form=form) == []


def test_in_a_claim_people_are_no_ships_either(found):
    """A warning where its quotes count people with the number of its ships."""
    text = "On that day 3,000 people came to the port."
    sha256 = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text) + 1}}}\n"
    files = {"seeds/note.txt": f"{text}\n", "seeds/note.yaml": described}
    claims = (
        "claims:\n  a:\n    text: On that day 3,000 %s came to the port.\n    quotes: [{source: note, exact: '%s'}]\n"
    )
    assert [each.code for each in found(event=claims % ("ships", text), files=files)] == ["counted-otherwise"]
    assert found(event=claims % ("men", text), files=files) == []


@pytest.mark.parametrize(
    ("amount", "text", "struck"),
    [
        ("value: 345, unit: pilgrims, qualifier: about", "The fire killed 345 pilgrims in the camp.", True),
        ("value: 345, unit: pilgrims, qualifier: at-least", "The fire killed 345 pilgrims in the camp.", True),
        ("value: 345, unit: pilgrims", "The fire killed 345 pilgrims in the camp.", False),
        ("value: 345, unit: pilgrims, qualifier: about", "The fire killed some 345 pilgrims in the camp.", False),
        ("value: 345, unit: pilgrims, qualifier: at-least", "The fire killed 345 pilgrims or more.", False),
        ("value: 87, unit: people", "The crane killed between 87 and 107 people.", True),
        ("value: 107, unit: people", "The crane killed between 87 and 107 people.", True),
        ("value: 107, unit: people", "The crane killed 87-107 people.", True),
        ("value: 15000000, currency: USD", "The crane cost $10 million to $15 million.", True),
        ("value: 340, unit: pilgrims, qualifier: about", "The fire killed 340 pilgrims in the camp.", False),
        ("value: 87, to: 107, unit: people", "The crane killed between 87 and 107 people.", False),
        ("value: 87, unit: people, qualifier: at-least", "The crane killed between 87 and 107 people.", False),
        ("value: 107, unit: people, qualifier: at-most", "The crane killed between 87 and 107 people.", False),
        (
            "value: 107, unit: people",
            "The crane killed 87 to 107 people. Later it was found that 107 people died.",
            False,
        ),
        ("value: 107, unit: people", "The cranes killed 87 and 107 people.", False),
        ("value: 40000000, currency: USD", "They asked to raise the rent from $26 million to $40 million.", False),
        ("value: 26000000, currency: USD", "They asked to raise the rent from $26 million to $40 million.", True),
        ("value: 40, unit: boats", "The fleet grew from 26 to 40 boats.", False),
        ("value: 26, unit: boats", "The fleet grew from 26 to 40 boats.", True),
    ],
)
def test_an_amount_is_as_exact_as_its_quotes(found, amount, text, struck):
    """A bare number is neither about nor at least that; an end of a range is not all of it."""
    assert codes(found, amount, text) == (["qualifier-not-quoted"] if struck else [])


@pytest.mark.parametrize("purpose", ["present rent", "rent before the talks", "rent until 2024"])
def test_an_old_value_may_be_the_amount_that_is_said_to_be_old(found, purpose):
    """By its purpose."""
    form = f"{{reported: {{%s}}, purpose: {purpose}, claims: [a]}}"
    text = "They asked to raise the rent from $26 million to $40 million."
    assert codes(found, "value: 26000000, currency: USD", text, form=form) == []


def test_a_number_without_its_scale_is_an_amount(found):
    """Where the number before it in the sentence has the scale."""
    text = "Norway has given two million dollars, and Germany has pledged one and a half."
    assert codes(found, "value: 1500000, currency: USD", text) == []
    assert codes(found, "value: 2500000, currency: USD", text) == ["amount-not-quoted"]


@pytest.mark.parametrize(
    ("amount", "text", "message", "hint"),
    [
        (
            "value: 400, unit: people",
            "Over 400 people marched.",
            "the amount is exact (it has no `qualifier`), but its quotes have “Over” before the number",
            "write `qualifier: at-least`",
        ),
        (
            "value: 400, unit: people, qualifier: at-most",
            "Over 400 people marched.",
            "the amount is `at-most`, but its quotes have “Over” before the number",
            "write `qualifier: at-least`",
        ),
        (
            "value: 345, unit: people, qualifier: at-least",
            "The port hired 345 people.",
            "the amount is `at-least`, but its quotes give the number exactly",
            "remove the `qualifier`",
        ),
    ],
)
def test_the_message_says_what_to_write_instead(found, amount, text, message, hint):
    """The qualifier that the quotes give, or none."""
    (problem,) = problems(found, amount, text)
    assert problem.message == message
    assert hint in problem.hint
    assert "bare" not in problem.message + problem.hint


@pytest.mark.parametrize(
    ("text", "number", "right", "wrong"),
    [
        ("It moved more than 8.61 lakh [861,000] people.", 861000, "at-least", "exact"),
        ("It moved 8.61 lakh [861,000] people.", 861000, "exact", "at-least"),
        ("More than half a million (500,000) people fled.", 500000, "at-least", "at-most"),
        ("More than 200 people fled (345 stayed) in May.", 345, "exact", "at-least"),
        ("The village lost a minimum of 345 people.", 345, "at-least", "exact"),
        ("The toll topped 345 people.", 345, "at-least", "exact"),
        ("The toll rose past 345 people.", 345, "at-least", "exact"),
        ("It was the home of 345 people in the past 345 days.", 345, "exact", "at-most"),
        ("Not fewer than 345 people came.", 345, "at-least", "at-most"),
        ("No fewer than 345 people came.", 345, "at-least", "at-most"),
        ("Entry is limited to 345 people.", 345, "at-most", "at-least"),
        ("It holds 345 people at most.", 345, "at-most", "exact"),
        ("It holds 345 people at the very least.", 345, "at-least", "exact"),
        ("There are 345 people, give or take.", 345, "about", "at-most"),
        ("There are 345-plus people.", 345, "at-least", "exact"),
        ("In the region of 345 people came.", 345, "about", "exact"),
        ("So far, 345 people have died.", 345, "at-least", "at-most"),
        ("The toll of 345 people is expected to rise.", 345, "at-least", "about"),
    ],
)
def test_the_qualifier_is_what_the_words_about_the_number_say(found, text, number, right, wrong):
    """Before it, behind it, or before the number that it repeats in brackets; a toll that will rise is the least."""
    amount = f"value: {number}, unit: people, qualifier: "
    assert codes(found, amount + right, text) == []
    assert codes(found, amount + wrong, text) == ["qualifier-not-quoted"]


def test_a_number_in_another_unit_has_the_bound_of_the_first(found):
    """“About 12 miles (19 km)”."""
    text = "The camp lies about 12 miles (19 km) away."
    assert codes(found, "value: 19, unit: km, qualifier: about", text) == []
    assert codes(found, "value: 19, unit: km", text) == ["qualifier-not-quoted"]
