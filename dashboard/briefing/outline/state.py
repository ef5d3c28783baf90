"""The state of records: a hash of each field that a sentence is based on, by which a change of it is noticed."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from dashboard.briefing.outline.computed_fields import (
    IN_THREAD,
    REMOVED,
    computed_field,
    computed_field_words,
    computed_value,
)
from dashboard.briefing.outline.decided_fields import (
    EXCEPTIONS,
    Decisions,
    decided_field,
    decided_field_words,
    decisions_of,
)
from dashboard.briefing.outline.words import source_words
from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.briefing import BuiltOn
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.model.registry import Thread
from dashboard.model.source import Source
from dashboard.query.changes import KEYED, PARTS, Json, field_words, fields_of
from dashboard.store.workspace import Workspace

KINDS: Final[Mapping[str, str]] = {
    "events": "event",
    "sources": "description of source",
    "texts": "text of source",
    "places": "place",
    "actors": "actor",
    "threads": "thread",
}
"""Beginning of a key to what it is the key of, in words."""
IS_THERE: Final = "id"
"""A field that every record has, and that never changes."""
NAME: Final = "name"
HELD: Final = "held"
"""Two fields of sources: the name in a line, from outlet, title and date; and whether the text is held."""
ABSENT: Final = ""
"""In the place of a hash."""
_SHORT: Final = 12
_OWN_WORDS: Final[Mapping[str, str]] = {
    IS_THERE: "exists",
    EXCEPTIONS: "suppressed checks",
    HELD: "whether its text is held",
}


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hashes of a workspace's records and fields; of each record its fields are taken once."""

    workspace: Workspace
    decisions: Decisions | None = None
    """What checks and other records decide; None where nothing has been checked."""
    _fields: dict[str, Mapping[str, Json]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, key: str) -> str | None:
        """Hash of `events/ID`, `texts/ID` or `events/ID#title`, in hexadecimal; None if there is no such thing.

        Of a text it is that of its bytes; of a record, that of what it says, whatever its file's comments and order.
        """
        named, _, path = key.partition("#")
        kind, _, id_ = named.partition("/")
        if kind == "texts":
            return self.workspace.hashes.get(id_)
        record = self.record(named)
        if record is None:
            return None
        if not path:
            return _digest(record.model_dump(mode="json", by_alias=True, exclude_defaults=True))
        value = self.value(record, path)
        return None if value in (None, {}, []) else _digest(value)[:_SHORT]

    def knows(self, key: str) -> bool:
        """Whether there is the record or text `events/ID`, `texts/ID`: it is not hashed for that."""
        kind, _, id_ = key.partition("/")
        return id_ in self.workspace.hashes if kind == "texts" else self.record(key) is not None

    def record(self, key: str) -> Record | None:
        """The record `events/ID`; None if there is none."""
        kind, _, id_ = key.partition("/")
        records: Mapping[str, Record] = getattr(self.workspace, kind)
        return records.get(id_)

    def value(self, record: Record, path: str) -> Json:
        """What a field of a record says, of which the hash is taken."""
        if path == IS_THERE:
            return True
        if path.startswith(REMOVED):
            return self.value(record, path.removeprefix(REMOVED)) is None or None
        if computed_field(path) and isinstance(record, Event):
            return computed_value(record, path, self.workspace.threads)
        if decided_field(path) and isinstance(record, Event | Thread):
            return self.decisions.value(record, path) if self.decisions else None
        if isinstance(record, Source) and path in (NAME, HELD):
            return source_words(record.id, record) if path == NAME else record.id in self.workspace.texts
        known = f"{type(record).__name__}/{getattr(record, 'id', '')}"
        if known not in self._fields:
            self._fields[known] = fields_of(record)
        return value_at(self._fields[known], path)


def hashes_of(validation: Validation, day: date = date.max) -> Hashes:
    """The hashes of a workspace that was checked, for a briefing that holds as of `day`."""
    return Hashes(validation.workspace, decisions_of(validation, day))


def is_computed(path: str) -> bool:
    """Whether a field is none of a record: of such a one, a briefing that does not know it tells nothing."""
    return computed_field(path) or decided_field(path) is not None


def value_at(fields: Json, path: str) -> Json:
    """What stands at a dotted path; None where nothing does. Names of parts may have dots themselves."""
    if path == PARTS:
        return sorted(fields) if isinstance(fields, dict) else None
    if not path or not isinstance(fields, dict):
        return fields if not path else None
    names = (name for name in fields if path == name or path.startswith(f"{name}."))
    name = max(names, key=len, default=None)
    return None if name is None else value_at(fields[name], path[len(name) + 1 :])


