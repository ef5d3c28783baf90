"""Imported rows on the timeline: a band of its own, whose bars add up to the rows that are in sight."""

import datetime as dt
import itertools
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.query.imports import DatedRows
from dashboard.query.imports.imported_rows import DayCount
from dashboard.views.drawing import Canvas
from dashboard.views.timeline.axis import Anchor, TimeScale
from dashboard.views.timeline.imported_band import ImportedBand
from dashboard.views.timeline.piecewise import piecewise_axis
from tests.views.timeline.cases import TODAY, article, drawn

DAY = dt.date(2025, 9, 4)
days = st.dates(dt.date(1990, 1, 1), dt.date(2026, 6, 30))
counted = st.builds(
    lambda first, length, rows: DayCount("ged", first, first + dt.timedelta(length), rows),
    days,
    st.sampled_from([0, 0, 6, 30, 364]),
    st.integers(1, 5_000),
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(counted, max_size=20), width=st.sampled_from([390, 1392]))
def test_the_bars_have_every_row_that_is_in_sight(rows, width):
    """A row known to a month is spread over its days; whole days stand in one bar each."""
    axis = piecewise_axis([Anchor(1999, None), Anchor(2025, 9), Anchor(2025, 10)], TODAY)
    band = ImportedBand(DatedRows(tuple(rows)), 100, TimeScale(axis, 20, width - 20), Canvas(width, 0))
    bars = list(band._bars())
    seen = sum(
        each.rows
        * max(0, min(each.last.toordinal() + 1, axis.end) - max(each.first.toordinal(), axis.start))
        / (each.last - each.first + dt.timedelta(1)).days
        for each in rows
    )
    assert abs(sum(each.rows for each in bars) - seen) < 1e-6 * (1 + seen)
    assert all(one.last < other.first and one.right <= other.left + 1e-6 for one, other in itertools.pairwise(bars))


def test_a_timeline_with_imported_rows_has_a_band_below_its_lanes():
    """Bars can be pressed, list their days, and take no mark of a record away."""
    rows = DatedRows((DayCount("ged", DAY, DAY, 40), DayCount("ged", dt.date(2009, 1, 1), dt.date(2009, 12, 31), 7)))
    plain, more = drawn(article()), drawn(article(), imported=rows)
    bars = [mark for mark in more.marks if mark.press and mark.press[0] == "rows"]
    assert bars
    assert [mark.name for mark in more.marks if mark not in bars] == [mark.name for mark in plain.marks]
    assert all(re.fullmatch(r"days:\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d", mark.press[1]) for mark in bars)
    assert any("40 imported rows, unreviewed" in mark.name for mark in bars)
    assert more.content["layout"]["height"] > plain.content["layout"]["height"]
    assert any("unreviewed" in sentence for sentence in more.sentences)
    assert "Imported, unreviewed" in more.content["data"][-1]["text"]


def test_a_timeline_without_rows_in_sight_says_how_many_there_are():
    """The band stands there, with no bar."""
    rows = DatedRows((DayCount("ged", dt.date(1900, 1, 1), dt.date(1900, 1, 1), 12),))
    drawing = drawn(article(), imported=rows)
    assert [mark for mark in drawing.marks if mark.press and mark.press[0] == "rows"] == []
    assert "of 12 rows" in drawing.content["data"][-1]["text"]
