"""What a page says of sources in words: their grade, how many they are, and who speaks in them."""

from collections.abc import Iterable

from dashboard.checks.sources import UNKNOWN_GRADE
from dashboard.evidence.corroboration import Corroboration, Strength
from dashboard.model.source import Source
from dashboard.query.wording import SpeakerPiece, reliability_words, strength_words
from dashboard.text.markup import Markup, join, join_all, words
from dashboard.views.card.icons import evidence_mark


def said_by(pieces: Iterable[SpeakerPiece]) -> Markup:
    """Who says a claim, and who quotes them; nothing of nobody."""
    return join_all(words(text) if is_name else text for text, is_name in pieces)


def reliability_line(source: Source | None) -> Markup:
    """A source's grade in words; one that was judged and cannot be known has the mark for unknown.

    Without a grade, nobody has judged it: that is not unknown.
    """
    unknown = bool(source and source.reliability and source.reliability.grade == UNKNOWN_GRADE)
    return join(evidence_mark("unknown") if unknown else None, reliability_words(source), by=" ")


def strength_line(strength: Strength) -> Markup:
    """The words of a strength, after the mark of unknown if the number of origins is unknown."""
    unknown = strength.corroboration is Corroboration.UNKNOWN
    return join(evidence_mark("unknown") if unknown else None, strength_words(strength), by=" ")
