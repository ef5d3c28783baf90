"""The line above the timeline: its scale, what was done to it, and the trays."""

from dashboard.app import state
from dashboard.app.links import choice
from dashboard.app.markup import Markup, element
from dashboard.app.shown import Shown
from dashboard.app.trays import trays
from dashboard.views.drawing import Drawing

SCALES = {"all": "All", "busy": "Busy time", "even": "Even scale"}


def scale_line(shown: Shown, timeline: Drawing) -> Markup:
    """Buttons, sentences, trays."""
    done = element("p", ". ".join(timeline.sentences), class_="dl-muted")
    return element("div", choice("Scale", "scale", SCALES, state.scale()), done, trays(shown), class_="dl-scale-line")
