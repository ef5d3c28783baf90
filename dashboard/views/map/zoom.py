"""What the reader sees of a map that they have moved: marks are merged, and names laid out, for that."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.views.map.frame import middle_of
from dashboard.views.map.projection import Frame, height, latitude_at, stretch, wrap_longitude

_POLE: Final = 90.0
_LEAST: Final = 0.05
_MOST: Final = 1000.0
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
        """What `str` has given; None for anything else."""
        try:
            longitude, latitude, scale = map(float, text.split(","))
        except ValueError:
            return None
        is_on_the_map = abs(longitude) <= 180 and abs(latitude) <= _POLE and _LEAST <= scale <= _MOST
        return cls(longitude, latitude, scale) if is_on_the_map else None


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
    times = min(scale / frame.scale, _MOST)
    is_one = math.hypot(float(np.ptp(x)), float(np.ptp(y))) * scale < _APART_PX
    if is_one or times < _WORTH * (seen.scale if seen else 1):
        return None
    latitude = float(latitude_at(frame.kind, (y.min() + y.max()) / 2))
    across = (x.min() + x.max()) / 2 / float(stretch(frame.kind, latitude))
    return Viewport(float(wrap_longitude(middle + math.degrees(across))), latitude, times)
