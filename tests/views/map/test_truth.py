"""No mark stands where nothing happened: at real cities, whatever is selected, listed, played or looked at."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from dashboard.model.geography.outlines import alpha_3, outline
from dashboard.query.location import anchor
from dashboard.views.map.clustering import FAR, LED_PX
from dashboard.views.map.frame import Viewport, frame_of, move_frame
from dashboard.views.map.marks.overlaps import NEAR_PX
from dashboard.views.map.marks.sizes import EDGE_PX, size_of
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.projection import Frame
from tests.benchmarks.cities import read_cities
from tests.seldom import seldom
from tests.views.map import cases as case

CITIES = list(read_cities())
SIZES = {"page": (912, 458), "phone": (390, 200), "wall": (369, 309), "whole wall": (771, 296), "paper": (1000, 560)}
KNOWN_BY_COUNTRY = 0.08
ROOM_PX = 3 * EDGE_PX
"""What a mark needs beside another: both outlines, air, and the corners of a square."""
ROUNDING_PX = 0.6
"""Longitudes and latitudes are sent with four decimals."""


def world(number):
    """So many events at real cities, the largest of them far more often; some known by their country alone."""
    chance = random.Random(number)
    weights = [1 / rank for rank in range(1, len(CITIES) + 1)]
    places = {}
    readings = []
    for index, city in enumerate(chance.choices(CITIES, weights, k=number)):
        country = chance.random() < KNOWN_BY_COUNTRY
        key = city.country.lower() if country else city.id
        where = (None, None) if country else (city.latitude, city.longitude)
        places.setdefault(key, case.place(key, *where, name=city.name, country=city.country))
        readings.append(case.reading(f"e-{index}", places[key], thread=chance.choice(case.THREADS)))
    return readings


WORLDS = {200: world(200), 2_000: world(2_000)}


def frames_of(drawing, readings, size, view, seen):
    """The frame of each map of a figure, by the name that its marks have."""
    frame = frame_of(spots_of(readings), view, *size)
    frames = {"geo": move_frame(frame, seen) if seen else frame}
    if "geo2" in drawing.content["layout"]:
        frames["geo2"] = _inset(drawing.content["layout"]["geo2"], *size)
    return frames


def _inset(layout, width, height):
    (x0, x1), (y0, y1) = (layout["domain"][key] for key in "xy")
    across, up = layout["lonaxis"]["range"], layout["lataxis"]["range"]
    middle = layout["center"]["lon"]
    box = x0 * width, (1 - y1) * height, (x1 - x0) * width, (y1 - y0) * height
    return Frame("mercator", middle, (across[1] - across[0]) / 2, *up, *box)


def stray(drawing, readings, frames):
    """Each mark that stands further from one of its places than its radius, or than a line may lead; how far.

    A place may be twice as far where it has no room for a mark of its own: it would cover another.
    """
    by_id = {each.id: each for each in readings}
    found = []
    stands = stands_of(drawing, frames)
    for mark in drawing.marks:
        trace = drawing.content["data"][mark.curve]
        frame = frames[trace["geo"]]
        longitude, latitude = trace["lon"][mark.point], trace["lat"][mark.point]
        x, y = (float(each) for each in frame.project(longitude, latitude))
        across, down = (x - frame.left) / frame.width, (y - frame.top) / frame.height
        if not (-FAR <= across <= 1 + FAR and -FAR <= down <= 1 + FAR):
            continue  # what is far from what is seen is counted by tens of degrees, where there are many
        radius = trace["marker"]["size"][mark.point] / 2
        for event in mark.events:
            place = by_id[event].place.value
            px, py = (float(each) for each in frame.project(*anchor(place)))
            away = math.hypot(x - px, y - py)
            is_near = away <= max(radius, LED_PX, NEAR_PX) + ROUNDING_PX or _is_in(place, longitude, latitude)
            free = min(math.hypot(a - px, b - py) - size / 2 for geo, a, b, size in stands if geo == trace["geo"])
            here = sum(by_id[each].place.value.id == place.id for each in mark.events)
            has_room = free > size_of(here) / 2 + ROOM_PX + ROUNDING_PX
            if not is_near and (len(mark.events) == 1 or has_room or away > 2 * NEAR_PX):
                found.append((mark.name, place.id, away, radius))
    return found


def stands_of(drawing, frames):
    """The map, the pixel and the size of each mark."""
    found = []
    for mark in drawing.marks:
        trace = drawing.content["data"][mark.curve]
        x, y = frames[trace["geo"]].project(trace["lon"][mark.point], trace["lat"][mark.point])
        found.append((trace["geo"], float(x), float(y), trace["marker"]["size"][mark.point]))
    return found


def _is_in(place, longitude, latitude):
    """Whether a point is in the country that is all that is known."""
    shape = outline(alpha_3(place.country) or "") if place.is_area else None
    reach = 0.5  # of an outline at 1:110m
    turns = (longitude - 360, longitude, longitude + 360)
    return shape is not None and any(shape.distance(Point(turn, latitude)) <= reach for turn in turns)


@pytest.mark.parametrize("number", [200, *seldom(2_000)])
@settings(max_examples=6, deadline=None)
@given(
    size=st.sampled_from(sorted(SIZES)),
    view=st.sampled_from(["fit", "world"]),
    seen=st.none() | st.builds(Viewport, st.floats(-180, 180), st.floats(-60, 75), st.floats(0.6, 40)),
    data=st.data(),
)
def test_no_mark_stands_far_from_its_places(number, size, view, seen, data):
    """Counts have what lies in them or near them, selected events stand at their place; on insets and in play too."""
    readings = WORLDS[number]
    options = {"view": view, "seen": seen}
    options |= dict(zip(("width", "height"), SIZES[size], strict=True))
    plain = case.draw(readings, **options)
    counts = [mark for mark in plain.marks if len(mark.events) > 1]
    events = data.draw(st.sampled_from(counts)).events
    shown = readings[: data.draw(st.integers(1, number))]
    drawings = {
        "selected": case.draw(readings, selected=data.draw(st.sampled_from(events)), **options),
        "listed": case.draw(readings, listed=events, **options),
        "played": case.draw(shown, within=readings, selected=shown[-1].id, **options),
    }
    for name, drawing in {"plain": plain, **drawings}.items():
        assert stray(drawing, readings, frames_of(drawing, readings, SIZES[size], view, seen)) == [], name


@pytest.mark.parametrize("number", sorted(WORLDS))
def test_a_selected_event_is_ringed_where_it_happened(number):
    """In Sulaymaniyah and not in Russia: at most a hair's breadth from its place, or in a fan of that very place."""
    readings = WORLDS[number]
    size = SIZES["page"]
    for reading in random.Random(1).sample(readings, 3):
        drawing = case.draw(readings, selected=reading.id)
        frame = frame_of(spots_of(readings), "fit", *size)
        own = [mark for mark in drawing.marks if mark.events == (reading.id,)]
        assert own
        for mark in own:
            trace = drawing.content["data"][mark.curve]
            x, y = frame.project(trace["lon"][mark.point], trace["lat"][mark.point])
            px, py = frame.project(*anchor(reading.place.value))
            is_near = math.hypot(x - px, y - py) <= LED_PX + ROUNDING_PX
            assert trace["geo"] == "geo2" or is_near or reading.place.value.is_area


