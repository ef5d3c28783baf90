"""Names of countries on land: a few, quiet, in capitals, where nothing else stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from dashboard.model.geography import DISPUTED, Scale, countries, label_point, main_part, short_name
from dashboard.views.drawing import text_width
from dashboard.views.map.ink import Ink
from dashboard.views.map.label_space import LabelSpace, MapLabel
from dashboard.views.map.labels import LAND_PX
from dashboard.views.map.projection import Frame

_WEIGHT: Final = 450
_MOST: Final = 10
_LEAST_SEEN_PX2: Final = 400
_LEAST_DEGREES2: Final = 1.0
_COARSE_DEGREES: Final = 0.2
_HALF_OF_IT: Final = 0.5
"""At least so much of its name lies in an area that states dispute: the dashed border tells what it belongs to."""
_SCALES: Final[tuple[Scale, ...]] = (110, 50)

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
