"""Countries as cells: each event in the country of its place, as the record has it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np

from dashboard.model.geography import (
    Scale,
    alpha_3,
    country_at,
    country_name,
    label_point,
    main_part,
    nearest_town,
    outline,
)
from dashboard.model.registry import Place
from dashboard.query.location import anchor
from dashboard.views.map.density.cell import Cell, Cells, by_count
from dashboard.views.map.marks import Spot
from dashboard.views.projection import Frame, ring

_TOWN_KM: Final = 10
_AROUND: Final = 9
"""Every so many degrees of the circle in which a place may lie is asked for its country."""
_LEAST_PX2: Final = 36.0


def countries_of(spots: Iterable[Spot], frame: Frame) -> Cells:
    """The countries of these places. Without a country: places that nobody has said, and what no outline can settle."""
    found: dict[str, list[Spot]] = {}
    rest: list[Spot] = []
    for spot in spots:
        code = alpha_3(country_of(spot.place) or "")
        (found.setdefault(code, []) if code and _stands(code, spot) else rest).append(spot)
    return Cells(by_count(_cell(code, places, frame) for code, places in found.items()), tuple(rest))


def country_of(place: Place) -> str | None:
    """The country (alpha-2) of a place: the record's; else that in which all of it must lie, by outlines and towns.

    None where they do not say the same, where states dispute the area, at sea, and of a region.
    """
    if place.country or place.latitude is None or place.longitude is None or place.is_area:
        return place.country
    return _country_around(place.latitude, place.longitude, place.open_km)


@lru_cache(maxsize=4096)
def _country_around(latitude: float, longitude: float, radius_km: float) -> str | None:
    country = country_at(latitude, longitude)
    if country is None:
        return None
    town = nearest_town(latitude, longitude, _TOWN_KM)
    east, north = ring(longitude, latitude, radius_km) if radius_km else (np.array([longitude]), np.array([latitude]))
    around = {country_at(float(y), float(x)) for x, y in zip(east[::_AROUND], north[::_AROUND], strict=True)}
    return country if around == {country} and (town is None or town.country == country) else None


def is_small(code: str, frame: Frame) -> bool:
    """Whether the country is a speck on the map, or not drawn at all: a sign stands for it."""
    millions: Scale = 50 if frame.resolution == 50 else 110
    part = main_part(code, millions)
    if part is None:
        return True
    west, south, east, north = part.bounds
    x, y = frame.project([west, east], [south, north], unwrapped=True)
    return float(abs(x[1] - x[0]) * abs(y[1] - y[0])) < _LEAST_PX2


def _stands(code: str, spot: Spot) -> bool:
    """Whether there is a place on the map for the country: its own, or that of the event."""
    return label_point(code) is not None or anchor(spot.place) is not None


def _cell(code: str, spots: list[Spot], frame: Frame) -> Cell:
    at = label_point(code)
    latitude, longitude = at or (spots[0].latitude, spots[0].longitude)
    millions: Scale = 50 if frame.resolution == 50 else 110
    country = spots[0].place.country or country_of(spots[0].place)
    return Cell(code, country_name(country), longitude, latitude, outline(code, millions), tuple(spots))
