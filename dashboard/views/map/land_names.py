"""Names on land, quiet, where nothing else stands: a few countries in capitals, and from near towns beside dots."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from dashboard.model.geography import DISPUTED, Scale, countries, label_point, main_part, populated_places, short_name
from dashboard.views.drawing import Trace, scattergeo, text_width
from dashboard.views.map.label_space import LabelSpace, MapLabel
from dashboard.views.map.labels import LAND_PX
from dashboard.views.map.marks import Ink
from dashboard.views.projection import Frame

_WEIGHT: Final = 450
_MOST: Final = 10
_LEAST_SEEN_PX2: Final = 400
_LEAST_DEGREES2: Final = 1.0
_COARSE_DEGREES: Final = 0.2
_HALF_OF_IT: Final = 0.5
"""At least so much of its name lies in an area that states dispute: the dashed border tells what it belongs to."""
_SCALES: Final[tuple[Scale, ...]] = (110, 50)

TOWN_PX: Final = 10.0
_DOT_PX: Final = 3.0
NEAREST_ZOOM: Final = 4.5
"""Towns are named from there on. As web maps count: the world is 256 pixels wide at 0, and doubles with each step."""
_TILE_PX: Final = 256
_RANKS_BEHIND: Final = 1.0
"""At zoom 6 there are towns up to rank 5, as Natural Earth means its ranks."""
_MOST_TOWNS: Final = 24
_AT_MARK_PX: Final = 14.0

Pixel: TypeAlias = tuple[float, float]
Degrees: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Shapes: TypeAlias = np.ndarray[Any, np.dtype[np.object_]]


def land_labels(frame: Frame, room: LabelSpace, ink: Ink, without: Iterable[str] = ()) -> list[MapLabel]:
    """Names of the largest countries, where they fit into what is seen of them; `without` some (alpha-3).

    Of areas that states dispute first, which are small: no country's name takes their place.
    """
    labels: list[MapLabel] = []
    left_out = {*without, "ATA"}
    for code in sorted(_largest_seen(frame), key=lambda each: each not in DISPUTED):
        if len(labels) == _MOST:
            break
        text = short_name(code).upper()
        width = text_width(text, LAND_PX, _WEIGHT)
        if code in left_out or (spot := _spot_on_land(code, frame, width)) is None:
            continue
        edges = (spot[0] - width / 2 - 3, spot[1] - LAND_PX * 0.6, spot[0] + width / 2 + 3, spot[1] + LAND_PX * 0.6)
        if room.is_free(edges):
            room.take(edges)
            labels.append(MapLabel(text, *spot, 0.0, "middle center", ink.palette.geo, edges, _WEIGHT, LAND_PX))
    return labels


def prepare() -> None:
    """Decodes the outlines that any map may need: some tenths of a second."""
    for millions in _SCALES:
        _parts(millions)


@lru_cache(maxsize=32)
def _largest_seen(frame: Frame) -> Mapping[str, Polygon]:
    """What is seen of each country, in pixels, the largest first."""
    codes, parts, (west, south, east, north) = _parts(50 if frame.resolution == 50 else 110)
    turn = 360 * np.round((frame.longitude - (west + east) / 2) / 360)
    edges = box(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    (x0, y0), (x1, y1) = (frame.project(x + turn, y, unwrapped=True) for x, y in ((west, south), (east, north)))
    left, top, right, bottom = edges.bounds
    is_seen = (
        (np.maximum(x0, x1) >= left)
        & (np.minimum(x0, x1) <= right)
        & (np.maximum(y0, y1) >= top)
        & (np.minimum(y0, y1) <= bottom)
    )
    groups = [(by, np.flatnonzero(is_seen & (turn == by))) for by in np.unique(turn)]
    shapes = np.concatenate([_to_pixels(parts[places], by, frame) for by, places in groups])
    of = np.concatenate([places for _, places in groups])
    pieces, index = shapely.get_parts(
        shapely.clip_by_rect(shapely.make_valid(shapes), *edges.bounds), return_index=True
    )
    areas = np.where([isinstance(piece, Polygon) for piece in pieces], shapely.area(pieces), 0.0)
    found: dict[str, Polygon] = {}
    for piece in np.argsort(-areas, kind="stable"):
        if areas[piece] > _LEAST_SEEN_PX2:
            found.setdefault(codes[of[index[piece]]], pieces[piece])
    return found


def _to_pixels(parts: Shapes, turn: float, frame: Frame) -> Shapes:
    """The shapes in pixels, after a `turn` of degrees."""
    drawn: Shapes = shapely.transform(
        parts, lambda at: np.column_stack(frame.project(at[:, 0] + turn, at[:, 1], unwrapped=True))
    )
    return drawn


@lru_cache(maxsize=2)
def _parts(millions: Scale) -> tuple[list[str], Shapes, tuple[Degrees, ...]]:
    """Code and main part of each country that is not small, as coarse as a name needs it; their bounds, in degrees.

    Of the areas that states dispute all, and as they are.
    """
    found = [(code, part) for code in countries(110) if (part := main_part(code, millions))]
    large = [
        (code, part if code in DISPUTED else shapely.simplify(part, _COARSE_DEGREES))
        for code, part in found
        if code in DISPUTED or part.area >= _LEAST_DEGREES2
    ]
    parts = np.array([part for _, part in large], dtype=object)
    return [code for code, _ in large], parts, tuple(shapely.bounds(parts).T)


@lru_cache(maxsize=512)
def _spot_on_land(code: str, frame: Frame, width: float) -> tuple[float, float] | None:
    """The place of the name on the land: the country's label point, or the middle of what is seen; None if neither."""
    shape, half = _largest_seen(frame)[code], width * (_HALF_OF_IT if code in DISPUTED else 1) / 2
    for spot in _spots(code, shape, frame):
        if shape.contains(box(spot[0] - half, spot[1] - LAND_PX / 2, spot[0] + half, spot[1] + LAND_PX / 2)):
            return spot
    return None


