"""Outlines of countries: what the map hatches, and what a point must lie in.

The United Nations' geodata, as the topojson files have them that the map itself draws. An outline is decoded when it is
first asked for, and kept. TopoJSON: arcs are delta-encoded and quantised; `~i` names arc `i` backwards (TopoJSON
format 1.0).
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import pycountry
import shapely
from shapely.affinity import scale, translate
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from dashboard.model.distances import distance_km

Scale: TypeAlias = Literal[50, 110]
"""Millions: 1:50m or 1:110m. At 1:110m Manta's runway lies at sea."""

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
_DISPUTED_NAMES: Final = {
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
    if name := _SHORT_NAMES.get(alpha_3) or _DISPUTED_NAMES.get(alpha_3):
        return name
    country = pycountry.countries.get(alpha_3=alpha_3)
    if country is None:
        return alpha_3
    whole: str = getattr(country, "common_name", country.name)
    return whole.partition(",")[0]


def countries(millions: Scale = 50) -> tuple[str, ...]:
    """Alpha-3 codes of all that have an outline at this scale."""
    return tuple(_shapes(millions))


@lru_cache(maxsize=1024)
def outline(alpha_3: str, millions: Scale = 50) -> BaseGeometry | None:
    """The country in degrees (longitude, latitude); None where this scale leaves it out.

    Whole across the antimeridian: longitudes there go on beyond 180, or below -180.
    """
    shapes = _shapes(millions).get(alpha_3, ())
    if not shapes:
        return None
    parts = [part for each in shapes for part in ([each["arcs"]] if each["type"] == "Polygon" else each["arcs"])]
    polygons = [Polygon(_ring(part[0], millions), [_ring(hole, millions) for hole in part[1:]]) for part in parts]
    return shapely.make_valid(MultiPolygon(polygons))


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
    given = [each["properties"]["ct"] for each in _shapes(50)[alpha_3] if each.get("properties", {}).get("ct")]
    on_it = [ct for ct in given if part.contains(Point(ct))]
    longitude, latitude = on_it[0] if on_it else part.representative_point().coords[0]
    return float(latitude), float(longitude)


def contains(country: str, latitude: float, longitude: float, tolerance_km: float = 0.0) -> bool | None:
    """Whether the point (degrees) lies in `country` (alpha-2) at 1:50m, or no further than `tolerance_km` outside.

    None where nothing can be said: the country has no outline, or the point is in an area that states dispute and the
    outlines give to none (Kashmir, Arunachal Pradesh, Abyei).
    """
    shape = outline(alpha_3(country) or "")
    if shape is None:
        return None
    inside = any(shape.covers(here) for here in _turned(latitude, longitude))
    if inside or (tolerance_km > 0 and _distance_km(shape, latitude, longitude) <= tolerance_km):
        return True
    here = Point(longitude, latitude)
    return None if any(area.covers(here) for area in _disputed()) else False


def country_at(latitude: float, longitude: float, tolerance_km: float = 0.0) -> str | None:
    """Alpha-2 code of the country at a point (degrees), or of the nearest within `tolerance_km`; None at sea."""
    tree, codes = _index()
    turned = _turned(latitude, longitude)
    inside = [i for here in turned for i in tree.query(here) if tree.geometries[i].covers(here)]
    if inside:
        return alpha_2(codes[inside[0]])
    if tolerance_km <= 0:
        return None
    margin = tolerance_km / 111 / max(float(np.cos(np.radians(latitude))), 0.05)
    around = {int(i) for here in turned for i in tree.query(here.buffer(margin))}
    near = [(_distance_km(tree.geometries[i], latitude, longitude), codes[i]) for i in around]
    return alpha_2(min(near)[1]) if near and min(near)[0] <= tolerance_km else None


def _turned(latitude: float, longitude: float) -> tuple[Point, Point, Point]:
    """The point, and the same a full turn west and east: an outline may go on beyond 180 degrees."""
    return Point(longitude - 360, latitude), Point(longitude, latitude), Point(longitude + 360, latitude)


def _distance_km(shape: BaseGeometry, latitude: float, longitude: float) -> float:
    squeeze = max(float(np.cos(np.radians(latitude))), 0.01)
    distances = []
    for here in _turned(latitude, longitude):
        flat = scale(translate(shape, -here.x, -here.y), squeeze, 1, origin=(0, 0))
        nearest = nearest_points(flat, Point(0, 0))[0]
        distances.append(distance_km(latitude, here.x, nearest.y + here.y, nearest.x / squeeze + here.x))
    return min(distances)


@lru_cache(maxsize=1)
def _disputed() -> tuple[BaseGeometry, ...]:
    shapes = (outline(code) for code in countries(50) if alpha_2(code) is None)
    return tuple(shape for shape in shapes if shape is not None)


@lru_cache(maxsize=1)
def _index() -> tuple[shapely.STRtree, tuple[str, ...]]:
    codes = countries(50)
    return shapely.STRtree([outline(code) for code in codes]), codes


@lru_cache(maxsize=2)
def _topology(millions: Scale) -> dict[str, Any]:
    text = (files("dashboard.app") / "static" / "topojson" / f"world_{millions}m.json").read_text(encoding="utf-8")
    topology: dict[str, Any] = json.loads(text)
    return topology


@lru_cache(maxsize=2)
def _shapes(millions: Scale) -> dict[str, list[dict[str, Any]]]:
    shapes: dict[str, list[dict[str, Any]]] = {}
    for shape in _topology(millions)["objects"]["countries"]["geometries"]:
        if shape.get("id") and shape["type"] in ("Polygon", "MultiPolygon"):
            shapes.setdefault(shape["id"], []).append(shape)  # a country may be there in pieces: Ecuador and Galapagos
    return shapes


@lru_cache(maxsize=16_384)
def _arc(index: int, millions: Scale) -> np.ndarray[Any, np.dtype[np.float64]]:
    topology = _topology(millions)
    steps = np.cumsum(np.array(topology["arcs"][index], dtype=np.float64)[:, :2], axis=0)
    step, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return np.asarray(steps * step + origin)


def _ring(indices: list[int], millions: Scale) -> np.ndarray[Any, np.dtype[np.float64]]:
    arcs = [_arc(~index, millions)[::-1] if index < 0 else _arc(index, millions) for index in indices]
    ring = np.concatenate([arcs[0], *(arc[1:] for arc in arcs[1:])])
    ring[:, 0] = np.unwrap(ring[:, 0], period=360)
    if abs(ring[0, 0] - ring[-1, 0]) > 180:  # around the pole: Antarctica
        ring = np.concatenate([ring, [[ring[-1, 0], -90.0], [ring[0, 0], -90.0]]])
    ring[:, 0] -= 360 * np.round((ring[:, 0].min() + ring[:, 0].max()) / 720)
    return ring
