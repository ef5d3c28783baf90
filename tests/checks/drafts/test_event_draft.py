"""An event that is being written is held to what its file would be held to."""

from json import dumps
from pathlib import Path

import pytest

from dashboard.checks.drafts import check_event_draft
from dashboard.checks.drafts.surroundings import workspace_around
from dashboard.checks.validation import validate
from tests.copying import copied, write

ROOT = Path(__file__).resolve().parents[3]
FILE = "events/ecuador/a-draft.yaml"
NOWHERE = {"text": "B.", "quotes": [{"source": "us-troops-ecuador", "exact": "xyz"}]}
LOST = {"reported": "atlantis", "claims": ["lost"]}
CLAIM = {"text": "It closed in 2009.", "quotes": [{"source": "us-troops-ecuador", "exact": "closed in 2009"}]}
DRAFTS = {
    "valid": {"title": "Closed", "claims": {"closed": CLAIM}},
    "another number": {"title": "Closed", "claims": {"closed": {**CLAIM, "text": "It closed in 2010."}}},
    "no such quote": {"title": "A", "claims": {"a": NOWHERE}},
    "unknown ids": {"title": "Closed", "claims": {"closed": CLAIM}, "where": LOST},
    "of the model": {"title": "", "claims": {}, "weight": "huge", "surprise": 1},
}


@pytest.fixture(scope="module")
def seed():
    """The sample workspace with its problems."""
    return validate(ROOT)


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_has_the_problems_that_its_file_would_have(tmp_path, seed, name):
    """The same codes and words, and no others: whoever saves it is not surprised."""
    found = check_event_draft(FILE, DRAFTS[name], seed)
    root = copied(ROOT, tmp_path)
    write(root, FILE, dumps(DRAFTS[name]))
    saved = [each for each in validate(root).problems if each.file == FILE]
    assert sorted((each.code, each.message) for each in found.problems) == sorted((e.code, e.message) for e in saved)
    assert (found.event is None) == (name == "of the model")


def test_every_problem_has_the_path_of_its_field(seed):
    """By which the form shows it."""
    found = check_event_draft(FILE, DRAFTS["another number"], seed)
    assert {each.path or found.path_of(each) for each in found.problems} == {("claims", "closed", "text")}


def test_other_events_are_as_they_were(seed):
    """The draft is in the workspace that is looked at, and in no other."""
    found = check_event_draft(FILE, DRAFTS["valid"], seed)
    assert "a-draft" in found.validation.workspace.events
    assert "a-draft" not in seed.workspace.events
    assert found.problems == ()


def test_only_what_relations_tie_to_an_event_is_looked_at(seed):
    """Over any number of steps, in either direction; the rest of the events costs nothing."""
    every = seed.workspace.events
    tied = set(workspace_around(every["us-base-closed"], seed.workspace).events)
    assert {"us-base-closed", "us-base-notice"} <= tied < set(every)
    for id_ in tied:
        assert set(workspace_around(every[id_], seed.workspace).events) == tied
    left = set(every) - tied
    assert not [id_ for id_ in left for relation in every[id_].relations if relation.event in tied]
    assert seed.workspace.briefings


@pytest.mark.parametrize("change", [{}, {"relations": ()}])
def test_an_event_that_is_written_anew_is_tied_by_what_it_names_now(seed, change):
    """What it named before ties nothing any more, and what names it still does."""
    here = seed.workspace
    for event in here.events.values():
        now = event.model_copy(update=change)
        ties = {each.id: {relation.event for relation in each.relations} for each in here.events.values()}
        ties[now.id] = {relation.event for relation in now.relations}
        near = {now.id}
        while more := {
            other
            for id_, named in ties.items()
            for other in {id_, *named}
            if near & {id_, *named} and other not in near
        }:
            near |= more
        found = workspace_around(now, here).events
        assert found.keys() >= near
        disputed = any(claim.disputed_by for each in found.values() for claim in each.claims.values())
        assert disputed or found.keys() == near
        assert list(found) == [id_ for id_ in here.events if id_ in found]
