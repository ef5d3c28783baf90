"""Figures in documents and slides: their formats and sizes, and where one that is too high is cut."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from dashboard.briefing.figures import PAPER_PX, FigureSpec, RenderedFigure

_DARK: Final = 150
"""Grey below which a pixel is ink: words and signs, not the ground, its lines, or shaded time."""
_QUIET: Final = 16
"""So many dark pixels across are a rail and the line of the day, and no words."""
_LINE: Final = 245
_LEAST: Final = 0.5
"""A part is filled at least so far, wherever a better place to cut would be."""
DOCX: Final = (FigureSpec("map", "png", PAPER_PX), FigureSpec("timeline", "png", PAPER_PX))
SLIDE_PX: Final = 672
"""A slide shows it 1.3 times as large: letters of 11 pixels are 14 points there."""
PPTX: Final = (FigureSpec("map", "png", SLIDE_PX, 270), FigureSpec("timeline", "png", SLIDE_PX))


def strips(still: RenderedFigure, head: float, most: float) -> list[tuple[float, float]]:
    """The strips (from, to) into which a figure is cut, in pixels; each part also shows the `head` of the figure.

    `most` is what a slide or a page holds, with the head. Together the strips are the whole figure. One that is so
    narrow that a part would hold little but its head is not cut.
    """
    if still.height_px <= most + 1 or most < 3 * head:
        return [(head, float(still.height_px))]
    lanes, quiet = _places(still)
    found, first = [], head
    while still.height_px - first > most - head:
        last = next(_cuts(first, most - head, lanes, quiet))
        found.append((first, last))
        first = last
    return [*found, (first, float(still.height_px))]


def _cuts(first: float, room: float, lanes: Sequence[float], quiet: Sequence[float]) -> Iterator[float]:
    """The best first."""
    for places in (lanes, quiet):
        fitting = [each for each in places if first + room * _LEAST < each <= first + room]
        yield from fitting[-1:]
    yield first + room


def _places(still: RenderedFigure) -> tuple[list[float], list[float]]:
    """Heights at which a line runs across, and at which no word stands."""
    import numpy as np
    from PIL import Image  # both are large, and nothing but this needs them

    grey = np.asarray(Image.open(BytesIO(still.data)).convert("L"))
    scale = grey.shape[0] / still.height_px
    quiet = (grey < _DARK).sum(axis=1) <= _QUIET
    line = (grey < _LINE).mean(axis=1) > 0.95
    lanes, between = ([float(row / scale) for row in np.flatnonzero(rows)] for rows in (quiet & line, quiet))
    return lanes, between
