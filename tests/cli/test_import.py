"""`dateline import` tells what came of it, and what of the records rests on rows that are no longer the same."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

FILES = Path(__file__).parents[1] / "exchange" / "imports" / "files"
SOURCE = """\
kind: report
title: Five killed at the bridge
outlet: UCDP
origin: imports/ucdp#900001
"""
EVENT = """\
title: Five die at the bridge
when: {assessed: {date: "2024-03-04", basis: external, sources: [ucdp-900001]}}
claims: {dead: {text: Five people died at the bridge., sources: [ucdp-900001]}}
"""


@pytest.fixture
def home(tmp_path):
    """A workspace with one event, made of an imported row."""
    root = tmp_path / "workspace"
    for name in ("seeds", "events/lorne"):
        (root / name).mkdir(parents=True)
    (root / "seeds" / "ucdp-900001.yaml").write_text(SOURCE)
    (root / "events" / "lorne" / "bridge.yaml").write_text(EVENT)
    return root


def test_what_came_of_an_import(home, dateline):
    """Counts, whose rows they are, and under which licence; nothing else where the output is piped."""
    ended = dateline("import", "ucdp", FILES / "ucdp-25.1.csv", "--workspace", home)
    assert ended.code == 0
    assert ended.out.split("\n") == [
        "5 rows in imports/ucdp: UCDP Georeferenced Event Dataset (GED)",
        "  Uppsala Conflict Data Program, CC BY 4.0",
        "  5 new",
        "",
    ]
    assert ended.err == ""


def test_events_that_rest_on_changed_rows_are_named(home, dateline, tmp_path):
    """With their source; so are those of rows that have vanished."""
    dateline("import", "ucdp", FILES / "ucdp-25.1.csv", "--workspace", home)
    text = (FILES / "ucdp-25.1.csv").read_text(encoding="utf-8")
    (tmp_path / "next.csv").write_text(text.replace("Port Lorne, by the old bridge", "Port Lorne, by the mill"))
    ended = dateline("import", "ucdp", tmp_path / "next.csv", "--workspace", home)
    assert "1 row that your records rest on changed or vanished:\n" in ended.out
    assert "  900001 changed: bridge (source ucdp-900001)\n" in ended.out
    lines = text.split("\n")
    (tmp_path / "less.csv").write_text("\n".join([lines[0], *lines[2:]]))
    ended = dateline("import", "ucdp", tmp_path / "less.csv", "--workspace", home)
    assert "  900001 gone: bridge (source ucdp-900001)\n" in ended.out


def test_broken_rows_are_an_exit_code(home, dateline, tmp_path):
    """The first is told, and where all are; signs that steer a terminal are not sent to it."""
    text = (FILES / "ucdp-25.1.csv").read_text(encoding="utf-8")
    (tmp_path / "a\x1b[1m.csv").write_text(f"{text}1,2\n")
    ended = dateline("import", "ucdp", tmp_path / "a\x1b[1m.csv", "--workspace", home)
    assert ended.code == 1
    assert "  1 row is broken: see imports/ucdp/broken.csv\n" in ended.out
    assert "    the first: a\\x1b[1m.csv, line 8: it has 2 fields, and there are 49 columns\n" in ended.out


def test_what_the_licence_forbids_is_said(home, dateline):
    """ACLED's rows are not to be published."""
    ended = dateline("import", "acled", FILES / "acled.csv", "--workspace", home)
    assert (ended.code, ended.err.split(":")[0]) == (0, "ACLED's terms allow analysis and not publication of its rows")


def test_formats_and_datasets_are_listed(home, dateline):
    """Before and after something was imported."""
    assert dateline("import", "--list", "--workspace", home).out.endswith("\n\nNothing has been imported.\n")
    dateline("import", "ucdp", FILES / "ucdp-25.1.csv", "--into", "ged", "--workspace", home)
    out = dateline("import", "--list", "--workspace", home).out
    assert re.search(r"^  ucdp-candidate +UCDP Candidate Events Dataset \(CC BY 4\.0\)$", out, re.MULTILINE)
    assert "  ged: 5 rows of ucdp, imported 20" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ucdp"], "Name a format and files: `dateline import ucdp FILE`"),
        ([], "Name a format and files"),
        (["ucdp", "none.csv"], "There is no file none.csv."),
        (["acled", str(FILES / "ucdp-25.1.csv")], "dateline import ucdp ucdp-25.1.csv"),
        (["ucdp", str(FILES / "ucdp-25.1.csv"), "--into", "A B"], "cannot be the name of a dataset"),
    ],
)
def test_what_cannot_be_imported_is_a_sentence(home, dateline, words, told):
    """With what to do."""
    ended = dateline("import", *words, "--workspace", home)
    assert ended.code == 2
    assert told in ended.err.replace("\n", " ")


def test_progress_is_drawn_on_a_terminal_alone(home):
    """As a bar, on standard error."""
    ours, theirs = pty.openpty()
    words = [
        sys.executable,
        "-m",
        "dashboard",
        "import",
        "ucdp",
        str(FILES / "ucdp-25.1.csv"),
        "--workspace",
        str(home),
    ]
    ended = subprocess.run(words, stdout=subprocess.PIPE, stderr=theirs, text=True, check=False)
    assert (ended.returncode, ended.stdout.split("\n")[2]) == (0, "  5 new")
    assert b"100%" in (drawn := os.read(ours, 10_000)), drawn
