"""What an earlier look found is what would be found anew, whatever has changed in between."""

import re

import pytest

from dashboard.checks.validation import changed_entries, validate, workspace_validation
from dashboard.checks.validation.changed_entries import plain_letters
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


@pytest.mark.parametrize(("seed", "rounds"), [(21, 12), *seldom(*((seed, 60) for seed in range(22, 30)))])
def test_entries_of_registries_change_what_would_be_found_anew(tmp_path, seed, rounds):
    """Places and actors that come, go, or are called otherwise: the same is found as by a first look."""
    faulty = FaultyWorkspace(tmp_path, seed)
    loader = Loader(faulty.root)
    before = validate(loader)
    deeds = []
    for _ in range(rounds):
        deeds.append(faulty.change_registry())
        before, anew = validate(loader, before), validate(faulty.root)
        assert before.problems == anew.problems, deeds
        assert before.evidence == anew.evidence, deeds


@pytest.mark.parametrize(("seed", "rounds"), [(31, 12), *seldom(*((seed, 60) for seed in range(32, 40)))])
def test_sources_and_threads_change_what_would_be_found_anew(tmp_path, seed, rounds):
    """Articles that come, some nearly the same as others, get an origin or go; threads and questions, too."""
    faulty = FaultyWorkspace(tmp_path, seed)
    loader = Loader(faulty.root)
    before = validate(loader)
    deeds = []
    for _ in range(rounds):
        deeds.append(faulty.chance.choice((faulty.change_source, faulty.change_source, faulty.change_thread))())
        before, anew = validate(loader, before), validate(faulty.root)
        assert before.problems == anew.problems, deeds
        assert before.evidence == anew.evidence, deeds


def test_only_what_rests_on_a_change_is_looked_at_again(workspace, monkeypatch):
    """An event that changes is looked at, with those that name it; where a registry has another line, none is."""
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
    assert looked_at == [every, {event, *named_by[event]}, set(), set()]


def test_a_new_article_concerns_the_events_that_name_it(workspace, monkeypatch):
    """With its text and its description, it is not looked at again what the others say; nor for a question more."""
    looked_at = []

    def remember(corpus):
        looked_at.append(set(corpus.events))
        return iter(())

    monkeypatch.setattr(workspace_validation, "RULES_OF_RECORDS", (remember,))
    loader, seeds = Loader(workspace), workspace / "seeds"
    before = validate(loader)
    (seeds / "lorne-news.txt").write_text("The council of Lorne voted to lengthen its pier. " * 9, "utf-8")
    (seeds / "lorne-news.yaml").write_text("kind: article\n", "utf-8")
    after = validate(loader, before)
    threads = workspace / "events" / "registry" / "threads.yaml"
    threads.write_text(threads.read_text("utf-8") + "pier:\n  title: The pier\n", "utf-8")
    after = validate(loader, after)
    assert looked_at == [set(before.workspace.events), set(), set()]
    named = frozenset().union(*(each.sources for each in after.look.findings.values()))
    source = min(
        id_
        for id_ in named
        if (seeds / f"{id_}.yaml").exists() and "note:" not in (seeds / f"{id_}.yaml").read_text("utf-8")
    )
    file = seeds / f"{source}.yaml"
    file.write_text(file.read_text("utf-8") + "note: Another one.\n", "utf-8")
    validate(loader, after)
    assert looked_at[-1] == {id_ for id_, each in after.look.findings.items() if source in each.sources}


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Gualaceo Valley", set()),
        ("Sommerfeld", {"Sommerfeld"}),
        ("Rubio Valley", {"Rubio"}),
        ("the", None),
    ],
)
def test_a_new_place_concerns_only_events_that_may_name_it(workspace, monkeypatch, name, titles):
    """All of its words in an event, or one in its title; a name of small words alone may be anywhere."""
    looked_at = []

    def remember(corpus):
        looked_at.append(set(corpus.events))
        return iter(())

    monkeypatch.setattr(workspace_validation, "RULES_OF_RECORDS", (remember,))
    loader = Loader(workspace)
    before = validate(loader)
    places = workspace / "events" / "registry" / "places.yaml"
    entry = f"new-place: {{name: {name}, country: EC, precision: country}}\n"
    places.write_text(places.read_text("utf-8") + entry, "utf-8")
    events = validate(loader, before).workspace.events
    needed = {id_ for id_, each in events.items() if any(word in each.title for word in titles or ())}
    assert bool(needed) == bool(titles)
    if titles is None:
        assert looked_at[1] == events.keys()
    else:
        assert needed <= looked_at[1] < events.keys()
        assert titles or not looked_at[1]


def test_a_place_that_an_event_lacked_is_found_there(workspace):
    """An id that nothing had is no problem any more, though no word of the event has changed."""
    event = next(workspace.glob("events/ecuador/us-troop-talks.yaml"))
    written = event.read_text("utf-8")
    event.write_text(re.sub(r"(reported|place): [a-z-]+", r"\1: new-place", written, count=1), "utf-8")
    loader = Loader(workspace)
    before = validate(loader)
    places = workspace / "events" / "registry" / "places.yaml"
    entry = "new-place: {name: Gualaceo, country: EC, precision: country}\n"
    places.write_text(places.read_text("utf-8") + entry, "utf-8")
    after = validate(loader, before)
    assert "place-unknown" in {each.code for each in before.problems}
    assert "place-unknown" not in {each.code for each in after.problems}
    assert after.problems == validate(workspace).problems


def test_what_events_say_is_read_once(workspace, monkeypatch):
    """It is gathered beforehand; of an event that changes, it is read again."""
    read = []
    monkeypatch.setattr(changed_entries, "plain_letters", lambda text: read.append(text) or plain_letters(text))
    loader = Loader(workspace)
    before = validate(loader)
    before.look.words.gather(before.workspace)
    assert len(read) == len(before.workspace.events)
    file = next(iter(before.workspace.files.values()))
    (workspace / file).write_text((workspace / file).read_text("utf-8") + "# A word more.\n", "utf-8")
    after = validate(loader, before)
    read.clear()
    after.look.words.gather(after.workspace)
    assert len(read) == 1
