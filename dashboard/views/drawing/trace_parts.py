"""Traces in the making: bars and points are gathered in pixels, then put into one trace each."""

from dataclasses import dataclass, field
from typing import Any

from dashboard.views.drawing.canvas import Canvas, Point


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
