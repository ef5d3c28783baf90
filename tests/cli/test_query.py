"""`dateline query`: printed as text, JSON or CSV, written as Parquet, and refused in a sentence."""

import csv
import io
import json
import os

import pyarrow.parquet as pq
import pytest

COUNT = "SELECT type, count(*) AS n FROM events WHERE type IS NOT NULL GROUP BY type ORDER BY n DESC, type"


def test_rows_are_printed_in_each_format(dateline, workspace):
    """The same ones."""
    text = dateline("query", COUNT, "--workspace", workspace)
    assert (text.code, text.err) == (0, "")
    head, _rule, *lines = text.out.splitlines()
    assert head.split() == ["type", "n"]
    found = json.loads(dateline("query", COUNT, "--format", "json", "--workspace", workspace).out)
    assert [line.split() for line in lines] == [[each["type"], str(each["n"])] for each in found]
    read = csv.DictReader(io.StringIO(dateline("query", COUNT, "--format", "csv", "--workspace", workspace).out[1:]))
    assert [each["type"] for each in read] == [each["type"] for each in found]


def test_parquet_is_written_and_not_printed(dateline, workspace, tmp_path):
    """With the number of rows."""
    refused = dateline("query", COUNT, "--format", "parquet", "--workspace", workspace)
    assert (refused.code, refused.out) == (2, "")
    file = tmp_path / "found.parquet"
    written = dateline("query", COUNT, "--format", "parquet", "-o", file, "--workspace", workspace)
    rows = pq.read_table(file).num_rows
    assert written.out == f"written: {file} ({rows} rows)\n"


def test_tables_are_listed_with_their_columns(dateline, workspace):
    """What each has, and the type of each column."""
    out = dateline("query", "--tables", "--workspace", workspace).out
    for name in ("events", "sources", "event_report", "claims", "quotes", "places", "actors"):
        assert f"\n{name}: " in f"\n{out}"
    assert "date_from" in out


def test_what_is_not_run_is_a_sentence(dateline, workspace):
    """Exit code 2, and nothing printed."""
    for sql, told in (
        ("SELECT * FROM eventz", "`events`"),
        ("DROP TABLE events", "only reads"),
        ("SELEC", "begin it with SELECT"),
    ):
        ended = dateline("query", sql, "--workspace", workspace)
        assert (ended.code, ended.out) == (2, "")
        assert told in ended.err
    assert dateline("query", "--workspace", workspace).code == 2


def test_the_mode_is_chosen(dateline, workspace):
    """As the sources report them, fewer events have a date."""
    asked = "SELECT count(date) AS n FROM events"
    assessed, reported = (
        json.loads(dateline("query", asked, "--as", mode, "--format", "json", "--workspace", workspace).out)[0]["n"]
        for mode in ("assessed", "reported")
    )
    assert reported < assessed


def test_a_query_is_read_from_standard_input(dateline, workspace, monkeypatch):
    """With `-`."""
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 1 AS one"))
    assert json.loads(dateline("query", "-", "--format", "json", "--workspace", workspace).out) == [{"one": 1}]


def test_a_query_from_a_file_of_windows_is_read(dateline, workspace, monkeypatch):
    """Its byte order mark is no part of it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\ufeffSELECT 1 AS one"))
    assert json.loads(dateline("query", "-", "--format", "json", "--workspace", workspace).out) == [{"one": 1}]


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_no_cell_steers_a_terminal(form, dateline, workspace, monkeypatch):
    """Nor does the name of a column; a line ends as lines do."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    asked = 'SELECT chr(27) || chr(155) || chr(8238) AS "a\x1b[31m"'
    out = dateline("query", asked, "--format", form, "--workspace", workspace).out
    assert out.replace("\n", "").isprintable()


def test_where_nothing_can_be_written_is_a_sentence(dateline, workspace, tmp_path):
    """A folder, and a file in a folder that is not there."""
    for file in (tmp_path, tmp_path / "no" / "found.csv"):
        ended = dateline("query", "SELECT 1", "-o", file, "--workspace", workspace)
        assert (ended.code, ended.out) == (2, "")
        assert "could not be written" in ended.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_a_device_or_a_pipe_stays_what_it_is(dateline, workspace, tmp_path):
    """A file in its place would break what others do with it: `-o /dev/null` as root."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert dateline("query", "SELECT 1 AS one", "--format", "json", "-o", pipe, "--workspace", workspace).code == 0
        assert json.loads(os.read(reader, 1_000)) == [{"one": 1}]
    finally:
        os.close(reader)
    assert pipe.is_fifo()
