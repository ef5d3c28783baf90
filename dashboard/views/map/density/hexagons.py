"""Hexagons as cells: all of one size on the earth, and of nearly one shape on the map.

They are regular on an equal-area projection. (Cells of H3 differ by half of their size, and cannot be told from each
other by a round number of square kilometres.) The grid stays where it is while the map is moved; nearer, it is finer.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from shapely.geometry import Polygon

from dashboard.model.geography import EARTH_RADIUS_KM
from dashboard.views.map.density.cell import Cell, Cells, by_count
from dashboard.views.map.marks import Spot
from dashboard.views.projection import EqualArea, Frame, stretch, wrap_longitude

WIDTH_PX: Final = 25.0
"""From side to side, as nearly as round numbers of square kilometres come."""

_AREAS_KM2: Final = tuple(float(step * 10**power) for power in range(7) for step in (1, 2, 5))
_SNAP: Final = (30.0, 15.0)
"""Degrees of longitude and latitude: the middle of the projection is the nearest multiple."""
_HALF_THE_WORLD: Final = 90.0
_CHORDS: Final = 3
"""Each side of a large hexagon is drawn by so many: straight on the projection, it is bent on the map."""
_BENT_KM2: Final = 200_000

Place = tuple[int, int]
"""A hexagon of a grid: axial coordinates."""


@dataclass(frozen=True, slots=True)
class HexGrid:
    """Hexagons of `area_km2`, with a corner to the north, over all of a projection."""

    projection: EqualArea
    area_km2: float

    @property
    def radius(self) -> float:
        """From the middle to a corner, in radii of the earth."""
        return math.sqrt(self.area_km2 / (1.5 * math.sqrt(3))) / EARTH_RADIUS_KM

    @property
    def inner_km(self) -> float:
        """From the middle to a side."""
        return self.radius * EARTH_RADIUS_KM * math.sqrt(3) / 2

    def places(self, longitudes: Iterable[float], latitudes: Iterable[float]) -> list[Place]:
        """The hexagon of each point (degrees): of the middles, the nearest."""
        x, y = self.projection.project(list(longitudes), list(latitudes))
        q, r = (math.sqrt(3) / 3 * x - y / 3) / self.radius, 2 / 3 * y / self.radius
        cube = np.stack([q, -q - r, r])
        nearest = np.round(cube)
        off = np.abs(nearest - cube)
        worst = np.argmax(off, axis=0)
        columns = np.arange(cube.shape[1])
        nearest[worst, columns] -= nearest.sum(axis=0)
        return [(int(q), int(r)) for q, r in zip(nearest[0], nearest[2], strict=True)]

    def middle(self, place: Place) -> tuple[float, float]:
        """Longitude and latitude."""
        x, y = self.projection.unproject(*self._middle(place))
        return float(x), float(y)

    def outline(self, place: Place) -> Polygon:
        """The hexagon in degrees; at the edge of the world, cut off there."""
        x, y = self._middle(place)
        turns = np.radians(60 * np.arange(7) + 30)
        across, up = x + self.radius * np.cos(turns), y + self.radius * np.sin(turns)
        chords = _CHORDS if self.area_km2 >= _BENT_KM2 else 1
        steps = np.arange(6 * chords + 1) / chords
        longitudes, latitudes = self.projection.unproject(
            np.interp(steps, np.arange(7), across), np.interp(steps, np.arange(7), up)
        )
        return Polygon(np.column_stack([longitudes.round(3), latitudes.round(3)]))

    def _middle(self, place: Place) -> tuple[float, float]:
        q, r = place
        return self.radius * math.sqrt(3) * (q + r / 2), self.radius * 1.5 * r


def hexagons_of(spots: Iterable[Spot], grid: HexGrid) -> Cells:
    """The hexagons with events. In none: places that may as well lie in the next one, such as whole countries."""
    points: list[Spot] = []
    rest: list[Spot] = []
    for spot in spots:
        is_known = not spot.place.is_area and spot.place.open_km <= grid.inner_km
        (points if is_known else rest).append(spot)
    found: dict[Place, list[Spot]] = {}
    places = grid.places([each.longitude for each in points], [each.latitude for each in points]) if points else []
    for spot, place in zip(points, places, strict=True):
        found.setdefault(place, []).append(spot)
    return Cells(by_count(_cell(place, held, grid) for place, held in found.items()), tuple(rest))


def grid_of(frame: Frame, base: Frame) -> HexGrid:
    """The grid for what a map shows: `frame`, and `base` before it was moved."""
    is_wide = frame.half_width > _HALF_THE_WORLD
    longitude = base.longitude if is_wide else _snap(frame.longitude, _SNAP[0])
    latitude = 0.0 if frame.kind == "natural earth" else min(75.0, _snap(abs(frame.latitude), _SNAP[1]))
    at = latitude if frame.kind == "mercator" else 0.0 if is_wide else frame.latitude
    px_per_km = frame.scale * float(stretch(frame.kind, at)) / math.cos(math.radians(at)) / EARTH_RADIUS_KM
    return _grid(EqualArea(frame.kind, float(wrap_longitude(longitude)), latitude), WIDTH_PX / px_per_km)


@lru_cache(maxsize=64)
def _grid(projection: EqualArea, width_km: float) -> HexGrid:
    wanted = width_km**2 * math.sqrt(3) / 2
    return HexGrid(projection, min(_AREAS_KM2, key=lambda area: abs(math.log(area / wanted))))


def _snap(degrees: float, step: float) -> float:
    return round(degrees / step) * step


def _cell(place: Place, spots: list[Spot], grid: HexGrid) -> Cell:
    longitude, latitude = grid.middle(place)
    title = f"Hexagon at {_degrees(latitude, 'NS')}, {_degrees(float(wrap_longitude(longitude)), 'EW')}"
    return Cell(f"{place[0]},{place[1]}", title, longitude, latitude, grid.outline(place), tuple(spots))


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.1f}° {signs[0] if value >= 0 else signs[1]}"
