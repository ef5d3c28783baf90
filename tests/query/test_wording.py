"""Values in words."""

from decimal import Decimal

import pytest

from dashboard.evidence.corroboration import Strength
from dashboard.model.amount import Quantity
from dashboard.query.wording import (
    amount_words,
    count_words,
    credibility_words,
    likelihood_words,
    scaled_number,
    sentence,
    strength_words,
)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ({"value": 13500000, "currency": "USD"}, "$13.5 million"),
        ({"value": 87, "to": 107, "unit": "people"}, "87 to 107 people"),
        (
            {"value": 10000000, "to": 15000000, "currency": "USD", "qualifier": "about"},
            "about $10 million to $15 million",
        ),
        ({"value": 6000000, "currency": "USD", "qualifier": "about"}, "about $6 million"),
        ({"value": 1200000000, "currency": "EUR", "qualifier": "at-least"}, "at least €1.2 billion"),
        ({"value": 1234567, "currency": "CHF"}, "1,234,567 CHF"),
        ({"value": 6422640, "unit": "votes"}, "6,422,640 votes"),
        ({"value": 2000000, "unit": "people", "qualifier": "at-most"}, "at most 2,000,000 people"),
        ({"value": 0.5, "currency": "USD"}, "$0.5"),
    ],
)
def test_amounts_read_as_in_a_newspaper(quantity, words):
    """Money is scaled where nothing is lost; what is counted keeps its digits."""
    assert amount_words(Quantity.model_validate(quantity)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("1000000", "1 million"), ("1234000", "1.234 million"), ("1234500", "1,234,500"), ("999", "999")],
)
def test_scaling_loses_nothing(value, words):
    """More than three decimals are written out instead."""
    assert scaled_number(Decimal(value)) == words


def test_grades_are_words_and_unknown_is_not_middling():
    """Absent is not graded; 6 says that it cannot be judged."""
    assert credibility_words(None) == "not graded"
    assert credibility_words(6) == "truth cannot be judged (6)"
    assert likelihood_words("roughly-even-chance") == "roughly even chance (45 to 55\u00a0%)"


def test_counts_and_sentences_are_english():
    """One is not plural, and a sentence ends once."""
    assert [count_words(1, "event"), count_words(2, "event"), count_words(1200, "event")] == [
        "1 event",
        "2 events",
        "1,200 events",
    ]
    assert [sentence("So"), sentence("So?")] == ["So.", "So?"]


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (Strength(1, 4, 0, 4), "1 original report, 4 outlets"),
        (Strength(2, 3, 0, 3), "2 original reports, 3 outlets"),
        (Strength(1, 1, 0, 1), "1 original report, 1 outlet"),
        (Strength(2, 2, 0, 1), "2 original reports, 1 outlet"),
        (Strength(1, 2), "1 original report, 2 sources"),
        (Strength(12, 14, 0, 14), "12 original reports, 14 outlets"),
        (Strength(0, 2, 2), "origin unknown"),
        (Strength(1, 3, 2, 1), "1 original report, 3 sources, 2 of unknown origin"),
        (Strength(0, 0), "no source"),
    ],
)
def test_strength_is_told_in_words(strength, words):
    """Origins first, then what they came through; what is not known is told as not known, and is no number."""
    assert strength_words(strength) == words
