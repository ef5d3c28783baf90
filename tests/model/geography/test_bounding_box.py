"""Areas of the map, as addresses have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.geography import BoundingBox

POINTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=12)


@given(POINTS)
def test_the_box_around_points_holds_them_also_as_the_address_has_it(points):
    """The address has hundredths of a degree, and the box is never smaller for it."""
    box = BoundingBox.around(*zip(*points, strict=True))
    again = BoundingBox.parse(str(box))
    assert again == box
    assert all(again.holds(*point) for point in points)


def test_a_box_across_the_seam_does_not_go_around_the_world():
    """Fiji and Samoa lie on both sides of 180 degrees."""
    box = BoundingBox.around([178.44, -171.76], [-18.14, -13.83])
    assert str(box) == "178.44,-18.14,-171.76,-13.83"
    assert box.holds(-179, -16)
    assert not box.holds(0, -16)


@pytest.mark.parametrize(
    "text", ["", "1,2,3", "a,b,c,d", "0,10,5,-10", "0,0,0,91", "-181,0,0,0", "nan,0,1,1", "0,0,inf,1", "0,0,1,1,1"]
)
def test_what_is_no_box_is_none(text):
    """Too few numbers, none, or none of the earth."""
    assert BoundingBox.parse(text) is None


def test_a_box_reads_from_south_to_north_and_west_to_east():
    """With the sides' letters, and no sign."""
    assert BoundingBox(-80.8, -1.05, 0, 0.1).words == "1.05° S to 0.1° N, 80.8° W to 0°"
