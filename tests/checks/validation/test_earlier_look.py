"""What an earlier look found is what would be found anew, whatever has changed in between."""

import pytest

from dashboard.checks.validation import validate, workspace_validation
from dashboard.store.loading import Loader
from tests.checks.validation.faulty_workspaces import CASES, FaultyWorkspace
from tests.seldom import seldom


@pytest.mark.parametrize(("seed", "rounds"), [(1, 12), *seldom(*((seed, 80) for seed in range(2, 10)))])
def test_what_is_kept_is_what_would_be_found_anew(tmp_path, seed, rounds):
    """Files are changed one after the other: problems, verdicts and objections are those of a first look."""
    faulty = FaultyWorkspace(tmp_path, seed)
    loader = Loader(faulty.root)
    before = validate(loader)
    assert len(before.problems) > CASES // 4
    deeds = []
    for _ in range(rounds):
        deeds.append(faulty.change())
        before, anew = validate(loader, before), validate(faulty.root)
        assert before.problems == anew.problems, deeds
        assert before.evidence == anew.evidence, deeds
        assert before.likeness.pairs == anew.likeness.pairs, deeds


def test_only_what_rests_on_a_change_is_looked_at_again(workspace, monkeypatch):
    """An event that changes is looked at, with those that name it; all are, where a registry changes."""
    looked_at = []

    def remember(corpus):
        looked_at.append(set(corpus.events))
        return iter(())

    monkeypatch.setattr(workspace_validation, "RULES_OF_RECORDS", (remember,))
    loader = Loader(workspace)
    before = validate(loader)
    every = set(before.workspace.events)
    named_by = {id_: {each for each, found in before.look.findings.items() if id_ in found.events} for id_ in every}
    event = max(every, key=lambda id_: (len(named_by[id_]), id_))
    assert named_by[event]
    assert named_by[event] | {event} != every
    path = workspace / before.workspace.files[event]
    path.write_text(path.read_text("utf-8").replace("title: ", "title: The "), "utf-8")
    after = validate(loader, before)
    places = workspace / "events" / "registry" / "places.yaml"
    places.write_text(places.read_text("utf-8") + "\n", "utf-8")
    validate(loader, validate(loader, after))
    assert looked_at == [every, {event, *named_by[event]}, every, set()]
