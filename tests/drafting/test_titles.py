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
        ("port " * 30, f"P{('port ' * 18).strip()[1:]}…"),
        (
            "Secretary of State Antony J. Blinken met today with Moldovan Prime Minister Natalia Gavrilita in D.C.",
            "Secretary of State Antony J. Blinken met today…",
        ),
        (
            "The announcement at the Moldova Support Platform in Bucharest on July 15 that the U.S. government plans.",
            "The announcement at the Moldova Support Platform in Bucharest on July 15…",
        ),
    ],
)
def test_a_title_has_no_dateline_and_ends_at_a_pause(says, title):
    """Where it is too long; else before a name or a word that leads on, and it says that it is cut."""
    assert title_of(says) == title
    assert len(title) <= LONGEST_TITLE
