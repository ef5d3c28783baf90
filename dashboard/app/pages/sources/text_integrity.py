"""The state of a source's text, at the head of the page: what it is, and what that means for the verdicts."""

from typing import Final

from dashboard.app.pages.sources.words import STATES, state_mark
from dashboard.checks.sources import HASH_MISMATCH, TEXT_MISSING
from dashboard.query.sources import SourceEntry, TextState
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element, join, words

TOLD_BY_NOTICE: Final = frozenset({HASH_MISMATCH.code, TEXT_MISSING.code})
"""Codes of problems that the notice tells: beside it, their name is enough."""


def text_integrity(entry: SourceEntry, *told: str) -> Markup:
    """One line for a text that is as it was, with what else is `told` of it; a notice for any other."""
    if entry.state is TextState.UNCHANGED:
        lines = ("Text unchanged since it was registered.", *told)
        return element("p", state_mark(entry.state), *(f" {line}" for line in lines if line), class_="dl-standing")
    title, meaning = _TITLES[entry.state], _meaning(entry)
    found = [
        element("p", words(each.message), class_="dl-muted") for each in entry.problems if each.file.endswith(".txt")
    ]
    more = [element("p", line, class_="dl-muted") for line in told if line]
    name = entry.state.name.lower().replace("_", "-")
    head = element("p", state_mark(entry.state), element("b", title))
    return element("section", head, element("p", meaning), *found, *more, class_=f"dl-notice dl-notice-{name}")


_TITLES = {
    TextState.CHANGED: "The text has changed since it was registered",
    TextState.MISSING: "The text is missing",
    TextState.UNREADABLE: "The text cannot be read",
    TextState.UNDESCRIBED: "This text has no description",
    TextState.NOT_HELD: "Text not held",
}


def _meaning(entry: SourceEntry) -> Markup:
    quotes, standing = len(entry.resting.quotes), len(entry.resting.standing)
    lost = quotes - standing
    if entry.state is TextState.CHANGED:
        return join(_of_changed(quotes, lost))
    if entry.state is TextState.UNDESCRIBED:
        return join("No description gives its hash, so a change would not be noticed.")
    if entry.state is TextState.NOT_HELD:
        return join("What is based on it alone is not checkable: that is not verified, but no error either.")
    told = f"The text is {STATES[entry.state]}: what is based on it cannot be checked."
    return join(told, f" {count_words(quotes, 'quote')} cannot be looked up." if quotes else None)


def _of_changed(quotes: int, lost: int) -> str:
    if not quotes:
        return "No quotes use it."
    if not lost:
        which = "Its quote is" if quotes == 1 else f"All {quotes:,} quotes are"
        return f"{which} in the current text, but not checkable."
    stand = quotes - lost
    rest = (
        f" The other {stand:,} {'is' if stand == 1 else 'are'} in the current text, but not checkable." if stand else ""
    )
    told = "no longer match, and their claims have failed. They are listed below."
    return f"{lost:,} of {count_words(quotes, 'quote')} {told}{rest}"
