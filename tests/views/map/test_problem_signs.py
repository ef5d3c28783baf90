"""Signs of problems stand beside their marks, on map, timeline and ladder: fill, outline, ring and label are seen."""

from datetime import date
from itertools import product

import pytest

from dashboard.model.problem import Severity
from dashboard.query.ladder import LadderStep
from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.drawing.text import text_width
from dashboard.views.ladder.figure import event_ladder
from dashboard.views.map.frame import frame_of
from dashboard.views.map.marks.ink import Ink
from dashboard.views.map.marks.problem_signs import badge_of, worst_problem
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.map.panel import lay_labels, panel_of
from dashboard.views.timeline.figure import event_timeline
from tests.views.map import cases as map_cases
from tests.views.timeline import cases as timeline_cases

PALETTES = (LIGHT, DARK)
ROOM = 0.05
"""Of a pixel, for rounding."""


def reach_of(symbol, size):
    """Left, up, right, down of a symbol as Plotly draws it, with half its line of 1 px."""
    if symbol == "octagon":
        return (0.924 * size / 2 + 0.5,) * 4
    assert symbol == "triangle-up"
    return 1.155 * size / 2 + 0.5, size / 2 + 0.5, 1.155 * size / 2 + 0.5, size / 4 + 0.5


def overlap(one, other):
    """Whether two boxes in pixels share more than what is rounded."""
    shared = [min(one[i + 2], other[i + 2]) - max(one[i], other[i]) for i in (0, 1)]
    return min(shared) > ROOM


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("selected", [None, "quito-1", "seoul-0"])
@pytest.mark.parametrize("width", [390, 912])
def test_on_the_map_the_sign_is_clear_of_the_mark(palette, severity, selected, width):
    """Of single marks and counts, and of the ring of the selected one; for every event in trouble."""
    readings = map_cases.article()
    troubled = {each.id: severity for each in readings}
    drawing = map_cases.draw(
        readings,
        palette=palette,
        width=width,
        height=width // 2,
        selected=selected,
        troubled=troubled,
    )
    data = drawing.content["data"]
    marks = next(trace for trace in data if trace.get("uid") == "marks-geo")
    rings = [
        trace["marker"]
        for trace in data
        if trace["geo"] == "geo"
        and trace.get("marker", {}).get("line", {}).get("width") == 1.6
        and trace["marker"]["symbol"] == "circle"
    ]
    assert bool(rings) is (selected is not None)
    signs = next(trace for trace in data if trace["geo"] == "geo" and "standoff" in trace.get("marker", {}))
    where = list(zip(marks["lon"], marks["lat"], strict=True))
    tested = []
    for point, at in enumerate(zip(signs["lon"], signs["lat"], strict=True)):
        index = where.index(at)
        marker = marks["marker"]
        outer = (marker["size"][index] + marker["line"]["width"][index]) / 2
        if selected in drawing.marks[index].events:
            outer = max(outer, rings[0]["size"][0] / 2 + 0.8)
        sign = signs["marker"]
        bottom = sign["standoff"][point] - reach_of(sign["symbol"][point], sign["size"][point])[3]
        assert bottom >= outer
        assert bottom <= outer + 3
        tested += drawing.marks[index].events
    beside = {event for mark in drawing.marks if selected in mark.events for event in mark.events}
    assert {*tested} | beside == {each.id for each in readings if each.place.value}
    assert selected is None or selected in tested


@pytest.mark.parametrize("selected", ["quito-1", "seoul-0"])
def test_of_a_count_and_its_selected_event_one_has_the_sign(selected):
    """Two would lie on each other."""
    readings = map_cases.article()
    drawing = map_cases.draw(readings, selected=selected, troubled={selected: Severity.WARNING})
    signs = [each for each in drawing.content["data"] if "standoff" in each.get("marker", {}) and each["geo"] == "geo"]
    assert [len(each["lon"]) for each in signs] == [1]


