"""An amount is money where the quotes have money with its number, and counts what they count with it."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]


def codes(found, amount, text, language="en"):
    """What is wrong with one amount that a claim with this text as its quote gives."""
    sha256 = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    described = f"kind: article\nlanguage: {language}\ntext: {{sha256: {sha256}, characters: {len(text) + 1}}}\n"
    event = (
        f"amounts:\n  k: {{reported: {{{amount}}}, claims: [a]}}\n"
        f"claims:\n  a:\n    text: {text!r}\n    quotes: [{{source: note, exact: {text!r}}}]\n"
    )
    problems = found(event=event, files={"seeds/note.txt": f"{text}\n", "seeds/note.yaml": described})
    return [each.code for each in problems]


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
