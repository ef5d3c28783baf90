"""Degrees to pixels, as Plotly's `geo` does it: marks are merged and labels laid out before they are drawn.

Plotly fits a box of longitudes and latitudes into the subplot (d3's `fitExtent`), puts `center` in its middle, and
clips to it. The box's edges are great circles between five points, so its top bulges towards the pole: `_edge` takes
that back.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

Pixels: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Kind: TypeAlias = Literal["natural earth", "mercator"]

_NEAR_DEGREES: Final = 22.0
"""To each side: of less, coarse outlines look wrong."""
_LIMIT: Final = {"natural earth": 90.0, "mercator": 84.0}
_TABLE: Final = np.radians(np.linspace(-90, 90, 3601))


def stretch(kind: Kind, latitude: ArrayLike) -> Pixels:
    """The width of a radian of longitude at `latitude` (degrees), in units of the projection."""
    phi2 = np.radians(latitude) ** 2
    if kind == "mercator":
        return np.ones_like(phi2)
    phi4 = phi2 * phi2
    return np.asarray(0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)))


def height(kind: Kind, latitude: ArrayLike) -> Pixels:
    """The distance of `latitude` (degrees) from the equator, in units of the projection.

    Natural Earth's polynomial: Šavrič, Jenny, Patterson, Petrovič and Hurni, 2011.
    """
    phi = np.radians(np.clip(latitude, -_LIMIT[kind], _LIMIT[kind]))
    if kind == "mercator":
        return np.asarray(np.log(np.tan(math.pi / 4 + phi / 2)))
    phi2 = phi * phi
    phi4 = phi2 * phi2
    return np.asarray(phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4))))


def latitude_at(kind: Kind, y: ArrayLike) -> Pixels:
    """The latitude (degrees) that is drawn at height `y`, the inverse of `height`."""
    if kind == "mercator":
        return np.degrees(2 * np.arctan(np.exp(y)) - math.pi / 2)
    radians: Pixels = np.interp(np.asarray(y), _heights(kind), _TABLE)
    return np.degrees(radians)


@lru_cache(maxsize=2)
def _heights(kind: Kind) -> Pixels:
    return height(kind, np.degrees(_TABLE))


def wrap_longitude(longitude: ArrayLike) -> Pixels:
    """Longitudes brought to -180 up to 180."""
    return np.asarray((np.asarray(longitude, dtype=np.float64) + 180) % 360 - 180)


@dataclass(frozen=True, slots=True)
class Frame:
    """What one `geo` shows, and where: a box of the earth in a box of the figure."""

    kind: Kind
    longitude: float
    """Degrees, in the middle: the seam is opposite."""
    half_width: float
    """Degrees of longitude shown to each side, at most 180."""
    south: float
    north: float
    """Degrees of latitude, drawn at the lower and upper edge."""
    left: float
    top: float
    width: float
    height: float
    """Pixels within the figure."""

    @property
    def scale(self) -> float:
        """Pixels for a unit of the projection."""
        return _fit(self)[0]

    @property
    def centre(self) -> tuple[float, float]:
        """Pixel in the middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def visible_edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom pixel of what is drawn: less than the box where the world is narrower."""
        scale, across, down, _ = _fit(self)
        across, down = across * scale / 2, down * scale / 2
        x, y = self.centre
        return x - across, y - down, x + across, y + down

    @property
    def latitude(self) -> float:
        """Degrees, in the middle."""
        return float(latitude_at(self.kind, _fit(self)[3]))

    @property
    def resolution(self) -> int:
        """Outlines: 1:50m for a region, 1:110m for the world, which pans smoothly."""
        return 50 if self.kind == "mercator" or self.half_width < _NEAR_DEGREES else 110

    def project(self, longitude: ArrayLike, latitude: ArrayLike, *, unwrapped: bool = False) -> tuple[Pixels, Pixels]:
        """Pixels from the figure's upper left corner. `unwrapped`: of an outline, that may go on beyond the seam."""
        turned = np.asarray(longitude, dtype=np.float64) - self.longitude
        turned = turned if unwrapped else wrap_longitude(turned)
        x, y = self.centre
        scale, _, _, middle = _fit(self)
        return (
            x + scale * np.radians(turned) * stretch(self.kind, latitude),
            y - scale * (height(self.kind, latitude) - middle),
        )

    def unproject(self, x: ArrayLike, y: ArrayLike) -> tuple[Pixels, Pixels]:
        """Longitude and latitude (degrees) that are drawn at these pixels."""
        middle_x, middle_y = self.centre
        scale, _, _, middle = _fit(self)
        latitude = latitude_at(self.kind, middle - (np.asarray(y, dtype=np.float64) - middle_y) / scale)
        turned = np.degrees((np.asarray(x, dtype=np.float64) - middle_x) / scale / stretch(self.kind, latitude))
        return turned + self.longitude, latitude

    def layout(self, figure_width: float, figure_height: float) -> dict[str, Any]:
        """The part of Plotly's `layout.geo` that makes it draw so."""
        quarter = self.half_width / 4
        return {
            "projection": {"type": self.kind, "rotation": {"lon": self.longitude, "lat": 0, "roll": 0}, "scale": 1},
            "center": {"lon": self.longitude, "lat": self.latitude},
            "lonaxis": {"range": [self.longitude - self.half_width, self.longitude + self.half_width]},
            "lataxis": {"range": [-_edge(-self.south, quarter), _edge(self.north, quarter)]},
            "resolution": self.resolution,
            "domain": {
                "x": [self.left / figure_width, (self.left + self.width) / figure_width],
                "y": [1 - (self.top + self.height) / figure_height, 1 - self.top / figure_height],
            },
        }


@lru_cache(maxsize=64)
def _fit(frame: Frame) -> tuple[float, float, float, float]:
    """Pixels for a unit of the projection; width, height and middle of what is shown, in those units."""
    nearest = min(max(0.0, frame.south), frame.north) if frame.north > 0 else frame.north
    south, north = float(height(frame.kind, frame.south)), float(height(frame.kind, frame.north))
    across = 2 * math.radians(frame.half_width) * float(stretch(frame.kind, nearest))
    return min(frame.width / across, frame.height / (north - south)), across, north - south, (north + south) / 2


def _edge(latitude: float, quarter: float) -> float:
    """Latitude of the corners of an edge whose great circles reach `latitude`, `quarter` degrees from their ends."""
    if latitude <= 0 or latitude >= 90:
        return latitude
    return math.degrees(math.atan(math.tan(math.radians(latitude)) * math.cos(math.radians(quarter))))
