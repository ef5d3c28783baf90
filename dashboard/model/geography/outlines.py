"""Outlines of countries: what the map hatches, and what a point must lie in.

The United Nations' geodata, as the topojson files have them that the map itself draws; at 1:10m Natural Earth's, which
the checks ask where the former say no. An outline is decoded when it is first asked for, and kept.
"""

from functools import lru_cache
from typing import Final

import numpy as np
import pycountry
import shapely
from shapely.affinity import scale, translate
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from dashboard.model.geography.distances import distance_km
from dashboard.model.geography.topojson import Scale, country_shape, shapes_of

_KOSOVO: Final = ("XK", "XKX")  # in use, but not in ISO 3166-1
_SHORT_NAMES: Final = {
    "BRN": "Brunei",
    "CAF": "Central African Rep.",
    "COD": "DR Congo",
    "COG": "Congo",
    "DOM": "Dominican Rep.",
    "FSM": "Micronesia",
    "KOR": "South Korea",
    "LAO": "Laos",
    "PRK": "North Korea",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SYR": "Syria",
    "TUR": "Turkey",
    "XKX": "Kosovo",
}
DISPUTED: Final = {
    "XAC": "Aksai Chin",
    "XAP": "Arunachal Pradesh",
    "XBT": "Bir Tawil",
    "XHT": "Hala'ib Triangle",
    "XIT": "Ilemi Triangle",
    "XJK": "Jammu and Kashmir",
}
"""Areas that states dispute, or that none claims: the outlines give them to none, under codes of their own."""


