"""A document is read in a process of its own, which ends when it takes more memory or time than it may."""

import json
import os
import subprocess
import sys

import pytest

from dashboard.exchange.documents import confined
from dashboard.exchange.documents.confined import read_confined, resident_bytes
from dashboard.exchange.documents.confined_child import CPU_SECONDS, MEMORY_BYTES, MOST_BYTES
from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.reading import read_document
from tests.exchange.documents.hostile import ALL

MEASURED = """
import json, resource, sys, time
from pathlib import Path
from dashboard.exchange.documents.confined import read_confined
from dashboard.exchange.documents.document import DocumentRefused

raw, begun = Path(sys.argv[1]).read_bytes(), time.monotonic()
try:
    told = f"{len(read_confined(raw, name=sys.argv[1]).text)} characters"
except DocumentRefused as error:
    told = str(error)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([told, used.ru_maxrss * 1024, used.ru_utime + used.ru_stime, time.monotonic() - begun]))
"""
SLOW = ("attributes.html", "paragraphs.docx", "elements.docx", "drawing.pdf", "string.pdf")


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.proof if name in SLOW else ()) for name in ALL])
def test_a_hostile_document_is_refused_within_bounds(name, tmp_path):
    """It is small; read, it would be gigabytes or minutes. A sentence says which, and what to do."""
    path = tmp_path / name
    path.write_bytes(ALL[name]())
    assert path.stat().st_size < 1_500_000
    ended = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True)
    told, memory_bytes, cpu_seconds, seconds = json.loads(ended.stdout)
    assert memory_bytes < MEMORY_BYTES + 30_000_000, told
    assert cpu_seconds < CPU_SECONDS + 2, told
    assert seconds < confined.PATIENCE * CPU_SECONDS + 5, told
    assert told.startswith("It could not be read within ")
    assert told.endswith("Save it as plain text and add the text file.")


@pytest.mark.proof
@pytest.mark.parametrize("form", ["txt", "md", "html", "pdf", "docx"])
def test_what_is_read_is_the_same(form, pdf, docx):
    """Text, what it gives, what was done, remarks: as if it had been read here."""
    raw = {
        "txt": "Пирс открыт.\r\n\x00".encode(),
        "md": b"# Pier\n\nopen",
        "html": b"<html lang=en><title>Pier</title><nav>menu</nav><p>open &amp; free",
        "pdf": pdf("The pier opens.", info="/Title (Pier) /CreationDate (D:20250904)", language="en"),
        "docx": docx("The pier opens.", core="<dc:title>Pier</dc:title>"),
    }[form]
    assert read_confined(raw, form, name="pier") == read_document(raw, form, name="pier")


def test_what_is_told_of_an_encoding_reaches_it():
    """Text that is not UTF-8 is read as what it is said to be."""
    assert read_confined("Größe".encode("cp1252"), encoding="cp1252").done == ("read as cp1252",)


def test_a_refusal_is_the_same():
    """Its words are those of the reader."""
    with pytest.raises(DocumentRefused, match="has no text"):
        read_confined(b" \n", "txt")
    with pytest.raises(DocumentRefused, match=r"Files ending in \.xls are not supported"):
        read_confined(b"x", name="a.xls")


def test_a_text_that_nobody_stores_does_not_come_back():
    """The answer is bounded as well."""
    with pytest.raises(DocumentRefused, match=rf"The limit for a source is {MOST_BYTES:,}\. Split it"):
        read_confined(b"a" * (MOST_BYTES + 1), "txt")
    assert len(read_confined(b"a" * MOST_BYTES, "txt").text) == MOST_BYTES


def test_where_the_system_sets_no_bound_memory_is_looked_at(monkeypatch):
    """As on macOS: what has taken too much is ended from outside."""
    takes = "import time; taken = b'x' * 320_000_000; time.sleep(60)"
    monkeypatch.setattr(confined, "_command", lambda _module: (sys.executable, "-c", takes))
    with pytest.raises(DocumentRefused, match="within 300 MB of memory"):
        read_confined(b"x")


def test_what_it_has_in_memory_is_known(tool, monkeypatch):
    """By `ps` where there is no `/proc`; nothing is known of a process that is gone."""
    tool("ps")
    here = resident_bytes(os.getpid())
    monkeypatch.setattr("sys.platform", "darwin")
    assert 0.5 < resident_bytes(os.getpid()) / here < 2
    assert resident_bytes(2**22 + 1) == 0


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("print('no JSON')", "broke off"),
        ("import os; os.abort()", "broke off"),
        ("print('{' * 10**8)", "broke off"),
        ("import time; time.sleep(60)", "within 10 seconds"),
    ],
)
def test_a_reader_that_fails_is_a_sentence(program, told, monkeypatch):
    """Whatever becomes of the process: the document is refused, and nothing waits for it."""
    monkeypatch.setattr(confined, "_command", lambda _module: (sys.executable, "-c", program))
    monkeypatch.setattr(confined, "PATIENCE", 1 if told == "broke off" else 0.05)
    with pytest.raises(DocumentRefused, match=told):
        read_confined(b"x" * 10_000_000)


def test_nothing_of_the_folder_that_somebody_is_in_is_run(tmp_path, monkeypatch):
    """A workspace that came from elsewhere may hold a `json.py`."""
    for name in ("json.py", "dashboard.py", "zipfile.py"):
        (tmp_path / name).write_text("raise SystemExit('run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_confined(b"open", "txt").text == "open"


def test_the_process_brings_little_along():
    """Neither Streamlit nor what draws, checks or counts: it has to start at once."""
    loaded = "import sys, dashboard.exchange.documents.confined_child; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert {"streamlit", "plotly", "numpy", "pydantic", "yaml", "pypdf"}.isdisjoint(modules)
