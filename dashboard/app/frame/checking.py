"""What a page says while the checks of a large workspace are still going on, after a start."""

from typing import Final

from dashboard.app.parts import page_link
from dashboard.app.shell import PageContext, state
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element

OPENS_BEFORE: Final = ("", "events", "help")
"""Pages that say nothing that rests on checks, but with marks and counts that tell which records are being checked."""
RESTS_ON_CHECKS: Final = ("verdict", "origins", "problems")
"""Facets of which no event has its value yet."""


def waits_for_checks(name: str, page: PageContext) -> bool:
    """Whether a page would say what only checks can tell, while they go on."""
    if page.validation.is_complete:
        return False
    asked = page.asked.filters.chosen
    return name not in OPENS_BEFORE or state.until() is not None or any(asked.get(key) for key in RESTS_ON_CHECKS)


def checking_words(checked: int, of: int) -> str:
    """How far the checks are: `Checking: 3,200 of 10,000 records`."""
    return f"Checking: {checked:,} of {count_words(of, 'record')}"


def checking_note(checked: int, of: int) -> Markup:
    """A line over the page: how far the checks are. The browser keeps it up to date (`live.js`)."""
    return element("p", checking_words(checked, of), class_="dl-progress dl-reading dl-checking", role="note")


def checking_page() -> Markup:
    """A section in the place of a page that waits for the checks."""
    told = (
        "What this page says rests on the checks of all records, which are still going on. "
        "It opens by itself when they are done."
    )
    return element(
        "section",
        element("h2", "The records are being checked"),
        element("p", told),
        element("p", "Meanwhile: ", page_link("", "Situation"), " and ", page_link("events", "Events"), "."),
        class_="dl-first-steps",
    )
