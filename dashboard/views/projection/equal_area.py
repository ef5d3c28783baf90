"""Two projections that keep areas: cells that are alike on them are alike on the earth.

Equal Earth (Šavrič, Patterson and Jenny, 2018) looks like the Natural Earth of the map of the world; the cylindrical
one (Lambert, 1772), at the latitude where it is true, like Mercator. Both in units of the earth's radius.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from dashboard.views.projection.frame import Kind, Pixels, wrap_longitude

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = math.sqrt(3) / 2
_TABLE: Final = np.linspace(-math.pi / 3, math.pi / 3, 7201)
"""Radians of the parametric latitude, of which Equal Earth's sine is that of the latitude times `_M`."""


@dataclass(frozen=True, slots=True)
class EqualArea:
    """The equal-area projection that looks most like a map of this kind about a point."""

    kind: Kind
    longitude: float
    """Degrees, in the middle."""
    latitude: float = 0.0
    """Degrees, where the cylindrical projection is true."""

    def project(self, longitude: ArrayLike, latitude: ArrayLike) -> tuple[Pixels, Pixels]:
        """Radians east of the middle and north of the equator, stretched so that areas are kept."""
        turned = np.radians(wrap_longitude(np.asarray(longitude, dtype=np.float64) - self.longitude))
        phi = np.radians(np.asarray(latitude, dtype=np.float64))
        if self.kind == "mercator":
            true = math.cos(math.radians(self.latitude))
            return turned * true, np.sin(phi) / true
        theta = np.arcsin(_M * np.sin(phi))
        return turned * np.cos(theta) / _across(theta), _up(theta)

    def unproject(self, x: ArrayLike, y: ArrayLike) -> tuple[Pixels, Pixels]:
        """Longitude and latitude (degrees); of what lies beyond the edge of the world, the nearest edge."""
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if self.kind == "mercator":
            true = math.cos(math.radians(self.latitude))
            latitude, turned = np.degrees(np.arcsin(np.clip(y * true, -1, 1))), np.degrees(x / true)
        else:
            theta = np.interp(y, _up(_TABLE), _TABLE)
            latitude = np.degrees(np.arcsin(np.clip(np.sin(theta) / _M, -1, 1)))
            turned = np.degrees(x * _across(theta) / np.cos(theta))
        return np.clip(turned, -180, 180) + self.longitude, latitude


def _across(theta: Pixels) -> Pixels:
    """By this times the cosine of `theta`, longitudes are divided."""
    a1, a2, a3, a4 = _A
    theta2 = theta * theta
    theta6 = theta2**3
    return np.asarray(_M * (a1 + 3 * a2 * theta2 + theta6 * (7 * a3 + 9 * a4 * theta2)))


def _up(theta: Pixels) -> Pixels:
    a1, a2, a3, a4 = _A
    theta2 = theta * theta
    theta6 = theta2**3
    return np.asarray(theta * (a1 + a2 * theta2 + theta6 * (a3 + a4 * theta2)))
