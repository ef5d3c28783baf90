"""Dates are read as far as a text gives them."""

import pytest

from dashboard.evidence.words.calendar_words import GivenDates, dates_in, weekdays_in

Read = tuple[int | None, int | None, int | None]


def read(text: str) -> list[Read]:
    """Year, month and day of every date that is no decade."""
    return [(date.year, date.month, date.day) for date in dates_in(text) if not date.is_decade]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 4, 2025", [(2025, 9, 4)]),
        ("4 September 2025", [(2025, 9, 4)]),
        ("on the 4th of September", [(None, 9, 4)]),
        ("September 2025", [(2025, 9, None)]),
        ("in April of 1927", [(1927, 4, None)]),
        ("2025-09-04 and 2025-09", [(2025, 9, 4), (2025, 9, None)]),
        ("8 and 9 July 2025", [(2025, 7, 8), (2025, 7, 9)]),
        ("May 8-12, 1960", [(1960, 5, 8), (1960, 5, 12)]),
        ("from 1991-92", [(1991, None, None), (1992, None, None)]),
        ("since May", [(None, 5, None)]),
        ("He may go. May I?", []),
        ("2000 troops and 1500 miles", []),
        ("Resolution 2254, contract 001234", []),
        ("$1999 or 1,999", []),
    ],
)
def test_a_date_is_read_as_far_as_it_is_given(text: str, expected: list[Read]) -> None:
    """Years, months and days, in the orders that are in use; what is counted is no year."""
    assert read(text) == expected


def test_a_decade_is_no_year() -> None:
    """`the 2000s` gives the decade alone."""
    (decade,) = dates_in("during the early 2000s")
    assert (decade.year, decade.is_decade) == (2000, True)


@pytest.mark.parametrize(
    ("claim", "quotes", "given"),
    [
        ("4 September 2025", "On Sept. 4 they met. It was 2025.", True),
        ("4 September 2025", "On Sept. 5, 2025 they met.", False),
        ("March 2008", "in May 2008 and in March 2009", False),
        ("2009", "in the 2000s", False),
        ("the 2000s", "in 2009", False),
        ("September 2025", "on 4 September 2025", True),
    ],
)
def test_a_date_may_be_given_in_two_pieces(claim: str, quotes: str, given: bool) -> None:
    """The day in one place and its year in another; but never a month with another's year."""
    (date,) = dates_in(claim)
    assert GivenDates(dates_in(quotes)).gives(date) is given


def test_days_of_the_week_are_named() -> None:
    """With a capital, as English has them."""
    assert weekdays_in("On Tuesday, and not on friday") == {"Tuesday"}
