"""A locator map: one country among its neighbours, and the point of a place in it, as outlines of an SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Final

import shapely
from shapely.affinity import translate
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from dashboard.model.geography import alpha_3, countries, main_part, outline

WIDTH: Final = 132
HEIGHT: Final = 88
"""Pixels."""
_MARGIN: Final = 0.2
"""The share of the country's height and width that is left free on each side."""
_LEAST_DEGREES: Final = (4.0, 16.0)
"""The degrees of latitude that are shown at least; the second where the first has hardly any land: about an atoll."""
_LEAST_LAND: Final = 0.01
"""The share of the map that is land at least, if it can be."""
_LEAST_NARROW: Final = 0.05
"""A degree of longitude at a pole is drawn no narrower."""
_TURNS: Final = (0.0, 360.0, -360.0)
"""Degrees: outlines go on beyond 180, and so does the map."""
_FINEST_PX: Final = 0.5
"""What is smaller is left out of outlines."""


@dataclass(frozen=True, slots=True)
class LocatorMap:
    """Outlines in pixels, as the `d` of SVG paths."""

    land: str
    """All countries but the one."""
    country: str
    point: tuple[float, float] | None
    """Where the place is; None where all of the country is meant."""
    width: int = WIDTH
    height: int = HEIGHT


@lru_cache(maxsize=256)
def locator_map(country: str, latitude: float | None = None, longitude: float | None = None) -> LocatorMap | None:
    """The map of a country (ISO 3166-1 alpha-2) and a point in degrees; None where neither can be drawn."""
    code = alpha_3(country)
    whole, part = (outline(code), main_part(code)) if code else (None, None)
    point = Point(longitude, latitude) if longitude is not None and latitude is not None else None
    if point is not None and whole is not None and part is not None:
        point, part = _point_and_part(point, whole, part)
    shown = [each for each in (part, point) if each is not None]
    if not shown:
        return None
    others = [shape for each in countries() if each != code and (shape := outline(each)) is not None]
    for degrees in _LEAST_DEGREES:
        frame = _Frame(shapely.union_all(shown), degrees)
        lands = [land for each in others for land in frame.parts_in_sight(each)]
        own = list(frame.parts_in_sight(whole)) if whole is not None else []
        if frame.share(lands + own) >= _LEAST_LAND:
            break
    pixel = frame.pixel(point.x, point.y) if point is not None else None
    return LocatorMap("".join(map(frame.path, lands)), "".join(map(frame.path, own)), pixel)


def _point_and_part(point: Point, whole: BaseGeometry, main: Polygon) -> tuple[Point, Polygon]:
    """The point, at the turn of the globe where the country is; and the part of the country that it is in or near."""
    point = min((translate(point, xoff=turn) for turn in _TURNS), key=whole.distance)
    if box(*main.bounds).contains(point):
        return point, main
    parts = [part for part in shapely.get_parts(whole) if isinstance(part, Polygon)]
    return point, min(parts, key=point.distance)


class _Frame:
    """What the map shows: a rectangle in degrees, a degree of longitude being as long as it is in its middle."""

    def __init__(self, shown: BaseGeometry, least: float) -> None:
        """`shown` is in sight with a margin, and no less than `least` degrees of latitude are."""
        west, south, east, north = shown.bounds
        self._middle = (west + east) / 2, (south + north) / 2
        self._narrow = max(cos(radians(self._middle[1])), _LEAST_NARROW)
        high = max((north - south) * (1 + 2 * _MARGIN), least)
        wide = (east - west) * self._narrow * (1 + 2 * _MARGIN)
        self._scale = min(HEIGHT / high, WIDTH / wide) if wide else HEIGHT / high
        across, up = WIDTH / self._scale / self._narrow / 2, HEIGHT / self._scale / 2
        longitude, latitude = self._middle
        self._box = box(longitude - across, latitude - up, longitude + across, latitude + up)
        self._prepared = prep(self._box)

    def share(self, lands: Sequence[Polygon]) -> float:
        """How much of the map is land."""
        return sum((land.area for land in lands), 0.0) / float(self._box.area)

    def parts_in_sight(self, shape: BaseGeometry) -> Iterator[Polygon]:
        """The parts of a country that are in sight, at whatever turn of the globe it is."""
        west, south, east, north = shape.bounds
        for turn in _TURNS:
            if not self._prepared.intersects(box(west + turn, south, east + turn, north)):
                continue
            inside = shapely.intersection(shapely.make_valid(translate(shape, xoff=turn)), self._box)
            for part in shapely.get_parts(shapely.simplify(inside, _FINEST_PX / self._scale)):
                if isinstance(part, Polygon) and not part.is_empty:
                    yield part

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point is drawn, from the upper left corner."""
        x = WIDTH / 2 + (longitude - self._middle[0]) * self._narrow * self._scale
        y = HEIGHT / 2 - (latitude - self._middle[1]) * self._scale
        return round(x, 1), round(y, 1)

    def path(self, part: Polygon) -> str:
        """One part as the `d` of a path; lakes are not drawn."""
        corners = (self.pixel(*corner) for corner in part.exterior.coords[:-1])
        return "M" + "L".join(f"{x:g},{y:g}" for x, y in corners) + "Z"
