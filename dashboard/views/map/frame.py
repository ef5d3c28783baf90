"""The part of the earth that the map shows: its edge runs where no event is, and the events fill the box.

Or what the reader has made of it: marks are merged, and names laid out, for that.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import numpy as np

from dashboard.model.geography import alpha_3, main_part
from dashboard.views.map.arcs import arcs_of
from dashboard.views.map.marks import Spot
from dashboard.views.projection import Frame, Kind, height, latitude_at, ring, stretch, wrap_longitude

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels of the figure."""

View: TypeAlias = Literal["fit", "world"]

NARROW_PX: Final = 560
"""Under this width there is less air at the sides, and no legend."""

MOST_SCALE: Final = 1000.0
"""As near as a reader may come, where the map as it was drawn is 1."""

SOUTH_OF_PEOPLE: Final = -58.0
"""Degrees: Antarctica is left out where no event is there."""

_REGION_DEGREES: Final = 44.0
_LEAST_DEGREES: Final = 9.0
_FAR_NORTH: Final = 84.0
_LEAST_AIR: Final = 48.0
_BEYOND: Final = 4.0
_WORLD_CENTRE: Final = 11.0
_MOST_ARCS_FRAMED: Final = 50
_POLE: Final = 90.0
_SIDE_SHARE: Final = 0.2
_LEAST_SEEN_DEGREES: Final = 2.0
_WORTH: Final = 1.25
_APART_PX: Final = 40.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """The part of a map that a reader has moved to, as Plotly reports it."""

    longitude: float
    latitude: float
    """Degrees, in the middle."""
    scale: float
    """1 as the map was drawn; 2 twice as near."""

    def __str__(self) -> str:
        """The view as text for an address: longitude, latitude, scale."""
        return f"{self.longitude:.4f},{self.latitude:.4f},{self.scale:.4f}"

    @classmethod
    def parse(cls, text: str) -> "Viewport | None":
        """What `str` has given, with a longitude that goes on beyond 180 brought back; None for anything else."""
        try:
            longitude, latitude, scale = map(float, text.split(","))
        except ValueError:
            return None
        if not (math.isfinite(longitude) and abs(latitude) <= _POLE and 0 < scale < math.inf):
            return None
        return cls(longitude if abs(longitude) <= 180 else float(wrap_longitude(longitude)), latitude, scale)


def frame_of(spots: Sequence[Spot], view: View, width: int, tall: int) -> Frame:
    """The frame that fits events, what they are about, areas and rings; or the world, its seam where no event is."""
    longitudes, latitudes = [spot.longitude for spot in spots], [spot.latitude for spot in spots]
    box = (0.0, 0.0, float(width), float(tall))
    if view == "world":
        return world_frame(longitudes, latitudes, box)
    for arc in arcs_of(spots)[:_MOST_ARCS_FRAMED]:
        along, up = arc.path()
        longitudes += along.tolist()
        latitudes += up.tolist()
    for spot in spots:
        part = main_part(alpha_3(spot.place.country or "") or "", 110) if spot.place.is_area else None
        if spot.place.radius_km:
            along, up = ring(spot.longitude, spot.latitude, spot.place.radius_km)
            longitudes += along.tolist()
            latitudes += up.tolist()
        elif part is not None:
            west, south, east, north = part.bounds
            longitudes += [west, (west + east) / 2, east]
            latitudes += [south, (south + north) / 2, north]
    side = 110.0 if width >= NARROW_PX else 56.0
    return fitted_frame(longitudes, latitudes, box, (side, tall * 0.08, side, tall * 0.14))


def world_frame(longitudes: Sequence[float], latitudes: Sequence[float], box: Box) -> Frame:
    """The whole world, its seam in the widest gap between `longitudes`; of the Atlantic view where there are none."""
    middle = middle_of(longitudes) if len(longitudes) else _WORLD_CENTRE
    south, north = _between(latitudes)
    scale = _whole_world("natural earth", south, north, box)
    return _frame("natural earth", middle, box, scale, low=south, high=north)


def fitted_frame(
    longitudes: Sequence[float], latitudes: Sequence[float], box: Box, pads: Box, *, kind: Kind | None = None
) -> Frame:
    """The smallest frame of the box's shape that holds these points, off its edges by `pads`: left, top, right, bottom.

    Mercator for a region, where circles stay circles; else Natural Earth. Without points, the world.
    """
    if not len(longitudes):
        return world_frame([], [], box)
    middle = middle_of(longitudes)
    kind = kind or _kind(longitudes, latitudes, middle)
    left, top, right, bottom = pads
    room_x, room_y = max(box[2] - left - right, 40), max(box[3] - top - bottom, 40)
    y = height(kind, latitudes)
    scale = box[3] / math.radians(_LEAST_DEGREES)
    for _ in range(3):
        x = np.radians(wrap_longitude(np.asarray(longitudes) - middle)) * stretch(kind, latitudes)
        scale = min(scale, room_x / max(np.ptp(x), 1e-9), room_y / max(np.ptp(y), 1e-9))
        off = (x.min() + x.max()) / 2 + (right - left) / 2 / scale
        middle += math.degrees(off / float(stretch(kind, float(np.mean(latitudes)))))
    if kind == "natural earth":  # rather less air than sea beside the globe
        scale = max(
            scale, min(box[2] / (2 * math.pi * float(stretch(kind, 0))), (box[3] - _LEAST_AIR) / max(np.ptp(y), 1e-9))
        )
    y_middle = (y.min() + y.max()) / 2 + (top - bottom) / 2 / scale
    middle = float(wrap_longitude(middle))
    south, north = _between(latitudes)
    return _frame(kind, middle, box, scale, low=south, high=north, y_middle=float(y_middle))


