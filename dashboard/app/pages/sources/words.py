"""A source in words and signs: its language, its grade, the state of its text and what that means for the verdicts."""

from functools import lru_cache
from typing import Final

import pycountry

from dashboard.checks.sources import HASH_MISMATCH, TEXT_MISSING, UNKNOWN_GRADE
from dashboard.model.assessed import AssessedDate, AssessedText
from dashboard.model.source import Source
from dashboard.query.marks import MARK_OF_SUPPORT
from dashboard.query.reading import Support
from dashboard.query.sources import SourceEntry, TextState
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element, join, words
from dashboard.views.card import evidence_mark, problem_mark

STATES: Final = {
    TextState.UNCHANGED: "held, unchanged",
    TextState.CHANGED: "held, changed since it was described",
    TextState.MISSING: "missing",
    TextState.UNREADABLE: "not readable",
    TextState.UNDESCRIBED: "not described",
    TextState.NOT_HELD: "not held",
}
TOLD_BY_NOTICE: Final = frozenset({HASH_MISMATCH.code, TEXT_MISSING.code})
"""Codes of problems that the notice tells: beside it, their name is enough."""
_TITLES = {
    TextState.CHANGED: "The text has changed since it was registered",
    TextState.MISSING: "The text is missing",
    TextState.UNREADABLE: "The text cannot be read",
    TextState.UNDESCRIBED: "This text has no description",
    TextState.NOT_HELD: "Text not held",
}


def state_mark(state: TextState) -> Markup:
    """Quote found for a text that is as it was, not checkable without one, an error or a warning else."""
    if state is TextState.UNCHANGED:
        return evidence_mark("quote found")
    if state is TextState.NOT_HELD:
        return evidence_mark("not checkable")
    return problem_mark("warning" if state is TextState.UNDESCRIBED else "error")


def held_mark(assessed: AssessedText | AssessedDate) -> str:
    """The word of the mark of what the team holds of a source; a description has no claims with quotes."""
    return MARK_OF_SUPPORT[Support.NOT_CHECKABLE if assessed.basis == "quoted" else Support(assessed.basis)]


def grade_is_known(source: Source | None) -> bool:
    """Whether there is a grade that says something: F says that nobody knows."""
    return bool(source and source.reliability and source.reliability.grade != UNKNOWN_GRADE)


@lru_cache(maxsize=256)
def language_name(tag: str) -> str:
    """`English` for `en` and `en-GB`; the tag itself where its language is not listed (ISO 639, BCP 47)."""
    code = tag.split("-")[0]
    found = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return str(found.name) if found else tag


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


def _meaning(entry: SourceEntry) -> Markup:
    quotes, standing = len(entry.resting.quotes), len(entry.resting.standing)
    lost = quotes - standing
    if entry.state is TextState.CHANGED:
        return join(_of_changed(quotes, lost))
    if entry.state is TextState.UNDESCRIBED:
        return join("No description gives its hash, so a change would not be noticed.")
    if entry.state is TextState.NOT_HELD:
        return join("What is based on it alone is not checkable: no quote is found, but that is no error.")
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
    told = "is no longer found. It is listed below." if lost == 1 else "are no longer found. They are listed below."
    return f"{lost:,} of {count_words(quotes, 'quote')} {told}{rest}"
