"""Renames that are killed at any moment: every file is old or new, and the next command finishes what was begun."""

import pytest

from dashboard.checks.validation import validate
from dashboard.store.renaming import Target, finish_interrupted, journal, rename, targets_named
from dashboard.store.renaming.references import references_to
from dashboard.store.temporary import PREFIX, remove_leftovers_below
from tests.killing import kills
from tests.store.renaming.conftest import FILES
from tests.store.renaming.test_renaming import files

RENAMES = """
from dashboard.store.renaming import Target, finish_interrupted, rename

names = {"source": ("paper", "gazette"), "event": ("pier-opens", "pier-begins")}
READY
finish_interrupted(root)
for number in itertools.count():
    for kind, pair in names.items():
        old = next(name for name in pair if (root / f"seeds/{name}.yaml").exists()) if kind == "source" else next(
            name for name in pair if (root / f"events/lorne/{name}.yaml").exists())
        rename(root, Target(kind, old), pair[0] if old == pair[1] else pair[1])
"""
PAIRS = {"source": ("paper", "gazette"), "event": ("pier-opens", "pier-begins")}


def states(root):
    """What a file may hold, by file: it as it was, and after each rename or both."""
    for source in PAIRS["source"]:
        for event in PAIRS["event"]:
            for kind, id_ in (("source", source), ("event", event)):
                now = next(name for name in PAIRS[kind] if targets_named(root, name))
                if now != id_:
                    rename(root, Target(kind, now), id_)
            yield files(root)


def record(name):
    """A file, whichever of its two names it has."""
    return name.replace("gazette", "paper").replace("pier-begins", "pier-opens")


def interruptions(root, number, seed):
    """Kill so often; how often a rename was unfinished then. After each, all is whole."""
    allowed = {}
    for state in states(root):
        for name, content in state.items():
            allowed.setdefault(record(name), set()).add(content)
    before, unfinished = sorted(each.code for each in validate(root).problems), 0
    for _ in kills(RENAMES, root, number, seed=seed, longest_seconds=0.15):
        remove_leftovers_below(root)
        now = {name: content for name, content in files(root).items() if f"/{PREFIX}" not in f"/{name}"}
        now.pop("events/.dateline.lock", None)
        assert [name for name, content in now.items() if content not in allowed[record(name)]] == []
        unfinished += journal.read_unfinished(root) is not None
        finish_interrupted(root)
        for pair in PAIRS.values():
            assert len([name for name in pair if targets_named(root, name)]) == 1
        assert sorted(each.code for each in validate(root).problems) == before
        assert len(files(root)) - (root / "events/.dateline.lock").exists() == len(FILES)
    return unfinished


def test_a_rename_that_is_killed_is_finished_by_the_next(pier):
    """Three kills; then nothing names the old id any more."""
    interruptions(pier, 3, 16)
    for pair in PAIRS.values():
        old = next(name for name in pair if not targets_named(pier, name))
        assert references_to(pier, Target("source" if pair == PAIRS["source"] else "event", old)) == ()


@pytest.mark.proof
def test_two_hundred_kills_lose_nothing(pier):
    """Each file is old or new, whole; many of the kills come in the middle."""
    assert interruptions(pier, 200, 17) > 20
