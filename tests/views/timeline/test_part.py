"""A part of the axis: the dates that the reader filters by, and the names of their days."""

from datetime import date
from itertools import pairwise

import pytest

from dashboard.views.timeline.axis import Anchor, TimeScale, even_axis, is_short, part_of
from dashboard.views.timeline.background import HEAD
from dashboard.views.timeline.fine_ticks import fine_ticks
from dashboard.views.timeline.piecewise import piecewise_axis
from dashboard.views.timeline.window import TimeWindow
from tests.views.timeline.cases import ECUADOR, TODAY, article, drawn, reading
from tests.views.timeline.test_bars import unequal
from tests.views.timeline.test_more import due

SEPTEMBER = (date(2025, 9, 1), date(2025, 9, 30))


def ordinal(year, month, day):
    """Of a day."""
    return date(year, month, day).toordinal()


def heads(drawing):
    """The words above all lanes, from left to right."""
    words = drawing.content["data"][-1]
    found = zip(words["x"], words["y"], words["text"], strict=True)
    return [text for _, y, text in sorted(found) if y == HEAD / 2]


def in_range(readings, first, last):
    """Those whose day lies in the range."""
    return [each for each in readings if each.date.value and first <= each.date.value.earliest <= last]


def test_a_filter_to_a_month_shows_that_month():
    """Events of September stand as far apart as their days, over the whole width, and the days are named."""
    chosen = [reading("one", "2025-09-04", "One"), reading("two", "2025-09-05", "Two")]
    far, near = drawn(chosen), drawn(chosen, between=SEPTEMBER)
    assert [day for _, day in near.days] == [ordinal(2025, 9, 1), ordinal(2025, 10, 1)]
    assert near.scale == "even"
    assert heads(near)[:2] == ["Sept 2025", "3 Sept"]
    assert len(heads(near)) >= 10
    assert "today" not in heads(near)
    assert "today" in heads(far)
    day_px = (near.days[1][0] - near.days[0][0]) * 1392 / 30
    assert day_px > 35


@pytest.mark.parametrize(
    ("between", "ends"),
    [
        ((date(2025, 9, 1), None), (ordinal(2025, 9, 1), ordinal(2027, 1, 1))),
        ((None, date(2009, 9, 30)), (ordinal(1999, 1, 1), ordinal(2009, 10, 1))),
        ((date(2030, 1, 1), date(2030, 1, 31)), (ordinal(2030, 1, 1), ordinal(2030, 2, 1))),
        ((date(2026, 12, 1), date(2025, 1, 1)), (ordinal(1999, 1, 1), ordinal(2027, 1, 1))),
        ((date(1900, 1, 1), None), (ordinal(1999, 1, 1), ordinal(2027, 1, 1))),
    ],
)
def test_the_axis_ends_where_the_filter_does(between, ends):
    """One end may be left open; a range without events is shown empty, and one that ends before it begins is none."""
    days = drawn(article(), between=between).days
    assert (days[0][1], days[-1][1]) == ends


@pytest.mark.parametrize("width", [340, 720, 1392])
@pytest.mark.parametrize(
    "between",
    [
        (date(2025, 9, 3), date(2025, 9, 4)),
        (date(2025, 8, 20), date(2025, 10, 9)),
        (date(2025, 2, 11), date(2025, 12, 20)),
        (date(2008, 7, 1), date(2025, 9, 30)),
    ],
)
@pytest.mark.parametrize("scale", ["auto", "all", "busy", "even"])
def test_names_of_days_do_not_touch(width, between, scale):
    """Down to a day, on any scale; the first one tells its year."""
    words = drawn(in_range(article(), *between), between=between, width=width, scale=scale).content["data"][-1]
    assert any("20" in text for text, y in zip(words["text"], words["y"], strict=True) if y == HEAD / 2)
    axis = part_of(piecewise_axis([Anchor(2025, 9)] * 8 + [Anchor(2008, 7)], TODAY), *(d.toordinal() for d in between))
    for each in (axis, even_axis(axis)):
        ticks = fine_ticks(TimeScale(each, 10, width - 12), (), width)
        assert ticks
        assert all(one.right_px < other.text_px for one, other in pairwise(ticks))
        assert all(tick.right_px <= width for tick in ticks)


def test_a_part_keeps_its_scales():
    """What was twice as wide as its neighbour stays so."""
    whole = piecewise_axis([Anchor(2025, 9)] * 8 + [Anchor(2008, 7)], TODAY)
    start, end = ordinal(2008, 3, 1), ordinal(2025, 9, 20)
    part = part_of(whole, start, end)
    left, right = whole.at(start), whole.at(end)
    for day in (ordinal(2008, 9, 1), ordinal(2015, 1, 1), ordinal(2025, 9, 3)):
        assert part.at(day) == pytest.approx((whole.at(day) - left) / (right - left))
    assert part_of(whole, whole.start - 5, whole.end + 5) is whole
    assert not is_short(whole)


