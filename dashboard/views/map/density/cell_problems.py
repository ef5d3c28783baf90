"""The sign of a problem on a cell: in the upper part of a hexagon, above the number or the sign of a country."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.views.drawing import SIGN_PX, Palette, Trace, reach, worst
from dashboard.views.map.density.cell import Cell
from dashboard.views.map.legend import Edges
from dashboard.views.map.marks import sign_traces
from dashboard.views.projection import Frame

_LIFT_PX: Final = 13.5


def cells_with_problems(cells: Sequence[Cell], troubled: Mapping[str, Severity]) -> list[tuple[Cell, Severity]]:
    """The cells of which an event has a problem, each with the worst."""
    found = ((cell, worst(cell.events, troubled)) for cell in cells) if troubled else ()
    return [(cell, severity) for cell, severity in found if severity]


def cell_signs(found: Sequence[tuple[Cell, Severity]], palette: Palette) -> list[Trace]:
    """The signs, with their exclamation marks."""
    places = {
        "lon": [round(cell.longitude, 4) for cell, _ in found],
        "lat": [round(cell.latitude, 4) for cell, _ in found],
    }
    return sign_traces([severity for _, severity in found], [_LIFT_PX] * len(found), places, palette, "geo")


def cell_sign_boxes(found: Sequence[tuple[Cell, Severity]], frame: Frame) -> list[Edges]:
    """Their boxes, in pixels, where no name may stand."""
    if not found:
        return []
    x, y = frame.project([cell.longitude for cell, _ in found], [cell.latitude for cell, _ in found])
    boxes = []
    for (_, severity), across, down in zip(found, x.tolist(), y.tolist(), strict=True):
        left, up, right, low = reach(severity, SIGN_PX)
        boxes.append((across - left, down - _LIFT_PX - up, across + right, down - _LIFT_PX + low))
    return boxes
