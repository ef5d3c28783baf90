"""Marks by weight: the team's word gives the area, and where nobody has said it, the mark says so."""

import math

import pytest

from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from dashboard.views.drawing import has_weight, load_of, weight_words
from dashboard.views.map.clustering import merge_spots
from dashboard.views.map.frame import frame_of
from dashboard.views.map.marks.group import Group
from dashboard.views.map.marks.overlaps import room_of
from dashboard.views.map.marks.spots import spots_of
from tests.views.map import cases as case


def weighted(id_, where, weight=None):
    """An event of this weight; without one, of a record that does not give it."""
    given = {"weight": weight} if weight else {}
    event = Event(id=id_, title=f"Event {id_}", claims={"it": Claim(text="It was.", sources=("somebody",))}, **given)
    unknown = SupportedValue(None, Support.UNKNOWN)
    return ResolvedEvent(event, unknown, SupportedValue(where, Support.QUOTED), ())


THREE = [weighted("a", case.PALACE, "minor"), weighted("b", case.SEOUL, "normal"), weighted("c", case.APIA, "major")]


def group_of(*readings):
    return Group(spots_of(readings, by_weight=True), 0, 0)


def drawn(readings, **more):
    return case.draw(readings, threads=(), **{"by_weight": True, **more})


def words(drawing):
    return [each["text"] for each in drawing.content["layout"]["annotations"]]


def broken_rings(drawing):
    """Traces of broken rings: strokes that stand off their mark, thinner than those of threads."""
    markers = [trace.get("marker", {}) for trace in drawing.content["data"]]
    return [each for each in markers if "standoff" in each and each["line"]["width"] == 1.2]


def test_the_area_of_a_mark_is_its_weight():
    """Each word has twice that of the one before; a normal event is as large as on any map."""
    minor, normal, major = (group_of(each).size for each in THREE)
    assert (normal / minor) ** 2 == pytest.approx(2)
    assert (major / normal) ** 2 == pytest.approx(2)
    assert normal == Group(spots_of(THREE[1:2]), 0, 0).size


def test_a_count_grows_with_the_weight_of_its_events_and_says_their_number():
    """Ten major events outweigh ten minor ones."""
    heavy, light = (
        group_of(*(weighted(f"{word}-{n}", case.SEOUL, word) for n in range(10))) for word in ("major", "minor")
    )
    assert heavy.size > light.size
    assert heavy.count == light.count == 10
    assert load_of(each.event for each in heavy.readings) == 4 * load_of(each.event for each in light.readings)


def test_what_nobody_has_weighed_says_so():
    """It is as large as a normal one, in a broken ring; one that its record calls normal has none."""
    unknown = weighted("x", case.SEOUL)
    assert not has_weight(unknown.event)
    assert group_of(unknown).size == group_of(THREE[1]).size
    assert group_of(unknown).lacks_weight
    assert not group_of(THREE[1]).lacks_weight
    assert broken_rings(drawn([unknown, *THREE[:1]]))
    assert not broken_rings(drawn(THREE))
    assert "weight not given: as normal" in words(drawn([unknown]))


@pytest.mark.parametrize(("width", "height"), [(912, 458), (390, 300)])
def test_the_legend_says_what_size_means(width, height):
    """Also on a narrow map; and a map whose sizes mean nothing says nothing of it."""
    said = words(drawn(THREE, width=width, height=height))
    assert said[said.index("weight:") :][:4] == ["weight:", "minor", "normal", "major"]
    assert "weight:" not in words(drawn(THREE, width=width, height=height, by_weight=False))


def test_a_mark_says_the_weight_of_its_events():
    """Below the pointer, and to a screen reader."""
    assert weight_words([THREE[2].event]) == "weight major"
    unknown = weighted("x", case.SEOUL)
    both = next(mark for mark in drawn([unknown, THREE[1], weighted("y", case.SEOUL, "major")]).marks)
    assert "weight: 1 major, 1 normal, 1 not given" in both.name
    assert "weight" not in drawn([unknown], by_weight=False).marks[0].name


@pytest.mark.parametrize("number", [60, 900])
def test_no_two_marks_cover_each_other(number):
    """However large they are by weight."""
    weights = ("minor", "normal", "major", None)
    readings = [weighted(each.id, each.place.value, weights[at % 4]) for at, each in enumerate(case.many(number, 120))]
    spots = spots_of(readings, by_weight=True)
    groups = merge_spots(spots, frame_of(spots, "fit", 912, 458))
    pairs = [(one, other) for at, one in enumerate(groups) for other in groups[:at]]
    assert all(math.dist((a.x, a.y), (b.x, b.y)) >= room_of(a) + room_of(b) for a, b in pairs)
