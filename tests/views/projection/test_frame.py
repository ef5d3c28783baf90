"""Degrees to pixels, against what Plotly draws."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.views.map.frame import fitted_frame, world_frame
from dashboard.views.projection import Frame

BOX = (0.0, 0.0, 912.0, 458.0)
PADS = (80.0, 48.0, 80.0, 48.0)
PACIFIC = ([-78.5, -77.03, 126.97], [-0.2, 38.9, 37.5])
ECUADOR = ([-81.0, -75.2], [-5.0, 1.4])
POINTS = ([-78.5, 126.97, 10, 25, -75], [-0.2, 37.5, 50, 68, -50])


def _frame(name):
    if name == "pacific":
        return fitted_frame(*PACIFIC, BOX, PADS)
    if name == "world":
        return world_frame([], [], BOX)
    if name == "tall":
        return world_frame([], [], (0.0, 0.0, 300.0, 600.0))
    return fitted_frame([-70, 170], [-54, -40], (0.0, 0.0, 390.0, 200.0), (20.0, 20.0, 20.0, 20.0))


def within(x, y, edges):
    """Whether all points lie in a box, to a tenth of a pixel."""
    left, top, right, bottom = edges
    return bool(np.all((x > left - 0.1) & (x < right + 0.1) & (y > top - 0.1) & (y < bottom + 0.1)))


# read from plotly.js 4.1.1: `projection([longitude, latitude])` of the subplot, in Chromium
DRAWN = {
    "pacific": [[831.7, 343.4], [80.3, 122.8], [1175.9, 50.8], [1143.8, -45.4], [800.6, 633.7]],
    "world": [[229.3, 237.7], [729.9, 126.8], [453.8, 90.6], [483.2, 42.2], [265.1, 383.7]],
    "tall": [[75.4, 300.2], [240.1, 263.7], [149.3, 251.8], [158.9, 235.9], [87.2, 348.2]],
    "south": [[371.6, -17.9], [-113.3, -161.6], [604.3, -208.6], [590.9, -271.2], [359.8, 171.2]],
}


@pytest.mark.parametrize("name", DRAWN)
def test_points_are_where_plotly_draws_them(name):
    """To a tenth of a pixel, with the seam anywhere, and in a box that the world does not fill."""
    assert np.column_stack(_frame(name).project(*POINTS)) == pytest.approx(np.array(DRAWN[name]), abs=0.11)


def test_a_region_is_drawn_in_mercator_where_plotly_draws_it():
    """Rings stay circles, and outlines are the fine ones."""
    frame = fitted_frame(*ECUADOR, BOX, PADS)
    assert (frame.kind, frame.resolution) == ("mercator", 50)
    assert np.ravel(frame.project(-78.5, -0.2)) == pytest.approx([435.6, 147.5], abs=0.11)


@given(
    st.sampled_from(["pacific", "world", "tall", "south"]),
    st.floats(-170, 170),
    st.floats(-80, 80),
)
def test_unproject_takes_back_what_project_did(name, turned, latitude):
    """To a thousandth of a degree, for every frame."""
    frame = _frame(name)
    longitude = frame.longitude + turned
    assert np.ravel(frame.unproject(*frame.project(longitude, latitude))) == pytest.approx(
        [longitude, latitude], abs=1e-3
    )


def test_the_seam_is_where_no_event_is():
    """Washington to Korea is framed whole across the Pacific, opposite to the Atlantic and Africa."""
    frame = fitted_frame(*PACIFIC, BOX, PADS)
    x, y = frame.project(*PACIFIC)
    assert within(x, y, (70, 40, 842, 418))


def test_points_on_both_sides_of_the_antimeridian_are_neighbours():
    """Fiji and Samoa are a region, not two ends of the world."""
    frame = fitted_frame([178.4, -171.8], [-18.1, -13.8], BOX, PADS)
    x, _ = frame.project([178.4, -171.8], [-18.1, -13.8])
    assert frame.kind == "mercator"
    assert 0 < x[0] < x[1] < 912


@pytest.mark.parametrize("box", [BOX, (0.0, 0.0, 390.0, 200.0), (0.0, 0.0, 1888.0, 300.0), (0.0, 0.0, 200.0, 900.0)])
def test_the_world_is_whole_in_any_box(box):
    """Every inhabited point is within what is drawn, and what is drawn is within the box."""
    frame = world_frame([20.0], [10.0], box)
    x, y = frame.project([-159.9, 20, 199.9, 20, 20], [0, 83, 0, -54, 10])
    left, top, right, bottom = frame.visible_edges
    assert within(x, y, frame.visible_edges)
    assert within(np.array([left, right]), np.array([top, bottom]), (0, 0, *box[2:]))


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-89, 89)), min_size=1, max_size=12),
    st.sampled_from([(912.0, 458.0), (390.0, 200.0), (1400.0, 300.0), (100.0, 60.0)]),
)
@example([(0.0, 64.0), (0.0, -89.0)], (390.0, 200.0))
def test_a_fitted_frame_holds_every_point_in_any_box(points, size):
    """Poles, one point, or points all around: all are drawn, and Plotly's ranges stay in order."""
    longitudes, latitudes = [each[0] for each in points], [each[1] for each in points]
    frame = fitted_frame(longitudes, latitudes, (0.0, 0.0, *size), (20.0, 10.0, 20.0, 10.0))
    x, y = frame.project(longitudes, latitudes)
    assert within(x, y, frame.visible_edges)
    layout = frame.layout(*size)
    assert layout["lataxis"]["range"][0] < layout["lataxis"]["range"][1]
    assert 0 < frame.half_width <= 180


def test_a_frame_without_points_is_the_world():
    """Nothing to fit: everything is shown."""
    assert fitted_frame([], [], BOX, PADS) == world_frame([], [], BOX)


def test_a_frame_is_hashable():
    """What is computed for a frame can be kept by it."""
    assert len({world_frame([], [], BOX), world_frame([], [], BOX)}) == 1
    assert isinstance(world_frame([], [], BOX), Frame)
