"""`dateline source`: documents in, texts compared, sources listed; and what it says when it cannot."""

import io
import os
import subprocess
import sys

import pytest

from dashboard.exchange.documents import confined
from dashboard.store import source_files
from tests.copying import edit

PAGE = """\
<!doctype html><html lang="en"><head><title>The pier</title><meta charset="utf-8">
<meta property="article:published_time" content="2025-09-04"><meta property="og:type" content="article">
<link rel="canonical" href="https://example.org/pier"><script>alert(1)</script></head>
<body><p>The pier opens. <img src="https://example.org/x.png"></p></body></html>
"""
DISPATCH = (
    "The council of Lorne voted on Tuesday to lengthen the pier by forty metres, so that larger ships can land grain "
    "in winter. Nobody spoke against it, though the fishers asked that the old steps be kept, that work rest in May, "
    "and the money comes from the harbour dues of three years.\n"
)
ARTICLE = "us-troops-ecuador"


@pytest.fixture
def source(dateline, empty_workspace):
    """Run `dateline source` in an empty workspace."""
    return lambda *arguments: dateline("source", *arguments, "--workspace", empty_workspace)


@pytest.fixture
def stored(empty_workspace):
    """What `seeds/` holds, by file name."""
    return lambda: {path.name: path.read_bytes().decode() for path in (empty_workspace / "seeds").iterdir()}


@pytest.fixture
def document(tmp_path):
    """Put a document somewhere outside the workspace."""

    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


def test_standard_input_is_a_document(source, stored, monkeypatch):
    """Its format is told by its beginning; it needs an id."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert source("add", "-", "--id", "piped").code == 0
    assert stored()["piped.txt"] == "The pier opens.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    ended = source("add", "-")
    assert ended.code == 2
    assert "--id" in ended.err


def test_a_document_that_ends_its_reader_is_refused(source, document, stored, monkeypatch):
    """It is read in a process of its own, which a stranger's file may bring down alone: a sentence, and no file."""
    monkeypatch.setattr(confined, "_COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    ended = source("add", document("page.html", PAGE))
    assert (ended.code, ended.out) == (2, "")
    assert "page.html: It could not be read: what reads it broke off." in ended.err
    assert stored() == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_with_a_name_is_no_document(source, tmp_path):
    """Nobody waits for what may never come through it."""
    os.mkfifo(tmp_path / "pipe")
    assert "is not a regular file. Pipe its content" in source("add", tmp_path / "pipe").err


def test_a_disk_that_is_full_leaves_nothing(source, document, stored, monkeypatch):
    """The text was written, the description cannot be: neither stays."""
    write = source_files.write_new

    def full(path, text):
        if path.suffix == ".yaml":
            raise OSError(28, "No space left on device")
        write(path, text)

    monkeypatch.setattr(source_files, "write_new", full)
    ended = source("add", document("pier.txt", DISPATCH))
    assert (ended.code, stored()) == (2, {})
    assert "the disk is full" in ended.err


def test_reading_libraries_are_loaded_only_when_they_read():
    """No other command waits for them."""
    loaded = "import sys, dashboard.cli.main; print(*{'pypdf', 'selectolax', 'defusedxml'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"


def test_accepting_a_changed_text_changes_its_figures_alone(dateline, workspace):
    """All else of the description stays as it was written."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    path = workspace / "seeds" / f"{ARTICLE}.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    assert dateline("source", "check", ARTICLE, "--accept", "--workspace", workspace).code == 1
    after = path.read_text(encoding="utf-8").splitlines()
    assert [old[:5] for old, new in zip(before, after, strict=True) if old != new] == ["text:"]


def shown_codes(out):
    return [line.split()[-1] for line in out.splitlines() if "--write" in line]


def bare(written):
    """The words of a file, however its lines are broken and its texts are quoted."""
    return written.replace('"', "").split()


def test_a_repair_changes_the_words_of_the_quote_alone(dateline, workspace):
    """All else of the event's file stays, comments too; then the quotes stand."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    command = ("source", "check", ARTICLE, "--accept", "--repair", "--workspace", workspace)
    *codes, of_all = shown_codes(dateline(*command).out)
    assert len(codes) == 2
    path = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    before = path.read_text(encoding="utf-8")
    ended = dateline(*command, "--write", of_all)
    assert (ended.code, shown_codes(ended.out)) == (0, [])
    after = path.read_text(encoding="utf-8")
    assert after != before
    assert bare(after.replace("Rafael Moreno", "Rafael Correa")) == bare(before)


def test_what_was_not_shown_is_not_written(dateline, workspace):
    """A code of before, where the text is another by now, is refused; so is all beside a code that is none."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    command = ("source", "check", ARTICLE, "--repair", "--workspace", workspace)
    first, second, of_all = shown_codes(dateline(*command).out)
    files = {path: path.read_bytes() for path in (workspace / "events").rglob("*.yaml")}
    assert dateline(*command, "--write", first, "--write", "12345678").code == 2
    edit(workspace, f"seeds/{ARTICLE}.txt", "Rafael Moreno", "Lenin Moreno")
    for code in (first, second, of_all):
        ended = dateline(*command, "--write", code)
        assert (ended.code, ended.out) == (2, "")
        assert "Look again" in ended.err
    assert {path: path.read_bytes() for path in files} == files


def test_ids_are_completed(workspace):
    """By the shell, in a workspace; elsewhere there is nothing to complete."""
    asked = {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": "dateline source show us-", "COMP_CWORD": "3"}
    command = [sys.executable, "-c", "from dashboard.cli.main import main; main()"]
    for folder, completed in ((workspace, f"plain,{ARTICLE}"), (workspace.parent, "")):
        ended = subprocess.run(
            command, cwd=folder, env={**os.environ, **asked}, capture_output=True, text=True, check=False
        )
        assert ended.stdout.strip() == completed