@pytest.mark.parametrize("width", [390, 912])
@pytest.mark.parametrize("selected", [None, "quito-1"])
def test_no_name_on_the_map_runs_over_a_sign(width, selected):
    """Names keep clear of what belongs to any mark."""
    readings = map_cases.article()
    troubled = {each.id: Severity.WARNING for each in readings}
    ink = Ink(LIGHT, {thread: index for index, thread in enumerate(map_cases.THREADS)}, selected)
    spots = spots_of(readings)
    main = panel_of("geo", frame_of(spots, "fit", width, width // 2), spots, selected)
    lay_labels(main, ink, troubled)
    assert main.labels
    signs = [badge_of(group, worst_problem(group, troubled), selected) for group in main.groups]
    for sign, label in product(signs, main.labels):
        assert not overlap(sign, label.edges), label.text


def signs_in(drawing, width):
    """The boxes of the signs of problems on a figure in pixels."""
    trace = next(each for each in drawing.content["data"] if each.get("mode") == "markers+text")
    marker = trace["marker"]
    for x, y, symbol, size in zip(trace["x"], trace["y"], marker["symbol"], marker["size"], strict=True):
        left, up, right, down = reach_of(symbol, size)
        yield x * width - left, y - up, x * width + right, y + down


def words_in(drawing, width):
    """The boxes of all words, as high as a small letter."""
    trace = next(each for each in drawing.content["data"] if each.get("uid") == "words")
    font = trace["textfont"]
    rows = zip(trace["text"], trace["x"], trace["y"], trace["textposition"], font["size"], font["weight"], strict=True)
    for text, x, y, position, size, weight in rows:
        length, at = text_width(text, size, weight), x * width
        left = {"right": at, "left": at - length, "center": at - length / 2}[position.split()[1]]
        yield left, y - size / 3, left + length, y + size / 3


def marks_in(drawing, width):
    """The boxes of all discs with their outline, and of what stands around the selected."""
    for trace in drawing.content["data"]:
        marker = trace.get("marker", {})
        if trace.get("mode") == "markers" and isinstance(marker.get("size"), list):
            for x, y, size in zip(trace["x"], trace["y"], marker["size"], strict=True):
                half = size / 2 + 0.75
                yield x * width - half, y - half, x * width + half, y + half


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("width", [390, 1392])
@pytest.mark.parametrize("readings", [timeline_cases.article(), timeline_cases.every_kind()], ids=["article", "kinds"])
def test_on_the_timeline_the_sign_is_clear_of_marks_and_labels(readings, width, severity, palette):
    """For every event in trouble; and it stands within the figure."""
    troubled = {each.id: severity for each in readings}
    drawing = event_timeline(
        readings,
        threads=timeline_cases.THREADS,
        palette=palette,
        width=width,
        today=timeline_cases.TODAY,
        selected=readings[5].id,
        troubled=troubled,
    )
    signs = list(signs_in(drawing, width))
    assert signs
    for sign in signs:
        assert sign[0] >= 0
        assert sign[2] <= width
        assert not any(overlap(sign, mark) for mark in marks_in(drawing, width))
        assert not any(overlap(sign, word) for word in words_in(drawing, width))


@pytest.mark.parametrize("severity", list(Severity))
def test_on_the_ladder_the_sign_is_clear_of_marks_and_labels(severity):
    """Of single events."""
    levels = ("floated", "discussed", "agreed")
    readings = [
        timeline_cases.reading(f"e-{index}", f"202{index}-03-04", f"Event {index}") for index in range(len(levels))
    ]
    steps = [LadderStep(each, level, Support.QUOTED) for each, level in zip(readings, levels, strict=True)]
    drawing = event_ladder(
        steps,
        (),
        title="Thread",
        color_index=0,
        palette=LIGHT,
        width=1392,
        selected="e-1",
        today=date(2026, 1, 1),
        troubled={each.id: severity for each in readings},
    )
    signs = list(signs_in(drawing, 1392))
    assert len(signs) == len(levels)
    for sign in signs:
        assert not any(overlap(sign, mark) for mark in marks_in(drawing, 1392))
        assert not any(overlap(sign, word) for word in words_in(drawing, 1392))
