"""Figures are read as they are meant: in digits or words, with what they count."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.words.figures import figures_in
from dashboard.evidence.words.reading import Words


def read(text: str) -> list[tuple[Decimal, str]]:
    """What is read of a text whose dates have been taken out."""
    return [(figure.value, figure.unit) for figure in Words(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a $13.5 million initiative", [(13_500_000, "dollar")]),
        ("13,500,000 dollars", [(13_500_000, "dollar")]),
        ("13.5 million U.S. dollars", [(13_500_000, "dollar")]),
        ("US$5 and USD 6", [(5, "dollar"), (6, "dollar")]),
        ("half a million euros", [(500_000, "EUR")]),
        ("30 million kroner, not kronor", [(30_000_000, "krona")]),
        ("EUR 5bn", [(5_000_000_000, "EUR")]),
        ("twenty-five men", [(25, "")]),
        ("a hundred and twenty men", [(120, "")]),
        ("two hundred thousand", [(200_000, "")]),
        ("two dozen aircraft", [(24, "")]),
        ("2½ million dollars, ½ a mile, 1¾", [(2_500_000, "dollar"), ("0.5", ""), ("1.75", "")]),
        ("half a\nmillion men", [(500_000, "")]),
        ("two and a half million euros", [(2_500_000, "EUR")]),
        ("a million and a half", [(1_500_000, "")]),
        ("two-and-a-half percent, one and a half years", [("2.5", "%"), ("1.5", "")]),
        ("60.82 percent, 5 per cent, 7%", [("60.82", "%"), (5, "%"), (7, "%")]),
        ("the fifth drawdown and the 22nd", [(5, "ordinal"), (22, "ordinal")]),
        ("3,5 km of 1.234.567", [("3.5", ""), (1_234_567, "")]),
        ("one of them first met them", []),
        ("millions of people, dozens of towns", []),
        ("a U-2, a C-130, the G7 and F-16s", []),
        ("on 4 September 2025", []),
        ("the early 2000s", []),
        ("٣ и 5", [(3, ""), (5, "")]),
        ("٣٫٥ million and ١٬٥٠٠", [(3_500_000, ""), (1_500, "")]),
        ("5 LİRA, 6 dınar, 7 peſos, 8 lira", [(5, ""), (6, ""), (7, ""), (8, "lira")]),
    ],
)
def test_a_figure_is_read_as_it_is_meant(text: str, expected: list[tuple[object, str]]) -> None:
    """Scales are multiplied, currencies and shares told; what is no number is none."""
    assert read(text) == [(Decimal(str(value)), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("claim", "quote", "given_"),
    [
        ("$13.5 million", "13,500,000 dollars", True),
        ("$13.5 million", "$13.5 billion", False),
        ("twenty men", "20 men", True),
        ("12 million dollars", "12 million", True),
        ("12 euros", "$12", False),
        ("5 percent", "5 men", False),
        ("the fourth", "the fifth", False),
        ("thirty years", "the 30th anniversary", True),
        ("the third", "3 men", False),
    ],
)
def test_a_figure_is_given_by_the_same_in_other_words(claim: str, quote: str, given_: bool) -> None:
    """The same number of the same; a bare number may stand for money."""
    (figure,) = figures_in(claim)
    assert figure.is_given_by(figures_in(quote)) is given_


@given(st.integers(min_value=2, max_value=10**12))
def test_every_whole_number_is_read_back(number: int) -> None:
    """With and without commas, whatever its length."""
    assert read(f"about {number:,} men") == [(Decimal(number), "")]
    if not 1000 <= number <= 2099:
        assert read(f"about {number} men") == [(Decimal(number), "")]


@given(st.text(max_size=200))
def test_no_text_is_too_much(text: str) -> None:
    """Whatever stands there, figures and dates are read or left out, within the text."""
    words = Words(text)
    assert all(0 <= each.start < each.end <= len(text) for each in (*words.figures, *words.dates))
