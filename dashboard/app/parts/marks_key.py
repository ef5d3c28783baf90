"""What the marks mean: the six of the evidence, told in a sentence each."""

from dashboard.app.parts.links import place_link
from dashboard.app.parts.signs import evidence_mark
from dashboard.query.reading import Mode
from dashboard.text.markup import Markup, element
from dashboard.views.marks import EVIDENCE_MARKS


def marks_key() -> Markup:
    """Opens over the page; a press elsewhere or Escape closes it."""
    rows = [
        element("li", evidence_mark(mark.name), element("b", mark.name), element("span", mark.meaning))
        for mark in EVIDENCE_MARKS.values()
    ]
    head, more = element("h3", "What the marks mean"), place_link("help", "All marks and words", mode=Mode.ASSESSED)
    return element("div", head, element("ul", *rows), more, id="dl-key", popover="auto", class_="dl-key")
