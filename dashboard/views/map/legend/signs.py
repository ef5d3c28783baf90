"""The signs of a legend, in pixels of the figure as paper coordinates."""

import math
from collections.abc import Sequence
from typing import Any, Final

from dashboard.model.problem import Severity
from dashboard.views.drawing import Palette, shape
from dashboard.views.map.legend.entry import SWATCH_PX, TEXT_PX, LegendEntry

SEVERITIES: Final = {"error": Severity.ERROR, "warning": Severity.WARNING}
_ARC_PX: Final = 6.5
_ARC_STEPS: Final = 12


class LegendPaper:
    """Pixels of the figure as paper coordinates."""

    def __init__(self, palette: Palette, width: float, height: float) -> None:
        self.palette, self.width, self.height = palette, width, height

    def line(self, kind: str, x0: float, y0: float, x1: float, y1: float, **more: Any) -> dict[str, Any]:
        across, down = self.width, self.height
        place = {"x0": x0 / across, "x1": x1 / across, "y0": 1 - y0 / down, "y1": 1 - y1 / down}
        return {"type": kind, "xref": "paper", "yref": "paper", **place, **self.stroke(**more)}

    def path(self, points: Sequence[tuple[str, float, float]], **more: Any) -> dict[str, Any]:
        words = " ".join(f"{command}{x / self.width:.5f},{1 - y / self.height:.5f}" for command, x, y in points)
        return {"type": "path", "xref": "paper", "yref": "paper", "path": words, **self.stroke(**more)}

    def stroke(self, *, width: float = 1.6, dash: str = "solid", fill: str | None = None) -> dict[str, Any]:
        line = {"color": self.palette.muted, "width": width, "dash": dash}
        return {"line": line, "layer": "above", **({"fillcolor": fill} if fill else {})}

    def arc(self, x: float, y: float, start: float, end: float, color: str) -> dict[str, Any]:
        """A part of a small ring: between two directions, in degrees clockwise from the top."""
        turns = [math.radians(start + (end - start) * step / _ARC_STEPS) for step in range(_ARC_STEPS + 1)]
        points = [(x + _ARC_PX * math.sin(turn), y - _ARC_PX * math.cos(turn)) for turn in turns]
        drawn = self.path([("L" if index else "M", *point) for index, point in enumerate(points)], width=2.6)
        return {**drawn, "line": {**drawn["line"], "color": color}}

    def area(self, points: Sequence[tuple[float, float]], color: str) -> dict[str, Any]:
        """Filled, without an outline."""
        outline = [("L" if index else "M", x, y) for index, (x, y) in enumerate(points)]
        drawn = self.path(outline, width=0, fill=color)
        return {**drawn, "path": drawn["path"] + " Z"}

    def text(
        self, x: float, y: float, text: str, size: float, color: str, *, anchor: str = "left", weight: int = 400
    ) -> dict[str, Any]:
        place = {"x": x / self.width, "y": 1 - y / self.height, "xref": "paper", "yref": "paper"}
        font = {"size": size, "color": color, "weight": weight}
        return {
            **place,
            "text": text,
            "font": font,
            "showarrow": False,
            "xanchor": anchor,
            "yanchor": "middle",
            "borderpad": 0,
        }


