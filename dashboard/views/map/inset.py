"""The inset: where marks crowd at the scale of the world, they are drawn again, larger, over empty sea."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import shapely

from dashboard.model.geography import alpha_3, countries, main_part, outline
from dashboard.views.drawing import Palette
from dashboard.views.map.frame import fitted_frame
from dashboard.views.map.label_space import Edges
from dashboard.views.map.labels import edges_of
from dashboard.views.map.marks import Group, Spot
from dashboard.views.map.panel import Panel, panel_of
from dashboard.views.projection import Frame, wrap_longitude

INSET, LEAD = "inset", "lead"
"""Names of its shapes: they lie on the paper, so that the host takes them away when the reader moves the map."""
SIZE_PX: Final = (236.0, 176.0)

_ROOM: Final = (760, 380)
_CROWDS: Final = 3
_NEAR_PX: Final = 44.0
_PADS: Final = (40.0, 22.0, 40.0, 22.0)
_LAND_SHARE: Final = 0.10
_LAND_WEIGHT: Final = 6.0
_STEP_PX: Final = 12.0
_LEAD_STEP_PX: Final = 6.0
_CELL: Final = 2


def inset_of(main: Panel, taken: Iterable[Edges]) -> tuple[Panel, Edges] | None:
    """The inset, and the box of the marks that it unfolds.

    None where nothing crowds, or too much does, or there is no room at sea.
    """
    frame = main.frame
    if frame.kind == "mercator" or frame.width < _ROOM[0] or frame.height < _ROOM[1]:
        return None
    crowds = [(group, _around(group, main)) for group in main.groups if not group.is_area]
    crowds = [(group, spots) for group, spots in crowds if len({spot.place.id for spot in spots}) > 1]
    if not 0 < len(crowds) <= _CROWDS:
        return None
    group, spots = max(
        crowds, key=lambda each: (sum(len(spot.readings) for spot in each[1]), each[0].spots[0].place.id)
    )
    corner = _emptiest_sea(main, group, list(taken))
    if corner is None:
        return None
    inner = panel_of("geo2", _frame(spots, (*corner, *SIZE_PX)), spots, None, with_arcs=False)
    unfolded = [edges_of(each, selected=True) for each in main.groups if each.spots[0] in spots]
    if len(inner.groups) <= len(unfolded):
        return None
    left, top, right, bottom = zip(*unfolded, strict=True)
    return inner, (min(left), min(top), max(right), max(bottom))


def inset_edges(inset: Panel) -> Edges:
    """Left, top, right, bottom in pixels."""
    frame = inset.frame
    return frame.left, frame.top, frame.left + frame.width, frame.top + frame.height


def inset_shapes(inset: Panel, target: Edges, palette: Palette, width: float, height: float) -> list[dict[str, Any]]:
    """Its outline, and two lines that lead to the `target` box of what it unfolds, in paper coordinates."""
    edges = inset_edges(inset)
    line = {"color": palette.line2, "width": 1}
    paper = {"xref": "paper", "yref": "paper", "layer": "above", "line": line}
    sides = {"x0": edges[0] / width, "x1": edges[2] / width, "y0": 1 - edges[1] / height, "y1": 1 - edges[3] / height}
    leads = [
        {
            "type": "line",
            "name": LEAD,
            **paper,
            "x0": x0 / width,
            "y0": 1 - y0 / height,
            "x1": x1 / width,
            "y1": 1 - y1 / height,
        }
        for (x0, y0), (x1, y1) in _leads(edges, target)
    ]
    return [{"type": "rect", "name": INSET, **paper, **sides}, *leads]


def along_leads(inset: Panel, target: Edges) -> list[Edges]:
    """Small boxes along the two lines, so that no name is put across them."""
    boxes = []
    for (x0, y0), (x1, y1) in _leads(inset_edges(inset), target):
        steps = np.linspace(0, 1, max(2, math.ceil(math.hypot(x1 - x0, y1 - y0) / _LEAD_STEP_PX)))
        points = zip(x0 + steps * (x1 - x0), y0 + steps * (y1 - y0), strict=True)
        boxes += [(float(x) - 2, float(y) - 2, float(x) + 2, float(y) + 2) for x, y in points]
    return boxes


def _leads(edges: Edges, target: Edges) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    left, top, right, bottom = edges
    x, y = (target[0] + target[2]) / 2, (target[1] + target[3]) / 2
    if left <= x <= right:
        side = bottom if y > bottom else top
        return [((left, side), (target[0], y)), ((right, side), (target[2], y))]
    side = right if x > right else left
    return [((side, top), (x, target[1])), ((side, bottom), (x, target[3]))]


def _around(group: Group, main: Panel) -> tuple[Spot, ...]:
    """The spots of a mark, and the areas whose own place is under it."""
    areas = [spot for other in main.groups if other.is_area for spot in other.spots]
    x, y = main.frame.project([spot.longitude for spot in areas], [spot.latitude for spot in areas])
    near = np.hypot(x - group.x, y - group.y) < _NEAR_PX
    return group.spots + tuple(spot for spot, is_near in zip(areas, near, strict=True) if is_near)


def _frame(spots: Sequence[Spot], box: tuple[float, float, float, float]) -> Frame:
    longitudes = [spot.longitude for spot in spots]
    latitudes = [spot.latitude for spot in spots]
    for spot in spots:
        part = main_part(alpha_3(spot.place.country or "") or "") if spot.place.is_area else None
        if part is not None:
            longitudes += [part.bounds[0], part.bounds[2]]
            latitudes += [part.bounds[1], part.bounds[3]]
    return fitted_frame(longitudes, latitudes, box, _PADS, kind="mercator")


def _emptiest_sea(main: Panel, group: Group, taken: list[Edges]) -> tuple[float, float] | None:
    """Left and top of the box with least land that covers no mark, no arc and nothing `taken`; the nearer of equals."""
    width, height = SIZE_PX
    blocked = taken + [(x0 - 26, y0 - 10, x1 + 26, y1 + 10) for x0, y0, x1, y1 in main.boxes]
    blocked += [(x - 6, y - 6, x + 6, y + 6) for arc in main.arcs for x, y in zip(arc.x, arc.y, strict=True)]
    x, y, land = _land_shares(main.frame)
    free = land <= _LAND_SHARE
    for x0, y0, x1, y1 in blocked:
        free &= ~((x < x1) & (x + width > x0) & (y < y1) & (y + height > y0))
    if not free.any():
        return None
    far = np.hypot(x + width / 2 - group.x, y + height / 2 - group.y) / main.frame.width
    best = np.argmin(np.where(free, _LAND_WEIGHT * land + far, np.inf))
    return float(x.flat[best]), float(y.flat[best])


@lru_cache(maxsize=16)
def _land_shares(frame: Frame) -> tuple[Any, Any, Any]:
    """Left, top, and share of land (0 to 1) of every box where the inset might be, each an array of the same shape."""
    across, down = (math.ceil(size / _STEP_PX) + 1 for size in SIZE_PX)
    x = np.arange(frame.left + _STEP_PX, frame.left + frame.width - _STEP_PX, _STEP_PX)
    y = np.arange(frame.top + _STEP_PX, frame.top + frame.height - _STEP_PX, _STEP_PX)
    land = _is_land(*frame.unproject(*np.meshgrid(x, y))).astype(float)
    shares = np.lib.stride_tricks.sliding_window_view(land, (down, across)).mean(axis=(2, 3))
    return *np.meshgrid(x[: shares.shape[1]], y[: shares.shape[0]]), shares


def _is_land(longitude: Any, latitude: Any) -> Any:
    rows = ((np.clip(latitude, -89.9, 89.9) + 90) // _CELL).astype(int)
    return _land()[rows, ((wrap_longitude(longitude) + 180) // _CELL).astype(int)]


@lru_cache(maxsize=1)
def _land() -> Any:
    """Whether there is land in the middle of each cell of two degrees, from the south pole and 180 degrees west."""
    x, y = np.meshgrid(np.arange(-180 + _CELL / 2, 180, _CELL), np.arange(-90 + _CELL / 2, 90, _CELL))
    outlines = [shape for code in countries(110) if (shape := outline(code, 110)) is not None]
    on_land = np.zeros(x.shape, dtype=bool)
    for shape in shapely.from_wkb(shapely.to_wkb(outlines)):  # copies: no two threads may share one
        shapely.prepare(shape)
        for turn in (0, 360, -360) if max(abs(shape.bounds[0]), abs(shape.bounds[2])) > 180 else (0,):
            on_land |= shapely.contains_xy(shape, x + turn, y)
    return on_land
