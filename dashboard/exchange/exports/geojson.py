"""Events as GeoJSON (RFC 7946): a feature an event, with its record as it is in its file.

What is known to a country or a region alone has no geometry: a pin would say more than the source.
"""

import json

from dashboard.exchange.exports.exported_events import (
    ExportedEvents,
    Json,
    claims_of,
    first_and_last_day,
    values_of,
)
from dashboard.exchange.exports.whole_records import named_records
from dashboard.model.registry import Place
from dashboard.query.fields import EventRow


def content(events: ExportedEvents) -> bytes:
    """The collection, a feature a line."""
    named = {kind: {id_: each.as_written() for id_, each in of.items()} for kind, of in named_records(events).items()}
    title = {"title": events.title} if events.title else {}
    head = json.dumps({"type": "FeatureCollection", **title, **named}, ensure_ascii=False)
    features = ",\n".join(json.dumps(_feature(row), ensure_ascii=False) for row in events.rows)
    return f'{head[:-1]}, "features": [\n{features}\n]}}\n'.encode()


def _feature(row: EventRow) -> Json:
    place = row.reading.place.value
    first, last = first_and_last_day(row)
    return {
        "type": "Feature",
        "id": row.event.id,
        "geometry": {"type": "Point", "coordinates": list(point)} if (point := point_of(place)) else None,
        "properties": {
            **values_of(row),
            "date_from": first,
            "date_to": last,
            "place_id": place.id if place else None,
            "place_precision": place.precision if place else None,
            "place_radius_km": place.open_km or None if place else None,
            "country": place.country if place else None,
            "toward": [
                {"place": line.place.name, "as": line.as_, "point": point_of(line.place)} for line in row.reading.lines
            ],
            "claims": list(claims_of(row)),
            "record": row.event.as_written(),
        },
    }


def point_of(place: Place | None) -> tuple[float, float] | None:
    """Longitude and latitude of a place that is known as a point; None for areas."""
    if place is None or place.is_area or place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude
