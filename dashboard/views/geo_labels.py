"""Names beside marks and on land: each where it fits, none over a mark or another name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go
import shapely
from shapely.geometry import Polygon, box

from dashboard.model.outlines import countries, label_point, main_part, short_name
from dashboard.views.figure_text import literal
from dashboard.views.geo_ink import Ink
from dashboard.views.geo_mark_traces import RING_PX, halo
from dashboard.views.geo_marks import Group
from dashboard.views.projection import Frame
from dashboard.views.text_width import fitted, text_width

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

LABEL_PX: Final = 12.0
LAND_PX: Final = 9.5

_AIR_PX: Final = 4.0
_LONGEST_PX: Final = 220.0
_BOLD: Final = 650
_LAND_WEIGHT: Final = 450
_MOST_ON_LAND: Final = 10
_LAND_MARGIN: Final = 1.15


class Room:
    """What is taken of a frame, in pixels."""

    def __init__(self, frame: Frame, taken: Iterable[Edges] = ()) -> None:
        self.edges = (frame.left + 2, frame.top + 2, frame.left + frame.width - 2, frame.top + frame.height - 2)
        self._taken: list[Edges] = list(taken)

    def take(self, *boxes: Edges) -> None:
        """Nothing else may stand there."""
        self._taken += boxes

    def is_free(self, edges: Edges) -> bool:
        """Whether a box lies within the frame and touches nothing."""
        left, top, right, bottom = edges
        if left < self.edges[0] or top < self.edges[1] or right > self.edges[2] or bottom > self.edges[3]:
            return False
        return not any(left < x1 and right > x0 and top < y1 and bottom > y0 for x0, y0, x1, y1 in self._taken)


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and where it stands: `position` is Plotly's, beside a mark of `size` pixels at (x, y)."""

    text: str
    x: float
    y: float
    size: float
    position: str
    color: str
    edges: Edges
    weight: int = 400
    font_px: float = LABEL_PX


def edges_of(group: Group, *, selected: bool = False) -> Edges:
    """The box of a mark, with its ring where it is selected."""
    reach = group.size / 2 + 1.5 + (RING_PX if selected else 0)
    return group.x - reach, group.y - reach, group.x + reach, group.y + reach


def mark_labels(groups: Sequence[Group], room: Room, ink: Ink) -> list[Label]:
    """Labels right, left, above or below their marks; the selected first, then by number of events."""
    labels = []
    for group in sorted(groups, key=lambda each: (not each.holds(ink.selected), -each.count)):
        held = group.holds(ink.selected)
        size = group.size + _AIR_PX + (2 * RING_PX if held else 0)
        weight = _BOLD if held else 400
        label = _first_free(group.labels, group.x, group.y, size, weight, ink.label(group), room)
        if label:
            labels.append(label)
    return labels


def target_label(name: str, x: float, y: float, color: str, room: Room) -> Label | None:
    """The name of a second place where no event is: at the head of an arc."""
    return _first_free((name,), x, y, 8.0, 400, color, room)


def land_labels(frame: Frame, room: Room, ink: Ink, without: Iterable[str] = ()) -> list[Label]:
    """Names of the largest countries in capitals, where they fit into what is seen of them; `without` some (alpha-3)."""
    labels: list[Label] = []
    left_out = {*without, "ATA"}
    for code, shape in _largest_seen(frame):
        if len(labels) == _MOST_ON_LAND:
            break
        text = short_name(code).upper()
        width = text_width(text, LAND_PX, _LAND_WEIGHT)
        spot = _spot_on_land(code, shape, frame, width) if code not in left_out else None
        if spot is None:
            continue
        edges = (spot[0] - width / 2 - 3, spot[1] - LAND_PX * 0.6, spot[0] + width / 2 + 3, spot[1] + LAND_PX * 0.6)
        if room.is_free(edges):
            room.take(edges)
            labels.append(Label(text, *spot, 0.0, "middle center", ink.palette.geo, edges, _LAND_WEIGHT, LAND_PX))
    return labels


