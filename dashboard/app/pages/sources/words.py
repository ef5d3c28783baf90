"""A source in words and signs: the state of its text, its grade, its language."""

from functools import lru_cache
from typing import Final

import pycountry

from dashboard.app.parts import MARK_OF_SUPPORT, evidence_mark, problem_mark, unknown_reliability
from dashboard.model.assessed import AssessedDate, AssessedText
from dashboard.model.source import Source
from dashboard.query.reading import Support
from dashboard.query.sources import TextState
from dashboard.text.markup import Markup

STATES: Final = {
    TextState.UNCHANGED: "held, unchanged",
    TextState.CHANGED: "held, changed since it was described",
    TextState.MISSING: "missing",
    TextState.UNREADABLE: "not readable",
    TextState.UNDESCRIBED: "not described",
    TextState.NOT_HELD: "not held",
}


def state_mark(state: TextState) -> Markup:
    """Verified for a text that is as it was, not checkable without one, an error or a warning else."""
    if state is TextState.UNCHANGED:
        return evidence_mark("verified")
    if state is TextState.NOT_HELD:
        return evidence_mark("not checkable")
    return problem_mark("warning" if state is TextState.UNDESCRIBED else "error")


def held_mark(assessed: AssessedText | AssessedDate) -> str:
    """The word of the mark of what the team holds of a source; a description has no claims that could be verified."""
    return MARK_OF_SUPPORT[Support.NOT_CHECKABLE if assessed.basis == "quoted" else Support(assessed.basis)]


def grade_is_known(source: Source | None) -> bool:
    """Whether there is a grade that says something: F says that nobody knows."""
    return bool(source and source.reliability and source.reliability.grade != unknown_reliability())


@lru_cache(maxsize=256)
def language_name(tag: str) -> str:
    """`English` for `en` and `en-GB`; the tag itself where its language is not listed (ISO 639, BCP 47)."""
    code = tag.split("-")[0]
    found = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return str(found.name) if found else tag
