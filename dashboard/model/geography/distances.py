"""Distances on the ellipsoid."""

from geographiclib.geodesic import Geodesic

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG), for drawing on a sphere."""


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Length of the geodesic between two points given in degrees, on WGS 84."""
    return float(Geodesic.WGS84.Inverse(latitude, longitude, other_latitude, other_longitude)["s12"]) / 1000
