"""The edge of an area that the reader filters by."""

import itertools

import pytest

from dashboard.model.geography import BoundingBox
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.map.areas import edge_trace


@pytest.mark.parametrize("area", ["-98,-17,-49,20", "170,-10,-170,10", "-180,-90,180,90", "5,5,5.01,5.01"])
def test_the_edge_runs_around_the_area_and_closes(area):
    """Along parallels and meridians in small steps, also across 180 degrees and around the earth."""
    box = BoundingBox.parse(area)
    trace = edge_trace(box, LIGHT)
    points = list(zip(trace["lon"], trace["lat"], strict=True))
    assert points[0] == points[-1]
    assert {latitude for _, latitude in points} == {box.south, box.north}
    assert all(box.holds((longitude + 180) % 360 - 180, latitude) for longitude, latitude in points[1:-1:3])
    along = [abs(x - u) for (x, y), (u, v) in itertools.pairwise(points) if y == v]
    assert max(along) <= 2.0
