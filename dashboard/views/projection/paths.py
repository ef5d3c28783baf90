"""Paths on the sphere: great circles and rings, in degrees."""

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from dashboard.model.geography import EARTH_RADIUS_KM

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Path: TypeAlias = tuple[Numbers, Numbers]
"""Longitudes and latitudes."""

RING_POINTS = 73


def great_circle(start: tuple[float, float], end: tuple[float, float], fractions: Numbers) -> Path:
    """Points at `fractions` (0 to 1) of the way from `start` to `end`, each longitude and latitude."""
    first, last = _vector(*start), _vector(*end)
    angle = math.acos(max(-1.0, min(1.0, float(first @ last))))
    if angle < 1e-9 or math.pi - angle < 1e-9:  # the same point, or opposite: no single way leads there
        return np.interp(fractions, [0, 1], [start[0], end[0]]), np.interp(fractions, [0, 1], [start[1], end[1]])
    way = np.sin((1 - fractions) * angle)[:, None] * first + np.sin(fractions * angle)[:, None] * last
    x, y, z = way.T / math.sin(angle)
    return np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))


def ring(longitude: float, latitude: float, radius_km: float) -> Path:
    """A circle of 73 points around a point, closed; longitudes are continuous and may pass 180."""
    bearing = np.linspace(0, 2 * math.pi, RING_POINTS)
    reach, phi = radius_km / EARTH_RADIUS_KM, math.radians(latitude)
    north = np.arcsin(
        np.clip(math.sin(phi) * math.cos(reach) + math.cos(phi) * math.sin(reach) * np.cos(bearing), -1, 1)
    )
    east = np.arctan2(
        np.sin(bearing) * math.sin(reach) * math.cos(phi), math.cos(reach) - math.sin(phi) * np.sin(north)
    )
    return longitude + np.degrees(np.unwrap(east)), np.degrees(north)


def disc(longitude: float, latitude: float, radius_km: float) -> list[tuple[float, float]]:
    """The points of that ring, for a polygon."""
    return [(float(x), float(y)) for x, y in zip(*ring(longitude, latitude, radius_km), strict=True)]


def join_paths(paths: Sequence[Path]) -> tuple[list[float | None], list[float | None]]:
    """Many paths as one trace: parted by None, to four decimals (11 m)."""
    longitude: list[float | None] = []
    latitude: list[float | None] = []
    for x, y in paths:
        longitude += [*np.round(x, 4).tolist(), None]
        latitude += [*np.round(y, 4).tolist(), None]
    return longitude[:-1], latitude[:-1]


def _vector(longitude: float, latitude: float) -> Numbers:
    lam, phi = math.radians(longitude), math.radians(latitude)
    return np.array([math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)])
