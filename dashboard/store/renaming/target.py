"""What is renamed: a record by its id, or a part of one by its key; and what a field says then."""

from dataclasses import dataclass
from typing import Final

from dashboard.model.record import NOT

RECORDS: Final = ("source", "event", "place", "actor", "thread", "briefing")
"""Kinds that have an id."""
PARTS: Final = {"claim": "event", "amount": "event", "question": "thread"}
"""Kinds that have a key in a record of another kind."""
KINDS: Final = (*RECORDS, *PARTS)

_FOLDERS: Final = {
    "events": "event",
    "sources": "source",
    "texts": "source",
    "places": "place",
    "actors": "actor",
    "threads": "thread",
}
"""The beginning of a record's key in `built_on` to its kind."""
_IN_PATHS: Final = {
    "who": "actor",
    "toward": "place",
    "relations": "event",
    **dict.fromkeys(("answers", "judgements", "in-thread"), "thread"),
}
"""The first step of a dotted path in `built_on` to the kind of id that a later step may be."""
_PARTS_IN_PATHS: Final = {"claims": "claim", "amounts": "amount", "questions": "question"}


@dataclass(frozen=True, slots=True)
class Target:
    """A record, or a claim, an amount or a question in one."""

    kind: str
    """One of `KINDS`."""
    id: str
    """The record's id."""
    key: str = ""
    """The key of the part; empty for a record."""

    @property
    def name(self) -> str:
        """`us-base-closed`, or `us-base-closed/closed`."""
        return f"{self.id}/{self.key}" if self.key else self.id

    @property
    def word(self) -> str:
        """The word that every reference to it contains."""
        return self.key or self.id

    @property
    def has_file(self) -> bool:
        """Whether its id is the name of a file."""
        return self.kind in ("source", "event", "briefing")

    def as_named(self, new: str) -> "Target":
        """The target with its new id, or its new key."""
        return Target(self.kind, self.id, new) if self.key else Target(self.kind, new)


def with_article(kind: str) -> str:
    """`a source`, `an event`."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def replacement(target: Target, new: str, names: str, written: str, owner: str = "") -> str | None:
    """What a field says once `target` is called `new`; None if the field does not name it.

    `names` is what the field names: one of `KINDS`, or `filter`, `record` or `path`. `owner` is the id of the record
    that the field is in; for a path of `built_on`, the key of the record that it leads into.
    """
    if names in RECORDS:
        return new if target.kind == names and written == target.id else None
    if names in PARTS:
        return _of_part(target, new, names, written, owner)
    if names == "path":
        return _of_path(target, new, written, owner)
    before, mark, id_ = written.partition(":" if names == "filter" else "/")
    if names == "filter" and id_.startswith(NOT):
        mark, id_ = f"{mark}{NOT}", id_.removeprefix(NOT)
    kind = before if names == "filter" else _FOLDERS.get(before)
    return f"{before}{mark}{new}" if kind == target.kind and id_ == target.id else None


def _of_part(target: Target, new: str, names: str, written: str, owner: str) -> str | None:
    """A key alone belongs to the record that it is in; before a slash stands another one."""
    record, slash, key = written.rpartition("/")
    if target.kind == PARTS[names]:
        return f"{new}/{key}" if slash and record == target.id else None
    if target.kind == names and (record or owner) == target.id and key == target.key:
        return f"{record}{slash}{new}"
    return None


def _of_path(target: Target, new: str, written: str, owner: str) -> str | None:
    """A dotted path into a record: `claims.closed.text`, `who.daniel-noboa.mentioned.role`."""
    first, *rest = written.split(".")
    if not rest:
        return None
    if _PARTS_IN_PATHS.get(first) == target.kind:
        is_there = owner.partition("/")[2] == target.id and rest[0] == target.key
        return ".".join((first, new, *rest[1:])) if is_there else None
    if target.kind == "question" and _IN_PATHS.get(first) == "thread":
        changed = [f"{target.id}/{new}" if step == target.name else step for step in rest]
    elif _IN_PATHS.get(first) == target.kind:
        changed = [_step(target, new, step) for step in rest]
    else:
        return None
    return ".".join((first, *changed)) if changed != rest else None


def _step(target: Target, new: str, step: str) -> str:
    id_, slash, key = step.partition("/")
    return f"{new}{slash}{key}" if id_ == target.id else step
