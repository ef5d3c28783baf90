"""TopoJSON as it is decoded: the shapes of countries, from the arcs that they share.

Arcs are delta-encoded and quantised; `~i` names arc `i` backwards (TopoJSON format 1.0).
"""

import json
import lzma
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import pycountry
import shapely
from shapely.geometry import MultiPoint, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Scale: TypeAlias = Literal[10, 50, 110]
"""Millions: 1:10m, 1:50m or 1:110m. At 1:110m Manta's runway lies at sea, at 1:50m parts of Dakar."""

Shapes: TypeAlias = dict[str, list[dict[str, Any]]]

FINEST: Final = 10
"""Natural Earth's, for the checks alone; the others are the United Nations', which the map draws."""
_FEWEST: Final = 3
"""So many points or fewer, the first and last of which are the same, have no area: an islet that rounding flattened."""
_NAMES_WITHOUT_CODE: Final = {"Kosovo": "XKX"}


@lru_cache(maxsize=1024)
def country_shape(alpha_3: str, millions: Scale) -> BaseGeometry | None:
    """The country in degrees (longitude, latitude); None where this scale leaves it out.

    Longitudes go on beyond 180, or below -180, where an outline does.
    """
    shapes = shapes_of(millions).get(alpha_3, ())
    if not shapes:
        return None
    parts = [part for each in shapes for part in ([each["arcs"]] if each["type"] == "Polygon" else each["arcs"])]
    rings = [[_ring(ring, millions) for ring in part] for part in parts]
    polygons = [
        Polygon(edge, [hole for hole in holes if len(hole) > _FEWEST]) for edge, *holes in rings if len(edge) > _FEWEST
    ]
    if not polygons:  # all of it flattened: the Vatican at 1:10m. It is still where its points are
        return MultiPoint(np.concatenate([edge for edge, *_ in rings]))
    whole = MultiPolygon(polygons)
    return whole if whole.is_valid else shapely.make_valid(whole)


@lru_cache(maxsize=3)
def shapes_of(millions: Scale) -> Shapes:
    """Shapes by alpha-3 code, as the file has them: a country may have several, as Ecuador and Galápagos."""
    shapes: Shapes = {}
    for shape in _topology(millions)["objects"]["countries"]["geometries"]:
        if (code := _code(shape, millions)) and shape["type"] in ("Polygon", "MultiPolygon"):
            shapes.setdefault(code, []).append(shape)
    return shapes


def _code(shape: dict[str, Any], millions: Scale) -> str | None:
    """The alpha-3 code of a shape. Natural Earth's ids are ISO's numbers; what is not a country of ISO's has none."""
    if millions != FINEST:
        return shape.get("id")
    country = pycountry.countries.get(numeric=shape.get("id", ""))
    return country.alpha_3 if country else _NAMES_WITHOUT_CODE.get(shape["properties"]["name"])


@lru_cache(maxsize=3)
def _topology(millions: Scale) -> dict[str, Any]:
    if millions == FINEST:
        packed = (files("dashboard.model") / "outlines_10m" / "countries-10m.json.xz").read_bytes()
        text = lzma.decompress(packed).decode()
    else:
        text = (files("dashboard.app") / "static" / "topojson" / f"world_{millions}m.json").read_text(encoding="utf-8")
    topology: dict[str, Any] = json.loads(text)
    return topology


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
