"""Amounts that selected words give: with no more than they say."""

import pytest

from dashboard.drafting.amounts import quantity_in


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("a $13.5 million initiative", {"value": 13500000, "currency": "USD"}),
        ("€2bn", {"value": 2000000000, "currency": "EUR"}),
        ("over 345 people", {"value": 345, "unit": "people", "qualifier": "at-least"}),
        ("about 28,500 troops", {"value": 28500, "unit": "troops", "qualifier": "about"}),
        ("up to 40 aircraft", {"value": 40, "unit": "aircraft", "qualifier": "at-most"}),
        ("87 to 107 pilgrims", {"value": 87, "to": 107, "unit": "pilgrims"}),
        ("between $10 and $15 million", {"value": 10000000, "to": 15000000, "currency": "USD"}),
        ("12 percent", {"value": 12, "unit": "percent"}),
        ("twenty ships", {"value": 20, "unit": "ships"}),
        ("0.5 million pesos", {"value": 500000}),
    ],
)
def test_a_number_is_read_with_what_it_counts(words, quantity):
    """In full, with currency or unit, and whether it is exact; a peso is of no country that is known."""
    assert quantity_in(words) == quantity


@pytest.mark.parametrize(
    "words", ["hundreds of pilgrims", "on 4 September 2025", "the 30th anniversary", "a base", "U-2"]
)
def test_what_is_no_amount_gives_none(words):
    """Dates, ordinals, names and rough sizes."""
    assert quantity_in(words) is None


def test_two_numbers_are_never_joined_to_one():
    """Nor is a number taken that is another's."""
    assert quantity_in("49 in stock, rated 4.79")["value"] == 49
    assert quantity_in("killed 3, wounded 12")["value"] == 3
