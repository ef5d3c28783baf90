"""Areas: where no closer place than a country or region is known. Shaded, hatched, and dashed at the edge."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from dashboard.model.geography import BoundingBox, alpha_3, outline
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Palette, Trace, blend, choropleth, scattergeo
from dashboard.views.map.marks import Ink, Spot
from dashboard.views.projection import Frame, Path, disc, join_paths

HATCH_PX: Final = 6.0

_MOST_HATCHED: Final = 5
"""From so many events on that are known by their country alone, hatching says no more than their marks do."""

_EDGE_DEGREES: Final = 2.0
_STEP_PX: Final = 24.0
_SEEN_PX: Final = 10.0


@dataclass(frozen=True, slots=True)
class Area:
    """A country, or a region of known radius, and the events that happened somewhere in it."""

    code: str | None
    """ISO 3166-1 alpha-3; None for a region drawn by its radius."""
    shape: BaseGeometry
    """Degrees."""
    readings: tuple[ResolvedEvent, ...]


def edge_trace(area: BoundingBox, palette: Palette) -> Trace:
    """The edge of an area that the reader filters by, along its parallels and meridians."""
    width = (area.east - area.west) % 360 or 360 * (area.east != area.west)
    steps = max(2, math.ceil(width / _EDGE_DEGREES) + 1)
    across = [area.west + width * step / (steps - 1) for step in range(steps)]
    longitudes = [*across, *reversed(across), area.west]
    latitudes = [*[area.north] * steps, *[area.south] * steps, area.north]
    line = {"color": palette.text, "width": 1.2, "dash": "6px,4px"}
    return scattergeo(mode="lines", lon=longitudes, lat=latitudes, line=line, hoverinfo="skip", geo="geo")


def spots_to_hatch(spots: Sequence[Spot], of_all: Sequence[Spot], selected: str | None) -> list[Spot]:
    """The spots whose country or region is hatched: each where few events are known by their country alone.

    Among more, which would hatch half of the world, that of the selected event, and regions of known radius.
    """
    vague = sum(len(spot.readings) for spot in of_all if spot.place.is_area)
    return [
        spot
        for spot in spots
        if vague < _MOST_HATCHED
        or spot.place.radius_km
        or (spot.place.is_area and any(each.id == selected for each in spot.readings))
    ]


def areas_of(spots: Iterable[Spot], resolution: int) -> tuple[Area, ...]:
    """The areas among `spots`, each country once; a country that the outlines leave out has its mark alone."""
    areas: dict[str, Area] = {}
    for spot in (each for each in spots if each.place.is_area):
        region = spot.place.precision != "country" and spot.place.latitude is not None
        code = None if region else alpha_3(spot.place.country or "")
        if region and spot.place.radius_km:
            shape: BaseGeometry | None = Polygon(disc(spot.longitude, spot.latitude, spot.place.radius_km))
        else:
            shape = outline(code, 50 if resolution == 50 else 110) if code else None
        key = code or spot.place.id
        held = areas[key].readings if key in areas else ()
        if shape is not None:
            areas[key] = Area(code, shape, held + spot.readings)
    return tuple(areas.values())


def area_traces(areas: Sequence[Area], frame: Frame, ink: Ink, geo: str) -> list[Any]:
    """Ground, hatching and edge of all areas, bottom first; one trace of each for each colour."""
    traces = [
        _ground(list(same), color, geo) for color, same in _by(areas, lambda each: _ground_color(each, ink)) if color
    ]
    for color, same in _by(areas, lambda area: ink.of(area.readings)):
        shapes = [(area, in_pixels(area.shape, frame)) for area in same]
        hatch = [path for _, shape in shapes for path in hatching(shape, frame)]
        edges = [path for area, _ in shapes for path in _edges(area.shape, frame)]
        if hatch:
            traces.append(_lines(hatch, blend(color, ink.palette.land, 0.5), 0.8, "solid", geo))
        traces.append(_lines(edges, color, 1.0, "2px,2px", geo))
    return traces


def _by(areas: Iterable[Area], key: Any) -> Iterable[tuple[str, Iterable[Area]]]:
    return groupby(sorted(areas, key=key), key=key)


def _ground_color(area: Area, ink: Ink) -> str:
    held = ink.selected is not None and not ink.is_dimmed(area.readings)
    return ink.area(area.readings, selected=held) if area.code else ""


def _ground(areas: Sequence[Area], color: str, geo: str) -> Trace:
    return choropleth(
        locations=[area.code for area in areas],
        z=[1] * len(areas),
        colorscale=[[0, color], [1, color]],
        showscale=False,
        marker={"line": {"width": 0}, "opacity": 1},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hoverinfo="skip",
        geo=geo,
    )


def _lines(paths: Sequence[Path], color: str, width: float, dash: str, geo: str) -> Trace:
    longitude, latitude = join_paths(paths)
    line = {"color": color, "width": width, "dash": dash}
    return scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=geo)


def in_pixels(shape: BaseGeometry, frame: Frame) -> BaseGeometry:
    """What the frame shows of a shape in degrees, in pixels."""
    parts = np.array([part for part in shapely.get_parts(shape) if isinstance(part, Polygon)], dtype=object)
    seen = box(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    west, south, east, north = shapely.bounds(parts).T.reshape(4, -1)
    turns = 360 * np.round((frame.longitude - (west + east) / 2) / 360)
    widest = np.clip(0.0, south, north)  # nearest to the equator: there a part reaches furthest
    corners = np.stack([west, east, west, east]) + turns, np.stack([south, north, widest, widest])
    x, y = frame.project(*corners, unwrapped=True)
    left, top, right, bottom = seen.bounds
    is_seen = (x.min(0) < right) & (x.max(0) > left) & (y.min(0) < bottom) & (y.max(0) > top)
    if not is_seen.any():
        return Polygon()
    at, of = shapely.get_coordinates(parts[is_seen], return_index=True)
    drawn = shapely.set_coordinates(
        parts[is_seen].copy(),
        np.column_stack(frame.project(at[:, 0] + turns[is_seen][of], at[:, 1], unwrapped=True)),
    )
    cut = shapely.intersection(shapely.make_valid(drawn), seen)
    return cut[0] if len(cut) == 1 else shapely.union_all(cut)


def hatching(shape: BaseGeometry, frame: Frame) -> list[Path]:
    """Parallel lines at 45 degrees across a shape in pixels, given back in degrees."""
    if shape.is_empty:
        return []
    left, top, right, bottom = shape.bounds
    if max(right - left, bottom - top) < _SEEN_PX:
        return []
    step = HATCH_PX * 2**0.5
    offsets = np.arange(np.ceil((left + top) / step) * step, right + bottom, step)
    strokes = (
        MultiLineString([[(each - bottom, bottom), (each - top, top)] for each in offsets])
        if len(offsets)
        else LineString()
    )
    cut = shapely.get_parts(shapely.intersection(strokes, shape))
    lines = [shapely.segmentize(line, _STEP_PX) for line in cut if isinstance(line, LineString) and line.length > 1]
    return [frame.unproject(*line.xy) for line in lines]


def _edges(shape: BaseGeometry, frame: Frame) -> list[Path]:
    """The outer rings, without islands that are a speck at this scale: of those, the largest alone."""
    rings = [part.exterior for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    largest = max(rings, key=lambda ring: ring.length, default=None)
    least = math.degrees(_SEEN_PX / frame.scale) * 2
    return [
        (np.asarray(each.xy[0]), np.asarray(each.xy[1])) for each in rings if each is largest or each.length > least
    ]
