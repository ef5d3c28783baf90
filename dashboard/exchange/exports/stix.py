"""Events as a STIX 2.1 bundle: actors are identities, places locations, threads groupings.

STIX has no object for a political event: `x-dateline-event` is one of our own, as the standard lets producers define
it with an `extension-definition`; platforms that do not know it show its name and its relations.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from dashboard import __version__
from dashboard.exchange.exports.exported_events import (
    ExportedEvents,
    Json,
    claims_of,
    first_and_last_day,
    named_sources,
)
from dashboard.exchange.exports.geojson import point_of
from dashboard.exchange.feeds import permanent_uuid
from dashboard.model.registry import Actor, Place
from dashboard.query.fields import EventRow

EVENT: Final = "x-dateline-event"
_EXTENSION: Final = "extension-definition--6d3f1c0e-8a0b-4f6e-9f55-2b7a4f0c9d1e"
_PRODUCER: Final = "identity--0b8d1a54-6c0e-4c57-9d7e-51f0a7c3e2b6"
"""Both are the same in every bundle, whichever workspace it is of."""
_SINCE: Final = "2026-11-30T00:00:00.000Z"
"""When these two were defined."""
_CLASSES: Final = {"person": "individual", "people": "class", "other": "unknown"}
"""By the kind of actor; any other is an organization."""
_ROLES: Final = {
    "initiator": "initiated-by",
    "recipient": "directed-at",
    "mediator": "mediated-by",
    "mentioned": "mentions",
}
_ACTORS, _PLACES, _THREADS = (f"events/registry/{name}.yaml" for name in ("actors", "places", "threads"))


def content(events: ExportedEvents) -> bytes:
    """The bundle, each object after those that it refers to."""
    made = (*_about(), *_actors(events), *_locations(events), *_events(events), *_groupings(events))
    objects = list({each["id"]: each for each in made}.values())  # two parts of an event may be the same actor's
    bundle = {"type": "bundle", "id": _name(events, "bundle", f"{events.made:%Y%m%dT%H%M%S}"), "objects": objects}
    return json.dumps(bundle, ensure_ascii=False, indent=1).encode()


def _about() -> Iterator[Json]:
    """Who made the bundle, and what our own kind of object is."""
    common = {"spec_version": "2.1", "created": _SINCE, "modified": _SINCE}
    yield {
        "type": "identity",
        **common,
        "id": _PRODUCER,
        "name": f"Dateline {__version__}",
        "identity_class": "system",
    }
    yield {
        "type": "extension-definition",
        **common,
        "id": _EXTENSION,
        "created_by_ref": _PRODUCER,
        "name": "Dateline event",
        "description": "What happened, was said, or is claimed to have; each claim with the quotes that carry it.",
        "schema": "urn:dateline:stix:x-dateline-event",
        "version": "1.0.0",
        "extension_types": ["new-sdo"],
    }


def _actors(events: ExportedEvents) -> Iterator[Json]:
    for actor in events.actors:
        yield {
            **_common(events, "identity", actor.id, events.commit_times_of(_ACTORS)),
            "name": actor.name,
            "identity_class": _CLASSES.get(actor.kind, "organization"),
        }


def _locations(events: ExportedEvents) -> Iterator[Json]:
    for place in filter(_is_location, events.places):
        point = point_of(place)
        told = {
            "name": place.name,
            "country": place.country,
            "longitude": point[0] if point else None,
            "latitude": point[1] if point else None,
            "precision": place.open_km * 1000 if point and place.open_km else None,
        }
        common = _common(events, "location", place.id, events.commit_times_of(_PLACES))
        yield {**common, **{name: value for name, value in told.items() if value is not None}}


def _is_location(place: Place) -> bool:
    """Whether it has what the standard asks of a location: a country, or a point."""
    return place.country is not None or point_of(place) is not None


def _events(events: ExportedEvents) -> Iterator[Json]:
    for row in events.rows:
        written = events.commit_times(row)
        yield _event(events, row)
        event = _name(events, EVENT, row.event.id)
        place = row.reading.place.value
        if place is not None and _is_location(place):
            yield _relation(events, written, event, "located-at", _name(events, "location", place.id))
        known: dict[str, Actor] = {actor.id: actor for actor in events.actors}
        for part in row.actors:
            if part.actor in known:
                yield _relation(events, written, event, _ROLES[part.role], _name(events, "identity", part.actor))


def _event(events: ExportedEvents, row: EventRow) -> Json:
    when, what = row.reading.date.value, row.event.what
    first, last = first_and_last_day(row)
    told = {
        "name": row.event.title,
        "revoked": row.event.review.status == "retracted" or None,
        "date": when.text if when else None,
        "date_carried": row.reading.date.carried.value,
        "first_day": first,
        "last_day": last,
        "lasted": row.event.when.lasted or None,
        "place_carried": row.reading.place.carried.value,
        "event_type": what.type,
        "modes": list(what.modes),
        "contexts": list(what.contexts),
        "reality": what.reality,
        "commitment": row.event.commitment.level if row.event.commitment else None,
        "review_status": row.event.review.status,
        "claims": [_without_empty(claim) for claim in claims_of(row)],
        "external_references": [_reference(row, id_) for id_ in named_sources(row)],
        "extensions": {_EXTENSION: {"extension_type": "new-sdo"}},
    }
    return {**_common(events, EVENT, row.event.id, events.commit_times(row)), **_without_empty(told)}


def _reference(row: EventRow, id_: str) -> Json:
    source = row.workspace.sources.get(id_)
    told = {
        "source_name": row.workspace.source_name(id_),
        "description": source.name if source else None,
        "url": source.url if source else None,
        "external_id": id_,
    }
    return _without_empty(told)


def _relation(events: ExportedEvents, written: tuple[datetime, datetime], event: str, kind: str, to: str) -> Json:
    common = _common(events, "relationship", f"{event} {kind} {to}", written)
    return {**common, "relationship_type": kind, "source_ref": event, "target_ref": to}


def _groupings(events: ExportedEvents) -> Iterator[Json]:
    """One for each thread, of its events that are exported."""
    for thread in events.workspace.threads.values():
        members = [_name(events, EVENT, row.event.id) for row in events.rows if thread.id in row.event.threads]
        if members:
            summary = {"description": thread.summary} if thread.summary else {}
            common = _common(events, "grouping", thread.id, events.commit_times_of(_THREADS))
            yield {**common, "name": thread.title, **summary, "context": "unspecified", "object_refs": members}


def _common(events: ExportedEvents, kind: str, id_: str, written: tuple[datetime, datetime]) -> Json:
    first, last = written
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": _name(events, kind, id_),
        "created_by_ref": _PRODUCER,
        "created": _moment(first),
        "modified": _moment(last),
    }


def _name(events: ExportedEvents, kind: str, id_: str) -> str:
    return f"{kind}--{permanent_uuid(events.identity, 'stix', kind, id_)}"


def _moment(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def _without_empty(told: Json) -> Json:
    """The standard has no null and no empty list."""
    return {name: value for name, value in told.items() if value not in (None, [], "")}
