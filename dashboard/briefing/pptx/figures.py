"""Figures on slides: the drawing with its text for who does not see it; where there is none, its table."""

from dataclasses import replace
from io import BytesIO
from typing import Final

from pptx.util import Pt

from dashboard.briefing.figures import RenderedFigure
from dashboard.briefing.office import PPTX, strips
from dashboard.briefing.outline import FigureBlock
from dashboard.briefing.pptx.design import BARE, BOTTOM, EDGE, ROOM, SMALL_PT, TEXT
from dashboard.briefing.pptx.fit import heights, join_lines, lines_of
from dashboard.briefing.pptx.shapes import bare, describe
from dashboard.briefing.pptx.slides import Slides, numbered_title, row_line
from dashboard.briefing.pptx.tables import table
from dashboard.briefing.pptx.text import Para, Run, write
from dashboard.text.visible import one_line
from dashboard.views.drawing import ELLIPSIS
from dashboard.views.timeline import HEAD

_CAPTION_PT: Final = 6.0
_CAPTION_LINES: Final = 2


def figure(made: FigureBlock, label: str, slides: Slides) -> None:
    """Add a figure as wide as the slide; a higher timeline goes on on the next slide, below its head."""
    still = slides.figures.still(made.name, PPTX)
    if still is None:
        _lacking(made, label, slides)
        return
    rows = [row.statement for row in made.table.rows]
    fresh = [each for each in rows if not slides.told.issuperset(each.references)]
    lines = [made.description, *map(row_line, rows)]
    caption = _caption(made)
    room = BOTTOM - slides.room(made.title) - heights([caption], ROOM) - _CAPTION_PT
    scale = _scale(still, room)
    cuts = strips(still, HEAD, room / scale)
    for number, (first, last) in enumerate(cuts, start=1):
        title = numbered_title(made.title, number, len(cuts))
        about = fresh if number == 1 else []
        slide, top = slides.add(BARE, title, label, statements=about, more=lines if number == 1 else [made.description])
        left = EDGE + (ROOM - still.width_px * scale) / 2
        shown = [(0.0, last)] if number == 1 else [(0.0, float(HEAD)), (first, last)]
        for start, end in shown:
            width, height = Pt(still.width_px * scale), Pt((end - start) * scale)
            picture = slide.shapes.add_picture(BytesIO(still.data), Pt(left), Pt(top), width, height)
            picture.crop_top, picture.crop_bottom = start / still.height_px, 1 - end / still.height_px
            picture.name = made.title
            describe(picture, one_line(made.description))
            top += (end - start) * scale
        box = slide.shapes.add_textbox(*map(Pt, (EDGE, top + _CAPTION_PT, ROOM, heights([caption], ROOM))))
        bare(box)
        write(box._element.txBody, [caption])


def _caption(made: FigureBlock) -> Para:
    """The description, cut to two lines; the notes have all of it."""
    text = Para((Run(made.description, muted=True),), SMALL_PT, 0)
    lines = lines_of(text, ROOM)
    if len(lines) <= _CAPTION_LINES:
        return text
    kept = join_lines(text, lines[:_CAPTION_LINES]).runs
    return replace(text, runs=(*kept[:-1], replace(kept[-1], text=f"{kept[-1].text[:-2]}{ELLIPSIS}")))


def _scale(still: RenderedFigure, room: float) -> float:
    """Points a pixel: a little higher than a slide is made to fit, much higher goes on."""
    widest = ROOM / still.width_px
    whole = room / still.height_px
    return whole if widest * 0.8 <= whole < widest else widest


def _lacking(made: FigureBlock, label: str, slides: Slides) -> None:
    """Why it is not there, and the same as a table."""
    slides.add(TEXT, made.title, label)
    lacking = slides.figures.lacking or "not drawn"
    paras = [Para((Run(f"{made.title}: {lacking}."),), 20), Para((Run(made.description, muted=True),), SMALL_PT)]
    write(slides.holders[1]._element.txBody, paras)
    table(made.table, f"{made.title} as a table", label, made.name, slides, size=SMALL_PT)
