"""`dateline brief`: begun, written, listed, verified; and how each ends."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.app.pages.brief.list import FIRST
from dashboard.briefing.formats import FORMATS
from dashboard.checks.validation import validate
from dashboard.store.yaml import read_file
from tests.copying import edit
from tests.seldom import seldom

SEED = "us-troops-in-ecuador"
SEED_FILE = f"events/briefings/{SEED}.yaml"


@pytest.fixture
def brief(dateline, workspace):
    """Run `dateline brief` on a copy of the seed workspace."""
    return lambda *arguments: dateline("brief", *arguments, "--workspace", workspace)


@pytest.mark.parametrize("forms", [("md", "docx"), *seldom((tuple(FORMATS),))], ids=len)
def test_the_seeds_briefing_is_written_and_stands(brief, workspace, tmp_path, monkeypatch, forms):
    """In all formats under its id, the same as the golden file; never over another; and without a browser, too.

    Then the places of its figures say why they are empty, and the terminal, what to install; once.
    """
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    golden = Path(__file__).parent.parent / "briefing/golden"
    asked = [word for form in forms for word in ("--format", form)] if forms != tuple(FORMATS) else []
    ended = brief("build", SEED, "--out", tmp_path / "out", *asked)
    assert (ended.code, ended.err.count("\n"), "apt-get install chromium" in ended.err) == (0, 1, True)
    assert (tmp_path / "out" / f"{SEED}.md").read_bytes() == (golden / f"{SEED}.md").read_bytes()
    again = brief("build", workspace / SEED_FILE, "--format", "md", "--out", tmp_path / "out")
    assert again.code == 2
    assert "--force" in again.err
    assert brief("build", SEED, "--format", "md", "--out", tmp_path / "out", "--force").code == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(f"{SEED}.{form}" for form in forms)
    for file in (SEED, *(tmp_path / "out").iterdir()):
        ended = brief("verify", file)
        assert ended.code == 0, ended.out
        assert "131 of 131 sentences hold" in ended.out


@pytest.mark.proof
def test_a_file_may_be_called_in_capitals(brief, tmp_path):
    """As some programs save it."""
    brief("build", SEED, "--out", tmp_path, "--format", "md")
    named = (tmp_path / f"{SEED}.md").rename(tmp_path / "SEED.MD")
    assert brief("verify", named).code == 0


@pytest.mark.proof
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own takes POSIX")
def test_a_terminal_shows_how_far_it_is(workspace, tmp_path):
    """A bar, which nothing but a terminal gets."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "dashboard", "brief", "build", SEED, "--format", "md", "--out", str(tmp_path)]
    with subprocess.Popen([*command, "--workspace", str(workspace)], stdout=subprocess.PIPE, stderr=theirs) as running:
        assert running.stdout is not None
        assert b"written: " in running.stdout.read()
    os.close(theirs)
    assert b"100%" in os.read(ours, 10_000)
    os.close(ours)


def test_words_that_no_font_draws_are_said(brief, workspace, tmp_path, monkeypatch):
    """With what to install; of formats that are drawn here alone."""
    monkeypatch.setattr("dashboard.briefing.figures.fonts._of_system", frozenset)
    edit(workspace, SEED_FILE, 'title: "U.S. troops', 'title: "한국: U.S. troops')
    assert "words in Korean are not drawn" not in brief("build", SEED, "--out", tmp_path, "--format", "md").err
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    ended = brief("build", SEED, "--out", tmp_path, "--format", "pdf")
    assert ended.code == 0
    assert "text in Korean cannot be drawn without a font; install fonts-noto-cjk" in ended.err


def test_verify_tells_programs(brief, workspace):
    """Each sentence with its claims, and why it falls, as JSON in ASCII."""
    edit(workspace, "seeds/us-troops-ecuador.txt", "2009", "2008")
    ended = brief("verify", SEED, "--format", "json")
    told = json.loads(ended.out)
    assert ended.out.isascii()
    assert ended.code == 1
    fallen = [each for each in told["sentences"] if not each["stands"]]
    assert any(
        "a quote of claim us-base-closed/closed is not in its source exactly once; it was quote found"
        in each["reasons"]
        for each in fallen
    )
    assert {each["text"]: each for each in told["sentences"]}["Ecuador gives notice"]["stands"]


