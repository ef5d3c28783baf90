"""What a count hides, around it; and the map while time is played."""

import itertools
import math
from types import SimpleNamespace

import pytest

from dashboard.model.event import Event
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.map.frame import frame_of
from dashboard.views.map.inset import inset_of
from dashboard.views.map.label_space import LabelSpace
from dashboard.views.map.labels import NOT_TO_SCALE, edges_of
from dashboard.views.map.marks.ink import Ink
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.map.panel import lay_labels, panel_of
from dashboard.views.map.spiderfy import MOST_FANNED, spiderfy
from tests.views.map import cases as case
from tests.views.map.test_parts import overlap


def drawn(readings, **options):
    """A light map."""
    return case.draw(readings, **options)


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
def test_each_event_of_a_small_count_of_one_place_is_a_mark_of_its_own(chosen):
    """When the count is pressed, and when one of its events is selected: within 24 pixels, and said not to scale."""
    assert around(drawn(crowd(5))) == []
    drawing = drawn(crowd(5), **chosen)
    marks = around(drawing)
    assert sorted(mark.events for mark in marks) == [(f"seoul-{n}",) for n in range(5)]
    assert all(mark.name.startswith("Talk ") for mark in marks)
    assert NOT_TO_SCALE in texts_of(drawing)
    hairs = [t for t in drawing.content["data"] if t["mode"] == "lines" and t["lon"].count(None) == 4]
    assert len(hairs) == 1
    assert not any(name.name.startswith(NOT_TO_SCALE) for name in drawing.names)


@pytest.mark.parametrize("selected", ["seoul-3", None])
def test_of_more_events_no_fan_is_drawn(selected):
    """Nine and more are listed; the one that is selected is ringed where it happened, and no mark says `+1`."""
    listed = () if selected else tuple(f"seoul-{n}" for n in range(MOST_FANNED + 1))
    drawing = drawn(crowd(MOST_FANNED + 1), selected=selected, listed=listed)
    assert [mark.events for mark in around(drawing)] == ([("seoul-3",)] if selected else [])
    assert not any(text.startswith("+") or text == NOT_TO_SCALE for text in texts_of(drawing))


def test_the_selected_one_is_ringed_and_named_and_the_count_is_not():
    """One ring, around the event itself; its title stands beside it."""
    drawing = drawn(crowd(5), selected="seoul-3")
    (ring,) = rings_of(drawing)
    (own,) = [mark for mark in drawing.marks if mark.events == ("seoul-3",)]
    trace = drawing.figure.data[own.curve]
    assert (ring.lon[0], ring.lat[0]) == (trace.lon[own.point], trace.lat[own.point])
    assert "Talk 3" in texts_of(drawing)


def test_a_selected_event_is_ringed_at_its_true_point_and_its_count_is_dimmed():
    """Manta, of a count that stands between Quito and Manta; the count's number stays the same."""
    drawing = drawn(case.article(), selected="manta-1", width=600, height=300)
    (ring,) = [each for each in rings_of(drawing) if each.geo == "geo"]
    assert (ring.lon[0], ring.lat[0]) == pytest.approx((case.MANTA.longitude, case.MANTA.latitude), abs=0.01)
    (count,) = [mark for mark in drawing.marks if len(mark.events) == 9]
    marker = drawing.figure.data[count.curve].marker
    assert marker.line.color[count.point] == LIGHT.dim_color(LIGHT.threads[0])


def test_an_event_of_the_inset_is_opened_there_alone():
    """On the main map it is ringed at its true point, in the merged count."""
    drawing = drawn(case.article(), selected="quito-2")
    own = [mark for mark in drawing.marks if mark.events == ("quito-2",)]
    assert [drawing.figure.data[mark.curve].geo for mark in own] == ["geo", "geo2"]
    assert sorted(ring.geo for ring in rings_of(drawing)) == ["geo", "geo2"]
    assert {drawing.figure.data[mark.curve].geo for mark in drawing.marks if mark.events == ("quito-1",)} == {"geo2"}


def rings_of(drawing):
    """The rings of what is selected."""
    return [trace for trace in drawing.figure.data if trace.marker and trace.marker.line.color == LIGHT.text]


def texts_of(drawing):
    """All that is written on the map."""
    return [text for trace in drawing.figure.data for text in trace.text or ()]


def weighted(reading, weight):
    """The same event with another weight."""
    event: Event = reading.event.model_copy(update={"weight": weight})
    return ResolvedEvent(event, reading.date, reading.place, reading.lines)


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
    """Frame, inset and the marks that are drawn: as with all events."""
    readings = case.article()
    whole, part = drawn(readings), drawn(readings[3:8], within=readings)
    assert part.figure.layout.geo == whole.figure.layout.geo
    assert part.figure.layout.geo2 == whole.figure.layout.geo2
    frames = [[each for each in figure.figure.layout.shapes if each.name] for figure in (part, whole)]
    assert len(frames[0]) == 3
    assert frames[0] == frames[1]
    shown = {each.id for each in readings[3:8]}
    main = [mark for mark in part.marks if part.figure.data[mark.curve].geo == "geo"]
    assert sorted(event for mark in main for event in mark.events) == sorted(shown)
    for mark in main:
        before = next(each for each in whole.marks if set(mark.events) <= set(each.events))
        one, other = whole.figure.data[before.curve], part.figure.data[mark.curve]
        assert (one.lon[before.point], one.lat[before.point]) == (other.lon[mark.point], other.lat[mark.point])
    assert part.description.startswith("Map of 5 of 5 events")