@dataclass(frozen=True, slots=True)
class StoredHashes:
    """The hashes that a briefing keeps of what it was built on."""

    built_on: BuiltOn
    _paths: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, key: str) -> str | None:
        """The stored hash of a record or a field; None if it was absent or is not known (see `knows`)."""
        record, _, path = key.partition("#")
        return (self.fields(record).get(path) if path else self.built_on.records.get(record)) or None

    def knows(self, key: str) -> bool:
        """Whether the briefing rested on a record or a field, be it there or absent."""
        record, _, path = key.partition("#")
        return path in self.fields(record) if path else record in self.built_on.records

    def fields(self, record: str) -> Mapping[str, str]:
        """The fields of a record that it rested on, by dotted path; those that were absent are empty."""
        if record not in self._paths:
            self._paths[record] = _each_apart(self.built_on.fields.get(record, {}))
        return self._paths[record]


def state_of_keys(keys: Iterable[str], texts: Iterable[str], validation: Validation, day: date) -> BuiltOn:
    """The hashes, now, of fields, and of the texts that are told of beside them; without records that are not there.

    `day` is the last on which the briefing holds.
    """
    hashes = hashes_of(validation, day)
    fields: dict[str, dict[str, str]] = {}
    for key in sorted(set(keys)):
        record, _, path = key.partition("#")
        if path and hashes.knows(record):
            fields.setdefault(record, {})[path] = hashes.of(key) or ABSENT
    held = {key: found for key in sorted(set(texts)) if (found := hashes.of(key)) is not None}
    return BuiltOn(records=held, fields={record: merge_absent(own) for record, own in fields.items()})


def merge_absent(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields as a file has them: absent fields of one thing share a line, as most claims lack many."""
    absent: dict[str, list[str]] = {}
    for path in sorted(path for path, told in fields.items() if told == ABSENT):
        above, dot, last = path.rpartition(".")
        absent.setdefault(f"{above}{dot}", []).append(last)
    kept = {path: told for path, told in fields.items() if told != ABSENT}
    kept |= {f"{above}{{{','.join(names)}}}": ABSENT for above, names in absent.items()}
    return dict(sorted(kept.items()))


def _each_apart(written: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, told in written.items():
        head, opened, names = path.partition("{")
        if opened and told == ABSENT and names.endswith("}"):
            found |= {f"{head}{name}": ABSENT for name in names[:-1].split(",")}
        else:
            found[path] = told
    return found


def part_of(path: str) -> str:
    """`claims.closed` of `claims.closed.text`; of a field that has no parts, its first step."""
    first, *rest = path.split(".")
    return ".".join((first, *rest[:1])) if first in KEYED or path.startswith(IN_THREAD) else first


def texts_of(claims: Iterable[str], workspace: Workspace) -> tuple[str, ...]:
    """Keys of the held texts that claims (`event-id/claim`) quote or rest on."""
    found: set[str] = set()
    for claim in claims:
        id_, _, key = claim.partition("/")
        event = workspace.events.get(id_)
        if event is not None and key in event.claims:
            found |= sources_of_claim(event.claims[key])
    return tuple(f"texts/{id_}" for id_ in sorted(found) if id_ in workspace.hashes)


def verdict_of(claim: str, validation: Validation) -> str | None:
    """The verdict of `event-id/claim`; None if there is no such claim."""
    id_, _, key = claim.partition("/")
    event = validation.workspace.events.get(id_)
    if event is None or key not in event.claims:
        return None
    return validation.evidence.of(id_, key).verdict.value


def record_name(key: str) -> str:
    """`event us-base-closed`, of a key of a record or of one of its fields."""
    kind, _, id_ = key.partition("#")[0].partition("/")
    return f"{KINDS[kind]} {id_}"


def path_words(path: str) -> str:
    """`claim closed, text`, of a dotted path."""
    if path in _OWN_WORDS:
        return _OWN_WORDS[path]
    if computed_field(path):
        return computed_field_words(path)
    if decided := decided_field(path):
        return f"{path_words(path.removesuffix(f'.{decided}'))}, {decided_field_words(decided)}"
    return field_words(tuple(path.split(".")))


def changed_paths(record: str, then: StoredHashes, hashes: Hashes) -> Iterator[str]:
    """The fields of a record that a briefing rested on and that say something else now."""
    for path, told in then.fields(record).items():
        if decided_field(path) and hashes.decisions is None:
            continue
        if (hashes.of(f"{record}#{path}") or ABSENT) != told:
            yield path


def _digest(value: Any) -> str:
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
