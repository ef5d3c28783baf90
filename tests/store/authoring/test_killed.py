"""Saves that are killed at any moment: every file is as it was or as it was meant, whole, and nothing stray stays."""

import json
import random
import subprocess
import sys
import time

import pytest

from dashboard.store.loading import load
from dashboard.store.temporary import PREFIX, remove_leftovers_below
from tests.copying import write

SAVES = """
import itertools, os, sys, time
from pathlib import Path
from dashboard.model.event import Event
from dashboard.store.authoring import KeptDraft, add_entry, keep_draft, write_event
from dashboard.store.editing import OpenRecord, save_edit

fsync = os.fsync
os.fsync = lambda descriptor: (time.sleep(0.0005), fsync(descriptor))
root = Path(sys.argv[1])
claim = {"text": "It closed.", "sources": ["news"]}
first = len(list((root / "events/harbour").glob("*.yaml")))
print("ready", flush=True)
for number in itertools.count(first):
    keep_draft(root, "news", KeptDraft({"title": "x" * 3000, "claims": {"a": claim}}, "", "", number))
    fields = {"id": f"e{number}-{os.getpid()}", "title": "x" * 400, "claims": {"a": claim}}
    write_event(root, "harbour", Event.model_validate(fields))
    add_entry(root, "places", f"p{number}-{os.getpid()}", {"name": "P", "precision": "country"})
    port = "events/harbour/port.yaml"
    opened = OpenRecord(port, "", (root / port).read_bytes())
    save_edit(root, opened, {**opened.fields, "claims": {**opened.fields["claims"], f"c{number}-{os.getpid()}": claim}})
"""
PORT = "# The port.\ntitle: The port closes\nclaims:\n  closed: {text: It closed., sources: [news]}\n# the end\n"


@pytest.fixture
def root(tmp_path):
    """A workspace with one event."""
    write(tmp_path, "events/harbour/port.yaml", PORT)
    write(tmp_path, "seeds/news.yaml", "kind: article\ntitle: News\n")
    return tmp_path


def kill_while_it_saves(root, seconds):
    """Kill a process `seconds` after it began to save one thing after another."""
    process = subprocess.Popen([sys.executable, "-c", SAVES, str(root)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.communicate()


def saves(root, number, seed):
    """Kill so often; how many events were saved by then. After each, all is whole."""
    moments = random.Random(seed)
    for _ in range(number):
        kill_while_it_saves(root, moments.uniform(0.002, 0.1))
        workspace = load(root)
        assert [str(each) for each in workspace.problems] == []
        draft = root / ".dateline/drafts/news.json"
        assert not draft.exists() or json.loads(draft.read_text(encoding="utf-8"))["fields"]["title"] == "x" * 3000
        written = (root / "events/harbour/port.yaml").read_text(encoding="utf-8")
        assert (written.startswith(PORT[:40]), written.endswith("# the end\n")) == (True, True)
    remove_leftovers_below(root)
    for folder in (".dateline", ".dateline/drafts"):
        assert [each.name for each in (root / folder).iterdir() if each.name.startswith(PREFIX)][1:] == []
    return len(load(root).events)


def test_saves_that_are_killed_leave_every_file_whole(root):
    """Three kills; what was saved before each is there."""
    assert saves(root, 3, 16) > 1


@pytest.mark.proof
def test_two_hundred_kills_lose_nothing(root):
    """At random moments: each file is old or new."""
    assert saves(root, 200, 17) > 100