def test_an_id_is_an_id_whatever_lies_here(brief, tmp_path, monkeypatch):
    """A folder of its name, say, into which it was written."""
    monkeypatch.chdir(tmp_path)
    assert brief("build", SEED, "--format", "md", "--out", SEED).code == 0
    assert brief("verify", SEED).code == 0


def test_a_written_file_elsewhere_is_verified_where_one_says(brief, dateline, workspace, tmp_path, monkeypatch):
    """Where no folder upwards is a workspace, `--workspace` is what helps: nobody wants a new one for it."""
    brief("build", SEED, "--out", tmp_path, "--format", "md")
    monkeypatch.chdir(tmp_path)
    ended = dateline("brief", "verify", f"{SEED}.md")
    assert (ended.code, "`--workspace FOLDER`" in ended.err, "mkdir" in ended.err) == (2, True, False)
    assert dateline("brief", "verify", f"{SEED}.md", "--workspace", workspace).code == 0


def test_a_briefing_without_a_state_is_written_all_the_same(brief, workspace, tmp_path):
    """What is written carries the state; that the record has none is said, and by the list, too."""
    text = (workspace / SEED_FILE).read_text(encoding="utf-8")
    (workspace / SEED_FILE).write_text(text.partition("built_on:")[0], encoding="utf-8")
    ended = brief("build", SEED, "--out", tmp_path, "--format", "md")
    assert (ended.code, "does not say what it was built on" in ended.err) == (0, True)
    assert brief("verify", tmp_path / f"{SEED}.md").code == 0
    assert "not known" in brief("list").out
    ended = brief("verify", SEED)
    assert (ended.code, ended.out.splitlines()[0][:7]) == (1, "unknown")
    assert brief("verify", SEED, "--accept").code == 0
    assert (workspace / SEED_FILE).read_text(encoding="utf-8") == text


def selection_of(workspace, id_):
    return read_file(workspace / f"events/briefings/{id_}.yaml").data["selection"]


def test_all_events_are_chosen_as_a_list(brief, workspace):
    """By date, each once; those after its day are left out, and what is recorded later does not come in by itself."""
    ended = brief("new", "everything", "--title", "T", "--marking", "CLEAR", "--as-of", "2025-12-31", "--all")
    assert (ended.code, ended.err) == (0, "")
    validation = validate(workspace)
    chosen = selection_of(workspace, "everything")["events"]
    assert f"({len(chosen)} events)" in ended.out
    assert sorted(chosen) == sorted(validation.workspace.events)
    assert chosen.index("us-base-notice") < chosen.index("us-base-closed") < chosen.index("us-troop-talks")
    assert brief("new", "early", "--title", "T", "--marking", "CLEAR", "--as-of", "2010-01-01", "--all").code == 0
    early = selection_of(workspace, "early")["events"]
    assert set(early) < set(chosen)
    assert "us-base-closed" in early
    assert "us-troop-talks" not in early


def test_all_events_of_a_thread_are_chosen(brief, workspace):
    """With filters, only what matches them; nothing else may choose as well."""
    words = ("--title", "T", "--marking", "CLEAR", "--as-of", "2025-12-31")
    assert brief("new", "costs", *words, "--all", "--show", "thread:us-forces-korea-costs").code == 0
    chosen = selection_of(workspace, "costs")["events"]
    events = validate(workspace).workspace.events
    assert sorted(chosen) == sorted(id_ for id_, each in events.items() if "us-forces-korea-costs" in each.threads)
    assert "Use either --all or --event" in brief("new", "x", *words, "--all", "--event", chosen[0]).err
    assert brief("new", "x", *words, "--all", "--show", "thread:nowhere").code == 2
    for path in workspace.glob("events/*/*.yaml"):
        if path.parent.name in ("ecuador", "korea") and path.stem != "us-base-closed":
            path.unlink()
    assert "Choose a later day" in brief("new", "x", *words[:-1], "1900-01-01", "--all").err


def test_the_command_that_the_empty_page_names_starts_a_briefing(brief, workspace):
    """As it is printed there, of all events that there are."""
    (workspace / SEED_FILE).unlink()
    words = shlex.split(FIRST)
    assert words[:2] == ["dateline", "brief"]
    assert brief(*words[2:]).code == 0
    assert validate(workspace).workspace.briefings["first"].marking == "AMBER"
