"""`dateline brief`: begun, written, listed, verified; and how each ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dashboard.briefing.formats import FORMATS
from tests.copying import edit
from tests.seldom import seldom

SEED = "us-troops-in-ecuador"
SEED_FILE = f"events/briefings/{SEED}.yaml"


@pytest.fixture
def brief(dateline, workspace):
    """Run `dateline brief` on a copy of the seed workspace."""
    return lambda *arguments: dateline("brief", *arguments, "--workspace", workspace)


@pytest.fixture
def undrawn(monkeypatch):
    """Nothing is drawn, which takes longer than all else."""
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")


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
        assert "130 of 130 sentences hold" in ended.out


@pytest.mark.proof
def test_a_file_may_be_called_in_capitals(brief, tmp_path):
    """As some programs save it."""
    brief("build", SEED, "--out", tmp_path, "--format", "md")
    named = (tmp_path / f"{SEED}.md").rename(tmp_path / "SEED.MD")
    assert brief("verify", named).code == 0


@pytest.mark.usefixtures("undrawn")
def test_a_changed_record_is_named_with_its_sentences(brief, workspace, tmp_path):
    """By the written file and by the record; accepting it makes the record stand, and not what was written."""
    quick = ("--format", "md", "--format", "html")
    brief("build", SEED, "--out", tmp_path, *quick)
    edit(workspace, "events/ecuador/us-base-notice.yaml", "formally notified", "told")
    for file in (tmp_path / f"{SEED}.md", tmp_path / f"{SEED}.html", SEED):
        ended = brief("verify", file)
        assert ended.code == 1
        assert ended.out.count("no longer holds: ") == 1
        assert "no longer holds: On 29 July 2008 " in ended.out
        assert "  changed: event us-base-notice: claim notice, text" in ended.out
    assert "no longer hold" in brief("list").out
    assert "changed since" in brief("build", SEED, "--out", tmp_path, "--force", *quick).err
    before = (workspace / SEED_FILE).read_text(encoding="utf-8")
    assert brief("verify", SEED, "--accept").code == 0
    after = (workspace / SEED_FILE).read_text(encoding="utf-8")
    assert before.partition("built_on:")[0] == after.partition("built_on:")[0]
    assert brief("verify", SEED).code == 0


def test_a_question_that_fell_due_is_no_change_of_a_record(brief, workspace, tmp_path):
    """It is told as what it is; that records changed is said where they did, and of a tag nothing is said."""
    edit(workspace, "events/ecuador/us-base-notice.yaml", "title: ", "tags: [ours]\ntitle: ")
    said = brief("build", SEED, "--out", tmp_path, "--format", "md").err
    assert "changed" not in said
    edit(workspace, "events/registry/threads.yaml", "navy be delivered?", 'navy be delivered?", due: "2026-01-01')
    assert brief("verify", SEED, "--accept").code == 0
    said = brief("build", SEED, "--out", tmp_path, "--format", "md", "--force").err
    assert "records changed" not in said
    assert "1 question is overdue, shown as open in the briefing" in said
    assert "records changed" in _renamed(brief, workspace, tmp_path)


def _renamed(brief, workspace, tmp_path):
    edit(workspace, "events/ecuador/us-base-notice.yaml", "Ecuador gives notice", "Notice is given")
    return brief("build", SEED, "--out", tmp_path, "--format", "md", "--force").err


def test_a_judgement_of_what_is_answered_is_said(brief, workspace, tmp_path):
    """It is written all the same; another question's is not named."""
    judged = "likelihood: likely, confidence: low, by: A, claims: [us-base-closed/closed]"
    for question, told in (("permanent-base", 1), ("drones-delivered", 0)):
        line = f"judgements: [{{question: us-ecuador-basing/{question}, {judged}}}]\n"
        edit(workspace, SEED_FILE, "selection:", f"{line}selection:")
        ended = brief("build", SEED, "--out", tmp_path, "--format", "md", "--force")
        assert ended.code == 0
        why = "no longer holds: answered: no, by event ecuador-referendum"
        assert ended.err.count(f"the judgement of us-ecuador-basing/{question} {why}") == told
        assert ended.err.count("the judgement of") == told
        edit(workspace, SEED_FILE, line, "")


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


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("form", ["html", "md"])
def test_words_changed_in_the_written_file_are_noticed(brief, tmp_path, form):
    """Whatever the records say."""
    brief("build", SEED, "--out", tmp_path, "--format", form)
    assert [each.name for each in tmp_path.glob(f"{SEED}.*")] == [f"{SEED}.{form}"]
    edit(tmp_path, f"{SEED}.{form}", "60.82 %", "62.82 %")
    ended = brief("verify", tmp_path / f"{SEED}.{form}")
    assert (ended.code, ended.out.splitlines()[0][:8]) == (1, "altered:")


