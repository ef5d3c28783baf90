"""Every format: what it writes is what was asked for, the same each time, and what it leaves out is told."""

import json

import pytest

from dashboard.exchange.exports import FORMATS
from dashboard.exchange.exports.exported_events import COUNTS, LISTS, values_of
from dashboard.query.fields import csv_text
from dashboard.query.filters import Filters
from dashboard.query.reading import Mode

WORLDS = ("seed", "card", "voices", "copies", "retracted", "empty")


@pytest.mark.parametrize("form", FORMATS)
def test_every_world_is_written_and_the_same_again(form, world, exported):
    """The bytes depend on the records and the moment alone; no event is an export, too."""
    for name in WORLDS:
        root = world(name)
        files = FORMATS[form].files(exported(root))
        assert files, name
        assert files == FORMATS[form].files(exported(root)), name


@pytest.mark.parametrize("form", [key for key, each in FORMATS.items() if each.is_text])
def test_what_is_retracted_is_left_out_or_said(form, world, exported):
    """Where nothing in a file would tell that an event is retracted, it is not there."""
    events = exported(world("retracted"))
    (gone,) = (row.event for row in events.rows if row.event.review.status == "retracted")
    content = FORMATS[form].files(events)[FORMATS[form].file].decode()
    is_there = gone.title in content
    assert not is_there or "retracted" in content
    assert any("Retracted" in sentence for sentence in FORMATS[form].loses) is not is_there


def test_the_count_is_of_the_events_that_have_a_place(world, exported):
    """An undated event has no place in a calendar or a timeline, and a table has room for all."""
    events = exported(world("seed"))
    counts = {key: each.count(events) for key, each in FORMATS.items()}
    every = len(events.readings)
    undated = sum(reading.date.value is None for reading in events.readings)
    assert undated
    assert counts["csv"] == counts["geojson"] == counts["crosswalk-csv"] == every
    assert counts["ics"] == counts["timelinejs"] == every - undated
    lines = FORMATS["plover"].files(events)["events.plover.jsonl"].decode().splitlines()
    assert counts["plover"] == len(lines) < every


def test_columns_have_the_types_that_are_declared(world, exported):
    """A column of the CSV that is new is a text, unless it is among the lists or the counts."""
    for name in WORLDS:
        for row in exported(world(name)).rows:
            for column, value in values_of(row).items():
                kind = list if column in LISTS else int if column in COUNTS else str
                assert value is None or isinstance(value, kind), (name, column)


def test_csv_is_that_of_the_page(world, exported):
    """Both have one writer."""
    events = exported(world("card"), Mode.REPORTED)
    assert FORMATS["csv"].files(events)["events.csv"].decode() == csv_text(events.readings, events.table)


def test_filters_choose_the_events(world, exported):
    """And the mode chooses the date."""
    root = world("seed")
    events = exported(root, filters=Filters({"thread": frozenset({"us-forces-korea-costs"})}))
    features = json.loads(FORMATS["geojson"].files(events)["events.geojson"])["features"]
    assert [each["id"] for each in features] == [reading.id for reading in events.readings]
    assert 0 < len(features) < len(exported(root).readings)
    reported = exported(root, Mode.REPORTED)
    assert FORMATS["ics"].count(reported) < FORMATS["ics"].count(exported(root))
