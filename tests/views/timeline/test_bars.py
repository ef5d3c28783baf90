"""Timelines of many events: even time, bars to one scale, and on them the few that matter."""

import re
from collections import Counter
from datetime import timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from dashboard.query.reading import Support
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.timeline.background import HEAD
from dashboard.views.timeline.figure import event_timeline
from dashboard.views.timeline.wall import wall_timeline
from tests.seldom import seldom
from tests.views.timeline.cases import ECUADOR, KOREA, THREADS, TODAY, article, reading

DAYS = 12 * 365


@cache
def unequal(count, *, major=()):
    """As many events of twelve years, most of them late, three of four in one thread; those in `major` weigh more."""
    random = Random(20261127)
    found = []
    for number in range(count):
        day = TODAY - timedelta(days=int(DAYS * random.random() ** 3))
        found.append(
            reading(
                f"event-{number}", day.isoformat(), f"Event number {number}",
                thread=ECUADOR if random.random() < 0.75 else KOREA,
                carried=Support.QUOTED,
                weight="major" if number in major else "normal",
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.sort_key))


def drawn(readings, *, width=1392, palette=LIGHT, **options):
    """The figure of these."""
    return event_timeline(readings, threads=THREADS, palette=palette, width=width, today=TODAY, **options)


def texts(drawing):
    """Every word of the figure."""
    return [text for trace in drawing.content["data"] for text in trace.get("text", ()) if text]


def years_of(drawing):
    """Those named in the head of the figure, in order."""
    words = [
        each
        for trace in drawing.content["data"]
        if trace.get("text")
        for each in zip(trace["text"], trace["y"], strict=True)
    ]
    return sorted(int(word) for word, y in words if y == HEAD / 2 and re.fullmatch(r"20\d\d", word or ""))


def sentence(drawing, begin):
    """The one that begins so."""
    return next((each for each in drawing.sentences if each.startswith(begin)), None)


@pytest.mark.parametrize("count", [200, 2000, *seldom(10000)])
def test_time_that_is_full_is_even(count):
    """Where things happen in most of the time, nothing is stretched unless the reader asks for it."""
    readings = unequal(count)
    drawing = drawn(readings)
    assert drawing.scale == "even"
    assert "True to scale" in drawing.sentences
    (first, start), (last, end) = drawing.days
    assert (first < last, start < end) == (True, True)
    asked = drawn(readings, scale="all")
    assert asked.scale == "all"
    assert sentence(asked, "Time is not to one scale")


def test_a_few_events_in_much_time_are_stretched():
    """The article's two bursts in 27 years keep their room, and nothing is said of rates."""
    drawing = drawn(article())
    assert drawing.scale == "all"
    assert sentence(drawing, "Time is not to one scale") is None


@pytest.mark.parametrize("width", [358, 768, 1392])
@pytest.mark.parametrize(
    ("count", "scale"),
    [(200, "auto"), (2000, "all"), *seldom((200, "all"), (2000, "auto"), (10000, "auto"), (10000, "all"))],
)
def test_years_are_named_at_regular_steps(count, width, scale):
    """None is left out between two that are named, however little room there is."""
    years = years_of(drawn(unequal(count), width=width, scale=scale))
    assert len({after - before for before, after in pairwise(years)}) <= 1


@pytest.mark.parametrize("count", [2000, *seldom(10000)])
def test_lanes_of_many_events_are_bars_to_one_scale(count):
    """The bars hold every event once; the highest is told."""
    drawing = drawn(unequal(count))
    counts = [mark for mark in drawing.marks if re.match(r"[\d,]+ events? in ", mark.name)]
    assert sum(len(mark.events) for mark in counts) == count
    highest = max(len(mark.events) for mark in counts)
    assert sentence(drawing, f"Bars: events per month, one scale, highest {highest:,}")
    seen = drawing.content["data"][1]
    heights = sorted(seen["width"])
    assert heights[-1] == pytest.approx(26, abs=0.2)
    shares = sorted(len(mark.events) / highest * heights[-1] for mark in counts)
    assert heights == pytest.approx([max(1, share) for share in shares], abs=0.02)


@pytest.mark.parametrize("scale", ["even", "all"])
def test_a_lane_of_fewer_events_has_bars_to_the_same_scale(scale):
    """Beside a lane of bars, one whose marks crowd has bars of the same time with all its events: both compare."""
    readings = unequal(900)
    here = [sum(each.thread == thread for each in readings) for thread in (ECUADOR, KOREA)]
    assert min(here) < 300 < max(here)
    drawing = drawn(readings, scale=scale)
    counts = counts_of(drawing)
    for thread, number in zip((ECUADOR, KOREA), here, strict=True):
        assert sum(len(each.events) for each in counts if f" in {THREADS[thread].title}, " in each.name) == number
    highest = max(len(each.events) for each in counts)
    assert sentence(drawing, "Bars: events per month, one scale, ").startswith(
        f"Bars: events per month, one scale, highest {highest}."
    )
    assert heights_of(drawing) == pytest.approx([max(1, 26 * len(each.events) / highest) for each in counts], abs=0.02)
    assert sentence(drawing, "events where marks crowd") is None


