"""What holds of any two states: none differs from itself, both ways mirror each other, nothing is told twice."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import Validation, validate
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Commitment
from dashboard.model.problem import Problem, Severity
from dashboard.model.registry import Question
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.states import State

ROOT = Path(__file__).resolve().parents[3]
SEED = validate(ROOT).workspace
ENTRIES = len(SEED.sources) + len(SEED.places) + len(SEED.actors) + len(SEED.threads)
LEVELS = st.sampled_from(["floated", "agreed", "ended"])


FATES = st.sampled_from(["stays", "stays", "goes", "renamed", "title", "level", "claim", "weight"])


@dataclass(frozen=True)
class Drawn:
    """What becomes of each record of the seed, by its place in the order."""

    events: list[str]
    levels: list[str]
    entries: list[str]
    cut: bool
    """Whether texts lose every second letter."""


DRAWN = st.builds(
    Drawn,
    events=st.lists(FATES, min_size=len(SEED.events), max_size=len(SEED.events)),
    levels=st.lists(LEVELS, min_size=len(SEED.events), max_size=len(SEED.events)),
    entries=st.lists(st.sampled_from(["stays", "stays", "goes", "changes"]), min_size=ENTRIES, max_size=ENTRIES),
    cut=st.booleans(),
)


def state(drawn, day):
    """The seed, with some of everything removed, renamed or changed."""
    events = [
        event_of(*each)
        for each in zip(SEED.events.values(), drawn.events, drawn.levels, strict=True)
        if each[1] != "goes"
    ]
    fates = iter(drawn.entries)
    texts = {id_: text[::2] if drawn.cut else text for id_, text in SEED.texts.items()}
    workspace = replace(
        SEED,
        events={event.id: event for event in events},
        files={event.id: f"events/any/{event.id}.yaml" for event in events},
        texts=texts,
        documents={},  # an entry that its file has and the registry has not would be a broken one
        hashes={id_: str(len(text)) for id_, text in texts.items()},
        sources=some(SEED.sources, fates, {"origin": "another"}),
        places=some(SEED.places, fates, {"name": "Elsewhere"}),
        actors=some(SEED.actors, fates, {"name": "Somebody else"}),
        threads=some(SEED.threads, fates, {"questions": {"new": Question(text="What now?")}}),
    )
    problems = tuple(
        Problem(workspace.files[event.id], 1, 1, Severity.ERROR, "no-such", "So.", "")
        for event in events
        if not event.threads
    )
    evidence = evidence_of(workspace.events, texts)
    return State(day, Validation(Corpus(workspace, evidence), problems, evidence))


def event_of(event, fate, level):
    """One event of the seed, as it fared."""
    key, claim = next(iter(event.claims.items()))
    otherwise = claim.model_copy(update={"quotes": claim.quotes[1:], "text": "Otherwise."})
    updates: dict[str, dict[str, Any]] = {
        "renamed": {"id": f"{event.id}-anew"},
        "title": {"title": level, "threads": ()},
        "level": {"commitment": Commitment(level=level)},
        "claim": {"claims": {**event.claims, key: otherwise}},
        "weight": {"weight": "minor"},
    }
    return event.model_copy(update=updates.get(fate))


def some(records, fates, otherwise):
    """Some of the records, some of those changed."""
    fared = {id_: (record, next(fates)) for id_, record in records.items()}
    return {
        id_: record if fate == "stays" else record.model_copy(update=otherwise)
        for id_, (record, fate) in fared.items()
        if fate != "goes"
    }


DAY, LATER = dt.date(2025, 9, 4), dt.date(2026, 1, 1)


@pytest.mark.proof
@settings(max_examples=40)
@given(DRAWN)
def test_nothing_changes_between_a_state_and_itself(drawn):
    """Not even where it is read a second time."""
    assert changes_between(state(drawn, DAY), state(drawn, DAY)).are_none


@settings(max_examples=40)
@given(DRAWN, DRAWN)
def test_the_way_back_mirrors_the_way_there(one, other):
    """What was new is removed, what was before is after."""
    before, after = state(one, DAY), state(other, LATER)
    there, back = changes_between(before, after), changes_between(after, before)
    assert {new.event.id for new in there.new} == set(back.removed)
    assert set(there.removed) == {new.event.id for new in back.new}
    assert mirrored(there) == {turned(entry) for entry in mirrored(back)}
    assert (there.new_problems, there.fixed_problems) == (back.fixed_problems, back.new_problems)


def mirrored(changes):
    """Everything that has a before and an after, as (what, before, after)."""
    found = [
        (f"field {field.dotted_path}", field.before, field.after)
        for change in changes.changed
        for field in change.fields
    ]
    for change in changes.changed:
        found.append(("event", change.before.id, change.after.id))
        found += [(f"verdict {each.claim} {each.why}", each.before, each.after) for each in change.verdicts]
        found += [("rungs", *change.rungs)] if change.rungs else []
    found += [(f"question {each.reference}", each.before, each.after) for each in changes.questions]
    found += [
        (f"source {each.id}", (each.before, each.hashes[0]), (each.after, each.hashes[1])) for each in changes.sources
    ]
    found += [(f"{each.kind} {each.id}", each.before, each.after) for each in changes.registry]
    return {(what, repr(before), repr(after)) for what, before, after in found}


def turned(entry):
    what, before, after = entry
    return what, after, before


@pytest.mark.proof
@settings(max_examples=40)
@given(DRAWN, DRAWN)
def test_every_changed_record_is_named_once(one, other):
    """None that differs is missed, and none is told in two places."""
    before, after = state(one, DAY), state(other, LATER)
    found = changes_between(before, after)
    told = Counter([f"event {new.event.id}" for new in found.new])
    told.update(f"event {id_}" for id_ in found.removed)
    told.update(f"event {id_}" for each in found.changed for id_ in {each.before.id, each.after.id})
    told.update(f"source {each.id}" for each in found.sources)
    told.update(f"{each.kind} {each.id}" for each in found.registry)
    assert set(told.values()) <= {1}
    assert set(told) >= differing(before.validation.workspace, after.validation.workspace)


def differing(one, other):
    """What is not the same record in both; of threads, but for their questions."""
    found: set[str] = set()
    for name in ("events", "sources", "places", "actors", "threads"):
        was, is_ = getattr(one, name), getattr(other, name)
        if name == "threads":
            was, is_ = (
                {id_: each.model_copy(update={"questions": {}}) for id_, each in all_.items()} for all_ in (was, is_)
            )
        found |= {f"{name[:-1]} {id_}" for id_ in {*was, *is_} if was.get(id_) != is_.get(id_)}
    return found
