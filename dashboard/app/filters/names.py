"""What a facet's values are called: names from the registries, words of the vocabularies."""

from dashboard.app.shell import PageContext
from dashboard.query.fields import FACETS
from dashboard.query.wording import without_hyphens


def facet_lines(page: PageContext) -> list[str]:
    """A line for each facet that is filtered by, with the names of its values: `Country: Ecuador`."""
    chosen = page.asked.filters.chosen
    return [
        f"{facet.title}: {', '.join(value_name(facet.key, value, page) for value in sorted(chosen[facet.key]))}"
        for facet in FACETS.values()
        if chosen.get(facet.key)
    ]


def value_name(facet: str, value: str, page: PageContext) -> str:
    """The label of a value; the value itself if nothing names it."""
    return FACETS[facet].name_of(value, page.table) if facet in FACETS else without_hyphens(value)