def sign_shapes(entry: LegendEntry, x: float, y: float, paper: LegendPaper) -> list[dict[str, Any]]:
    sign, ground, ink = entry.sign, paper.palette.bg, paper.palette.muted
    if sign == "speck":
        return [paper.line("rect", x - 3.5, y - 3.5, x + 3.5, y + 3.5, width=1.0, fill=entry.color)]
    if sign == "imported":
        return [
            paper.line(
                "rect", x + at - size / 2, y - size / 2, x + at + size / 2, y + size / 2, width=0, fill=entry.color
            )
            for at, size in ((-6.0, 4.0), (4.0, 9.0))
        ]
    if sign == "unset":
        broken = paper.line("circle", x - 7.5, y - 7.5, x + 7.5, y + 7.5, width=1.2, dash="2px,2.4px")
        return [paper.line("circle", x - 4.5, y - 4.5, x + 4.5, y + 4.5, fill=ground), broken]
    if sign == "stripes":
        box = paper.area([(x - 8, y - 6.5), (x + 8, y - 6.5), (x + 8, y + 6.5), (x - 8, y + 6.5)], entry.color or ink)
        strokes = [
            point for step in (-6, 0, 6) for point in (("M", x + step - 2, y + 6.5), ("L", x + step + 2, y - 6.5))
        ]
        lines = paper.path(strokes, width=1.6)
        return [box, {**lines, "line": {**lines["line"], "color": paper.palette.land}}]
    if sign == "thread":
        return [
            paper.area(
                [(x - 4.5, y - 4.5), (x + 4.5, y - 4.5), (x + 4.5, y + 4.5), (x - 4.5, y + 4.5)], entry.color or ink
            )
        ]
    if sign == "shares":
        first, second = paper.palette.threads[:2]
        return [paper.arc(x, y, 0, 160, first), paper.arc(x, y, 160, 270, second), paper.arc(x, y, 270, 360, ink)]
    if sign in SEVERITIES:
        corners, turn = (8, math.pi / 8) if sign == "error" else (3, -math.pi / 2)
        _, color, larger = shape(SEVERITIES[sign], paper.palette)
        reach = 6.5 * larger
        turns = [turn + 2 * math.pi * corner / corners for corner in range(corners)]
        return [paper.area([(x + reach * math.cos(each), y + reach * math.sin(each)) for each in turns], color)]
    if sign in ("ring", "disc", "crossed"):
        dot = paper.line("circle", x - 4.5, y - 4.5, x + 4.5, y + 4.5, fill=ink if sign == "disc" else ground)
        cross = [("M", x - 2.5, y - 2.5), ("L", x + 2.5, y + 2.5), ("M", x - 2.5, y + 2.5), ("L", x + 2.5, y - 2.5)]
        return [dot, paper.path(cross, width=1.4)] if sign == "crossed" else [dot]
    if sign == "count":
        return [paper.line("circle", x - 8, y - 8, x + 8, y + 8, fill=ground)]
    if sign == "border":
        return [paper.path([("M", x - 9, y), ("L", x + 9, y)], width=1.2, dash="4px,3px")]
    if sign == "around":
        return [paper.line("circle", x - 8, y - 8, x + 8, y + 8, width=1.0, dash="dot")]
    if sign == "corners":
        reaches = [(across, down) for across in (-5.5, 5.5) for down in (-5.5, 5.5)]
        ends = [
            (("M", x + across * 0.4, y + down), ("L", x + across, y + down), ("L", x + across, y + down * 0.4))
            for across, down in reaches
        ]
        return [paper.path([point for end in ends for point in end])]
    if sign == "area":
        strokes = [point for step in (-6, 0, 6) for point in (("M", x + step - 3, y + 6), ("L", x + step + 5, y - 6))]
        return [
            paper.line("rect", x - 9, y - 6.5, x + 9, y + 6.5, width=1.2, dash="2px,2px"),
            paper.path(strokes, width=0.8),
        ]
    if sign == "arc":
        bow = [("M", x - 9, y + 4), ("Q", x - 2, y - 8), ("", x + 7, y + 1)]
        head = [("M", x + 9, y + 4), ("L", x + 2.5, y + 1.5), ("L", x + 7, y - 3), ("Z", 0, 0)]
        closed = paper.path(head[:-1], width=0.5, fill=ink)
        return [paper.path(bow, width=1.3), {**closed, "path": closed["path"] + " Z"}]
    return []


def step_signs(entry: LegendEntry, left: float, y: float, paper: LegendPaper) -> tuple[list[Any], list[Any]]:
    """Swatches and words of a scale, side by side."""
    shapes, annotations = [], [paper.text(left, y, entry.text, TEXT_PX, paper.palette.muted)] if entry.text else []
    sizes = entry.diameters or [SWATCH_PX] * len(entry.steps)
    kind = "circle" if entry.diameters else "rect"
    for start, (text, color), size in zip(entry.starts, entry.steps, sizes, strict=True):
        x, half, middle = left + start, size / 2, left + start + SWATCH_PX / 2
        edge = 1.6 if entry.diameters else 0.8
        shapes.append(paper.line(kind, middle - half, y - half, middle + half, y + half, width=edge, fill=color))
        annotations.append(paper.text(x + SWATCH_PX + 5, y, text, TEXT_PX, paper.palette.muted))
    return shapes, annotations
