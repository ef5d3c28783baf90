"""The low timeline of the wall: no mark moves from step to step, and the date stands where it covers none."""

import datetime as dt
import itertools

import pytest

from dashboard.checks.validation import validate
from dashboard.query.reading import Mode, resolve_events
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.drawing.text import text_width
from dashboard.views.timeline.lanes import LABEL_SIZE, LABEL_WEIGHT
from dashboard.views.timeline.wall import wall_timeline
from tests.views.timeline import cases as case

TODAY = dt.date(2025, 12, 31)
RADIUS = 4
"""Of a mark, in pixels."""


@pytest.fixture(scope="module")
def seed(root):
    """The workspace, and its readings."""
    validation = validate(root)
    workspace = validation.workspace
    return workspace, resolve_events(workspace.events.values(), workspace.places, validation.evidence, Mode.ASSESSED)


def drawn(seed, selected=None, palette=LIGHT, width=707, height=79):
    workspace, read = seed
    size = {"width": width, "height": height}
    return wall_timeline(read, threads=workspace.threads, palette=palette, selected=selected, today=TODAY, **size)


def discs(drawing):
    """Where the marks of days stand."""
    return next(
        list(zip(trace["x"], trace["y"], strict=True))
        for trace in drawing.content["data"]
        if trace.get("mode") == "markers"
    )


def words(drawing):
    """All words of the figure."""
    found = [each["text"] for each in drawing.content["layout"].get("annotations") or ()]
    for trace in drawing.content["data"]:
        found += trace.get("text") or [] if "text" in str(trace.get("mode")) else []
    return found


def test_no_mark_moves_when_another_event_is_told_of(seed):
    """All dated events have a mark of their own, in either theme."""
    base = discs(drawn(seed))
    assert sorted(base) == sorted(discs(drawn(seed, "us-drones-for-navy")))
    assert sorted(base) == sorted(discs(drawn(seed, "us-base-closed", DARK)))


def test_the_date_of_the_event_that_is_told_of_is_named(seed):
    """And no other's."""
    assert "18 Sept 2009" in words(drawn(seed, "us-base-closed"))
    assert "18 September 2009" in words(drawn(seed, "us-base-closed", width=1200))
    assert not any("Sept 2009" in each for each in words(drawn(seed, "us-drones-for-navy")) + words(drawn(seed)))


def test_it_is_as_high_and_as_wide_as_it_is_asked_to_be(seed):
    """Whatever it shows."""
    layout = drawn(seed, width=400, height=70).content["layout"]
    assert (layout["width"], layout["height"]) == (400, 70)


def test_what_finds_no_room_is_counted(seed):
    """Nothing is dropped: marks and counts together hold every dated event."""
    low = drawn(seed, width=300, height=40)
    held = {event for mark in low.marks for event in mark.events}
    assert held == {each.id for each in seed[1] if each.date.value is not None}


@pytest.mark.parametrize("width", [269, 400])
def test_a_count_stands_clear_of_the_marks(seed, width):
    """Its number is read where marks stand close above it."""
    drawing = drawn(seed, width=width)
    counts = [box for word, box in boxes(drawing, width) if word.isdecimal() and len(word) < 4]
    assert counts or width > 269
    for left, right, top, _bottom in counts:
        assert all(y + RADIUS <= top for share, y in discs(drawing) if left - RADIUS < share * width < right + RADIUS)


def test_without_a_date_there_is_an_empty_axis(seed):
    """Of the day's own year."""
    workspace, _ = seed
    empty = wall_timeline([], threads=workspace.threads, palette=LIGHT, width=300, height=79, today=TODAY)
    assert empty.marks == ()
    assert "2025" in words(empty)


@pytest.mark.parametrize("width", [707, 900])
def test_a_date_covers_no_mark(seed, width):
    """Of whichever event is told: where there is no room beside its mark, it stands below it."""
    for reading in dated(seed):
        [box] = dates(seed, reading, width)
        assert covered(seed, reading, box, width) == [], reading.id


@pytest.mark.proof
def test_a_date_covers_no_mark_on_a_phone(seed):
    """It stands at the foot where marks stand above each other; of many events it is left out sooner."""
    workspace, read = seed
    few = workspace, [each for each in read if "us-ecuador-basing" in each.event.threads]
    for of, least in ((few, 1), (seed, 0)):
        for reading in dated(of):
            found = dates(of, reading, 269)
            assert least <= len(found) <= 1, reading.id
            assert all(box[3] <= 79 for box in found), reading.id
            assert [disc for box in found for disc in covered(of, reading, box, 269)] == [], reading.id


def dated(seed):
    """All events that have a date."""
    return [reading for reading in seed[1] if reading.date.value is not None]


def dates(seed, reading, width):
    """What its date takes, for each time that it is written."""
    told = {reading.date.value.words(), reading.date.value.short_words()}
    return [box for word, box in boxes(drawn(seed, reading.id, width=width), width) if word in told]


def covered(seed, reading, box, width):
    """The marks that its date stands over."""
    return [
        (share, y)
        for share, y in discs(drawn(seed, reading.id, width=width))
        if max(box[0] - share * width, share * width - box[1], box[2] - y, y - box[3]) < RADIUS
    ]


def boxes(drawing, width, size=LABEL_SIZE, weight=LABEL_WEIGHT):
    """All words with the left, right, top and bottom of what they take, in pixels."""
    for trace in drawing.content["data"]:
        for at, word in enumerate(trace.get("text") or [] if "text" in str(trace.get("mode")) else []):
            place = trace["textposition"]
            side = place if isinstance(place, str) else place[at]
            need, x, y = text_width(word, size, weight), trace["x"][at] * width, trace["y"][at]
            left = x if "right" in side else x - need if "left" in side else x - need / 2
            yield word, (left, left + need, y - 6, y + 6)


@pytest.mark.parametrize("width", [700, 950])
def test_numbers_of_counts_do_not_touch(width):
    """Where the last one gives way to the line of the day, the larger of two that would touch is written."""
    today = dt.date(2025, 2, 20)
    ages = [*range(2500), *(age for age in range(600) for _ in range(20))]
    found = [
        case.reading(f"e-{n}", (today - dt.timedelta(days=age)).isoformat(), f"E{n}") for n, age in enumerate(ages)
    ]
    drawing = wall_timeline(found, threads={}, palette=LIGHT, width=width, height=110, today=today)
    numbers = sorted(
        box for word, box in boxes(drawing, width, 10, 400) if word.replace(",", "").isdecimal() and box[2] > 30
    )
    assert len(numbers) > 5
    assert all(before[1] < after[0] for before, after in itertools.pairwise(numbers))
