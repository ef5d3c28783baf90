"""No two marks cover each other, at any number of events, width and zoom, and no number is hidden."""

import itertools
import math
from collections import Counter

import pytest

from dashboard.views.map.clustering import merge_spots
from dashboard.views.map.frame import Viewport, frame_of, move_frame
from dashboard.views.map.marks.group import number_box
from dashboard.views.map.marks.sizes import EDGE_PX
from dashboard.views.map.marks.spots import spots_of
from tests.seldom import seldom
from tests.views.map import cases as case
from tests.views.map.test_truth import WORLDS

READINGS = {18: case.article(), **WORLDS}
WIDTHS = {390: 300, 912: 458, 1440: 458}
VIEWS = (None, Viewport(10, 48, 2), Viewport(40, 30, 5))


@pytest.mark.parametrize("number", [18, 200, *seldom(2_000)])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", ["fit", "world"])
def test_no_two_marks_cover_each_other(number, width, view):
    """Discs by their radius, squares by their corners, each with its outline; every event is in exactly one of them."""
    spots = spots_of(READINGS[number])
    frame = frame_of(spots, view, width, WIDTHS[width])
    for seen in VIEWS:
        marks = merge_spots(spots, move_frame(frame, seen) if seen else frame)
        for one, other in itertools.combinations(marks, 2):
            room = _reach(one) + _reach(other)
            assert math.dist((one.x, one.y), (other.x, other.y)) > room, (one.name({}), other.name({}))
        counted = Counter(each.id for mark in marks for each in mark.readings)
        assert counted == Counter(each.id for each in READINGS[number])


def _reach(mark):
    return mark.size / 2 * (math.sqrt(2) if mark.is_square else 1) + EDGE_PX / 2


@pytest.mark.parametrize("number", [200, *seldom(2_000)])
def test_a_count_covers_the_place_with_most_of_its_events_and_its_number_fits(number):
    """So it never stands in a country where nothing of it happened."""
    spots = spots_of(READINGS[number])
    frame = frame_of(spots, "world", 912, 458)
    for mark in merge_spots(spots, frame):
        x, y = frame.project(mark.spots[0].longitude, mark.spots[0].latitude)
        if not mark.is_area:
            assert math.dist((mark.x, mark.y), (float(x), float(y))) <= mark.size / 2
        left, _, right, _ = number_box(mark)
        assert mark.count == 1 or right - left < mark.size - 2 * EDGE_PX


def test_while_time_is_played_no_two_marks_cover_each_other():
    """What is left of counts stands where they stand, or makes room."""
    readings = WORLDS[200]
    for count in range(5, 200, 15):
        drawing = case.draw(readings[:count], within=readings)
        frame = frame_of(spots_of(readings), "fit", 912, 458)
        trace = drawing.content["data"][drawing.marks[0].curve]
        x, y = frame.project(trace["lon"], trace["lat"])
        sizes = trace["marker"]["size"]
        for one, other in itertools.combinations(range(len(sizes)), 2):
            assert math.hypot(x[one] - x[other], y[one] - y[other]) > (sizes[one] + sizes[other]) / 2


def test_a_count_of_a_town_and_of_its_country_says_for_how_many_the_place_is_not_known():
    """One round mark where there is no room for two; of one alone, a square."""
    crowd = [case.reading(f"s-{n}", case.place(f"p-{n}", 37.4 + n / 20, 127.0, country="KR")) for n in range(3)]
    spots = spots_of([*crowd, case.reading("vague", case.IN_KOREA), case.reading("suva", case.SUVA)])
    frame = frame_of(spots, "world", 120, 80)
    marks = merge_spots(spots, frame)
    (mixed,) = [mark for mark in marks if mark.holds("vague")]
    if mixed.count > 1:
        assert not mixed.is_area
        assert "of 1 no more than the country or region is known" in mixed.name({})
    (alone,) = merge_spots(spots_of([case.reading("vague", case.IN_KOREA)]), frame)
    assert alone.is_square
