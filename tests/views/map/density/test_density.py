"""The map by cells: what it draws, says and lets press."""

import json
from dataclasses import replace

import pytest

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing.palette import BOTH, LIGHT
from dashboard.views.map import Viewport, frame_of, move_frame
from dashboard.views.map.density import figure
from dashboard.views.map.marks.spots import spots_of
from tests.views.map import cases as case

LAYERS = ("countries", "hexagons")
TITLES = {case.ECUADOR: "U.S. troops in Ecuador", case.KOREA: "Costs in Korea"}


def drawn(readings, layer, **more):
    return case.draw_cells(readings, layer, **{"titles": TITLES, **more})


def words(drawing):
    """What the legend says."""
    return [each["text"] for each in drawing.content["layout"]["annotations"]]


def lines(drawing, color, width):
    """Traces of lines in this colour and width."""
    return [t for t in drawing.content["data"] if t.get("line") == {"color": color, "width": width}]


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("number", [0, 1, 18, 600])
def test_every_event_is_in_one_mark_and_in_the_sums(layer, number):
    """By cell, as a mark, or without a place: they add up."""
    readings = [*case.many(number, 40), case.reading("nowhere", None), case.reading("in-ecuador", case.IN_ECUADOR)]
    drawing = drawn(readings, layer)
    pressed = [event for mark in drawing.marks for event in mark.events]
    assert sorted(pressed) == sorted(each.id for each in readings if each.place.value)
    assert sum(int(row["Events"].replace(",", "")) for row in drawing.sums) == len(readings)
    assert len(drawing.rows) == len(readings)
    traces = drawing.content["data"]
    for mark in drawing.marks:
        trace = traces[mark.curve]
        assert len(trace.get("locations") or trace["lon"]) > mark.point


def test_a_country_says_what_it_counts():
    """Number, evidence, threads and problems, below the pointer and to a screen reader."""
    readings = [*case.article(), case.reading("more", case.MANTA, thread=case.KOREA, carried=Support.QUOTED)]
    drawing = drawn(readings, "countries", troubled={"more": Severity.ERROR})
    name = drawing.marks[0].name
    assert name == (
        "12 events in Ecuador; place from another source: 11, quoted: 1; "
        "of 2 no more than the country or region is known; "
        "U.S. troops in Ecuador 11, Costs in Korea 1; problems in 1"
    )
    trace = drawing.content["data"][drawing.marks[0].curve]
    assert trace["hovertext"][0].replace("<br>", "; ") == name
    assert drawing.sums[0]["Threads"] == "U.S. troops in Ecuador 11, Costs in Korea 1"
    assert [row["Counted"] for row in drawing.rows[:1]] == ["Ecuador"]


def test_a_country_of_one_event_has_its_title():
    """As a mark of one event has."""
    drawing = drawn([case.reading("one", case.SEOUL, title="Seoul answers")], "countries")
    assert drawing.marks[0].name.startswith("Seoul answers, in South Korea; place from another source")


@pytest.mark.parametrize("layer", LAYERS)
def test_cells_are_striped_where_most_places_are_not_quoted(layer):
    """And only there; the legend says so."""
    quoted = [replace(each, place=replace(each.place, carried=Support.QUOTED)) for each in case.article()]
    for readings, is_striped in ((case.article(), True), (quoted, False)):
        drawing = drawn([each for each in readings if not each.place.value.is_area], layer)
        assert bool(lines(drawing, LIGHT.land, 1.6)) is is_striped
        assert any("not quoted" in text for text in words(drawing)) is is_striped


def test_the_legend_has_the_numbers_and_zero():
    """Zero is the land's colour; what is in no country is said, and drawn."""
    ship = case.reading("ship", case.place("at-sea", 0.0, -30.0))
    said = words(drawn([*case.article(), ship], "countries"))
    assert said[:4] == ["events by country", "0", "2–4", "5–11"]
    assert "1 event in no country (+)" in said
    assert words(drawn(case.article(), "hexagons"))[0].startswith("events by hexagon of ")


def test_classes_stay_while_time_is_played():
    """Or a country would change its shade because another one did."""
    readings = case.article()
    early = drawn(readings[:2], "countries", within=readings)
    trace = early.content["data"][early.marks[0].curve]
    assert trace["z"] == [0]
    assert words(early) == words(drawn(readings, "countries"))
    assert early.content["layout"]["uirevision"] == drawn(readings, "countries").content["layout"]["uirevision"]


