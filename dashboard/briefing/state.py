"""The state of records: what of the workspace a sentence rests on, and a hash by which a change of it is noticed."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event
from dashboard.model.record import Record
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


def records_of_claim(event: Event, key: str, workspace: Workspace) -> Iterator[str]:
    """Keys of what a claim rests on: its event, its sources with their texts, and who says it."""
    yield f"events/{event.id}"
    claim = event.claims.get(key)
    if claim is None:
        return
    yield from records_of_sources(sorted(sources_of_claim(claim)), workspace)
    if claim.by in workspace.actors:
        yield f"actors/{claim.by}"


def records_of_values(event: Event, workspace: Workspace) -> Iterator[str]:
    """Keys of what an event's date and places rest on, beside its claims."""
    assessed: list[Assessed] = [each for each in (event.when.assessed, event.where.assessed) if each is not None]
    for each in assessed:
        yield from records_of_sources(each.sources, workspace)
    own = event.where.assessed.place if event.where.assessed else None
    places = (event.where.reported, own, *(each.place for each in event.toward))
    yield from (f"places/{place}" for place in places if place in workspace.places)


def records_of_sources(ids: Iterable[str], workspace: Workspace) -> Iterator[str]:
    """Keys of descriptions and of held texts."""
    for id_ in ids:
        if id_ in workspace.sources:
            yield f"sources/{id_}"
        if id_ in workspace.hashes:
            yield f"texts/{id_}"


def hash_of(key: str, workspace: Workspace) -> str | None:
    """The SHA-256 of what a key stands for, in lower-case hexadecimal; None where there is no such record.

    Of a text it is that of its bytes; of a record, that of what it says, whatever its file's comments and order.
    """
    kind, _, id_ = key.partition("/")
    if kind == "texts":
        return workspace.hashes.get(id_)
    records: Mapping[str, Record] = getattr(workspace, kind)
    record = records.get(id_)
    return None if record is None else _hash(record)


def hashes_of(keys: Iterable[str], workspace: Workspace) -> dict[str, str]:
    """Of those that there are, in the order of their keys."""
    return {key: found for key in sorted(set(keys)) if (found := hash_of(key, workspace)) is not None}


def verdict_of(claim: str, validation: Validation) -> str | None:
    """Of `event-id/claim`; None where there is no such claim."""
    id_, _, key = claim.partition("/")
    event = validation.workspace.events.get(id_)
    if event is None or key not in event.claims:
        return None
    return validation.evidence.of(id_, key).verdict.value


def _hash(record: Record) -> str:
    said = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    written = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