def _spots(code: str, shape: Polygon, frame: Frame) -> Iterator[tuple[float, float]]:
    point = label_point(code)
    x, y = (float(each) for each in frame.project(point[1], point[0])) if point else (0.0, 0.0)
    yield x, y
    inner = shapely.maximum_inscribed_circle(shape, tolerance=2).coords[0]
    yield float(inner[0]), float(inner[1])


def zoom_of(frame: Frame) -> float:
    """How near a frame is, as web maps count."""
    return math.log2(2 * math.pi * frame.scale / _TILE_PX)


def town_labels(frame: Frame, room: LabelSpace, ink: Ink, marks: Iterable[Pixel]) -> tuple[list[MapLabel], list[Pixel]]:
    """Names of the largest towns for which there is room, but at one of the `marks`; and the pixels of their dots."""
    labels: list[MapLabel] = []
    dots: list[Pixel] = []
    stands = np.array([*marks, (math.inf, math.inf)])
    for name, x, y in _towns_in_sight(frame):
        if len(labels) == _MOST_TOWNS:
            break
        if np.hypot(stands[:, 0] - x, stands[:, 1] - y).min() < _AT_MARK_PX:
            continue
        width, up = text_width(name, TOWN_PX), TOWN_PX * 0.6
        for left in (x + _DOT_PX + 2, x - _DOT_PX - 2 - width):
            dot = (min(left, x - _DOT_PX), y - up, max(left + width, x + _DOT_PX), y + up)
            if room.is_free(dot):
                room.take(dot)
                at = (left + width / 2, y)
                labels.append(MapLabel(name, *at, 0.0, "middle center", ink.palette.geo, dot, 400, TOWN_PX))
                dots.append((x, y))
                break
    return labels, dots


def dot_traces(dots: Iterable[Pixel], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """The dots of the towns that are named; no trace without."""
    at = list(dots)
    if not at:
        return []
    longitude, latitude = frame.unproject(*zip(*at, strict=True))
    marker: dict[str, Any] = {"size": _DOT_PX, "color": ink.palette.geo, "line": {"width": 0}}
    place = {"lon": np.round(longitude, 4).tolist(), "lat": np.round(latitude, 4).tolist()}
    return [scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **place)]


@lru_cache(maxsize=16)
def _towns_in_sight(frame: Frame) -> tuple[tuple[str, float, float], ...]:
    zoom = zoom_of(frame)
    if zoom < NEAREST_ZOOM:
        return ()
    known = [place for place in populated_places() if place.rank <= zoom - _RANKS_BEHIND]
    x, y = frame.project([place.longitude for place in known], [place.latitude for place in known])
    left, top, right, bottom = frame.visible_edges
    seen = np.flatnonzero((x > left) & (x < right) & (y > top) & (y < bottom))
    return tuple((known[index].name, float(x[index]), float(y[index])) for index in seen)
