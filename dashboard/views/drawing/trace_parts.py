"""Traces in the making: bars, points, lines and words are gathered in pixels, then put into one trace each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin
from typing import Any, Final, Literal

from dashboard.views.drawing.canvas import Canvas, Point
from dashboard.views.drawing.text import literal

STROKE: Final = 1.6
DASHES: Final = "2.6px,2px"
_ARC: Final = 24
Style = tuple[str, float, str]
_SIDE: Final = {"left": "middle right", "center": "middle center", "right": "middle left"}
"""Where Plotly puts a text that begins, has its middle, or ends at a point."""


@dataclass(slots=True)
class Boxes:
    """Bars of one trace, in pixels: left, top, right, bottom, colour, text on hover."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    colors: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add(self, left: float, top: float, right: float, bottom: float, color: str, text: str = "") -> int:
        """Adds a bar; gives its index in the trace."""
        self.boxes.append((left, top, right, bottom))
        self.colors.append(color)
        self.texts.append(text)
        return len(self.boxes) - 1

    def trace(self, canvas: Canvas, *, is_pressed: bool) -> dict[str, Any]:
        """One bar trace; it answers the pointer only where it `is_pressed`."""
        hover = {"hovertext": self.texts, "hoverinfo": "text"} if is_pressed else {"hoverinfo": "skip"}
        return {
            "type": "bar",
            "orientation": "h",
            "base": [canvas.x(left) for left, _, _, _ in self.boxes],
            "x": [round(canvas.x(right) - canvas.x(left), 6) for left, _, right, _ in self.boxes],
            "y": [round((top + bottom) / 2, 2) for _, top, _, bottom in self.boxes],
            "width": [round(bottom - top, 2) for _, top, _, bottom in self.boxes],
            "marker": {"color": self.colors, "line": {"width": 0}},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "showlegend": False,
            "cliponaxis": False,
            **hover,
        }


@dataclass(slots=True)
class Points:
    """Marks or words of one trace: where, and what differs from one to the next."""

    at: list[Point] = field(default_factory=list)
    each: list[tuple[Any, ...]] = field(default_factory=list)

    def add(self, at: Point, *each: Any) -> None:
        """Adds a point, and what `column` will give of it."""
        self.at.append(at)
        self.each.append(each)

    def trace(self, canvas: Canvas, mode: str) -> dict[str, Any]:
        """One scatter trace without its colours; it answers no pointer."""
        return {
            "type": "scatter",
            "mode": mode,
            "x": [canvas.x(x) for x, _ in self.at],
            "y": [round(y, 2) for _, y in self.at],
            "hoverinfo": "skip",
            "cliponaxis": False,
            "showlegend": False,
        }

    def column(self, index: int) -> list[Any]:
        """One of the things that were added with each point, for all of them."""
        return [each[index] for each in self.each]


class Pen:
    """Collects lines in pixels; `traces` gives them in the order in which their kinds first came."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._lines: dict[Style, list[Sequence[Point]]] = defaultdict(list)

    def line(self, points: Sequence[Point], color: str, *, dashed: bool = False, width: float = STROKE) -> None:
        """A line through `points`."""
        self._lines[color, width, DASHES if dashed else "solid"].append(points)

    def box(self, left: float, top: float, right: float, bottom: float, color: str, *, dashed: bool = False) -> None:
        """The outline of a rectangle."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.line(corners, color, dashed=dashed)

    def circle(self, middle: Point, radius: float, color: str, *, dashed: bool = False) -> None:
        """The outline of a circle."""
        turns = [2 * pi * step / _ARC for step in range(_ARC + 1)]
        self.line([(middle[0] + radius * cos(t), middle[1] + radius * sin(t)) for t in turns], color, dashed=dashed)

    def traces(self) -> list[dict[str, Any]]:
        """One scatter trace a kind of line; they answer no pointer."""
        return [self._trace(style, lines) for style, lines in self._lines.items()]

    def _trace(self, style: Style, lines: Sequence[Sequence[Point]]) -> dict[str, Any]:
        across: list[float | None] = []
        down: list[float | None] = []
        for line in lines:
            across.extend([*(self._canvas.x(x) for x, _ in line), None])
            down.extend([*(round(y, 2) for _, y in line), None])
        color, width, dash = style
        return {
            "type": "scatter",
            "mode": "lines",
            "x": across[:-1],
            "y": down[:-1],
            "line": {"color": color, "width": width, "dash": dash, "simplify": False},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "showlegend": False,
        }


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
