"""Events as PLOVER 2.0: a JSON object a line, under the names that its manual gives to fields."""

import json
from collections.abc import Iterator
from typing import Final

from dashboard.exchange.exports.exported_events import (
    ExportedEvents,
    Json,
    carried_words,
    first_and_last_day,
    named_sources,
    stands,
)
from dashboard.model import vocabularies
from dashboard.model.geography import alpha_3, country_name
from dashboard.model.registry import Place
from dashboard.model.source import shown_text
from dashboard.query.fields import EventRow
from dashboard.query.interactions import ResolvedParticipant

_QUADS: Final = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_SECTORS: Final = {
    "government": "GOV",
    "ministry": "GOV",
    "armed-force": "MIL",
    "armed-group": "REB",
    "party": "PTY",
    "company": "BUS",
    "media": "JRN",
    "civil-society": "CVL",
    "people": "CVL",
}
"""By the kind of actor, the sector; a person's depends on an office, which the format's codes are too coarse for."""
_INTERNATIONAL: Final = "IGO"
_RESOLUTIONS: Final = {"site": 5, "city": 4, "near": 4, "admin2": 3, "admin1": 2, "country": 1}
_HAPPENED: Final = ("actual", "historical")
"""Only these are records: a reader would count a plan, or what did not happen, as an event."""


def content(events: ExportedEvents) -> bytes:
    """The records of all events that have what the format requires."""
    records = (_record(row, kind, first) for row in events.rows for kind, first in _requirements(row))
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode()


def has_place_for(row: EventRow) -> bool:
    """Whether an event happened, is not retracted, and has a date, a type and an initiator."""
    return any(True for _ in _requirements(row))


def _requirements(row: EventRow) -> Iterator[tuple[str, str]]:
    """The type and the first day of an event that can be a record."""
    what, (first, _) = row.event.what, first_and_last_day(row)
    has_initiator = any(part.role == "initiator" for part in row.actors)
    if what.type and first and has_initiator and what.reality in _HAPPENED and stands(row):
        yield what.type, first


def _record(row: EventRow, kind: str, first: str) -> Json:
    event, (_, last) = row.event, first_and_last_day(row)
    described = vocabularies.EVENT_TYPES[kind]
    record: Json = {
        "id": event.id,
        "date": first,
        "enddate": last if last != first else None,
        "actor": _entities(row, "initiator"),
        "recipient": _entities(row, "recipient"),
        "event": [kind.upper()],
        "mode": list(event.what.modes),
        "context": list(event.what.contexts),
        "event_loc": _location(row.reading.place.value),
        "event_text": list(_quotes_that_stand(row)),
        "quad_code": _QUADS.index(described["quad"]) + 1,
        "event_scale": described["score"],
        "link": next(iter(event.threads), None),
        "cite_info": [_citation(row, source) for source in named_sources(row)],
        "comment": f"{event.title}. {carried_words(row)}",
    }
    return {name: value for name, value in record.items() if value not in (None, [], {})}


def _quotes_that_stand(row: EventRow) -> Iterator[str]:
    """The words of the event: only those that stand in a held text, once. Others nobody wrote."""
    for key in row.event.claims:
        for found in row.table.evidence.of(row.event.id, key).quotes:
            if found.finding is not None and found.finding.stands:
                yield found.quote.exact


def _entities(row: EventRow, role: str) -> list[Json]:
    """The entities with a role, each once: two parts of an event may be the same actor's."""
    entities: list[Json] = []
    for entity in (_entity(row, part) for part in row.actors if part.role == role):
        if entity not in entities:
            entities.append(entity)
    return entities


def _entity(row: EventRow, part: ResolvedParticipant) -> Json:
    actor = row.workspace.actors.get(part.actor)
    told: Json = {
        "code": alpha_3(actor.country) if actor and actor.country else None,
        "sector": _SECTORS.get(actor.kind) if actor else None,
        "entity_text": part.recorded.as_reported if part.recorded else None,
        "identifier_text": row.workspace.actor_name(part.actor),
    }
    if actor and actor.kind == "international-organisation":
        told["code"] = _INTERNATIONAL
    return {name: value for name, value in told.items() if value}


def _location(place: Place | None) -> Json:
    if place is None:
        return {}
    told = {
        "resolved_place": place.name,
        "lat": None if place.is_area else place.latitude,
        "lon": None if place.is_area else place.longitude,
        "country": country_name(place.country) if place.country else None,
        "country_code": alpha_3(place.country) if place.country else None,
        "resolution": _RESOLUTIONS.get(place.precision),
    }
    return {name: value for name, value in told.items() if value is not None}


def _citation(row: EventRow, id_: str) -> Json:
    source = row.workspace.sources.get(id_)
    told = {
        "citation": id_,
        "title": shown_text(source.title) if source else None,
        "publication": shown_text(source.outlet) if source else None,
        "url": source.url if source else None,
        "language": source.language.partition("-")[0] if source and source.language else None,
        "license": source.rights if source else None,
    }
    return {name: value for name, value in told.items() if value}
