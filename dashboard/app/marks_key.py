"""What the marks mean: the six of the evidence, told in a sentence each."""

from dashboard.app.markup import Markup, element
from dashboard.app.signs import evidence_mark
from dashboard.views.marks import EVIDENCE_MARKS


def marks_key() -> Markup:
    """Opens over the page; a press elsewhere or Escape closes it."""
    rows = [
        element("li", evidence_mark(mark.name), element("b", mark.name), element("span", mark.meaning))
        for mark in EVIDENCE_MARKS.values()
    ]
    return element(
        "div", element("h3", "What the marks mean"), element("ul", *rows), id="dl-key", popover="auto", class_="dl-key"
    )
