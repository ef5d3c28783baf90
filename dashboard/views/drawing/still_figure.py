"""A figure that counts in pixels: no axes, margins or motion of Plotly's own."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.views.drawing.canvas import Canvas, Shape
from dashboard.views.drawing.figure import Content
from dashboard.views.drawing.trace_parts import Word, word_trace
from dashboard.views.palette import FONT, Palette

_LEAST_PX: Final = 10  # less is refused by Plotly


def figure_of(
    traces: Sequence[Mapping[str, Any]],
    shapes: Sequence[Shape],
    words: Sequence[Word],
    canvas: Canvas,
    palette: Palette,
    height: float,
    revision: str,
) -> Content:
    """A still figure. The first trace, which is pressed, stays the first; the `words` are the last.

    By their names Plotly keeps what is drawn of them, whatever lines come between.
    """
    pressed, *seen = traces
    ink = [{**trace, "uid": f"ink-{place}"} for place, trace in enumerate(filter(_has_points, seen))]
    data = [{**pressed, "uid": "pressed"}, *ink, {**word_trace(words, canvas), "uid": "words"}]
    layout = {**still_layout(canvas, palette, height, revision), "shapes": list(shapes)}
    return {"data": data, "layout": layout}


def still_layout(canvas: Canvas, palette: Palette, height: float, revision: str) -> dict[str, Any]:
    """Layout of a figure `height` pixels high. The view is kept while `revision` stays (Plotly's uirevision)."""
    still = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    font = {"family": FONT, "size": 12, "color": palette.text}
    return {
        "width": canvas.width,
        "height": max(_LEAST_PX, round(height + 1)),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "template": {},
        "paper_bgcolor": palette.bg,
        "plot_bgcolor": palette.bg,
        "font": font,
        "xaxis": {**still, "range": [0, 1]},
        "yaxis": {**still, "range": [round(height + 1), 0]},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.bg, "bordercolor": palette.line2, "align": "left", "font": font},
        "uirevision": revision,
    }


def _has_points(trace: Mapping[str, Any]) -> bool:
    """Plotly takes as long for one without."""
    return len(trace["x"]) > 0
