"""Names of countries on land: a few, quiet, in capitals, where nothing else stands."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from dashboard.model.outlines import countries, label_point, main_part, short_name
from dashboard.views.geo_ink import Ink
from dashboard.views.geo_labels import LAND_PX, Label, Room
from dashboard.views.projection import Frame
from dashboard.views.text_width import text_width

_WEIGHT: Final = 450
_MOST: Final = 10
_LEAST_SEEN_PX2: Final = 400
_LEAST_DEGREES2: Final = 1.0


def land_labels(frame: Frame, room: Room, ink: Ink, without: Iterable[str] = ()) -> list[Label]:
    """Names of the largest countries, where they fit into what is seen of them; `without` some (alpha-3)."""
    labels: list[Label] = []
    left_out = {*without, "ATA"}
    for code, text, spot in _names_on_land(frame):
        if len(labels) == _MOST:
            break
        if code in left_out:
            continue
        width = text_width(text, LAND_PX, _WEIGHT)
        edges = (spot[0] - width / 2 - 3, spot[1] - LAND_PX * 0.6, spot[0] + width / 2 + 3, spot[1] + LAND_PX * 0.6)
        if room.is_free(edges):
            room.take(edges)
            labels.append(Label(text, *spot, 0.0, "middle center", ink.palette.geo, edges, _WEIGHT, LAND_PX))
    return labels


@lru_cache(maxsize=32)
def _names_on_land(frame: Frame) -> tuple[tuple[str, str, tuple[float, float]], ...]:
    """Code, name and its middle, in pixels, of the countries that have room for their name, the largest first."""
    named = [(code, shape, short_name(code).upper()) for code, shape in _largest_seen(frame)]
    spots = [_spot_on_land(code, shape, frame, text_width(text, LAND_PX, _WEIGHT)) for code, shape, text in named]
    return tuple((code, text, spot) for (code, _, text), spot in zip(named, spots, strict=True) if spot)


def _largest_seen(frame: Frame) -> list[tuple[str, Polygon]]:
    """What is seen of each country, in pixels, the largest first."""
    seen = box(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    found = []
    for code in countries(110):
        part = main_part(code, 50 if frame.resolution == 50 else 110)
        if part is None or part.area < _LEAST_DEGREES2:
            continue
        west, _, east, _ = part.bounds
        turn = 360 * round((frame.longitude - (west + east) / 2) / 360)
        x, y = frame.project(np.array([west, east]) + turn, np.array(part.bounds)[[1, 3]], unwrapped=True)
        if max(x) < seen.bounds[0] or min(x) > seen.bounds[2] or max(y) < seen.bounds[1] or min(y) > seen.bounds[3]:
            continue
        shape = shapely.transform(
            shapely.simplify(part, 0.2),
            lambda at, turn=turn: np.column_stack(frame.project(at[:, 0] + turn, at[:, 1], unwrapped=True)),
        )
        parts = [
            each
            for each in shapely.get_parts(shapely.intersection(shapely.make_valid(shape), seen))
            if isinstance(each, Polygon) and each.area > _LEAST_SEEN_PX2
        ]
        if parts:
            found.append((code, max(parts, key=lambda each: each.area)))
    return sorted(found, key=lambda each: -each[1].area)


def _spot_on_land(code: str, shape: Polygon, frame: Frame, width: float) -> tuple[float, float] | None:
    """Where the name stands on the land: at the country's label point, or in the middle of what is seen."""
    point = label_point(code)
    x, y = (float(each) for each in frame.project(point[1], point[0])) if point else (0.0, 0.0)
    inner = shapely.maximum_inscribed_circle(shape, tolerance=2).coords[0]
    half = width / 2
    for spot in ((x, y), (float(inner[0]), float(inner[1]))):
        if shape.contains(box(spot[0] - half, spot[1] - LAND_PX / 2, spot[0] + half, spot[1] + LAND_PX / 2)):
            return spot
    return None
