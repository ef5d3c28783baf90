"""A figure that counts in pixels: no axes, margins or motion of Plotly's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.views.canvas import Canvas, Shape
from dashboard.views.drawing import Content
from dashboard.views.lettering import Word, word_trace
from dashboard.views.palette import FONT, Palette


def figure_of(
    traces: Sequence[Mapping[str, Any]],
    shapes: Sequence[Shape],
    words: Sequence[Word],
    canvas: Canvas,
    palette: Palette,
    height: float,
    revision: str,
) -> Content:
    """A still figure, `height` pixels high.

    The first trace, which is pressed, stays the first; the `words` are the last. The reader's view is kept while
    `revision` stays (Plotly's uirevision).
    """
    still = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    layout = {
        "width": canvas.width,
        "height": round(height + 1),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "template": {},
        "paper_bgcolor": palette.bg,
        "plot_bgcolor": palette.bg,
        "font": {"family": FONT, "size": 12, "color": palette.text},
        "xaxis": {**still, "range": [0, 1]},
        "yaxis": {**still, "range": [round(height + 1), 0]},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.bg,
            "bordercolor": palette.line2,
            "align": "left",
            "font": {"family": FONT, "size": 12, "color": palette.text},
        },
        "uirevision": revision,
        "shapes": list(shapes),
    }
    pressed, *seen = traces
    return {"data": [pressed, *filter(_has_points, seen), word_trace(words, canvas)], "layout": layout}


def _has_points(trace: Mapping[str, Any]) -> bool:
    """Plotly takes as long for one without."""
    return len(trace["x"]) > 0
