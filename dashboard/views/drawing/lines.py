"""Lines drawn over a figure, gathered so that each colour and kind of line is one trace."""

from collections import defaultdict
from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, Final

from dashboard.views.drawing.canvas import Canvas, Point

STROKE: Final = 1.6
DASHES: Final = "2.6px,2px"
_ARC: Final = 24

Style = tuple[str, float, str]


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