def test_an_event_of_a_smaller_lane_without_a_mark_gets_one_when_it_is_chosen():
    """With its title, and a line down to its bar; from a mark high above the bars no line crosses the others."""
    readings = unequal(900)
    korean = {each.id for each in readings if each.thread == KOREA}
    marked = {mark.events[0] for mark in drawn(readings).marks if len(mark.events) == 1 and not is_count(mark)}
    chosen = next(each for each in readings if each.id in korean - marked)
    drawing = drawn(readings, selected=chosen.id)
    assert stems(drawing) == 1
    assert chosen.event.title in texts(drawing)
    assert {stems(drawn(readings, selected=each)) for each in sorted(korean & marked)[:6]} == {0, 1}


def test_counts_are_as_high_as_their_numbers():
    """Where no lane is one of bars, one event is a pixel at least, and all else is in proportion."""
    drawing = drawn(unequal(300))
    numbers = [len(each.events) for each in counts_of(drawing)]
    assert min(numbers) == 1
    assert heights_of(drawing) == pytest.approx([max(1, 14 * each / max(numbers)) for each in numbers], abs=0.02)


def test_a_bar_has_its_number_where_it_has_room():
    """Where time is stretched each stands over its bar, or in it, the highest too; bars of a few pixels have none."""
    wide, narrow = drawn(unequal(900), scale="all"), drawn(unequal(900))
    written = Counter(int(text) for text in texts(wide) if re.fullmatch(r"\d{1,3}", text))
    held = Counter(len(each.events) for each in counts_of(wide))
    assert written <= held
    assert max(held) in written
    assert [text for text in texts(narrow) if re.fullmatch(r"\d{1,3}", text)] == []


def is_count(mark):
    """Whether it is a bar or a count."""
    return re.match(r"[\d,]+ events? in ", mark.name)


def counts_of(drawing):
    """The bars, or the counts."""
    return [mark for mark in drawing.marks if is_count(mark)]


def heights_of(drawing):
    """Heights of the bars or counts, in pixels, in the order of their marks."""
    return list(drawing.content["data"][1]["width"])


def test_a_lane_of_three_hundred_is_none_of_bars():
    """It keeps its marks, and counts what has no room; no count says 1."""
    drawing = drawn(unequal(300))
    assert sentence(drawing, "Bars: ") is None
    assert "1" not in texts(drawing)


def test_major_and_latest_events_stand_on_the_bars():
    """Each is a mark of its own with its title; the rest is in bars alone."""
    readings = unequal(2000, major=(3, 500, 1500))
    drawing = drawn(readings)
    marked = {mark.events[0] for mark in drawing.marks if not re.match(r"[\d,]+ events? in ", mark.name)}
    assert {"event-3", "event-500", "event-1500"} <= marked
    last = [each for each in readings if each.thread == ECUADOR][-1].date.value
    assert marked & {each.id for each in readings if each.thread == ECUADOR and each.date.value == last}
    assert len(marked) <= 3 + 2 * 3
    titles = {each.id: each.event.title for each in readings}
    assert {titles[id_] for id_ in marked} <= set(texts(drawing))


def test_only_the_chosen_event_has_a_stem():
    """It stands above its bar with its title, and a line leads down; no other mark gets one, and no lane moves."""
    readings = unequal(2000, major=(3, 500))
    plain, chosen = drawn(readings), drawn(readings, selected="event-1001")
    assert stems(plain) == 0
    assert stems(chosen) == 1
    assert "Event number 1001" in texts(chosen)
    assert chosen.content["layout"]["height"] == plain.content["layout"]["height"]


def stems(drawing):
    """Upright lines among the traces, each a part of its own."""
    found = 0
    for trace in drawing.content["data"]:
        if trace.get("mode") != "lines":
            continue
        places = [*zip(trace["x"], trace["y"], strict=True), (None, None)]
        part = []
        for x, y in places:
            if x is None:
                found += len(part) == 2 and part[0][0] == part[1][0]
                part = []
            else:
                part.append((x, y))
    return found


def test_less_exact_dates_are_told_of():
    """A year is no month: how many stand in the middle of a longer time is said."""
    years = tuple(reading(f"year-{number}", "2020", f"Some time {number}") for number in range(5))
    found = sorted((*unequal(2000), *years), key=lambda each: each.sort_key)
    assert "5 events with a long or inexact date, counted at its middle" in drawn(found).sentences


@pytest.mark.proof
@pytest.mark.parametrize("count", [200, 2000, 10000])
def test_the_wall_is_even_where_time_is_full(count):
    """Its years stand at regular steps, as on the page."""
    readings = unequal(count)
    wall = wall_timeline(readings, threads=THREADS, palette=DARK, width=1392, height=120, today=TODAY)
    years = years_of(wall)
    assert len(years) > 3
    assert len({after - before for before, after in pairwise(years)}) == 1
    assert "1" not in texts(wall)
