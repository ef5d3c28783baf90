"""What a page says of sources by their ids."""

from collections.abc import Iterable

from dashboard.app.parts.icons import evidence_mark
from dashboard.app.shell import Shown
from dashboard.evidence.corroboration import Corroboration, Strength, strength_of
from dashboard.model import vocabularies
from dashboard.model.source import Source, shown_text
from dashboard.query.wording import reliability_words, strength_words
from dashboard.text.markup import Markup, joined


def source_name(shown: Shown, source: str) -> str:
    """Its outlet, else its title, else its id."""
    found = shown.workspace.sources.get(source)
    return (found and (shown_text(found.outlet) or shown_text(found.title))) or source


def reliability_told(source: Source | None) -> Markup:
    """A source's grade in words; one that was judged and cannot be known has the mark for unknown.

    Without a grade, nobody has judged it: that is not unknown.
    """
    unknown = bool(source and source.reliability and source.reliability.grade == unknown_reliability())
    return joined(evidence_mark("unknown") if unknown else None, reliability_words(source), by=" ")


def unknown_reliability() -> str:
    """The last of the scale: F."""
    return tuple(vocabularies.RELIABILITY)[-1]


def strength_of_sources(shown: Shown, sources: Iterable[str]) -> Markup:
    """The strength of what rests on these sources. Every page says it by this."""
    return strength_told(strength_of(sources, shown.workspace.sources))


def strength_told(strength: Strength) -> Markup:
    """In words: `one origin, four outlets`; with the mark of what is unknown where the number of origins is."""
    unknown = strength.corroboration is Corroboration.UNKNOWN
    return joined(evidence_mark("unknown") if unknown else None, strength_words(strength), by=" ")
