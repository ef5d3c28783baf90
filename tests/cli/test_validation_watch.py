"""`dateline validate --watch`: problems are printed anew while somebody writes."""

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from dashboard.cli.validation_watch import changed_names
from dashboard.store.setup.editor_files import settings_files
from tests.copying import edit

PATIENCE_SECONDS = 60
EVENT = "events/ecuador/us-base-closed.yaml"


class Followed:
    """A watching command: its lines as they come."""

    def __init__(self, process):
        self.process = process
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, words):
        """The lines down to the first that has the words."""
        deadline, lines = time.monotonic() + PATIENCE_SECONDS, []
        while time.monotonic() < deadline:
            try:
                lines.append(self._lines.get(timeout=0.2))
            except queue.Empty:
                continue
            if words in lines[-1]:
                return lines
        pytest.fail(f"no line has {words!r}: {lines}")


@contextmanager
def followed(workspace, *words, **environment):
    command = [sys.executable, "-m", "dashboard", "validate", "--watch", "--workspace", str(workspace), *words]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        found = Followed(process)
        found.until("Ctrl-C")
        yield found
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE_SECONDS)


@pytest.mark.parametrize("polls", ["", "1"], ids=["told", "looking"])
def test_each_change_is_told(polls, workspace):
    """A broken quote, a file half written, and both right again: each with the problems of that moment."""
    with followed(workspace, DATELINE_POLL=polls) as watch:
        edit(workspace, EVENT, "was closed in 2009", "was shut in 2009")
        first = watch.until(" files: ")
        assert any(f"changed: {EVENT}" in line for line in first)
        assert any("quote-not-found" in line for line in first)
        whole = (workspace / EVENT).read_text(encoding="utf-8").replace("was shut in 2009", "was closed in 2009")
        (workspace / EVENT).write_text('title: "The U.S. ba', encoding="utf-8")
        assert any("yaml" in line for line in watch.until(" files"))
        (workspace / EVENT).write_text(whole, encoding="utf-8")
        assert "no problems" in watch.until(" files: ")[-1]
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(PATIENCE_SECONDS) == 0
        assert watch.process.stderr.read() == ""


def test_the_list_of_feeds_is_followed(workspace):
    """It is written by hand, as records are; documents that are dropped beside it are no change."""
    (workspace / "inbox").mkdir()
    with followed(workspace) as watch:
        (workspace / "inbox" / "article.txt").write_text("The pier opens.", encoding="utf-8")
        (workspace / "inbox" / "feeds.yaml").write_text("port-news: {outlet: X}\n", encoding="utf-8")
        lines = watch.until(" files")
        assert any("changed: inbox/feeds.yaml\n" in line for line in lines)
        assert any("inbox/feeds.yaml:1:12: error key-missing" in line for line in lines)


def test_the_task_of_an_editor_knows_where_a_round_begins_and_ends(workspace):
    """By the patterns that `dateline init` gives to it: problems of the round before are then gone."""
    (task,) = json.loads(settings_files()[".vscode/tasks.json"])["tasks"]
    assert task["command"] == "dateline validate --watch"
    rounds = task["problemMatcher"]["background"]
    with followed(workspace) as watch:
        edit(workspace, EVENT, "was closed in 2009", "was shut in 2009")
        lines = watch.until(" files: ")
    assert next(bool(re.match(rounds["beginsPattern"], line)) for line in lines if line.strip())
    assert [bool(re.match(rounds["endsPattern"], line)) for line in lines] == [*[False] * (len(lines) - 1), True]


def test_a_workspace_that_goes_and_comes_is_followed(workspace, tmp_path):
    """While a folder is moved it says that it cannot be read; afterwards it goes on."""
    with followed(workspace) as watch:
        (workspace / "events").rename(tmp_path / "away")
        watch.until("cannot be read at the moment")
        (tmp_path / "away").rename(workspace / "events")
        watch.until("no problems")


def test_it_prints_text_alone(dateline, workspace):
    """A stream of JSON documents is no JSON."""
    ended = dateline("validate", "--watch", "--format", "json", "--workspace", workspace)
    assert (ended.code, ended.out) == (2, "")
    assert "Leave out --format" in ended.err


def test_changed_files_are_named(tmp_path):
    """The first few, and how many more."""
    files = [(str(tmp_path / "events" / f"{letter}.yaml"), 1, 1, 1) for letter in "abcde"]
    later = [(*file[:1], 2, 2, 2) for file in files]
    assert changed_names(tmp_path, tuple(files[:2]), (files[0], later[1])) == "events/b.yaml"
    assert changed_names(tmp_path, (), tuple(files)) == "events/a.yaml, events/b.yaml, events/c.yaml and 2 more files"