def test_the_legend_says_what_is_on_the_map_by_the_day_that_is_played():
    """Signs and threads come as their first event does; what is there already stands where it stands at the end."""
    readings, titles = case.article(), {thread: f"Thread {thread}" for thread in case.THREADS}
    ends = [legend_of(drawn(readings[:count], within=readings, titles=titles)) for count in range(len(readings) + 1)]
    assert set(ends[0]) <= {BORDERS}
    for now, then in itertools.pairwise(ends):
        assert set(now) <= set(then)
    assert ends[-1] == legend_of(drawn(readings, titles=titles))
    assert len(ends[-1]) > len(ends[3]) > len(ends[0])
    lowest = [min(end.values()) for end in ends if end]
    assert lowest == pytest.approx([lowest[0]] * len(lowest))
    one = [each for each in readings if each.thread == readings[0].thread]
    assert [text for text in legend_of(drawn(one, within=readings, titles=titles)) if text.startswith("Thread ")] == [
        f"Thread {readings[0].thread}"
    ]


BORDERS = "disputed; borders as the UN draws them"


def legend_of(drawing):
    """Its texts, from the top, with how high each stands."""
    notes = drawing.content["layout"]["annotations"]
    return {note["text"]: note["y"] for note in notes if note["xanchor"] == "left"}


def test_before_the_first_event_the_map_is_empty_and_stays():
    """Nothing can be pressed."""
    part = drawn([], within=case.article())
    assert part.marks == ()
    assert part.figure.layout.geo == drawn(case.article()).figure.layout.geo


def test_a_new_event_has_a_pale_disc_around_its_mark():
    """In its colour, wider than the mark and its ring, at its place, and of it alone."""
    readings = case.article()
    new = readings[3].id
    plain = drawn(readings[:4], within=readings).content["data"]
    marked = drawn(readings[:4], within=readings, newest=frozenset({new}))
    (mark,) = [
        each for each in marked.marks if new in each.events and marked.content["data"][each.curve]["geo"] == "geo"
    ]
    marks = marked.content["data"][mark.curve]
    discs = [
        (lon, lat, size)
        for trace in marked.content["data"][: mark.curve]
        if trace["geo"] == "geo" and trace.get("marker", {}).get("line") == {"width": 0}
        for lon, lat, size in zip(trace["lon"], trace["lat"], trace["marker"]["size"], strict=True)
    ]
    ((lon, lat, size),) = discs
    assert (lon, lat) == (marks["lon"][mark.point], marks["lat"][mark.point])
    assert size > marks["marker"]["size"][mark.point] + 9
    below = next(index for index, trace in enumerate(plain) if trace.get("uid") == "marks-geo")
    assert not any(trace.get("marker", {}).get("line") == {"width": 0} for trace in plain[:below])


def test_a_label_that_has_to_be_read_stops_where_the_inset_begins():
    """So it goes to the other side, where there is more room."""
    room = LabelSpace(SimpleNamespace(visible_edges=(0.0, 0.0, 912.0, 458.0)), [(400.0, 100.0, 600.0, 300.0)])
    assert room.reach(640.0, 190.0, 210.0) == (40.0, 270.0)
    assert room.reach(640.0, 310.0, 330.0) == (638.0, 270.0)


@pytest.mark.parametrize("selected", [f"manta-{n}" for n in range(4)] + [f"quito-{n}" for n in range(4)])
def test_the_name_of_a_selected_event_hides_no_mark(selected):
    """On the map and in its inset it stands off all counts, cut where it has to be."""
    held = [(f"quito-{n}", case.PALACE) for n in range(4)] + [(f"manta-{n}", case.MANTA) for n in range(4)]
    held += [(f"ecuador-{n}", case.IN_ECUADOR) for n in range(2)] + [("seoul", case.SEOUL)]
    spots = spots_of([case.reading(id_, where, title="The U.S. base in Ecuador closes") for id_, where in held])
    main = panel_of("geo", frame_of(spots, "fit", 912, 458), spots, selected)
    inner, _ = inset_of(main, [])
    ink = Ink(LIGHT, {}, selected)
    for each in spiderfy([main, inner], selected, ()):
        lay_labels(each, ink, {})
        own = next(label for label in each.labels if label.events == (selected,))
        marks = [edges_of(group, selected=group.holds(selected)) for group in each.groups if group.role != "opened"]
        assert own.text.startswith("The U.S. base")
        assert not [mark for mark in marks if overlap(own.edges, mark)]


def test_of_a_fan_nothing_is_further_than_24_pixels_from_its_place():
    """Its marks whole, whichever is selected, for they are off their place."""
    spots = spots_of(crowd(MOST_FANNED))
    (main,) = spiderfy([panel_of("geo", frame_of(spots, "fit", 912, 458), spots, "seoul-3")], "seoul-3", ())
    leaves = [each for each in main.groups if each.place_at]
    assert len(leaves) == MOST_FANNED
    for leaf in leaves:
        assert math.dist((leaf.x, leaf.y), leaf.place_at) + leaf.size / 2 <= 24
