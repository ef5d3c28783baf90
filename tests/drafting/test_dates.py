"""Dates that selected words give."""

import datetime as dt

import pytest

from dashboard.drafting.dates import date_of, day_at_top

PUBLISHED = dt.date(2025, 9, 4)  # a Thursday


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 4 September 2025", "2025-09-04"),
        ("The base closed on 4 September 2025.", "2025-09-04"),
        ("September 4, 2025", "2025-09-04"),
        ("in September 2025", "2025-09"),
        ("closed in 2009", "2009"),
        ("around 1999", "1999~"),
        ("from 3 May 2024 to 5 June 2024", "2024-05-03/2024-06-05"),
        ("between 1999 and 2009", "1999/2009"),
        ("2025-09-04", "2025-09-04"),
    ],
)
def test_a_date_with_its_year_is_read_as_it_stands(words, edtf):
    """By no other day."""
    found = date_of(words, PUBLISHED)
    assert (str(found.date), found.is_all) == (edtf, True)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("yesterday", "2025-09-03"),
        ("The port closed yesterday", "2025-09-03"),
        ("on Tuesday", "2025-09-02"),
        ("last year", "2024"),
        ("the early 2000s", "200X"),
        ("two days ago", "2025-09-02"),
        ("on 2 August", "2025-08-02"),
    ],
)
def test_other_dates_are_counted_from_the_day_of_the_source(words, edtf):
    """So are words that say more than EDTF can: they are to be kept beside the date."""
    found = date_of(words, PUBLISHED)
    assert (str(found.date), found.is_all) == (edtf, False)


@pytest.mark.parametrize(
    "words", ["soon", "on 2 March", "may", "100M", "the long term", "2 March or 9 April 2025, or in 2019"]
)
def test_what_gives_no_one_date_gives_none(words):
    """A guess would be worse."""
    assert date_of(words, PUBLISHED) is None


def test_without_the_day_of_the_source_nothing_is_counted():
    """Nobody knows which Tuesday."""
    assert date_of("on Tuesday", None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Harbour News, 4 September 2025\n\nThe port closed.", "2025-09-04"),
        ("Press release\n\nJuly 28, 2021\n\nThe port closed.", "2021-07-28"),
        (f"{'A long first line. ' * 10}28 July 2021\n", None),
        ("Harbour News, September 2025\n", None),
        ("A\n\nB\n\nC\n\n28 July 2021\n", None),
        ("31 February 2021\n", None),
        ("", None),
    ],
)
def test_a_day_at_the_top_of_a_text_is_that_of_a_byline(text, day):
    """In one of its first three lines, if that is short."""
    assert (str(found) if (found := day_at_top(text)) else None) == day
