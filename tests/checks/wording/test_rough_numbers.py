"""Numbers of rough size in a claim, beside those of its quotes."""

import hashlib

import pytest


def codes(found, text, quote, *, language="en", more=""):
    """What is wrong with a claim on a notice that consists of its quote."""
    notice = f"{quote}\n"
    described = (
        f"kind: article\nlanguage: {language}\noutlet: The Lorne Gazette\n"
        f"text: {{sha256: {hashlib.sha256(notice.encode()).hexdigest()}, characters: {len(notice)}}}\n"
    )
    claim = f"{more}claims:\n  died:\n    text: {text}\n    quotes: [{{source: notice, exact: '{quote}'}}]\n"
    files = {"seeds/notice.txt": notice, "seeds/notice.yaml": described}
    problems = found(event=claim, files=files)
    return [each.code for each in problems if each.file == "events/case/case.yaml"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Hundreds of pilgrims died.", "Hundreds of pilgrims died in the crush"),
        ("Several hundred pilgrims died.", "Hundreds of pilgrims died in the crush"),
        ("Hundreds of pilgrims died.", "Several hundred pilgrims died in the crush"),
        ("Scores of pilgrims died.", "Dozens of pilgrims died in the crush"),
        ("Hundreds of pilgrims died.", "Some 345 pilgrims died in the crush"),
        ("Hundreds of pilgrims died.", "In the crush 95 pilgrims died on the road, and 120 pilgrims died in the tents"),
        ("Millions of people fled.", "Some 2.3 million people fled"),
        ("Tens of thousands of people fled.", "Tens of thousands of people fled"),
        ("Thousands of people fled.", "Hundreds of people fled on Monday, and thousands of people fled later"),
    ],
)
def test_a_number_of_rough_size_is_given_by_one_like_it(found, text, quote):
    """In other words, or by a number, or by several together."""
    assert codes(found, text, quote) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Hundreds of pilgrims died.", "Dozens of pilgrims died in the crush"),
        ("Dozens of pilgrims died.", "Hundreds of pilgrims died in the crush"),
        ("Thousands of pilgrims died.", "Some 345 pilgrims died in the crush"),
        ("Hundreds of pilgrims died.", "Pilgrims died in the crush"),
        ("Tens of thousands of people fled.", "Thousands of people fled"),
        ("Several hundred people fled.", "Several thousand people fled"),
    ],
)
def test_one_of_another_size_is_struck(found, text, quote):
    """Larger or smaller, and where the quotes give none."""
    assert codes(found, text, quote) == ["number-not-quoted"]


def test_in_another_language_rough_sizes_have_other_words(found):
    """They are not looked for."""
    assert codes(found, "Hundreds of pilgrims died.", "Cientos de peregrinos murieron", language="es") == []


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("as_reported: Hundreds of pilgrims, claims: [died]", []),
        ("as_reported: Dozens of pilgrims, claims: [died]", ["as-reported-not-quoted"]),
        ("as_reported: Hundreds of pilgrims", ["reported-without-claim"]),
        (
            "reported: {value: 345, unit: pilgrims}, as_reported: Hundreds of pilgrims, claims: [died]",
            ["amount-not-quoted"],
        ),
        ("purpose: the dead, claims: [died]", ["amount-empty"]),
    ],
)
def test_an_amount_in_words_is_held_to_its_quotes(found, amount, expected):
    """Its words stand there; a number beside them must stand there as well."""
    quote = "Hundreds of pilgrims died in the crush"
    assert codes(found, "Hundreds of pilgrims died.", quote, more=f"amounts: {{dead: {{{amount}}}}}\n") == expected
