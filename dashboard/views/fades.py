"""Bars that fade out: an end that is open, or not known."""

from collections.abc import Iterator
from typing import Any

from dashboard.views.canvas import Canvas
from dashboard.views.palette import translucent


def fade_of(
    canvas: Canvas, box: tuple[float, float, float, float], color: str, fades: tuple[bool, bool], solid: float
) -> dict[str, Any]:
    """A filled rectangle, `box` as left, top, right, bottom in pixels, that fades to nothing at the left or the right.

    `solid` is the share of its length that is drawn in full. It is one polygon: a full and a fading one would show a
    hairline where they meet.
    """
    left, top, right, bottom = box
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [canvas.x(px) for px in (left, right, right, left, left)],
        "y": [top, top, bottom, bottom, top],
        "line": {"width": 0, "color": color},
        "fill": "toself",
        "fillgradient": {
            "type": "horizontal",
            "start": canvas.x(left),
            "stop": canvas.x(right),
            "colorscale": list(_stops(color, fades, solid)),
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def _stops(color: str, fades: tuple[bool, bool], solid: float) -> Iterator[list[Any]]:
    clear = translucent(color, 0)
    if fades[0]:
        yield from ([0, clear], [1 - solid, color], [1, color])
    else:
        yield from ([0, color], [solid, color], [1, clear])
