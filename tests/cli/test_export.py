"""`dateline export`: printed or written, filtered as the page is, and told what it leaves out."""

import io
import json
import os
import sys
import threading
from datetime import UTC, datetime

import pytest

from dashboard import clock
from dashboard.exchange.exports import FORMATS


@pytest.mark.parametrize("form", [key for key, each in FORMATS.items() if each.is_text])
def test_text_is_printed_as_it_is_written(form, dateline, workspace, tmp_path, monkeypatch):
    """The bytes of the file, and nothing else."""
    monkeypatch.setattr(clock, "_instant", lambda: datetime(2026, 11, 30, 12, tzinfo=UTC))
    printed = dateline("export", form, "--workspace", workspace)
    written = dateline("export", form, "--workspace", workspace, "-o", tmp_path / "out")
    assert (printed.code, printed.err, written.code, written.err) == (0, "", 0, "")
    assert printed.out.encode() == (tmp_path / "out").read_bytes().removesuffix(b"\n") + b"\n"


def test_what_a_format_leaves_out_is_told(dateline, workspace, tmp_path):
    """With how many events it has."""
    ended = dateline("export", "ics", "--workspace", workspace, "-o", tmp_path)
    first, *others = ended.out.splitlines()
    assert first == f"written: {tmp_path / 'events.ics'} (17 of 18 events)"
    assert tuple(line.strip() for line in others) == FORMATS["ics"].loses


def test_a_crosswalk_is_a_folder(dateline, workspace, tmp_path):
    """Made if it is not there; what else lies in it stays."""
    target = tmp_path / "made" / "crosswalk"
    assert dateline("export", "crosswalk-csv", "--workspace", workspace, "-o", target).code == 0
    (target / "notes.txt").write_text("theirs", encoding="utf-8")
    assert dateline("export", "crosswalk-parquet", "--workspace", workspace, "-o", target).code == 0
    names = ("events", "reports", "event_report", "claims", "quotes")
    assert {path.name for path in target.iterdir()} == {
        "notes.txt",
        *(f"{name}.{ending}" for name in names for ending in ("csv", "parquet")),
    }


@pytest.mark.parametrize("form", ["geoparquet", "crosswalk-csv"])
def test_what_is_no_text_is_not_printed(form, dateline, workspace):
    """And the way to have it is told."""
    ended = dateline("export", form, "--workspace", workspace)
    assert (ended.code, ended.out) == (2, "")
    assert f"`-o {FORMATS[form].file}`" in ended.err


def ids(ended):
    return [each["id"] for each in json.loads(ended.out)["features"]]


def test_filters_are_those_of_the_page(dateline, workspace):
    """Facets, dates and words; one that is not known is refused, and nothing is written."""
    every = ids(dateline("export", "geojson", "--workspace", workspace))
    thread = ids(dateline("export", "geojson", "--workspace", workspace, "--show", "thread:us-forces-korea-costs"))
    assert thread
    assert [id_ for id_ in every if id_ in thread] == thread != every
    others = ids(dateline("export", "geojson", "--workspace", workspace, "--show", "thread:-us-forces-korea-costs"))
    assert not {*others} & {*thread}
    early = ids(dateline("export", "geojson", "--workspace", workspace, "--to", "2009"))
    assert "us-base-closed" in early
    assert len(early) < len(every)
    assert ids(dateline("export", "geojson", "--workspace", workspace, "--words", "drones", "--from", "2025"))
    for wrong in (("--show", "colour:red"), ("--from", "yesterday"), ("--from", "2026", "--to", "2025")):
        ended = dateline("export", "csv", "--workspace", workspace, *wrong)
        assert (ended.code, ended.out) == (2, "")
        assert wrong[1] in ended.err
        assert "address" not in ended.err


def test_the_mode_is_chosen(dateline, workspace):
    """As the sources report them, some events have no date."""
    assessed = dateline("export", "csv", "--workspace", workspace).out
    assert dateline("export", "csv", "--as", "reported", "--workspace", workspace).out != assessed


def test_no_events_are_no_failure(dateline, workspace):
    """It is said, and the file is valid all the same."""
    ended = dateline("export", "geojson", "--workspace", workspace, "--words", "unicorn")
    assert (ended.code, ended.err) == (0, "No events match the filters.\n")
    assert json.loads(ended.out)["features"] == []
    assert dateline("export", "plover", "--workspace", workspace, "--words", "unicorn").out == ""


def test_what_is_printed_is_utf_8(dateline, workspace, monkeypatch):
    """Also where this machine writes another encoding, as Windows does into files: a reader expects the standard's."""
    printed = dateline("export", "geojson", "--workspace", workspace).out
    assert not printed.isascii()
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", errors="backslashreplace")
    monkeypatch.setattr(sys, "stdout", stream)
    dateline("export", "geojson", "--workspace", workspace)
    assert stream.buffer.getvalue().decode() == printed


def test_files_that_could_not_be_read_are_told(dateline, workspace):
    """Who reads the export would take it for all there is."""
    (workspace / "events" / "ecuador" / "broken.yaml").write_text("title: [a", encoding="utf-8")
    ended = dateline("export", "csv", "--workspace", workspace)
    assert (ended.code, ended.err) == (0, "1 event file could not be read: see `dateline validate`.\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(dateline, workspace, tmp_path):
    """As `/dev/stdout` and `/dev/null` do: a file in their place would break the machine."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert dateline("export", "csv", "--workspace", workspace, "-o", pipe).code == 0
    assert pipe.is_fifo()
    reader.join(timeout=10)
    assert got[0].startswith(b"\xef\xbb\xbfid,")


def test_a_link_stays_a_link(dateline, workspace, tmp_path):
    """The file that it leads to is written."""
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    assert dateline("export", "csv", "--workspace", workspace, "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_a_crosswalk_is_not_written_over_a_file(dateline, workspace, tmp_path):
    """What is the matter is told."""
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    ended = dateline("export", "crosswalk-csv", "--workspace", workspace, "-o", tmp_path / "file")
    assert (ended.code, "it is a file. Name a folder" in ended.err) == (2, True)