def test_verify_tells_programs(brief, workspace):
    """Each sentence with its claims, and why it falls, as JSON in ASCII."""
    edit(workspace, "seeds/us-troops-ecuador.txt", "2009", "2008")
    ended = brief("verify", SEED, "--format", "json")
    told = json.loads(ended.out)
    assert ended.out.isascii()
    assert ended.code == 1
    fallen = [each for each in told["sentences"] if not each["stands"]]
    assert any(
        "a quote of claim us-base-closed/closed is not in its source exactly once; it was verified" in each["reasons"]
        for each in fallen
    )
    assert {each["text"]: each for each in told["sentences"]}["Ecuador gives notice"]["stands"]


def test_a_briefing_is_begun_since_a_state_that_there_is(brief, workspace, committed):
    """A briefing, a day or a revision; another name is refused. Of a day without a history, that is said."""
    given = ["new", "a-base", "--title", "A base", "--marking", "CLEAR", "--event", "us-base-closed", "--force"]
    assert brief(*given, "--since", SEED).code == 0
    ended = brief(*given, "--since", "2025-09-04")
    assert (ended.code, "git init" in ended.err) == (0, True)
    assert brief(*given, "--since", "main").code == 2
    committed(workspace, "2025-09-04")
    for since in (SEED, "2025-09-04", "HEAD"):
        assert brief(*given, "--since", since).code == 0
    ended = brief(*given, "--since", "nosuch")
    assert (ended.code, "“nosuch” is not a revision" in ended.err) == (2, True)
    edit(workspace, SEED_FILE, "title:", "titel:")
    ended = brief(*given, "--since", SEED)
    assert brief(*given, "--since", "2025-13-04").code == 2
    assert (ended.code, f"The briefing {SEED} cannot be read" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "selection"),
    [
        (["--event", "us-base-closed", "--event", "us-base-notice"], {"events": ["us-base-closed", "us-base-notice"]}),
        (["--event", "us-base-closed", "--event", "us-base-closed"], {"events": ["us-base-closed"]}),
        (
            ["--show", "thread:us-ecuador-basing", "--from", "2009", "--to", "2025", "--words", "base"],
            {"show": ["thread:us-ecuador-basing"], "from": "2009", "to": "2025", "words": "base"},
        ),
    ],
)
def test_a_new_briefing_has_no_problem_and_stands(brief, dateline, workspace, options, selection):
    """A draft with what was asked for, and with what it rests on."""
    given = ["--title", "A base: #1", "--marking", "AMBER+STRICT", "--for", "The board", "--as-of", "2025-12-31"]
    ended = brief("new", "a-base", *given, *options)
    assert ended.code == 0, ended.err
    written = yaml.safe_load((workspace / "events/briefings/a-base.yaml").read_text(encoding="utf-8"))
    assert written["selection"] == selection
    assert (written["title"], written["marking"], written["review"]) == (
        "A base: #1",
        "AMBER+STRICT",
        {"status": "draft"},
    )
    assert dateline("validate", "--strict", "--workspace", workspace).code == 0
    assert brief("verify", "a-base").code == 0
    assert brief("new", "a-base", *given, *options).code == 2
    assert brief("new", "a-base", *given, *options, "--force").code == 0


@pytest.mark.parametrize(
    ("typed", "written"),
    [("tlp:amber+strict", "AMBER+STRICT"), ("Clear", "CLEAR"), ("For the board", {"text": "For the board"})],
)
def test_a_marking_is_known_however_it_is_typed(brief, workspace, typed, written):
    """A label of the protocol, or own words."""
    assert brief("new", "x", "--title", "T", "--marking", typed, "--event", "us-base-closed").code == 0
    text = (workspace / "events/briefings/x.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["marking"] == written


def test_a_failed_quote_is_told_when_it_is_written(brief, workspace, tmp_path):
    """The document says so beside each sentence; the terminal, how many."""
    edit(workspace, "seeds/us-troops-ecuador.txt", "maintained a cautious stance", "kept a cautious stance")
    ended = brief("build", SEED, "--out", tmp_path, "--format", "md")
    assert ended.code == 0
    assert "are based on a failed quote" in ended.err
    assert "*(failed; disputed, doubtful (4))*" in (tmp_path / f"{SEED}.md").read_text(encoding="utf-8")


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
