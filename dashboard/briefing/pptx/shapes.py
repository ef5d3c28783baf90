"""Shapes on slides: where they stand, their colours, and what they show, in words."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.briefing.pptx.design import PlaceholderBox


def describe(shape: Any, text: str) -> None:
    """For who does not see it."""
    (about,) = shape._element.xpath("./*[1]/p:cNvPr")
    about.set("descr", text)


def place(shape: Any, at: PlaceholderBox) -> None:
    """Move a shape."""
    shape.left, shape.top, shape.width, shape.height = map(Pt, (at.left, at.top, at.width, at.height))


def box_of(slide: Slide, kind: MSO_SHAPE, at: PlaceholderBox, fill: str, line: str = "") -> Any:
    """A shape of these colours, with neither shadow nor anything else of the theme's; empty: none."""
    shape = slide.shapes.add_shape(kind, *map(Pt, (at.left, at.top, at.width, at.height)))
    element = shape._element
    element.remove(element.find(qn("p:style")))
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(fill)
    else:
        shape.fill.background()
    if line:
        shape.line.color.rgb, shape.line.width = rgb(line), Pt(1)
    else:
        shape.line.fill.background()
    return shape


def bare(shape: Any) -> None:
    """No margins, text in the middle: what is measured is what is there."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    properties = frame._txBody.find(qn("a:bodyPr"))
    properties.set("anchor", "ctr")
    properties.set("wrap", "square")


def rgb(color: str) -> RGBColor:
    """The colour of `#rrggbb`."""
    made: Any = RGBColor
    found: RGBColor = made.from_string(color[1:].upper())
    return found
