"""Suggestions of which record a row is about: measured, explained, and never more than suggestions."""

import datetime as dt

import pytest

from dashboard.model.claim import Claim
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.imports import DuckDbEngine, ImportedRows, likely_records, reconcile
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from dashboard.store.imports import datasets_in
from tests.benchmarks.linking import precision_and_recall
from tests.datasets import row, write_rows

GAO = Place(id="gao", name="Gao", country="ML", precision="city", latitude=16.27, longitude=-0.04)
MALI = Place(id="mali", name="Mali", country="ML", precision="country")


def record(id_="battle", date="2024-03-05", place=GAO, text="Rebels and soldiers fought at the bridge of Gao."):
    """A record of that day and place."""
    event = Event(id=id_, title="Battle at the bridge", claims={"it": Claim(text=text, sources=("somebody",))})
    return ResolvedEvent(
        event,
        SupportedValue(EventDate.parse(date) if date else None, Support.EXTERNAL),
        SupportedValue(place, Support.EXTERNAL),
        (),
    )


def test_suggestions_are_right_nine_times_in_ten_and_find_four_in_five():
    """On 65 pairs of a record and a row of many topics, 32 of which are the same event."""
    precision, recall, number = precision_and_recall()
    assert number >= 60
    assert precision >= 0.9
    assert recall >= 0.8


def test_a_suggestion_says_why():
    """Day, place, and what both say."""
    (found,) = likely_records(row(1), [record(), record("other", "2024-05-05")], {})
    assert found.event == "battle"
    assert found.reasons[:2] == ("the same day", "the same place")
    assert any("bridg" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    "given",
    [
        {"first_day": None, "last_day": None},
        {"latitude": 50.0, "longitude": 30.0, "country": "UA"},
        {"first_day": dt.date(2024, 3, 20)},
        {"text": "Traders closed their shops.", "actor1": "Traders", "actor2": None},
        {"text": None, "title": None, "actor1": None, "actor2": None, "type_code": None},
    ],
)
def test_what_differs_in_day_place_or_matter_is_not_suggested(given):
    """The same town on the same day is not enough: much happens there."""
    assert likely_records(row(1, **given), [record()], {}) == []


def test_counts_are_set_beside_each_other_with_the_reason(tmp_path):
    """`Their 367, our 1`: reports are articles, and rows of other days and places are not counted."""
    write_rows(tmp_path, [row(1), row(2, first_day=dt.date(2024, 6, 1)), row(3, latitude=12.6, longitude=-8.0)], "ged")
    write_rows(tmp_path, [row(number, kind="report") for number in range(10, 376)], "gdelt")
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    found = reconcile(rows, record(), [record(), record("far", place=MALI), record("late", "2025-01-01")], {})
    assert found is not None
    told = " ".join(found.sentences)
    assert told.startswith("Their 367, our 1, of the same days")
    assert "gdelt has 366 reports: each is one article that names an event" in told
    assert "ged has 1 row" in told
    assert found.likely
    assert found.compared == 300


@pytest.mark.parametrize("given", [{"date": None}, {"place": None}, {"date": "2024"}])
def test_a_record_without_day_or_place_has_no_rows_beside_it(tmp_path, given):
    """Nothing could be compared."""
    write_rows(tmp_path, [row(1)], "ged")
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    assert reconcile(rows, record(**given), [record()], {}) is None


def test_a_record_known_to_its_country_has_the_rows_of_that_country(tmp_path):
    """Of these days."""
    write_rows(tmp_path, [row(1), row(2, country="NE"), row(3, latitude=None, longitude=None)], "ged")
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    found = reconcile(rows, record(place=MALI), [record(place=MALI)], {})
    assert found is not None
    assert {name: each.rows for name, each in found.counts.items()} == {"ged": 2}
