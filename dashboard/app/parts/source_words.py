"""What a page says of sources by their ids, and of those who speak in them."""

from collections.abc import Iterable

from dashboard.app.parts.icons import evidence_mark
from dashboard.app.shell import PageContext
from dashboard.checks.sources import UNKNOWN_GRADE
from dashboard.evidence.corroboration import Corroboration, Strength, strength_of
from dashboard.model.source import Source
from dashboard.query.wording import SpeakerPiece, reliability_words, strength_words
from dashboard.text.markup import Markup, join, join_all, words


def source_name(page: PageContext, source: str) -> str:
    """Its outlet, else its title, else its id."""
    return page.workspace.source_name(source)


def said_by(pieces: Iterable[SpeakerPiece]) -> Markup:
    """Who says a claim, and who quotes them; nothing of nobody."""
    return join_all(words(text) if is_name else text for text, is_name in pieces)


def reliability_line(source: Source | None) -> Markup:
    """A source's grade in words; one that was judged and cannot be known has the mark for unknown.

    Without a grade, nobody has judged it: that is not unknown.
    """
    unknown = bool(source and source.reliability and source.reliability.grade == UNKNOWN_GRADE)
    return join(evidence_mark("unknown") if unknown else None, reliability_words(source), by=" ")


def strength_of_sources(page: PageContext, sources: Iterable[str]) -> Markup:
    """The strength of what rests on these sources. Every page says it by this."""
    return strength_line(strength_of(sources, page.sources_as_counted))


def strength_line(strength: Strength) -> Markup:
    """The words of a strength, after the mark of unknown if the number of origins is unknown."""
    unknown = strength.corroboration is Corroboration.UNKNOWN
    return join(evidence_mark("unknown") if unknown else None, strength_words(strength), by=" ")