@pytest.mark.parametrize("number", sorted(WORLDS))
def test_a_press_on_a_count_of_several_places_leads_to_where_they_stand_apart(number):
    """All of its places are then in sight, in more than one mark, or the map is as near as it goes."""
    readings = WORLDS[number]
    drawing = case.draw(readings)
    whole = frame_of(spots_of(readings), "fit", 912, 458)
    counts = [mark for mark in drawing.marks if mark.near]
    assert len(counts) > 5
    for mark in counts[:3]:
        seen = Viewport.parse(mark.near)
        frame = move_frame(whole, seen)
        left, top, right, bottom = frame.visible_edges
        places = {each.place.value.id: each.place.value for each in readings if each.id in mark.events}
        for place in places.values():
            x, y = frame.project(*anchor(place))
            assert left < x < right
            assert top < y < bottom
        near = case.draw(readings, seen=seen)
        assert not any(set(mark.events) <= set(each.events) for each in near.marks)


def test_a_count_of_one_place_leads_nowhere_nearer():
    """It is listed: from near, it would be the same count."""
    readings = [case.reading(f"s-{n}", case.SEOUL) for n in range(30)] + [case.reading("suva", case.SUVA)]
    drawing = case.draw(readings)
    assert [mark.near for mark in drawing.marks] == ["", ""]
