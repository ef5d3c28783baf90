"""Words in a figure that counts in pixels: all of them are one trace, which Plotly draws in a third of the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from dashboard.views.drawing.canvas import Canvas, Point
from dashboard.views.drawing.literal_text import literal
from dashboard.views.drawing.trace_parts import Points

_SIDE: Final = {"left": "middle right", "center": "middle center", "right": "middle left"}
"""Where Plotly puts a text that begins, has its middle, or ends at a point."""


@dataclass(frozen=True, slots=True)
class Word:
    """One line of plain text whose middle stands at the height of `at`, in pixels from the upper left corner."""

    at: Point
    text: str
    color: str
    size: float = 11
    weight: int = 400
    anchor: Literal["left", "center", "right"] = "left"


def word_trace(words: Sequence[Word], canvas: Canvas) -> dict[str, Any]:
    """A trace of words that do not react to the pointer. One that leaves the plot is left out: axes must reach it."""
    points = Points()
    for word in words:
        points.add(word.at)
    font = {
        "color": [word.color for word in words],
        "size": [word.size for word in words],
        "weight": [word.weight for word in words],
    }
    return {
        **points.trace(canvas, "text"),
        "text": [literal(word.text) for word in words],
        "textposition": [_SIDE[word.anchor] for word in words],
        "textfont": font,
    }
