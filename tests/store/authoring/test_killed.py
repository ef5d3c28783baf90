"""Saves that are killed at any moment: every file is as it was or as it was meant, whole, and nothing stray stays."""

import json

import pytest

from dashboard.store.authoring import finish_interrupted_event, read_proposals
from dashboard.store.authoring.event_with_entries import NOTE
from dashboard.store.loading import load
from dashboard.store.temporary import PREFIX, remove_leftovers_below
from tests.copying import write
from tests.killing import kills

SAVES = """
from dashboard.model.event import Event
from dashboard.store.authoring import KeptDraft, keep_draft, write_entries, write_event
from dashboard.store.editing import OpenRecord, save_edit

claim = {"text": "It closed.", "sources": ["news"]}
first = len(list((root / "events/harbour").glob("*.yaml")))
READY
for number in itertools.count(first):
    keep_draft(root, "news", KeptDraft({"title": "x" * 3000, "claims": {"a": claim}}, "", "", number))
    fields = {"id": f"e{number}-{os.getpid()}", "title": "x" * 400, "claims": {"a": claim}}
    write_event(root, "harbour", Event.model_validate(fields))
    write_entries(root, {"places": {f"p{number}-{os.getpid()}": {"name": "P", "precision": "country"}}})
    port = "events/harbour/port.yaml"
    opened = OpenRecord(port, "", (root / port).read_bytes())
    save_edit(root, opened, {**opened.fields, "claims": {**opened.fields["claims"], f"c{number}-{os.getpid()}": claim}})
"""
ACCEPTS = """
from dashboard.model.event import Event
from dashboard.store.authoring import NewEvent, finish_interrupted_event, write_event_with_entries, yaml_of

finish_interrupted_event(root)
first = len(list((root / "events/harbour").glob("*.yaml")))
READY
for number in itertools.count(first):
    place = f"p{number}"
    fields = {"id": f"e{number}", "title": "x" * 400, "where": {"reported": place, "claims": ["a"]}}
    event = Event.model_validate({**fields, "claims": {"a": {"text": "It closed.", "sources": ["news"]}}})
    entries = {
        "places": {place: {"name": "P", "precision": "country"}},
        "actors": {f"a{number}": {"name": "A", "kind": "person"}},
    }
    write_event_with_entries(root, NewEvent("harbour", event.id, yaml_of(event), entries, "news", f"k{number}"))
"""
PORT = "# The port.\ntitle: The port closes\nclaims:\n  closed: {text: It closed., sources: [news]}\n# the end\n"


@pytest.fixture
def root(tmp_path):
    """A workspace with one event."""
    write(tmp_path, "events/harbour/port.yaml", PORT)
    write(tmp_path, "seeds/news.yaml", "kind: article\ntitle: News\n")
    return tmp_path


def saves(root, number, seed):
    """Kill so often; how many events were saved by then. After each, all is whole."""
    for _ in kills(SAVES, root, number, seed=seed):
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


def accepted(root, number, seed):
    """Kill so often; how often a save was unfinished then. Once it is finished, an event has all that it needs."""
    unfinished = 0
    for _ in kills(ACCEPTS, root, number, seed=seed):
        unfinished += (root / NOTE).exists()
        finish_interrupted_event(root)
        assert not (root / NOTE).exists()
        workspace = load(root)
        assert [str(each) for each in workspace.problems] == []
        numbers = {int(id_[1:]) for id_ in workspace.events if id_ != "port"}
        assert {int(id_[1:]) for id_ in workspace.places} == numbers
        assert {int(id_[1:]) for id_ in workspace.actors} == numbers
        assert {int(key[1:]) for key in read_proposals(root, "news").decided} == numbers
    return unfinished


def test_an_event_whose_saving_is_killed_has_its_entries_or_is_not_there(root):
    """Three kills: nothing stands in a registry that no event names, and no event names what is not there."""
    accepted(root, 3, 21)
    assert len(load(root).events) > 1


@pytest.mark.proof
def test_a_hundred_kills_leave_no_half_of_an_event(root):
    """Many of them come in the middle."""
    assert accepted(root, 100, 22) > 3
