"""What a page says of sources by their ids."""

from collections.abc import Iterable

from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import strength_of
from dashboard.text.markup import Markup
from dashboard.views.card import strength_line


def source_name(page: PageContext, source: str) -> str:
    """Its outlet, else its title, else its id."""
    return page.workspace.source_name(source)


def strength_of_sources(page: PageContext, sources: Iterable[str]) -> Markup:
    """The strength of what rests on these sources. Every page says it by this."""
    return strength_line(strength_of(sources, page.sources_as_counted))
