"""`dateline init`: from nothing to a workspace, in one command."""

import json
import re

import pytest


def test_what_it_creates_validates_and_the_next_commands_are_printed(dateline, tmp_path, monkeypatch):
    """Every file is named; the commands that it prints work from there."""
    monkeypatch.chdir(tmp_path)
    ended = dateline("init", "our events")
    assert ended.code == 0
    named = [line.strip() for line in ended.out.partition("Next:")[0].splitlines()[1:]]
    assert "events/harbour/port-closes.yaml" in named
    assert all((tmp_path / "our events" / name.removesuffix(" (for editors)")).exists() for name in named)
    assert ended.out.splitlines()[-3:] == ["  cd 'our events'", "  dateline validate", "  dateline serve"]
    ended = dateline("validate", "--strict", "--workspace", "our events")
    assert (ended.code, ended.out) == (0, "1 event in 4 files: no problems\n")


def test_a_folder_with_records_is_refused(dateline, workspace):
    """Exit 2, one sentence with a record of it, and nothing on standard output."""
    ended = dateline("init", workspace)
    assert (ended.code, ended.out) == (2, "")
    assert "has records already, such as events/" in ended.err


def test_what_stays_is_named_with_what_to_add(dateline, tmp_path):
    """A `.gitignore` that was there is left alone: its user is told which lines belong there."""
    (tmp_path / ".gitignore").write_text("*.bak\n", encoding="utf-8")
    out = dateline("init", tmp_path).out
    assert ".gitignore exists already and stays as it is" in out
    assert "Add these lines to .gitignore: .dateline/ .dateline-* .dateline.lock" in out


@pytest.mark.parametrize(
    ("arguments", "go"),
    [(("."), []), (("--", "-x"), ["cd ./-x"]), (("a/b c",), ["cd 'a/b c'"]), (("Événements",), ["cd 'Événements'"])],
)
def test_the_next_commands_can_be_pasted(dateline, tmp_path, monkeypatch, arguments, go):
    """Whatever the folder is called; who is in it need not go there."""
    monkeypatch.chdir(tmp_path)
    out = dateline("init", *arguments).out
    assert [line.strip() for line in out.partition("Next:")[2].split("\n") if "cd" in line] == go


@pytest.mark.parametrize("arguments", [(), ("a", "b"), ("",)])
def test_it_takes_one_folder(dateline, arguments, tmp_path, monkeypatch):
    """None, two, or one without a name: exit 2, how it is called, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ended = dateline("init", *arguments)
    assert [*tmp_path.iterdir()] == []
    assert (ended.code, ended.out) == (2, "")
    assert "Usage: dateline init" in ended.err


def test_the_build_task_of_an_editor_finds_every_problem(dateline, tmp_path):
    """What `validate` prints is what the pattern of the task reads: file, line, column, severity, code and message."""
    dateline("init", tmp_path)
    event = tmp_path / "events" / "harbour" / "port-closes.yaml"
    text = event.read_text(encoding="utf-8").replace('"2026-03-03"', "2026-03-03").replace("ecuador", "peru")
    event.write_text(text, encoding="utf-8")
    (task,) = json.loads((tmp_path / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    ended = dateline("validate", "--workspace", tmp_path)
    found = [match for line in ended.out.splitlines() if (match := re.match(pattern["regexp"], line))]
    parts = ("file", "line", "column", "severity", "code")
    assert [tuple(match[pattern[part]] for part in parts) for match in found] == [
        ("events/harbour/port-closes.yaml", "2", "18", "error", "date-not-quoted"),
        ("events/harbour/port-closes.yaml", "3", "19", "error", "place-unknown"),
    ]
    assert all(match[pattern["message"]] for match in found)
    assert re.match(task["problemMatcher"]["background"]["endsPattern"], ended.out.splitlines()[-1])