def label_traces(labels: Sequence[Label], frame: Frame, ink: Ink, geo: str) -> list[go.Scattergeo]:
    """All labels as one trace; markers that are not seen keep the names off the marks."""
    if not labels:
        return []
    longitude, latitude = frame.unproject([label.x for label in labels], [label.y for label in labels])
    font: dict[str, Any] = {
        "size": [label.font_px for label in labels],
        "color": [label.color for label in labels],
        "weight": [label.weight for label in labels],
        "shadow": [halo(ink.palette.land if label.font_px == LAND_PX else ink.palette.sea) for label in labels],
    }
    return [
        go.Scattergeo(
            mode="markers+text",
            lon=np.round(longitude, 4).tolist(),
            lat=np.round(latitude, 4).tolist(),
            text=[literal(label.text) for label in labels],
            textposition=[label.position for label in labels],
            textfont=font,
            marker={"size": [label.size for label in labels], "opacity": 0},
            hoverinfo="skip",
            geo=geo,
        )
    ]


def _first_free(
    texts: Sequence[str], x: float, y: float, size: float, weight: int, color: str, room: Room
) -> Label | None:
    for text in texts:
        cut = fitted(text, _LONGEST_PX, LABEL_PX, weight)
        width = text_width(cut, LABEL_PX, weight) + 2
        for position, edges in _around(x, y, size, width):
            if cut and room.is_free(edges):
                room.take(edges)
                return Label(cut, x, y, size, position, color, edges, weight)
    return None


def _around(x: float, y: float, size: float, width: float) -> list[tuple[str, Edges]]:
    """Where Plotly puts a text at each position: from .8 of a marker's radius, and a pixel."""
    gap, half = size / 2 / 0.8 + 1, LABEL_PX * 0.6
    return [
        ("middle right", (x + gap - 1, y - half, x + gap + width, y + half)),
        ("middle left", (x - gap - width, y - half, x - gap + 1, y + half)),
        ("top center", (x - width / 2, y - gap - 2 * half, x + width / 2, y - gap + 1)),
        ("bottom center", (x - width / 2, y + gap - 1, x + width / 2, y + gap + 2 * half)),
    ]


def _largest_seen(frame: Frame) -> list[tuple[str, Polygon]]:
    """What is seen of each country, in pixels, the largest first."""
    seen = box(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    found = []
    for code in countries(110):
        part = main_part(code, 50 if frame.resolution == 50 else 110)
        if part is None or part.area < 1:
            continue
        west, _, east, _ = part.bounds
        turn = 360 * round((frame.longitude - (west + east) / 2) / 360)
        x, y = frame.project(np.array([west, east]) + turn, np.array(part.bounds)[[1, 3]], unwrapped=True)
        if max(x) < seen.bounds[0] or min(x) > seen.bounds[2] or max(y) < seen.bounds[1] or min(y) > seen.bounds[3]:
            continue
        shape = shapely.transform(
            shapely.simplify(part, 0.2),
            lambda at, turn=turn: np.column_stack(frame.project(at[:, 0] + turn, at[:, 1], unwrapped=True)),
        )
        parts = [
            each
            for each in shapely.get_parts(shapely.intersection(shapely.make_valid(shape), seen))
            if isinstance(each, Polygon) and each.area > 400
        ]
        if parts:
            found.append((code, max(parts, key=lambda each: each.area)))
    return sorted(found, key=lambda each: -each[1].area)


def _spot_on_land(code: str, shape: Polygon, frame: Frame, width: float) -> tuple[float, float] | None:
    """Where the name stands on the land: at the country's label point, or in the middle of what is seen."""
    point = label_point(code)
    x, y = (float(each) for each in frame.project(point[1], point[0])) if point else (0.0, 0.0)
    inner = shapely.maximum_inscribed_circle(shape, tolerance=2).coords[0]
    for spot in ((x, y), (float(inner[0]), float(inner[1]))):
        half = width / 2 * _LAND_MARGIN / 1.15
        if shape.contains(box(spot[0] - half, spot[1] - LAND_PX / 2, spot[0] + half, spot[1] + LAND_PX / 2)):
            return spot
    return None
