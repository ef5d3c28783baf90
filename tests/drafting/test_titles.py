"""Titles that an event begins with."""

import pytest

from dashboard.drafting.titles import LONGEST_TITLE, title_of


@pytest.mark.parametrize(
    ("says", "title"),
    [
        ("The port closed.", "The port closed"),
        ("QUITO, 20 September 2009 — The base closed.", "The base closed"),
        ("LONDON — Two men were held.", "Two men were held"),
        ("NATO — an alliance — met.", "NATO — an alliance — met"),
        (
            "On December 4, the Syrians shot down two planes, and held one of the pilots, Lt. Robert Goodman.",
            "On December 4, the Syrians shot down two planes, and held one of the pilots",
        ),
        ("Port " * 30, ("Port " * 18).strip()),
    ],
)
def test_a_title_has_no_dateline_and_ends_at_a_pause(says, title):
    """Where it is too long; else with its last word."""
    assert title_of(says) == title
    assert len(title) <= LONGEST_TITLE
