"""Files below `.dateline/` that are cut off or of wrong types: each counts as nothing, or as far as it goes."""

import json
import math
import random

import pytest

from dashboard.store.authoring import KeptProposals, read_draft, read_proposals
from dashboard.store.editing import read_edit, read_undo
from dashboard.store.inbox import read_text_of
from dashboard.store.inbox.read_texts import key_of
from tests.copying import write

VALUES = [
    *(None, True, 0, -1, 1.5, math.inf, math.nan, 10**400, "", "x", "1" * 5000, "\ud800", "a\0b"),
    *([], [1], [[1]], {}, {"a": 1}, {"a": "refused"}),
]
BROKEN = ["", "\0", "[]", "null", "1e999", "[" * 100_000, '{"a":' * 50_000, "\ufeff{}"]


def contents(*keys):
    """What a file may hold: JSON of any types, whole and cut off, and what is no JSON."""
    rng = random.Random(0)
    yield from BROKEN
    for _ in range(300):
        whole = json.dumps({key: rng.choice(VALUES) for key in keys if rng.random() < 0.95})
        yield whole
        yield whole[: rng.randrange(len(whole) + 1)]


def test_a_draft_that_is_garbage_is_none_or_has_fields(root):
    """Its number is one, whatever stands there."""
    for text in contents("fields", "number", "id", "folder", "writer"):
        write(root, ".dateline/drafts/news.json", text)
        found = read_draft(root, "news")
        assert found is None or (isinstance(found.fields, dict) and isinstance(found.number, int))


def test_an_edit_that_is_garbage_is_none_or_has_fields(root):
    """And its file is the one that belongs to it, or empty."""
    write(root, ".dateline/drafts/edits/event.port.opened", "title: x\n")
    for text in contents("fields", "number", "writer", "opened"):
        write(root, ".dateline/drafts/edits/event.port.json", text)
        found = read_edit(root, "event", "port")
        assert found is None or (isinstance(found[0].fields, dict) and found[1] == b"")


def test_what_undoes_a_save_and_is_garbage_undoes_nothing(root):
    """The file stays."""
    for text in contents("file", "after"):
        write(root, ".dateline/drafts/edits/event.port.undo", f"{text}\nbefore")
        assert read_undo(root, "event", "port", "events/a/port.yaml") is None


def test_proposals_that_are_garbage_are_decided_as_far_as_they_go(root):
    """A decision is one of two words."""
    for text in contents("decided", "proposals", "answers", "model"):
        write(root, ".dateline/proposals/news.json", text)
        found = read_proposals(root, "news")
        assert isinstance(found, KeptProposals)
        assert set(found.decided.values()) <= {"accepted", "refused"}


def test_a_kept_text_that_is_garbage_is_read_anew_or_can_be_written(root):
    """Half of a sign would break whatever is made of it."""
    for text in contents("text", "given", "refused"):
        write(root, f".dateline/inbox/{key_of(b'x', 'a.pdf')}.json", text)
        found = read_text_of(root, b"x", "a.pdf")
        "".join([found.text, found.refused, *found.given.values()] if found else []).encode()


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_what_was_kept_before_is_written_over(root, text):
    """Garbage hinders nobody."""
    write(root, ".dateline/proposals/news.json", text)
    assert read_proposals(root, "news") == KeptProposals()
