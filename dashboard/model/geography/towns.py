"""Towns of the world: where people live is in a country, however coarse its outline is.

All towns over 15,000 people of GeoNames, read when they are first asked for, and kept.
"""

import lzma
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import product
from math import cos, floor, radians
from typing import NamedTuple

from dashboard.model.geography.distances import distance_km

_KM_OF_A_DEGREE = 110.5
"""The least that a degree of latitude measures."""
_NEAR_POLE = 89.0
"""Degrees; nearer to a pole no town is."""


class Town(NamedTuple):
    """A town of the gazetteer."""

    country: str
    """ISO 3166-1 alpha-2, or XK: whose it is, as GeoNames has it."""
    latitude: float
    longitude: float
    name: str


def nearest_town(latitude: float, longitude: float, km: float, country: str | None = None) -> Town | None:
    """The nearest town, of `country` alone where it is given, no further than `km` from a point (degrees)."""
    around = [town for town in _around(latitude, longitude, km) if country in (None, town.country)]
    far = [(distance_km(latitude, longitude, town.latitude, town.longitude), town) for town in around]
    near = min(far, default=None)
    return near[1] if near and near[0] <= km else None


def _around(latitude: float, longitude: float, km: float) -> Iterator[Town]:
    """Towns in the box around a circle: of the fields of the grid that it touches, those between its edges."""
    north = km / _KM_OF_A_DEGREE
    east = min(180.0, north / cos(radians(min(_NEAR_POLE, abs(latitude) + north))))
    rows = range(floor(latitude - north), floor(latitude + north) + 1)
    columns = {column % 360 for column in range(floor(longitude - east), floor(longitude + east) + 1)}
    for field in product(rows, columns):
        for town in _grid().get(field, ()):
            across = abs((town.longitude - longitude + 180) % 360 - 180)
            if abs(town.latitude - latitude) <= north and across <= east:
                yield town


@lru_cache(maxsize=1)
def towns() -> tuple[Town, ...]:
    """All towns, in the order of the file."""
    packed = (files("dashboard.model") / "gazetteer" / "towns.tsv.xz").read_bytes()
    rows = (line.split("\t") for line in lzma.decompress(packed).decode().splitlines())
    return tuple(Town(country, float(north), float(east), name) for country, north, east, name in rows)


@lru_cache(maxsize=1)
def _grid() -> dict[tuple[int, int], list[Town]]:
    """Towns by the degree that they are in: south-west corner, eastward from Greenwich."""
    grid: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in towns():
        grid[floor(town.latitude), floor(town.longitude) % 360].append(town)
    return dict(grid)
