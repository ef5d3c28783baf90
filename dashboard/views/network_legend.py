"""What the lines and signs of a network mean; only those that are in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.query.deeds import Quad
from dashboard.views.canvas import Annotation, Canvas, Point
from dashboard.views.palette import Palette
from dashboard.views.quadrants import STROKES
from dashboard.views.text_width import text_width
from dashboard.views.trace_parts import Points

_SIZE: Final = 12.0
_SAMPLE: Final = 30.0
_GAP: Final = 7.0
_APART: Final = 16.0
_ROW: Final = 20.0
_ABOVE: Final = 18.0
_SIGNS: Final = {"circle": "person", "square": "government or other body"}


@dataclass(frozen=True, slots=True)
class Legend:
    """Traces and words, and how far down they reach."""

    traces: list[dict[str, Any]]
    words: list[Annotation]
    bottom: float


def legend_of(quads: Sequence[Quad], symbols: Sequence[str], canvas: Canvas, palette: Palette, top: float) -> Legend:
    """In rows below `top`. `quads` and `symbols` are those drawn."""
    entries: list[tuple[Quad | str, str, float]] = [
        *((quad, quad.value, _SAMPLE) for quad in Quad if quad in quads),
        *((symbol, word, 10.0) for symbol, word in _SIGNS.items() if symbol in symbols),
    ]
    traces: list[dict[str, Any]] = []
    words: list[Annotation] = []
    signs = Points()
    bottom = top
    for (kind, word, sample), (x, y) in zip(entries, _places(entries, canvas.width, top + _ABOVE), strict=True):
        words.append(canvas.text((x + sample + _GAP, y), word, palette.muted, size=_SIZE))
        if isinstance(kind, Quad):
            traces.append(_line(kind, (x, y), canvas, palette))
        else:
            signs.add((x + 5, y), kind)
        bottom = y + _ROW / 2
    marker = {"color": palette.muted, "symbol": signs.column(0), "size": 8, "opacity": 1, "line": {"width": 0}}
    return Legend([*traces, {**signs.trace(canvas, "markers"), "marker": marker}], words, bottom)


def _places(entries: Sequence[tuple[Any, str, float]], width: float, y: float) -> Iterator[Point]:
    x = 0.0
    for _, word, sample in entries:
        reach = sample + _GAP + text_width(word, _SIZE)
        if x > 0 and x + reach > width:
            x, y = 0.0, y + _ROW
        yield x, y
        x += reach + _APART


def _line(quad: Quad, at: Point, canvas: Canvas, palette: Palette) -> dict[str, Any]:
    stroke, points = STROKES[quad], Points()
    points.add(at)
    points.add((at[0] + _SAMPLE, at[1]))
    line = {"color": stroke.color(palette), "width": stroke.width, "dash": stroke.dash}
    return {**points.trace(canvas, "lines"), "line": line}
