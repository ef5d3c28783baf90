"""The line above the timeline: its scale, its lanes, what was done to it, and the trays."""

from dashboard.app import state
from dashboard.app.parts.links import button, choice
from dashboard.app.parts.signs import thread_square
from dashboard.app.shown import Shown
from dashboard.app.situation.trays import trays
from dashboard.query.lanes import LaneBy
from dashboard.text.markup import NOTHING, Markup, element, words
from dashboard.views.drawing import Drawing

SCALES = {"all": "Stretched", "busy": "Busiest period", "even": "True to scale"}
MOST_COLORS = 4
"""So many threads' colours are named beside lanes that are not by thread."""


def scale_choice(timeline: Drawing) -> Markup:
    """How time is spread on `timeline`, and what the lanes are."""
    return element("div", choice("Scale", "scale", SCALES, timeline.scale), _lanes(), class_="dl-scale-line")


def scale_line(shown: Shown, timeline: Drawing) -> Markup:
    """Colours, sentences, trays; while time is played colours alone, so that nothing below moves."""
    if shown.until is not None:
        return element("div", _colors(shown), class_="dl-scale-line")
    done = element("p", ". ".join(timeline.sentences), class_="dl-muted")
    return element("div", _colors(shown), done, trays(shown), class_="dl-scale-line")


def _lanes() -> Markup:
    """`Lanes by thread`: a press opens the other choices."""
    by = state.lanes()
    options = (element("li", button("lanes", each, each, pressed=each == by)) for each in LaneBy)
    summary = element("summary", "Lanes by ", element("span", by, class_="dl-chosen"))
    return element(
        "details",
        summary,
        element("div", element("ul", *options), role="group", aria_label="Lanes by"),
        id="lanes-by",
        name="facets",
        class_="dl-facet dl-lanes",
    )


def _colors(shown: Shown) -> Markup:
    """Whose colours the marks have, where the lanes do not say it."""
    if state.lanes() is LaneBy.THREAD:
        return NOTHING
    here = {reading.thread for reading in shown.found}
    named = [
        element("span", thread_square(index), words(thread.title))
        for index, thread in enumerate(shown.workspace.threads.values())
        if thread.id in here
    ]
    more = f"and {len(named) - MOST_COLORS:,} more" if len(named) > MOST_COLORS else None
    return element("p", *named[:MOST_COLORS], more, class_="dl-muted dl-colors")
