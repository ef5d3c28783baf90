"""Whatever is asked for, the numbers add up: on the page, in the tables of the figures, in the file."""

import csv
import datetime as dt
import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.app.filters.asked import Asked
from dashboard.app.shown import Shown, catalogue
from dashboard.app.situation.trays import sentence, trays
from dashboard.checks.validation import validate
from dashboard.query.filters import Filters
from dashboard.query.reading import Mode
from dashboard.query.table import Table
from dashboard.query.table_csv import csv_text
from dashboard.views.map import event_map
from dashboard.views.palette import LIGHT
from dashboard.views.timeline import event_timeline

VALIDATION = validate(Path(__file__).resolve().parents[2])
CATALOGUES = {mode: catalogue(VALIDATION, mode) for mode in Mode}
VALUES = {
    key: sorted({value for of_event in values.values() for value in of_event} | {"nothing-has-this"})
    for key, values in CATALOGUES[Mode.ASSESSED].values.items()
}
DAYS = st.none() | st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31))
FILTERS = st.builds(
    Filters,
    st.fixed_dictionaries({}, optional={key: st.frozensets(st.sampled_from(values)) for key, values in VALUES.items()}),
    DAYS,
    DAYS,
    st.sampled_from(["", "base", "Ecuador", "drones navy", "zzz"]),
)
NUMBERS = re.compile(
    r"([\d,]+) of ([\d,]+) events shown(?: · ([\d,]+) filtered out)? · ([\d,]+) undated · ([\d,]+) unplaced"
)


@pytest.mark.parametrize("mode", list(Mode))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_shown_and_filtered_out_are_all_everywhere(read, mode, filters):
    """The sentence, the trays, both figures' tables and the CSV tell of the same events, in the same number."""
    shown = Shown(VALIDATION, mode, asked=Asked(filters), prepared=CATALOGUES[mode])
    titles = sorted(reading.event.title for reading in shown.readings)
    numbers = [int(number or 0) for number in NUMBERS.search(read(sentence(shown)).text).groups()]
    assert numbers[0] == len(titles)
    assert numbers[0] + numbers[2] == numbers[1] == len(VALIDATION.workspace.events)
    assert numbers[3:] == [len(shown.undated), len(shown.unplaced)]
    in_trays = read(trays(shown)).text
    assert all(reading.event.title in in_trays for reading in (*shown.undated, *shown.unplaced))
    on_map = event_map(
        shown.readings, threads=tuple(VALIDATION.workspace.threads), palette=LIGHT, width=912, height=458
    )
    on_line = event_timeline(
        shown.readings, threads=VALIDATION.workspace.threads, palette=LIGHT, width=1392, today=dt.date(2026, 11, 25)
    )
    for drawing in (on_map, on_line):
        assert sorted(row["Event"] for row in drawing.rows) == titles
    reachable = {event for mark in on_line.marks for event in mark.events}
    assert reachable == {reading.id for reading in shown.readings if reading.date.value}
    assert {event for mark in on_map.marks for event in mark.events} == {
        reading.id for reading in shown.readings if reading.place.value
    }
    table = Table(shown.workspace, shown.evidence, mode, shown.problems_of)
    rows = list(csv.DictReader(io.StringIO(csv_text(shown.readings, table).lstrip("\ufeff"))))
    assert sorted(row["title"] for row in rows) == titles
