"""Borders that states dispute are dashed, and the map says whose outlines these are."""

import pytest

from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.map.basemap import NOTE, disputed_in_sight
from dashboard.views.map.frame import Viewport, frame_of
from dashboard.views.map.marks.spots import spots_of
from tests.views.map import cases as case

KASHMIR = [
    case.reading("srinagar", case.place("srinagar", 34.08, 74.8, country="IN")),
    case.reading("gilgit", case.place("gilgit", 35.92, 74.31, country="PK")),
]
QUITO = [case.reading("quito", case.PALACE), case.reading("manta", case.MANTA)]
CORNERS = [(-3.0, -3.0), (3.0, 3.0), (-3.0, 3.0), (3.0, -3.0)]
SAYS = "disputed; borders as the UN draws them"


def drawn(readings, *, palette=LIGHT, width=912, **more):
    return case.draw(readings, palette=palette, width=width, **more)


def dashed(drawing):
    """The traces of dashed borders: lines in the colour of names on land."""
    lines = [trace for trace in drawing.content["data"] if trace.get("line", {}).get("dash") == "4px,3px"]
    return [trace for trace in lines if trace["mode"] == "lines"]


def legend_of(drawing):
    return [each["text"] for each in drawing.content["layout"]["annotations"]]


@pytest.mark.parametrize("width", [390, 912, 1440])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_disputed_area_in_the_frame_is_dashed_and_noted(palette, width):
    """Around Srinagar the border is dashed, and the legend and the words say whose borders these are."""
    drawing = drawn(KASHMIR, palette=palette, width=width)
    (trace, *_) = dashed(drawing)
    assert min(each for each in trace["lat"] if each) < 34.08 < max(each for each in trace["lat"] if each)
    assert SAYS in legend_of(drawing)
    assert NOTE in drawing.sentences


@pytest.mark.parametrize("width", [390, 912, 1440])
def test_where_no_border_is_disputed_nothing_is_said(width):
    """Ecuador's map has neither dashes nor the note."""
    drawing = drawn(QUITO, width=width)
    assert dashed(drawing) == []
    assert SAYS not in legend_of(drawing)
    assert NOTE not in drawing.sentences


def test_an_area_that_is_a_speck_is_not_dashed():
    """Of the whole world in a small frame, no disputed area is wide enough to be told from a line."""
    assert disputed_in_sight(frame_of(spots_of(QUITO), "world", 390, 200)) == ()


def test_what_is_pressed_stays_the_mark_above_the_dashes():
    """Each mark still names its own trace and point."""
    drawing = drawn(KASHMIR)
    for mark in drawing.marks:
        trace = drawing.content["data"][mark.curve]
        assert trace.get("line", {}).get("dash") is None
        assert mark.point < len(trace["lon"])


@pytest.mark.parametrize(
    ("name", "latitude", "longitude", "scale"),
    [
        ("HALA'IB TRIANGLE", 22.36, 35.49, 1),
        ("BIR TAWIL", 21.89, 33.69, 3),
        ("ILEMI TRIANGLE", 4.76, 35.08, 3),
        ("JAMMU AND KASHMIR", 34.54, 75.8, 1),
        ("AKSAI CHIN", 35.02, 79.12, 1),
        ("ARUNACHAL PRADESH", 28.13, 94.39, 1),
    ],
)
def test_every_disputed_area_has_its_name_when_it_is_near(name, latitude, longitude, scale):
    """However small it is, and whatever large countries are around: once, at its own place."""
    around = [
        case.reading(f"e-{n}", case.place(f"e-{n}", latitude + dy, longitude + dx))
        for n, (dy, dx) in enumerate(CORNERS)
    ]
    drawing = drawn(around, seen=Viewport(longitude, latitude, scale))
    (where,) = [
        (lat, lon)
        for trace in drawing.content["data"]
        for text, lat, lon in zip(trace.get("text", ()), trace.get("lat", ()), trace.get("lon", ()), strict=False)
        if text == name
    ]
    assert where == pytest.approx((latitude, longitude), abs=1)
