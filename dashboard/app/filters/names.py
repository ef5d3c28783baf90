"""What a facet's values are called: names from the registries, words of the vocabularies."""

from typing import Final

from dashboard.app.parts import source_name
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import Corroboration
from dashboard.model.geography import alpha_3, short_name
from dashboard.query.facets import FACETS, NONE
from dashboard.query.reading import Mode
from dashboard.query.wording import source_date, without_hyphens

_NOTHING = {
    "thread": "no thread",
    "type": "no type",
    "actor": "no actor",
    "country": "no country",
    "source": "no source",
    "commitment": "no commitment level",
    "tag": "no tag",
    "verdict": "no claims",
}
_ORIGINS: Final = {
    Corroboration.ONE: "one independent source",
    Corroboration.SEVERAL: "several independent sources",
    Corroboration.UNKNOWN: "origin unknown",
    Corroboration.NONE: "no source",
}
"""What claims rest on."""


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
    if facet == "origins" and value in set(Corroboration):
        unquoted = value == NONE and page.mode is Mode.REPORTED
        return "nothing quoted" if unquoted else _ORIGINS[Corroboration(value)]
    if value == NONE:
        return _NOTHING.get(facet, "none")
    workspace = page.workspace
    if facet == "thread":
        return workspace.threads[value].title if value in workspace.threads else value
    if facet == "actor":
        return page.actor_name(value)
    if facet == "source":
        return _source(value, page)
    if facet == "country":
        code = alpha_3(value)
        return short_name(code) if code else value
    if facet == "problems":
        return f"{value} problems"
    return without_hyphens(value)


def _source(source: str, page: PageContext) -> str:
    """Its outlet and its day: what it is called on every page, told from the others of that outlet."""
    found = page.workspace.sources.get(source)
    return ", ".join(filter(None, (source_name(page, source), source_date(found) if found else "")))
