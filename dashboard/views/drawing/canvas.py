"""Pixels onto a Plotly figure whose y axis counts pixels from the top and whose x axis runs over [0, 1]."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.views.drawing.text import literal

Shape = Mapping[str, Any]
Annotation = Mapping[str, Any]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure `width` pixels wide; left of `left` stand names. All pixels count from the upper left corner."""

    width: float
    left: float

    def x(self, px: float) -> float:
        """The share of the whole width at `px`: a value for the x axis of the traces, and for the paper."""
        return round(px / self.width, 6)

    def line(self, start: Point, end: Point, color: str, width: float = 1.0) -> Shape:
        """A straight line, below the traces."""
        ends = {"x0": self.x(start[0]), "y0": start[1], "x1": self.x(end[0]), "y1": end[1]}
        return {
            "type": "line",
            "xref": "paper",
            "yref": "y",
            "layer": "below",
            **ends,
            "line": {"color": color, "width": width},
        }

    def box(self, upper_left: Point, lower_right: Point, color: str) -> Shape:
        """A filled rectangle, below the traces."""
        (left, top), (right, bottom) = upper_left, lower_right
        ends = {"x0": self.x(left), "y0": top, "x1": self.x(right), "y1": bottom}
        return {
            "type": "rect",
            "xref": "paper",
            "yref": "y",
            "layer": "below",
            **ends,
            "fillcolor": color,
            "line": {"width": 0},
        }

    def area(self, corners: Sequence[Point], color: str) -> Shape:
        """A filled polygon, below the traces."""
        path = "M" + "L".join(f"{self.x(x)},{y}" for x, y in corners) + "Z"
        return {
            "type": "path",
            "xref": "paper",
            "yref": "y",
            "layer": "below",
            "path": path,
            "fillcolor": color,
            "line": {"width": 0},
        }

    def strokes(self, lines: Sequence[tuple[Point, Point]], color: str, width: float = 1.0) -> Shape:
        """Any number of straight lines of one colour, as one path."""
        path = "".join(f"M{self.x(a)},{b}L{self.x(c)},{d}" for (a, b), (c, d) in lines)
        return {
            "type": "path",
            "xref": "paper",
            "yref": "y",
            "layer": "below",
            "path": path,
            "line": {"color": color, "width": width},
        }

    def text(
        self,
        at: Point,
        words: str,
        color: str,
        *,
        size: float = 11,
        weight: int = 400,
        anchor: Literal["left", "center", "right"] = "left",
    ) -> Annotation:
        """One line of plain text whose middle stands at the height of `at`."""
        return {
            "xref": "paper",
            "yref": "y",
            "x": self.x(at[0]),
            "y": at[1],
            "text": literal(words),
            "showarrow": False,
            "xanchor": anchor,
            "yanchor": "middle",
            "borderpad": 0,
            "borderwidth": 0,
            "font": {"size": size, "weight": weight, "color": color},
        }