def test_a_bar_that_the_filter_cuts_is_said_to_be_so():
    """Its count is that of a part of a month, and no reader should take it for a quiet month."""
    readings = unequal(2000)
    cut, whole = (date(2024, 1, 11), date(2025, 12, 20)), (date(2024, 1, 1), date(2025, 12, 31))
    told = drawn(in_range(readings, *cut), between=cut).sentences
    assert "The dates asked for cut a month: its bar counts only events within them" in told
    assert not any("cut a month" in each for each in drawn(in_range(readings, *whole), between=whole).sentences)


@pytest.mark.parametrize(("is_past", "count"), [(False, 1), (True, 0)])
def test_a_question_stands_at_its_day_where_today_does_not_show(is_past, count):
    """The axis of next year has no line for today to stand beside; an overdue one is not there."""
    asked = due("More drones?", "2027-05-04", thread=ECUADOR, is_past=is_past)
    drawing = drawn(article(), between=(date(2027, 1, 1), date(2027, 12, 31)), dues=(asked,))
    assert sum("Open question" in mark.name for mark in drawing.marks) == count


def ordinals(drawing):
    """The first and the last day in sight."""
    return drawing.days[0][1], drawing.days[-1][1]


@pytest.mark.parametrize("text", ["2025-09-01T00.00_2025-10-01T12.30", "0999-01-01T23.59_2025-10-01T12.30"])
def test_a_window_is_told_to_the_minute(text):
    """An address reads as it was written."""
    assert str(TimeWindow.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "_",
        "2025-09-01_2025-10-01",
        "2025-09-31T00.00_2025-10-01T12.30",
        "2025-09-01T24.00_2025-10-01T12.30",
        "2025-10-01T00.00_2025-09-01T12.30",
        "2025-10-01T00.00_2025-10-01T12.30",
        "10,20,3",
    ],
)
def test_what_tells_no_window_is_none(text):
    """Nor is less than a day."""
    assert TimeWindow.parse(text) is None


def test_a_window_at_the_ends_of_time_is_written():
    """No day is before the first or after the last that there is."""
    assert str(TimeWindow(-5.0, 1e9)) == "0001-01-01T00.00_9999-12-31T23.59"


@pytest.mark.parametrize("scale", ["all", "even"])
def test_a_window_shows_a_part_where_the_whole_had_it(scale):
    """What is in sight stands where a picture of the whole stands that is moved there, and the frame tells how."""
    whole = drawn(article(), around=article(), scale=scale)
    near = drawn(article(), around=article(), scale=scale, window=TimeWindow.parse("2025-08-01T00.00_2025-11-01T12.00"))
    assert ordinals(near) == (ordinal(2025, 8, 1), ordinal(2025, 11, 1))
    left, right = near.frame["window"]
    assert whole.frame["window"] == (0, 1)
    assert near.frame["knots"] == whole.frame["knots"]
    at = dict(whole.days)
    if scale == "all":
        share = next(share for share, day in at.items() if day == ordinal(2025, 9, 1))
        axis = whole.frame["right"] - whole.frame["left"]
        position = ((share - whole.frame["left"]) / axis - left) / (right - left)
        there = next(share for share, day in near.days if day == ordinal(2025, 9, 1))
        assert (there - near.frame["left"]) / axis == pytest.approx(position, abs=1e-4)
    assert near.content["layout"]["height"] >= whole.content["layout"]["height"]


@pytest.mark.parametrize("window", ["1990-01-01T00.00_1991-01-01T00.00", "1990-01-01T00.00_2090-01-01T00.00"])
def test_a_window_elsewhere_is_none(window):
    """All of the axis is shown where a window has none of it, or more than all."""
    assert ordinals(drawn(article(), around=article(), window=TimeWindow.parse(window))) == ordinals(drawn(article()))


def test_a_bar_at_the_edge_of_a_window_counts_the_whole_month():
    """A month that is half in sight is no month with half as many events."""
    readings = unequal(2000)
    window = TimeWindow.parse("2024-03-15T00.00_2026-02-12T00.00")
    counts = {each.name.split(":")[0] for each in drawn(readings, around=readings, window=window).marks}
    march = sum(each.date.value.earliest.strftime("%Y-%m") == "2024-03" for each in readings if each.thread == ECUADOR)
    assert any(f"{march} events" in name for name in counts)


def test_the_strip_shows_what_the_dates_leave_out():
    """Its time is that of all events, so that the filter can be moved there."""
    readings = article()
    drawing = drawn(in_range(readings, *SEPTEMBER), around=readings, between=SEPTEMBER)
    assert drawing.frame["strip_days"] == (ordinal(1999, 1, 1), ordinal(2027, 1, 1))
    assert ordinals(drawing) == (ordinal(2025, 9, 1), ordinal(2025, 10, 1))
    empty = drawn((), around=readings, between=(date(2030, 1, 1), date(2030, 2, 1)))
    assert empty.frame["strip_days"] == drawing.frame["strip_days"]
    assert drawn(()).frame is None
