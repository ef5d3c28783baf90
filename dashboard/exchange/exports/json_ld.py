"""Events as JSON-LD: a schema.org `Event` each, its claims as Web Annotations, and its record as it is in its file.

So are the sources, places, actors and threads that it names.

Its first context stands in the document itself: a program needs no network for it. That of the annotations is the
standard's own, which programs that read annotations bring along.
"""

import json
from typing import Final

from dashboard.exchange.exports.exported_events import ExportedEvents, Json
from dashboard.exchange.exports.geojson import point_of
from dashboard.exchange.exports.whole_records import named_records
from dashboard.exchange.web_annotation import CONTEXT, event_name, source_name, web_annotation
from dashboard.model.dates import EventDate, Precision
from dashboard.model.record import Record
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.query.fields import EventRow

_CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    "dateline": "urn:dateline:terms#",
    "dateline:record": {"@type": "@json"},
}
_DOCUMENTS: Final = {
    "article": "NewsArticle",
    "press-release": "NewsArticle",
    "report": "Report",
    "data-set": "Dataset",
    "law": "Legislation",
    "post": "SocialMediaPosting",
}
"""By the kind of source; any other is a `CreativeWork`."""
_PERSON: Final = "person"
_CHARACTERS: Final = {Precision.YEAR: 4, Precision.MONTH: 7}
"""By precision, how much of a day is known."""


def content(events: ExportedEvents) -> bytes:
    """The document: events, then the sources that they rest on."""
    named = named_records(events)
    graph = [*(_event(row) for row in events.rows), *(_node(each) for of in named.values() for each in of.values())]
    head = json.dumps({"@context": _CONTEXT}, ensure_ascii=False)
    nodes = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    return f'{head[:-1]}, "@graph": [\n{nodes}\n]}}\n'.encode()


def _event(row: EventRow) -> Json:
    place = row.reading.place.value
    actors = row.workspace.actors
    told = {
        "id": event_name(row.event.id),
        "type": "Event",
        "name": row.event.title,
        **_days(row.reading.date.value),
        "location": _place(place) if place else None,
        "about": [_role(actors[part.actor], part.role) for part in row.actors if part.actor in actors],
        "superEvent": [
            {"type": "EventSeries", "id": f"urn:dateline:thread:{id_}", "name": row.workspace.thread_title(id_)}
            for id_ in row.event.threads
        ],
        "dateline:date": row.reading.date.value.text if row.reading.date.value else None,
        "dateline:dateCarried": row.reading.date.carried.value,
        "dateline:placeCarried": row.reading.place.carried.value,
        "dateline:reality": row.event.what.reality,
        "dateline:review": row.event.review.status,
        "subjectOf": [
            {
                "@context": CONTEXT,
                **web_annotation(row.workspace, row.table.evidence, row.event, key),
                **_verdict(row, key),
            }
            for key in row.event.claims
        ],
        "dateline:record": row.event.as_written(),
    }
    return {name: value for name, value in told.items() if value not in (None, [])}


def _verdict(row: EventRow, claim: str) -> Json:
    return {"dateline:verdict": row.table.evidence.of(row.event.id, claim).verdict.value}


def _place(place: Place) -> Json:
    point = point_of(place)
    geo = {"type": "GeoCoordinates", "longitude": point[0], "latitude": point[1]} if point else None
    address = {"type": "PostalAddress", "addressCountry": place.country} if place.country else None
    told = {
        "id": f"urn:dateline:place:{place.id}",
        "type": "Place",
        "name": place.name,
        "geo": geo,
        "address": address,
        "dateline:precision": place.precision,
    }
    return {name: value for name, value in told.items() if value is not None}


def _role(actor: Actor, role: str) -> Json:
    """An actor's part, as a node of its own: one who starts one event may be the aim of another."""
    return {"type": "Role", "roleName": role, "about": _actor(actor)}


def _days(when: EventDate | None) -> Json:
    """First and last day; a year or a month alone is that, and nothing that lasted from its first to its last day."""
    if when is None:
        return {}
    first, last = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    if first and (characters := _CHARACTERS.get(when.precision)):
        return {"startDate": first[:characters]}
    return {"startDate": first, "endDate": last}


def _node(entry: Record) -> Json:
    """A source or an entry of a registry: where an event names it, it is the same node."""
    node: Json = {}
    if isinstance(entry, Source):
        node = _source(entry)
    elif isinstance(entry, Place):
        node = _place(entry)
    elif isinstance(entry, Actor):
        node = _actor(entry)
    elif isinstance(entry, Thread):
        node = {"id": f"urn:dateline:thread:{entry.id}", "type": "EventSeries", "name": entry.title}
    return {**node, "dateline:record": entry.as_written()}


def _actor(actor: Actor) -> Json:
    kind = "Person" if actor.kind == _PERSON else "Organization"
    return {"id": f"urn:dateline:actor:{actor.id}", "type": kind, "name": actor.name}


def _source(source: Source) -> Json:
    published = shown_date(source.published)
    told = {
        "id": source_name(source.id),
        "type": _DOCUMENTS.get(source.kind, "CreativeWork"),
        "name": shown_text(source.title),
        "publisher": {"type": "Organization", "name": outlet} if (outlet := shown_text(source.outlet)) else None,
        "author": shown_text(source.author),
        "datePublished": published.text if published else None,
        "inLanguage": source.language,
        "url": source.url,
    }
    return {name: value for name, value in told.items() if value is not None}
