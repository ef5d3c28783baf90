"""How likely, as a bar of shapes: 0 to 100 %, the range dark."""

from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.briefing.pptx_design import EDGE, ROOM, WIDTH, Place
from dashboard.briefing.pptx_shapes import box_of, describe
from dashboard.briefing.pptx_text import Para, Run, write
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.wording import PER_CENT, likelihood_words
from dashboard.views.palette import LIGHT

_WIDTH: Final = 280.0
BAR_ROOM: Final = ROOM - _WIDTH - 40
"""What is left for sentences beside it."""
_HEIGHT: Final = 16.0
_LEFT: Final = WIDTH - EDGE - _WIDTH


def bar(slide: Slide, word: str, top: float) -> None:
    """At the right, beside the sentence that says the same."""
    low, high = LIKELIHOOD[word]
    ends = sorted({each for pair in LIKELIHOOD.values() for each in pair})
    shapes: list[Any] = [_box(slide, 0, 100, top + 16, LIGHT.line), _box(slide, low, high, top + 16, LIGHT.text)]
    shapes += [_box(slide, at, at, top + 12, LIGHT.muted) for at in ends]
    for text, left, width, side in (("0", _LEFT, 30, "l"), (f"100{PER_CENT}", _LEFT + _WIDTH - 60, 60, "r")):
        shapes.append(_words(slide, text, left, top + 40, width, 14, side))
    group = slide.shapes.add_group_shape(shapes)
    group.name = "Likelihood"
    describe(group, f"{likelihood_words(word)}, as a bar from 0 to 100{PER_CENT}")
    _words(slide, likelihood_words(word), _LEFT, top + 62, _WIDTH, 18, "l", bold=True)


def _box(slide: Slide, low: float, high: float, top: float, color: str) -> Any:
    """A range in percent; where it is a point, a tick."""
    is_tick = low == high
    left, width = _LEFT + _WIDTH * low / 100, _WIDTH * (high - low) / 100
    at = Place(left, top, 1 if is_tick else width, _HEIGHT + 8 if is_tick else _HEIGHT)
    return box_of(slide, MSO_SHAPE.RECTANGLE, at, color)


def _words(
    slide: Slide, text: str, left: float, top: float, width: float, size: float, side: str, *, bold: bool = False
) -> Any:
    box = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(size * 1.4))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    write(box._element.txBody, [Para((Run(text, muted=not bold, bold=bold),), size, 0)])
    frame.paragraphs[0]._p.pPr.set("algn", side)
    return box
