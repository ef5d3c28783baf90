"""The piecewise axis, and its ticks."""

from datetime import date
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.timeline.axis import (
    Anchor,
    TimeScale,
    busy_axis,
    even_axis,
    month_start,
    year_start,
    years_in_words,
)
from dashboard.views.timeline.piecewise import piecewise_axis
from dashboard.views.timeline.ticks import even_ticks, piece_ticks

TODAY = date(2026, 11, 25)
ANCHORS = st.lists(
    st.builds(Anchor, st.one_of(st.integers(1990, 2030), st.integers(1, 9999)), st.none() | st.integers(1, 12)),
    max_size=60,
)


def article_axis():
    """A few events around 2009, many in the second half of 2025."""
    months = {(1999, None): 1, (2008, 7): 1, (2009, 7): 1, (2009, 9): 2, (2025, 7): 2, (2025, 8): 3, (2025, 9): 4}
    months |= {(2025, 11): 1, (2025, 12): 2}
    return piecewise_axis([Anchor(*when) for when, count in months.items() for _ in range(count)], TODAY)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_ordinals_are_those_of_datetime(year, month):
    """The first days of years and months have the ordinals that `datetime` gives them."""
    assert year_start(year) == date(year, 1, 1).toordinal()
    assert month_start(year, month) == date(year, month, 1).toordinal()


def test_the_year_after_the_last_has_a_start():
    """The day after 9999-12-31, which `datetime` does not have, follows it."""
    assert month_start(9999, 13) == date.max.toordinal() + 1


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2008, 2008, "2008"),
        (2000, 2007, "2000–07"),
        (1998, 2003, "1998–2003"),
        (2, 2008, "AD 2–2008"),
        (79, 79, "AD 79"),
    ],
)
def test_runs_of_years_are_named_shortly(first, last, words):
    """A run within a century drops the century of its last year."""
    assert years_in_words(first, last) == words


@given(ANCHORS, st.lists(st.integers(1, date.max.toordinal()), min_size=2, max_size=30))
def test_a_later_day_never_stands_further_left(anchors, days):
    """The axis keeps the order of all days, and strictly so within what it shows."""
    axis = piecewise_axis(anchors, TODAY)
    for earlier, later in pairwise(sorted(days)):
        assert 0 <= axis.at(earlier) <= axis.at(later) <= 1
        if axis.start <= earlier < later <= axis.end:
            assert axis.at(earlier) < axis.at(later)


@given(ANCHORS)
def test_pieces_follow_each_other_without_a_gap(anchors):
    """Each piece starts where the one before ends, and today and every anchor are on the axis."""
    axis = piecewise_axis(anchors, TODAY)
    assert all(piece.end == after.start for piece, after in pairwise(axis.pieces))
    assert all(piece.end > piece.start and piece.weight > 0 for piece in axis.pieces)
    assert axis.start <= TODAY.toordinal() < axis.end
    assert all(axis.start <= year_start(anchor.year) < axis.end for anchor in anchors)


def test_empty_runs_are_narrowed_and_busy_years_split():
    """The article's time: runs between events are one piece each, 2025 is split into months, 2026 holds today."""
    labels = [piece.label for piece in article_axis().pieces]
    assert labels[:5] == ["1999", "2000–07", "2008", "2009", "2010–24"]
    assert labels[5:] == ["January", "July", "August", "September", "October", "November", "December", "2026"]
    assert article_axis().busy == ((year_start(2025), year_start(2026)),)


def test_weights_follow_the_rule():
    """A year with n events is .45 + .45 sqrt(n) wide, an empty run .28 sqrt(years)."""
    by_label = {piece.label: piece.weight for piece in article_axis().pieces}
    assert by_label["2009"] == pytest.approx(0.45 + 0.45 * sqrt(3))
    assert by_label["2000–07"] == pytest.approx(0.28 * sqrt(8))
    assert by_label["September"] == pytest.approx(0.45 + 0.45 * sqrt(4))


def test_a_date_far_away_leaves_room_for_the_rest():
    """Two thousand empty years take no more than a fixed width."""
    axis = piecewise_axis([Anchor(1, 1), Anchor(2025, 9)], TODAY)
    assert axis.at(year_start(2025)) < 0.8


