"""Styles of PLOVER's quadrants: conflict is dashed, action is thick; the colour only says it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2
from typing import Final

from dashboard.query.interactions import Quad
from dashboard.views.drawing import Palette

_COOPERATION, _CONFLICT = 2, 4
"""Places among the colours of threads; these two stay apart for the colour-blind, and few workspaces reach them."""
_WIDEST: Final = 1.6


@dataclass(frozen=True, slots=True)
class Stroke:
    """Width in pixels for one event; dashes in pixels, empty for a solid line; the index of its colour."""

    width: float
    dashes: tuple[float, ...]
    color_index: int | None

    def color(self, palette: Palette) -> str:
        """The colour in one theme; muted if there is no quadrant."""
        return palette.thread(self.color_index)

    def wide(self, events: int) -> float:
        """Wider for more events, and never as wide as the next kind of line: words stay thinner than interactions."""
        return round(self.width * min(_WIDEST, 1 + 0.25 * log2(max(1, events))), 2)

    @property
    def dash(self) -> str:
        """The dash pattern as Plotly writes it."""
        return ",".join(f"{length:g}px" for length in self.dashes) or "solid"


STROKES: Final[Mapping[Quad, Stroke]] = {
    Quad.VERBAL_COOPERATION: Stroke(1.5, (), _COOPERATION),
    Quad.MATERIAL_COOPERATION: Stroke(3.4, (), _COOPERATION),
    Quad.VERBAL_CONFLICT: Stroke(1.5, (6, 4), _CONFLICT),
    Quad.MATERIAL_CONFLICT: Stroke(3.4, (8, 5), _CONFLICT),
    Quad.UNCLASSIFIED: Stroke(1.5, (1.5, 3.5), None),
}