def _whole_world(kind: Kind, south: float, north: float, box: Box) -> float:
    """The scale in pixels at which the whole world between these latitudes fits the box."""
    across = 2 * math.pi * float(stretch(kind, 0))
    return min(box[2] / across, box[3] / float(height(kind, north) - height(kind, south)))


def least_scale(frame: Frame) -> float:
    """The scale of a `Viewport` at which the world with its poles fits the frame's box; at most 1, the frame's."""
    south, north = min(frame.south, SOUTH_OF_PEOPLE), max(frame.north, _FAR_NORTH)
    if frame.kind == "natural earth":  # Mercator's poles are infinitely far
        south, north = -_POLE, _POLE
    box = (frame.left, frame.top, frame.width, frame.height)
    return min(_whole_world(frame.kind, south, north, box) / frame.scale, 1.0)


def hold(frame: Frame, seen: Viewport) -> Viewport:
    """What is `seen`, no smaller than the whole world and no nearer than allowed."""
    return replace(seen, scale=min(max(seen.scale, least_scale(frame)), MOST_SCALE))


def _between(latitudes: Sequence[float]) -> tuple[float, float]:
    """The southern and northern ends of the map: the land that people live on, or beyond the last event."""
    south = min([SOUTH_OF_PEOPLE, *(each - _BEYOND for each in latitudes)])
    north = max([_FAR_NORTH, *(each + _BEYOND for each in latitudes)])
    return max(south, -90.0), min(north, 90.0)


def _frame(
    kind: Kind, middle: float, box: Box, scale: float, *, low: float, high: float, y_middle: float | None = None
) -> Frame:
    """The frame of this scale, moved up or down until it ends between `low` and `high` where it can."""
    half = box[3] / 2 / scale
    y_low, y_high = float(height(kind, low)), float(height(kind, high))
    pole = float(height(kind, 90))
    y_middle = (y_low + y_high) / 2 if y_middle is None else y_middle
    y_middle = (
        min(max(y_middle, y_low + half), y_high - half)
        if 2 * half <= y_high - y_low
        else min(max((y_low + y_high) / 2, pole - half), y_low + half)
    )
    y_middle = max(min(y_middle, pole - half), half - pole) if half < pole else 0.0
    south, north = (
        float(latitude_at(kind, max(min(edge, pole), -pole))) for edge in (y_middle - half, y_middle + half)
    )
    widest = float(stretch(kind, min(max(0.0, south), north) if north > 0 else north))
    half_width = min(math.degrees(box[2] / 2 / scale / widest), 180.0)
    return Frame(kind, middle, half_width, south, north, *box)


def _kind(longitudes: Sequence[float], latitudes: Sequence[float], middle: float) -> Kind:
    turned = wrap_longitude(np.asarray(longitudes) - middle)
    small = np.ptp(turned) <= _REGION_DEGREES and np.ptp(np.asarray(latitudes)) <= _REGION_DEGREES
    return "mercator" if small and max(abs(min(latitudes)), abs(max(latitudes))) <= 70 else "natural earth"


def middle_of(longitudes: Sequence[float]) -> float:
    """The longitude opposite to the middle of the widest gap."""
    ordered = np.unique(wrap_longitude(longitudes))
    gaps = np.diff(ordered, append=ordered[0] + 360)
    widest = int(np.argmax(gaps))
    return float(wrap_longitude(ordered[widest] + gaps[widest] / 2 + 180))


def move_frame(frame: Frame, seen: Viewport) -> Frame:
    """The frame in which the same pixels show what is `seen`. Its box is smaller where the world does not fill it."""
    kind, scale = frame.kind, frame.scale * seen.scale
    x, y = frame.centre
    middle, pole = float(height(kind, seen.latitude)), float(height(kind, 90))
    top = max(frame.top, y - (pole - middle) * scale)
    bottom = min(frame.top + frame.height, y + (pole + middle) * scale)
    north, south = (float(latitude_at(kind, middle - (edge - y) / scale)) for edge in (top, bottom))
    widest = float(stretch(kind, min(max(0.0, south), north) if north > 0 else north))
    half_width = min(math.degrees(frame.width / 2 / scale / widest), 180.0)
    width = 2 * math.radians(half_width) * widest * scale
    return Frame(
        kind, seen.longitude, half_width, south, north, left=x - width / 2, top=top, width=width, height=bottom - top
    )


def close_up(
    frame: Frame, seen: Viewport | None, longitudes: Sequence[float], latitudes: Sequence[float]
) -> Viewport | None:
    """What shows these places (degrees) as large as they go, with air around them.

    None where that is hardly nearer than what is `seen` of the frame, or the places are one mark even so.
    """
    middle, y = middle_of(longitudes), height(frame.kind, latitudes)
    x = np.radians(wrap_longitude(np.asarray(longitudes) - middle)) * stretch(frame.kind, latitudes)
    room = 1 - 2 * _SIDE_SHARE
    scale = min(
        frame.width * room / max(float(np.ptp(x)), 1e-9),
        frame.height * room / max(float(np.ptp(y)), 1e-9),
        frame.height / math.radians(_LEAST_SEEN_DEGREES),
    )
    times = min(scale / frame.scale, MOST_SCALE)
    is_one = math.hypot(float(np.ptp(x)), float(np.ptp(y))) * scale < _APART_PX
    if is_one or times < _WORTH * (seen.scale if seen else 1):
        return None
    latitude = float(latitude_at(frame.kind, (y.min() + y.max()) / 2))
    across = (x.min() + x.max()) / 2 / float(stretch(frame.kind, latitude))
    return Viewport(float(wrap_longitude(middle + math.degrees(across))), latitude, times)
