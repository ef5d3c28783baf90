"""Projections that keep areas, so that hexagons that are alike on them are alike on the earth."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.projection import EqualArea

PROJECTIONS = [EqualArea("natural earth", 0.0), EqualArea("natural earth", 150.0), EqualArea("mercator", -75.0, 45.0)]


@pytest.mark.parametrize("projection", PROJECTIONS, ids=str)
@given(st.floats(-179, 179), st.floats(-88, 88))
def test_a_small_rectangle_keeps_its_area(projection, turn, latitude):
    """Whatever its place: east of one meridian, and between two parallels."""
    step, longitude = 1e-3, projection.longitude + turn
    x, y = projection.project([longitude, longitude + step, longitude], [latitude, latitude, latitude + step])
    on_earth = math.radians(step) * (math.sin(math.radians(latitude + step)) - math.sin(math.radians(latitude)))
    assert (x[1] - x[0]) * (y[2] - y[0]) == pytest.approx(on_earth, rel=1e-3)


@pytest.mark.parametrize("projection", PROJECTIONS, ids=str)
@given(st.floats(-179.9, 179.9), st.floats(-89.9, 89.9))
def test_a_point_comes_back(projection, turn, latitude):
    """To a hundredth of a degree, near the poles too."""
    longitude, back = projection.unproject(*projection.project(projection.longitude + turn, latitude))
    assert float(back) == pytest.approx(latitude, abs=0.01)
    off = (float(longitude) - projection.longitude - turn + 180) % 360 - 180
    assert off * math.cos(math.radians(latitude)) == pytest.approx(0, abs=0.01)


def test_what_lies_beyond_the_world_is_at_its_edge():
    """Corners of a hexagon at the seam or at a pole."""
    longitudes, latitudes = PROJECTIONS[0].unproject([5.0, -5.0, 0.0], [0.0, 0.0, 9.0])
    assert np.allclose(longitudes, [180, -180, 0])
    assert latitudes[2] == pytest.approx(90, abs=0.01)
