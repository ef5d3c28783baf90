"""The crosswalk: keys that join, offsets that give the words, and no cell that a spreadsheet would run."""

import csv
import io

import pyarrow.parquet as pq
import pytest

from dashboard.exchange.exports import FORMATS
from dashboard.query.origins import sources_of

TABLES = ("events", "reports", "event_report", "claims", "quotes")


def csv_tables(events):
    files = FORMATS["crosswalk-csv"].files(events)
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in files.items()
    }


def parquet_tables(events):
    files = FORMATS["crosswalk-parquet"].files(events)
    return {
        name.removesuffix(".parquet"): pq.read_table(io.BytesIO(content)).to_pylist() for name, content in files.items()
    }


@pytest.mark.parametrize("name", ["seed", "card", "voices", "copies"])
def test_keys_join(name, world, exported):
    """Nothing in a table leads to what another has not; every event, claim and quote is there once."""
    events = exported(world(name))
    tables = parquet_tables(events)
    assert tuple(tables) == TABLES
    ids = [each["event"] for each in tables["events"]]
    assert ids == [row.event.id for row in events.rows]
    reports = {each["report"] for each in tables["reports"]}
    pairs = {(each["event"], each["report"]) for each in tables["event_report"]}
    assert pairs == {(row.event.id, source) for row in events.rows for source in sources_of(row.event)}
    assert {report for _, report in pairs} == reports
    claims = [(each["event"], each["claim"]) for each in tables["claims"]]
    assert claims == [(row.event.id, key) for row in events.rows for key in row.event.claims]
    quoted = {(each["event"], each["claim"], each["quote"]) for each in tables["quotes"]}
    assert len(quoted) == sum(len(claim.quotes) for row in events.rows for claim in row.event.claims.values())
    assert {each[:2] for each in quoted} <= {*claims}


def test_offsets_give_the_words(world, exported):
    """In code points of the text as it is held; a quote with words left out has a row for each part."""
    events = exported(world("seed"))
    rows = parquet_tables(events)["quotes"]
    assert rows
    for row in rows:
        words = events.workspace.texts[row["report"]][row["start"] : row["end"]]
        assert words
        assert "…" in row["exact"] or words.split() == row["exact"].split()


def test_both_forms_say_the_same(world, exported):
    """The CSV as text, lists joined."""
    events = exported(world("card"))
    texts, typed = csv_tables(events), parquet_tables(events)
    for name in TABLES:
        told = [
            {
                key: "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
                for key, value in row.items()
            }
            for row in typed[name]
        ]
        assert [{key: value.removeprefix("'") for key, value in row.items()} for row in texts[name]] == told


def test_numbers_are_numbers(world, exported):
    """South and west of zero, too: with an apostrophe in front, nothing could count with them."""
    rows = [each for each in csv_tables(exported(world("seed")))["events"] if each["longitude"]]
    assert any(float(each["longitude"]) < 0 and float(each["latitude"]) < 0 for each in rows)


def test_no_cell_is_a_formula(hostile):
    """As in every CSV that Dateline writes."""
    (row,) = csv_tables(hostile)["events"]
    assert row["title"].startswith("'=HYPERLINK")
