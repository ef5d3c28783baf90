"""What a facet's values are called: names from the registries, words of the vocabularies."""

from dashboard.app.parts.wording import spaced
from dashboard.app.shown import Shown
from dashboard.model.outlines import alpha_3, short_name
from dashboard.query.facets import NONE

_NOTHING = {
    "thread": "no thread",
    "type": "no type",
    "actor": "no actor",
    "country": "no country",
    "source": "no source",
    "commitment": "not on the ladder",
    "tag": "no tag",
    "verdict": "no claims",
}


def value_name(facet: str, value: str, shown: Shown) -> str:
    """How a value is shown to the reader; the value itself where nothing names it."""
    if value == NONE:
        return _NOTHING.get(facet, "none")
    workspace = shown.workspace
    if facet == "thread":
        return workspace.threads[value].title if value in workspace.threads else value
    if facet == "actor":
        return shown.actor_name(value)
    if facet == "source":
        return workspace.sources[value].name if value in workspace.sources else value
    if facet == "country":
        code = alpha_3(value)
        return short_name(code) if code else value
    if facet == "problems":
        return f"{value} problems"
    return spaced(value)
