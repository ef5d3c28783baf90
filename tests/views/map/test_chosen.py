"""The chosen event in a crowd: its ring, its mark and its name are seen, and no number is hidden in part."""

import math
from functools import cache

import pytest

from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.map.frame import frame_of
from dashboard.views.map.labels import edges_of
from dashboard.views.map.marks.group import number_box, ringed_size
from dashboard.views.map.marks.ink import Ink
from dashboard.views.map.marks.sizes import RING_PX
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.map.marks.traces import mark_traces
from dashboard.views.map.panel import lay_labels, panel_of
from dashboard.views.map.spiderfy import spiderfy
from tests.views.map import cases as case
from tests.views.map.test_parts import overlap
from tests.views.map.test_truth import world

CROWD = [
    case.reading(each.id, each.place.value, title="The government walks out of talks on ports", thread=each.thread)
    for each in world(1000)
]
CHOSEN = [each.id for each in CROWD[::60]]
SIZES = [(912, 458), (390, 200)]


@cache
def laid(selected, size):
    """The main map with labels, as it is drawn where an event is selected; several tests look at each."""
    spots = spots_of(CROWD)
    (main,) = spiderfy([panel_of("geo", frame_of(spots, "fit", *size), spots, selected)], selected, ())
    lay_labels(main, Ink(LIGHT, {}, selected), {})
    return main


def own_of(main, selected):
    """The mark that is ringed."""
    (own,) = [group for group in main.groups if group.holds(selected) and group.role != "opened"]
    return own


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("carried", [Support.QUOTED, Support.EXTERNAL])
def test_the_ring_and_its_mark_lie_above_all_discs_and_numbers(palette, carried):
    """Beside Quito, in a count of several places: nothing that is drawn later has a count in it."""
    near = case.place("near", -0.2, -78.2, name="Tumbaco", country="EC")
    readings = [*(case.reading(f"q-{n}", case.PALACE, carried=Support.QUOTED) for n in range(40))]
    readings += [case.reading("own", near, carried=carried), *(case.reading(f"s-{n}", case.SEOUL) for n in range(3))]
    drawing = case.draw(readings, palette=palette, selected="own", view="world")
    data = drawing.content["data"]
    (own,) = [mark for mark in drawing.marks if mark.events == ("own",)]
    (ring,) = [
        index
        for index, trace in enumerate(data)
        if trace.get("marker", {}).get("line", {}).get("color") == palette.text
    ]
    numbers = [index for index, trace in enumerate(data) if trace.get("mode") == "text"]
    assert ring > max(own.curve, *numbers)
    marks, again = data[own.curve], data[ring + 1]
    assert [len(mark.events) for mark in drawing.marks if "own" in mark.events] == [41, 1]
    for key in ("lon", "lat"):
        assert data[ring][key] == again[key] == [marks[key][own.point]]
    assert again["hoverinfo"] == "skip"
    for key in ("size", "symbol", "color"):
        assert again["marker"][key] == [marks["marker"][key][own.point]]
    assert not any(len(trace.get("lon", ())) > 1 and "size" in trace.get("marker", {}) for trace in data[ring:-1])


@pytest.mark.parametrize("size", SIZES, ids=["page", "phone"])
@pytest.mark.parametrize("selected", CHOSEN)
def test_the_name_of_the_chosen_event_hides_no_number(selected, size):
    """Nor a mark: it stands beside its own, or further off at the end of a line that crosses no number."""
    main = laid(selected, size)
    own = own_of(main, selected)
    numbers = [number_box(group) for group in main.groups if group.count > 1]
    names = [label for label in main.labels if label.events == (selected,)]
    assert len(names) == 1 or size != SIZES[0]
    for label in names:
        others = [edges_of(group) for group in main.groups if group is not own and group.role != "opened"]
        assert not [box for box in [*numbers, *others] if overlap(label.edges, box)]
        if label.lead:
            x0, y0, x1, y1 = label.lead
            assert math.dist((x0, y0), (own.x, own.y)) == pytest.approx(ringed_size(own) / 2 + 2, abs=0.1)
            for step in range(101):
                x, y = x0 + (x1 - x0) * step / 100, y0 + (y1 - y0) * step / 100
                assert not [box for box in numbers if box[0] < x < box[2] and box[1] < y < box[3]]


def test_some_names_stand_further_off_and_a_line_leads_there():
    """In the crowd above: a straight line, drawn over the marks."""
    led = next(each for each in CHOSEN if any(label.lead for label in laid(each, SIZES[0]).labels))
    drawing = case.draw(CROWD, selected=led)
    lines = [
        index
        for index, trace in enumerate(drawing.content["data"])
        if trace.get("line") == {"color": LIGHT.text, "width": 1}
    ]
    assert len(lines) == 1
    assert lines[0] > max(mark.curve for mark in drawing.marks)
    (name,) = [each for each in drawing.names if each.events == (led,)]
    assert name.curve == lines[0] + 1


@pytest.mark.parametrize("selected", CHOSEN)
def test_a_number_that_the_ring_would_cut_is_left_out(selected):
    """What is left of 156 could be read as 56."""
    main = laid(selected, SIZES[0])
    own = own_of(main, selected)
    traces, _ = mark_traces(main.groups, main.frame, Ink(LIGHT, {}, selected), "geo", {})
    written = [number for trace in traces if trace["mode"] == "text" for number in trace["text"]]
    clear = []
    for group in main.groups:
        left, top, right, bottom = number_box(group)
        away = math.hypot(max(left - own.x, 0, own.x - right), max(top - own.y, 0, own.y - bottom))
        if group.count > 1 and away > (ringed_size(own) + RING_PX) / 2:
            clear.append(f"{group.count:,}")
    assert written == clear
