"""A legend as a whole: only what is there, in a corner where no mark is."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.views.drawing import Palette, translucent
from dashboard.views.map.legend.entry import KEY_PX, TEXT_PX, LegendEntry
from dashboard.views.map.legend.signs import SEVERITIES, LegendPaper, sign_shapes, step_signs

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

ROW_PX: Final = 22.0
_MARGIN: Final = (14.0, 12.0)
_GROUND_PX: Final = 6.0
_FOOT_PX: Final = 14.0
"""So much higher stands what is at the lower right: below it are the scale bars."""


def legend_box(found: Sequence[LegendEntry], width: float, height: float, taken: Sequence[Edges]) -> Edges | None:
    """The box of the legend, off what is `taken`: bottom left, or else another corner; None if there is no room.

    What is taken may lie in the box beside a short line.
    """
    if not found:
        return None
    across = max(entry.width for entry in found) + 6
    down = ROW_PX * len(found)
    left, low = _MARGIN[0], height - _MARGIN[1] - down
    right = width - across - _MARGIN[0]
    for x, y in ((left, low), (right, low - _FOOT_PX), (right, _MARGIN[1]), (left, (height - down) / 2)):
        rows = [(y + ROW_PX * index, x + entry.width + 6) for index, entry in enumerate(found)]
        if y > 0 and not any(
            x < x1 and right_end > x0 and top < y1 and top + ROW_PX > y0
            for x0, y0, x1, y1 in taken
            for top, right_end in rows
        ):
            return x, y, x + across, y + down
    return None


def legend(
    found: Sequence[LegendEntry], edges: Edges, palette: Palette, width: float, height: float
) -> tuple[list[Any], list[Any]]:
    """Shapes and annotations of the legend, in paper coordinates: at the foot of a box that has room for more."""
    paper = LegendPaper(palette, width, height)
    top = edges[3] - ROW_PX * len(found) if edges[1] > _MARGIN[1] else edges[1]
    shapes: list[Any] = []
    annotations: list[Any] = []
    for index, entry in enumerate(found):
        x, y = edges[0] + 9, top + ROW_PX * (index + 0.5)
        if entry.steps:
            swatches, texts = step_signs(entry, edges[0], y, paper)
            shapes += swatches
            annotations += texts
            continue
        shapes += sign_shapes(entry, x, y, paper)
        start = edges[0] + (KEY_PX if entry.sign else 0)
        annotations.append(paper.text(start, y, entry.text, TEXT_PX, palette.muted))
        if entry.sign == "count":
            annotations.append(paper.text(x, y, "3", 10.5, palette.muted, anchor="center", weight=650))
        elif entry.sign in SEVERITIES:
            annotations.append(paper.text(x, y, "!", 8, palette.bg, anchor="center", weight=800))
    return shapes, annotations


def legend_ground(corner: Edges, palette: Palette, width: int, height: int) -> dict[str, Any]:
    """A quiet ground below the legend, which may lie over cells."""
    left, top, right, bottom = corner
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "x0": (left - _GROUND_PX) / width,
        "x1": (right + _GROUND_PX) / width,
        "y0": 1 - (bottom + _GROUND_PX / 2) / height,
        "y1": 1 - (top - _GROUND_PX / 2) / height,
        "line": {"width": 0},
        "fillcolor": translucent(palette.sea, 0.86),
        "layer": "above",
    }