@pytest.mark.parametrize("layer", LAYERS)
def test_the_selected_event_is_ringed_where_it_happened(layer):
    """Its cell has an edge; so has one whose events are listed."""
    drawing = drawn(case.article(), layer, selected="manta-2")
    own = [mark for mark in drawing.marks if mark.events == ("manta-2",)]
    assert len(own) == 1
    trace = drawing.content["data"][own[0].curve]
    assert (trace["lon"][own[0].point], trace["lat"][own[0].point]) == pytest.approx((-80.6788, -0.9461), abs=0.01)
    assert lines(drawing, LIGHT.text, 2.2)
    listed = drawn(case.article(), layer).marks[0].events
    assert lines(drawn(case.article(), layer, listed=listed), LIGHT.text, 2.2)
    assert not lines(drawn(case.article(), layer), LIGHT.text, 2.2)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_press_leads_to_where_the_places_stand_apart(layer):
    """Of a country known by its name alone, to the country."""
    readings = case.article() if layer == "countries" else case.many(300, 200)
    near = next(mark.near for mark in drawn(readings, layer).marks if len(mark.events) > 1)
    assert Viewport.parse(near).scale > 1
    alone = drawn([case.reading(f"e-{n}", case.IN_ECUADOR) for n in range(3)] + case.many(20, 20), "countries")
    assert Viewport.parse(alone.marks[0].near).longitude == pytest.approx(-78, abs=3)


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("seen", ["20.8,44.7,32.8", "179,60,5", "0,0,2", "20,44,900"])
def test_any_part_of_the_world_is_drawn(layer, seen):
    """Also where nearly all cells lie out of sight."""
    drawing = drawn(case.many(300, 150), layer, seen=Viewport.parse(seen))
    assert drawing.marks


def test_ten_thousand_events_stay_small():
    """What is sent grows with the cells, of which there are some hundred."""
    readings = case.many(10_000, 1_500)
    for layer in LAYERS:
        assert len(json.dumps(drawn(readings, layer, palette=BOTH).content)) < 500_000


def test_of_very_many_hexagons_those_that_are_seen_are_drawn(monkeypatch):
    """And those of most events; a sentence says how many are not; the sums are of all."""
    readings, seen = case.many(400, 400), Viewport(10, 20, 12)
    whole = drawn(readings, "hexagons", seen=seen)
    monkeypatch.setattr(figure, "MOST_FAR_CELLS", 20)
    fewer = drawn(readings, "hexagons", seen=seen)
    assert len(fewer.marks) < len(whole.marks) / 2
    assert [each["Hexagon"] for each in fewer.sums] == [each["Hexagon"] for each in whole.sums]
    assert f"{len(whole.marks) - len(fewer.marks)} cells far from here" in " ".join(fewer.sentences)
    frame = move_frame(frame_of(spots_of(readings), "fit", 912, 458), seen)
    left, top, right, bottom = frame.visible_edges
    in_sight = {
        each.id
        for each in readings
        for x, y in [frame.project(each.place.value.longitude, each.place.value.latitude)]
        if left < x < right and top < y < bottom
    }
    assert in_sight
    assert in_sight <= {event for mark in fewer.marks for event in mark.events}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_cell_with_a_problem_has_its_sign(layer):
    """The worst of its events, clear of names; the legend explains it, and only what is there."""
    readings = [case.reading("good", case.SEOUL), case.reading("bad", case.MANTA), case.reading("odd", case.MANTA)]
    troubled = {"bad": Severity.ERROR, "odd": Severity.WARNING}
    drawing = drawn(readings, layer, troubled=troubled)
    signs = [t for t in drawing.content["data"] if (t.get("marker") or {}).get("symbol") == ["octagon"]]
    assert len(signs) == 1
    (longitude,), (latitude,) = signs[0]["lon"], signs[0]["lat"]
    assert abs(longitude - case.MANTA.longitude) < 6
    assert abs(latitude - case.MANTA.latitude) < 6
    assert "an error in the record" in words(drawing)
    assert "a warning in the record" not in words(drawing)
    warned = drawn(readings, layer, troubled={"odd": Severity.WARNING})
    assert "a warning in the record" in words(warned)
    assert not {"an error in the record", "a warning in the record"} & set(words(drawn(readings, layer)))


def test_a_number_beside_cells_is_no_number_of_a_cell():
    """A plus stands before it, also in the legend; the mark has a ground of its own on the shades."""
    readings = [*case.article(), *(case.reading(f"vague-{each}", case.IN_ECUADOR) for each in range(3))]
    drawing = drawn(readings, "hexagons")
    beside = sum(each.place.value.is_area for each in readings if each.place.value)
    numbers = [t["text"] for t in drawing.content["data"] if t.get("mode") == "text" and t["text"][0].startswith("+")]
    assert numbers == [[f"+{beside}"]]
    assert any(text == f"{beside} events whose place is known less closely (+)" for text in words(drawing))
    grounds = [
        t["marker"]["size"][0]
        for t in drawing.content["data"]
        if (t.get("marker") or {}).get("color") == [LIGHT.bg] and t["marker"]["symbol"] == "circle"
    ]
    (pressed,) = [t for t in drawing.content["data"] if t.get("uid") == "marks-geo"]
    assert grounds
    assert max(grounds) > pressed["marker"]["size"][0]


@pytest.mark.parametrize("layer", LAYERS)
def test_on_a_narrow_map_the_legend_has_two_lines(layer):
    """More would lie over cells: what else there is to say stands in sentences below the map."""
    readings = [*case.article(), case.reading("ship", case.place("at-sea", 0.0, -30.0))]
    drawing = drawn(readings, layer, width=390, height=300)
    rows = {round(each["y"], 3) for each in drawing.content["layout"]["annotations"]}
    assert len(rows) == 2
    told = " ".join(drawing.sentences)
    assert "Striped: most places not quoted" in told
    assert "+: " in told
