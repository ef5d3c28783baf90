"""What a page says of sources by their ids."""

from collections.abc import Iterable

from dashboard.app.shown import Shown
from dashboard.evidence.corroboration import strength_of
from dashboard.model.source import shown_text
from dashboard.query.wording import strength_words


def source_name(shown: Shown, source: str) -> str:
    """Its outlet, else its title, else its id."""
    found = shown.workspace.sources.get(source)
    return (found and (shown_text(found.outlet) or shown_text(found.title))) or source


def strength_of_sources(shown: Shown, sources: Iterable[str]) -> str:
    """The strength of what rests on these sources, in words. Every page says it by this."""
    return strength_words(strength_of(sources, shown.workspace.sources))
