"""Ranges of numbers in a text."""

from decimal import Decimal

import pytest

from dashboard.evidence.words.ranges import NumberRange, ranges_in


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Between 87 and 107 people were hurt", 87, 107, ""),
        ("87 to 107 people", 87, 107, ""),
        ("87-107 people", 87, 107, ""),
        ("87–107 people", 87, 107, ""),
        ("from 5 to 7 tonnes", 5, 7, ""),
        ("two or three boats", 2, 3, ""),
        ("$10 to $15 million", 10_000_000, 15_000_000, "dollar"),
        ("$10 million to $15 million", 10_000_000, 15_000_000, "dollar"),
        ("$87-107", 87, 107, "dollar"),
        ("900,000 to 1 million people", 900_000, 1_000_000, ""),
    ],
)
def test_a_range_has_two_ends_of_one_unit(text, low, high, unit):
    """However it is joined; a scale or a currency that is written once is of both."""
    assert list(ranges_in(text)) == [NumberRange(Decimal(low), Decimal(high), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "87 and 107 people",
        "5 dollars to 7 euros",
        "the vote was 107 to 87",
        "87 people to 107 ships",
        "in 2 of 9 towns",
    ],
)
def test_two_numbers_are_no_range(text):
    """A list, two currencies, a larger number before a smaller one, and numbers with words between them."""
    assert list(ranges_in(text)) == []