def alpha_3(alpha_2: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of an alpha-2 code; None where there is none."""
    if alpha_2 == _KOSOVO[0]:
        return _KOSOVO[1]
    country = pycountry.countries.get(alpha_2=alpha_2)
    return country.alpha_3 if country else None


def alpha_2(alpha_3: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of an alpha-3 code; None where there is none."""
    if alpha_3 == _KOSOVO[1]:
        return _KOSOVO[0]
    country = pycountry.countries.get(alpha_3=alpha_3)
    return country.alpha_2 if country else None


def short_name(alpha_3: str) -> str:
    """The name that a map has room for: `Russia`, `South Korea`; the code where there is none."""
    if name := _SHORT_NAMES.get(alpha_3) or DISPUTED.get(alpha_3):
        return name
    country = pycountry.countries.get(alpha_3=alpha_3)
    if country is None:
        return alpha_3
    whole: str = getattr(country, "common_name", country.name)
    return whole.partition(",")[0]


def countries(millions: Scale = 50) -> tuple[str, ...]:
    """Alpha-3 codes of all that have an outline at this scale."""
    return tuple(shapes_of(millions))


def outline(alpha_3: str, millions: Scale = 50) -> BaseGeometry | None:
    """The country in degrees (longitude, latitude); None where this scale leaves it out.

    Whole across the antimeridian: longitudes there go on beyond 180, or below -180.
    """
    return country_shape(alpha_3, millions)


@lru_cache(maxsize=1024)
def main_part(alpha_3: str, millions: Scale = 50) -> Polygon | None:
    """The largest polygon of the country: what a map is framed on, so that far islands do not pull it away."""
    whole = outline(alpha_3, millions)
    parts = [part for part in shapely.get_parts(whole) if isinstance(part, Polygon)] if whole is not None else []
    flat = [(part.area * float(np.cos(np.radians(part.centroid.y))), part) for part in parts]
    return max(flat, key=lambda each: each[0])[1] if flat else None


@lru_cache(maxsize=1024)
def label_point(alpha_3: str) -> tuple[float, float] | None:
    """Latitude and longitude where the country's name stands; None where it has no outline."""
    part = main_part(alpha_3)
    if part is None:
        return None
    given = [each["properties"]["ct"] for each in shapes_of(50)[alpha_3] if each.get("properties", {}).get("ct")]
    on_it = [ct for ct in given if part.contains(Point(ct))]
    longitude, latitude = on_it[0] if on_it else part.representative_point().coords[0]
    return float(latitude), float(longitude)


def has_outline(country: str, millions: Scale = 50) -> bool:
    """Whether the country (alpha-2) is drawn at this scale."""
    return (alpha_3(country) or "") in shapes_of(millions)


def contains(
    country: str, latitude: float, longitude: float, tolerance_km: float = 0.0, millions: Scale = 50
) -> bool | None:
    """Whether the point (degrees) lies in `country` (alpha-2) at this scale, or no further than `tolerance_km` outside.

    None where nothing can be said: the country has no outline, or the point is in an area that states dispute and the
    outlines give to none (Kashmir, Arunachal Pradesh, Abyei).
    """
    shape = outline(alpha_3(country) or "", millions)
    if shape is None:
        return None
    inside = any(shape.covers(here) for here in _with_full_turns(latitude, longitude))
    if inside or (tolerance_km > 0 and _distance_km(shape, latitude, longitude) <= tolerance_km):
        return True
    here = Point(longitude, latitude)
    return None if any(area.covers(here) for area in _disputed_areas()) else False


def km_outside(country: str, latitude: float, longitude: float, millions: Scale = 50) -> float | None:
    """How far the point (degrees) lies from the outline of `country` (alpha-2); None where it has none."""
    shape = outline(alpha_3(country) or "", millions)
    return None if shape is None else _distance_km(shape, latitude, longitude)


def country_at(latitude: float, longitude: float, tolerance_km: float = 0.0) -> str | None:
    """Alpha-2 code of the country at a point (degrees), or of the nearest within `tolerance_km`; None at sea."""
    tree, codes = _index()
    turned = _with_full_turns(latitude, longitude)
    inside = [i for here in turned for i in tree.query(here) if tree.geometries[i].covers(here)]
    if inside:
        return alpha_2(codes[inside[0]])
    if tolerance_km <= 0:
        return None
    margin = tolerance_km / 111 / max(float(np.cos(np.radians(latitude))), 0.05)
    around = {int(i) for here in turned for i in tree.query(here.buffer(margin))}
    near = [(_distance_km(tree.geometries[i], latitude, longitude), codes[i]) for i in around]
    return alpha_2(min(near)[1]) if near and min(near)[0] <= tolerance_km else None


def _with_full_turns(latitude: float, longitude: float) -> tuple[Point, Point, Point]:
    """The point, and the same a full turn west and east: an outline may go on beyond 180 degrees."""
    return Point(longitude - 360, latitude), Point(longitude, latitude), Point(longitude + 360, latitude)


def _distance_km(shape: BaseGeometry, latitude: float, longitude: float) -> float:
    squeeze = max(float(np.cos(np.radians(latitude))), 0.01)
    distances = []
    for here in _with_full_turns(latitude, longitude):
        flat = scale(translate(shape, -here.x, -here.y), squeeze, 1, origin=(0, 0))
        nearest = nearest_points(flat, Point(0, 0))[0]
        distances.append(distance_km(latitude, here.x, nearest.y + here.y, nearest.x / squeeze + here.x))
    return min(distances)


@lru_cache(maxsize=1)
def _disputed_areas() -> tuple[BaseGeometry, ...]:
    shapes = (outline(code) for code in countries(50) if alpha_2(code) is None)
    return tuple(shape for shape in shapes if shape is not None)


@lru_cache(maxsize=1)
def _index() -> tuple[shapely.STRtree, tuple[str, ...]]:
    codes = countries(50)
    return shapely.STRtree([outline(code) for code in codes]), codes


def country_name(alpha_2: str | None) -> str:
    """`South Korea` of `KR` (ISO 3166-1); the code where there is none; `No country` without a code."""
    if alpha_2 is None:
        return "No country"
    code = alpha_3(alpha_2)
    return short_name(code) if code else alpha_2