def test_years_known_to_the_year_alone_are_not_split():
    """Ten events of a year without a month give no reason to split it into months."""
    axis = piecewise_axis([Anchor(2009, None)] * 10, TODAY)
    assert axis.busy == ()
    assert busy_axis(axis) is None


def test_where_all_years_are_alike_none_is_busy():
    """Time that is busy throughout is not widened anywhere."""
    axis = piecewise_axis([Anchor(year, month) for year in range(1990, 2027) for month in range(1, 13)], TODAY)
    assert axis.busy == ()


def test_of_many_busy_years_the_three_that_stand_out_are_split():
    """When most years have six events or more, the busiest run of three is widened, not stripes all over."""
    anchors = [Anchor(year, month) for year in range(1990, 2023) for month in range(1, 13)]
    anchors += [Anchor(year, month) for year in (2023, 2024, 2025) for month in range(1, 13) for _ in range(2)]
    assert piecewise_axis(anchors, TODAY).busy == ((year_start(2023), year_start(2026)),)


def test_without_events_the_axis_is_around_today():
    """No anchors: the year of today between its neighbours; at the end of all years, what there is of them."""
    assert [piece.label for piece in piecewise_axis([], TODAY).pieces] == ["2025", "2026", "2027"]
    assert [piece.label for piece in piecewise_axis([], date.max).pieces] == ["9998", "9999"]


def test_busy_time_alone_runs_from_its_first_event_to_its_last():
    """The busy axis begins with the first month that has an event and ends with the last."""
    busy = busy_axis(article_axis())
    assert busy is not None
    assert (busy.start, busy.end) == (month_start(2025, 7), year_start(2026))


def test_the_even_axis_is_linear():
    """Half of the days are half of the width."""
    even = even_axis(article_axis())
    assert even.at((even.start + even.end) / 2) == pytest.approx(0.5)


@given(ANCHORS, st.sampled_from((240, 358, 640, 1392, 1888)))
def test_ticks_neither_collide_nor_are_cut(anchors, width):
    """Labels keep apart from each other and from the word for today, and end within the figure."""
    axis = piecewise_axis(anchors, TODAY)
    for scale, make in ((TimeScale(axis, 0, width), piece_ticks), (TimeScale(even_axis(axis), 0, width), even_ticks)):
        ticks = make(scale, [(width - 40, width)], width)
        boxes = sorted([(tick.text_px, tick.right_px) for tick in ticks] + [(width - 40, width)])
        assert all(left[1] < right[0] for left, right in pairwise(boxes))
        assert all(tick.right_px <= width for tick in ticks)


def test_ticks_name_years_first_and_months_where_they_fit():
    """On a wide figure months have their names in full; on a narrow one they are shortened or left out."""
    wide = [tick.label for tick in piece_ticks(TimeScale(article_axis(), 0, 1216), [], 1240)]
    assert wide[:6] == ["1999", "2000–07", "2008", "2009", "2010–24", "2025"]
    assert {"July", "September", "December"} <= set(wide)
    narrow = [tick.label for tick in piece_ticks(TimeScale(article_axis(), 0, 334), [], 358)]
    assert "2025" in narrow
    assert "Sept" in narrow
    assert "2010–24" not in narrow


def test_busy_time_that_begins_in_mid_year_says_so():
    """The first tick of the busy axis names its month and year."""
    busy = busy_axis(article_axis())
    assert busy is not None
    assert piece_ticks(TimeScale(busy, 0, 1216), [], 1240)[0].label == "July 2025"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (1999, 2026, ["2000", "2005", "2010", "2015", "2020", "2025"]),
        (2025, 2025, ["2025", "Mar", "May", "July", "Sept", "Nov"]),
    ],
)
def test_even_ticks_stand_at_round_dates(first, last, expected):
    """Years in steps of 1, 2, 5 and so on, months within a year: none is named that is not a step from the next."""
    axis = even_axis(piecewise_axis([Anchor(first, None), Anchor(last, None)], date(last, 6, 1)))
    assert [tick.label for tick in even_ticks(TimeScale(axis, 0, 900), [], 900, apart_px=150)] == expected
