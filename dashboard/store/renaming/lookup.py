"""Finds the records, and parts of records, that have a name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.store.record_file import stem
from dashboard.store.renaming.target import PARTS, RECORDS, Target
from dashboard.store.tree import tree_of
from dashboard.store.yaml import read_file

_REGISTRIES = {"place": "places", "actor": "actors", "thread": "threads"}
_SECTIONS = {"claim": "claims", "amount": "amounts", "question": "questions"}


def targets_named(root: Path, name: str) -> tuple[Target, ...]:
    """All that is called `name`: records by their ids, or, of `id/key`, parts of records."""
    id_, slash, key = name.partition("/")
    kinds = tuple(PARTS) if slash else RECORDS
    found = (Target(kind, id_, key) for kind in kinds)
    return tuple(target for target in found if exists(root, target))


def exists(root: Path, target: Target) -> bool:
    """Whether there is such a record or part."""
    if not target.key:
        return bool(own_files(root, target)) or target.id in _entries(root, target.kind)
    owner = Target(PARTS[target.kind], target.id)
    return any(target.key in _mapping(record.get(_SECTIONS[target.kind])) for record in _records(root, owner))


def own_files(root: Path, target: Target) -> tuple[str, ...]:
    """The files that have the id of a record as their name; none of what is an entry or a part of one."""
    if target.key:
        return ()
    tree = tree_of(root)
    files = {
        "event": tree.events,
        "briefing": tree.briefings,
        "source": [*tree.texts, *tree.descriptions],
    }.get(target.kind, [])
    return tuple(file for file in files if stem(file) == target.id)


def _records(root: Path, owner: Target) -> Iterator[dict[str, Any]]:
    if owner.kind in _REGISTRIES:
        yield _mapping(_entries(root, owner.kind).get(owner.id))
    else:
        yield from (_mapping(read_file(root / file).data) for file in own_files(root, owner))


def _entries(root: Path, kind: str) -> dict[str, Any]:
    """The registry of a kind; empty where that is no registry, or there is none."""
    file = tree_of(root).registries.get(_REGISTRIES.get(kind, ""))
    return _mapping(read_file(root / file).data) if file else {}


def _mapping(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}
