"""What a count hides, around it; and the map while time is played."""

import itertools
import math

import pytest

from dashboard.model.event import Event
from dashboard.query.reading import Reading
from dashboard.views.geo_fan import MOST_FANNED, seats
from dashboard.views.geo_marks import Group, spots_of
from dashboard.views.map import event_map
from dashboard.views.palette import LIGHT
from dashboard.views.projection import Frame
from tests.views import map_cases as case

FRAME = Frame("natural earth", 0.0, 180.0, -58.0, 84.0, 0.0, 0.0, 912.0, 458.0)


def drawn(readings, **options):
    """A light map."""
    settings = {"threads": case.THREADS, "palette": LIGHT, "width": 912, "height": 458, **options}
    return event_map(readings, **settings)


def around(drawing):
    """The marks that stand around a count: after all others, each of an event that the count has, too."""
    counted = {mark.events for mark in drawing.marks if len(mark.events) > 1}
    return [mark for mark in drawing.marks if any(set(mark.events) < set(events) for events in counted)]


def crowd(number):
    """So many events in Seoul, and one in Suva."""
    return [
        *(case.reading(f"seoul-{n}", case.SEOUL, title=f"Talk {n}") for n in range(number)),
        case.reading("suva", case.SUVA),
    ]


@pytest.mark.parametrize("chosen", [{"listed": tuple(f"seoul-{n}" for n in range(5))}, {"selected": "seoul-3"}])
def test_each_event_of_an_opened_count_is_a_mark_of_its_own(chosen):
    """When the count is pressed, and when one of its events is selected."""
    assert around(drawn(crowd(5))) == []
    marks = around(drawn(crowd(5), **chosen))
    assert sorted(mark.events for mark in marks) == [(f"seoul-{n}",) for n in range(5)]
    assert all(mark.name.startswith("Talk ") for mark in marks)


def test_the_selected_one_is_ringed_and_named_and_the_count_is_not():
    """One ring, around the event itself; its title stands beside it."""
    drawing = drawn(crowd(5), selected="seoul-3")
    (ring,) = [trace for trace in drawing.figure.data if trace.marker and trace.marker.line.color == LIGHT.text]
    (own,) = [mark for mark in drawing.marks if mark.events == ("seoul-3",)]
    trace = drawing.figure.data[own.curve]
    assert (ring.lon[0], ring.lat[0]) == (trace.lon[own.point], trace.lat[own.point])
    assert "Talk 3" in [text for trace in drawing.figure.data for text in trace.text or ()]


def test_of_very_many_events_twelve_are_drawn_and_the_rest_is_a_count():
    """The selected is among the twelve; the others are told as `+28`, which is pressed for the next."""
    marks = around(drawn(crowd(40), selected="seoul-39"))
    single = [mark for mark in marks if len(mark.events) == 1]
    (rest,) = [mark for mark in marks if len(mark.events) > 1]
    assert len(single) == MOST_FANNED
    assert ("seoul-39",) in [mark.events for mark in single]
    assert len(rest.events) == 28
    assert rest.name.startswith("28 more events at Seoul")
    texts = [text for trace in drawn(crowd(40), selected="seoul-39").figure.data for text in trace.text or ()]
    assert "+28" in texts
    following = around(drawn(crowd(40), listed=rest.events))
    assert {mark.events[0] for mark in following if len(mark.events) == 1} == set(rest.events[:MOST_FANNED])


def test_an_event_of_the_inset_is_opened_there_alone():
    """On the main map the merged count is ringed."""
    drawing = drawn(case.article(), selected="quito-2")
    own = [mark for mark in drawing.marks if mark.events == ("quito-2",)]
    assert [drawing.figure.data[mark.curve].geo for mark in own] == ["geo2"]
    rings = [trace for trace in drawing.figure.data if trace.marker and trace.marker.line.color == LIGHT.text]
    assert sorted(ring.geo for ring in rings) == ["geo", "geo2"]


@pytest.mark.parametrize("number", range(2, 14))
@pytest.mark.parametrize("at", [(456.0, 229.0), (20.0, 229.0), (900.0, 440.0), (456.0, 12.0)])
def test_the_marks_around_a_count_stand_apart_and_in_sight(number, at):
    """In the middle, at an edge and in a corner of the map; and off what is taken."""
    spot = spots_of([case.reading(f"s-{n}", case.SEOUL) for n in range(number)])[0]
    block = (at[0] + 15, at[1] - 10, at[0] + 80, at[1] + 10)
    found = seats(number, Group((spot,), *at), FRAME, [block])
    assert len(found) == number
    assert all(math.dist(one, other) >= 17 for one, other in itertools.combinations(found, 2))
    for x, y in found:
        assert 0 < x < 912
        assert 0 < y < 458
        assert not (block[0] < x < block[2] and block[1] < y < block[3])


def weighted(reading, weight):
    """The same event with another weight."""
    event: Event = reading.event.model_copy(update={"weight": weight})
    return Reading(event, reading.date, reading.place, reading.lines)


def test_a_place_of_weight_is_named_before_a_place_of_many():
    """The first name to be placed is that of the major event, then that of most events."""
    many = [case.reading(f"s-{n}", case.SEOUL) for n in range(5)]
    one = case.reading("one", case.SUVA)
    assert _names(drawn([*many, one]))[0] == "Seoul"
    assert _names(drawn([*many, weighted(one, "major")]))[0] == "Suva"
    assert _names(drawn([weighted(each, "minor") for each in many] + [one]))[0] == "Suva"


def _names(drawing):
    texts = [text for trace in drawing.figure.data if trace.geo == "geo" for text in trace.text or ()]
    return [text for text in texts if text in ("Seoul", "Suva")]


def test_while_time_is_played_the_map_stays_where_it_is():
    """Frame, legend, inset and the marks that are drawn: as with all events."""
    readings = case.article()
    whole, part = drawn(readings), drawn(readings[3:8], within=readings)
    assert part.figure.layout.geo == whole.figure.layout.geo
    assert part.figure.layout.geo2 == whole.figure.layout.geo2
    assert part.figure.layout.annotations == whole.figure.layout.annotations
    assert part.figure.layout.shapes == whole.figure.layout.shapes
    shown = {each.id for each in readings[3:8]}
    main = [mark for mark in part.marks if part.figure.data[mark.curve].geo == "geo"]
    assert sorted(event for mark in main for event in mark.events) == sorted(shown)
    for mark in main:
        before = next(each for each in whole.marks if set(mark.events) <= set(each.events))
        one, other = whole.figure.data[before.curve], part.figure.data[mark.curve]
        assert (one.lon[before.point], one.lat[before.point]) == (other.lon[mark.point], other.lat[mark.point])
    assert part.description.startswith("Map of 5 of 5 events")


def test_before_the_first_event_the_map_is_empty_and_stays():
    """Nothing can be pressed."""
    part = drawn([], within=case.article())
    assert part.marks == ()
    assert part.figure.layout.geo == drawn(case.article()).figure.layout.geo
