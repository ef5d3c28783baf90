"""Changed fields of a record by a briefing's hashes: what they say now, and whether they said anything before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.briefing.outline import (
    ASSESSED_ALONE,
    FIRST_THREAD,
    GROUP,
    HEADLINE,
    HELD,
    IN_THREAD,
    RETRACTED,
    SEVERAL_AMOUNTS,
    Hashes,
    StoredHashes,
    changed_paths,
    decided_field,
)
from dashboard.model.briefing import BuiltOn
from dashboard.model.event import Event, Review
from dashboard.model.record import Record
from dashboard.query.changes import (
    KEYED,
    NAMED_BY,
    PARTS,
    SOME_FIELD,
    STATUS,
    UNKNOWN,
    FieldChange,
    Json,
    in_order,
)

Path = tuple[str, ...]
_LISTS: Final = {ASSESSED_ALONE: "who", SEVERAL_AMOUNTS: "amounts"}
"""What is told of a list's parts to the list."""


@dataclass(frozen=True, slots=True)
class HashedFields:
    """The fields that a briefing was built on, and the records that have them now."""

    built_on: BuiltOn
    then: StoredHashes
    hashes: Hashes

    def changes(self, key: str) -> tuple[FieldChange, ...]:
        """Changed fields of a record that is there; of one that is kept as a whole, `SOME_FIELD`."""
        record = None if key.startswith("texts/") else self.hashes.record(key)
        if record is None:
            return ()
        found = {each.path: each for each in (self._gone_claims(record) if isinstance(record, Event) else ())}
        for path in changed_paths(key, self.then, self.hashes):
            if decided_field(path) or path == HEADLINE:
                continue  # no field of a record: `brief verify` tells it
            change = self._change(record, path, was_absent=self.then.of(f"{key}#{path}") is None)
            found.setdefault(change.path, change)
        if self.built_on.records.get(key) not in (None, self.hashes.of(key)):
            found[SOME_FIELD.path] = SOME_FIELD
        return in_order(found.values(), type(record))

    def _gone_claims(self, event: Event) -> Iterator[FieldChange]:
        for claim in self.built_on.verdicts:
            id_, _, key = claim.partition("/")
            if id_ == event.id and key not in event.claims:
                yield FieldChange(("claims", key), UNKNOWN, None)

    def _change(self, record: Record, path: str, *, was_absent: bool) -> FieldChange:
        if path in (FIRST_THREAD, GROUP) or path.startswith(IN_THREAD):
            return FieldChange(("threads",), UNKNOWN, self.hashes.value(record, "threads"))
        value = self.hashes.value(record, path)
        if path == RETRACTED and isinstance(record, Event):
            return _retraction(record.review, was_absent=was_absent)
        if path in _LISTS:
            listed = f"{_LISTS[path]}.{PARTS}"
            before = None if was_absent else UNKNOWN
            return FieldChange((_LISTS[path], PARTS), before, self.hashes.value(record, listed))
        if path == HELD:
            return FieldChange((HELD,), not value, value)
        steps = _steps(path, self.hashes.value(record, path.partition(".")[0]))
        return FieldChange(steps, None if was_absent else UNKNOWN, value)


def _retraction(now: Review, *, was_absent: bool) -> FieldChange:
    """Whether the review retracts, and why: of both there is one hash."""
    if was_absent or now.status != "retracted":
        return FieldChange(STATUS, UNKNOWN if was_absent else "retracted", now.status)
    return FieldChange(("review", "note"), UNKNOWN, now.note)


def _steps(path: str, parts: Json) -> Path:
    """The steps of a dotted path: names of parts may have dots themselves. It ends at a part that is gone."""
    first, *rest = path.split(".")
    if first not in KEYED or rest[:1] in ([], [PARTS]):
        return (first, *rest)
    within = ".".join(rest)
    names = [name for name in parts or () if f"{within}.".startswith(f"{name}.")]
    if not names:
        return first, ".".join(rest[: len(NAMED_BY.get(first, (first,)))])
    name = max(names, key=len)
    return (first, name, *filter(None, within[len(name) + 1 :].split(".")))
