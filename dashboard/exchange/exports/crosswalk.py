"""Five tables, as researchers of events link them: which report tells of which event, and by which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dashboard.evidence.corroboration import sources_of_claim
from dashboard.exchange.exports import parquet
from dashboard.exchange.exports.exported_events import ExportedEvents, Json, first_and_last_day
from dashboard.exchange.exports.geojson import point_of
from dashboard.model.source import shown_date, shown_text
from dashboard.query.origins import sources_of


@dataclass(frozen=True, slots=True)
class CrosswalkTable:
    """One of the tables."""

    columns: Mapping[str, Any]
    """Types by name."""
    rows: tuple[Json, ...]


_EVENTS: Final = {
    **dict.fromkeys(("event", "title", "date"), parquet.TEXT),
    **dict.fromkeys(("date_from", "date_to"), parquet.DAY),
    "lasted": parquet.FLAG,
    **dict.fromkeys(("date_carried", "place", "place_name", "place_precision", "country"), parquet.TEXT),
    **dict.fromkeys(("longitude", "latitude"), parquet.NUMBER),
    **dict.fromkeys(("place_carried", "type", "reality", "commitment", "review"), parquet.TEXT),
    "threads": parquet.TEXTS,
}
_REPORTS: Final = {
    **dict.fromkeys(("report", "kind", "title", "outlet", "author", "published", "language", "url"), parquet.TEXT),
    **dict.fromkeys(("origin", "reliability", "sha256"), parquet.TEXT),
}
_EVENT_REPORT: Final = {
    **dict.fromkeys(("event", "report"), parquet.TEXT),
    **dict.fromkeys(("claims", "quotes"), parquet.COUNT),
}
_CLAIMS: Final = {
    **dict.fromkeys(("event", "claim", "kind", "text"), parquet.TEXT),
    "by": parquet.TEXTS,
    "by_as_reported": parquet.TEXTS,
    "verdict": parquet.TEXT,
    "credibility": parquet.COUNT,
    "disputed_by": parquet.TEXTS,
    **dict.fromkeys(("basis", "note"), parquet.TEXT),
}
_QUOTES: Final = {
    **dict.fromkeys(("event", "claim"), parquet.TEXT),
    "quote": parquet.COUNT,
    "part": parquet.COUNT,
    **dict.fromkeys(("report", "exact"), parquet.TEXT),
    **dict.fromkeys(("start", "end"), parquet.COUNT),
}
COLUMNS: Final[Mapping[str, Mapping[str, Any]]] = {
    "events": _EVENTS,
    "reports": _REPORTS,
    "event_report": _EVENT_REPORT,
    "claims": _CLAIMS,
    "quotes": _QUOTES,
}
"""By table, the types of its columns by name."""


def tables_of(events: ExportedEvents) -> Mapping[str, CrosswalkTable]:
    """The tables by name."""
    rows = {
        "events": _events,
        "reports": _reports,
        "event_report": _event_reports,
        "claims": _claims,
        "quotes": _quotes,
    }
    return {name: CrosswalkTable(columns, tuple(rows[name](events))) for name, columns in COLUMNS.items()}


def _events(events: ExportedEvents) -> Iterator[Json]:
    for row in events.rows:
        event, when, place = row.event, row.reading.date.value, row.reading.place.value
        first, last = first_and_last_day(row)
        point = point_of(place)
        yield {
            "event": event.id,
            "title": event.title,
            "date": when.text if when else None,
            "date_from": date.fromisoformat(first) if first else None,
            "date_to": date.fromisoformat(last) if last else None,
            "lasted": event.when.lasted,
            "date_carried": row.reading.date.carried.value,
            "place": place.id if place else None,
            "place_name": place.name if place else None,
            "place_precision": place.precision if place else None,
            "country": place.country if place else None,
            "longitude": point[0] if point else None,
            "latitude": point[1] if point else None,
            "place_carried": row.reading.place.carried.value,
            "type": event.what.type,
            "reality": event.what.reality,
            "commitment": event.commitment.level if event.commitment else None,
            "review": event.review.status,
            "threads": list(event.threads),
        }


def _reports(events: ExportedEvents) -> Iterator[Json]:
    """Sources that are named and not described have a row as well: `event_report` leads nowhere otherwise."""
    described = {source.id: source for source in events.sources}
    for id_ in sorted({id_ for row in events.rows for id_ in sources_of(row.event)}):
        source = described.get(id_)
        if source is None:
            yield {"report": id_}
            continue
        published = shown_date(source.published)
        yield {
            "report": id_,
            "kind": source.kind,
            "title": shown_text(source.title),
            "outlet": shown_text(source.outlet),
            "author": shown_text(source.author),
            "published": published.text if published else None,
            "language": source.language,
            "url": source.url,
            "origin": source.origin,
            "reliability": source.reliability.grade if source.reliability else None,
            "sha256": source.text.sha256 if source.text else None,
        }


def _event_reports(events: ExportedEvents) -> Iterator[Json]:
    """A row for each event and each report that tells of it, with how many claims and quotes rest on that."""
    for row in events.rows:
        claims = row.event.claims.values()
        for id_ in sorted(sources_of(row.event)):
            yield {
                "event": row.event.id,
                "report": id_,
                "claims": sum(id_ in sources_of_claim(claim) for claim in claims),
                "quotes": sum(quote.source == id_ for claim in claims for quote in claim.quotes),
            }


def _claims(events: ExportedEvents) -> Iterator[Json]:
    for row in events.rows:
        for key, claim in row.event.claims.items():
            yield {
                "event": row.event.id,
                "claim": key,
                "kind": claim.kind,
                "text": claim.text,
                "by": list(claim.by),
                "by_as_reported": list(claim.by_as_reported),
                "verdict": row.table.evidence.of(row.event.id, key).verdict.value,
                "credibility": claim.credibility,
                "disputed_by": list(claim.disputed_by),
                "basis": claim.basis,
                "note": claim.note,
            }


def _quotes(events: ExportedEvents) -> Iterator[Json]:
    """A row for each part of a quote; offsets are code points of the held text, and null where it does not stand."""
    for row in events.rows:
        for key in row.event.claims:
            for number, found in enumerate(row.table.evidence.of(row.event.id, key).quotes):
                told = {"event": row.event.id, "claim": key, "quote": number, "report": found.quote.source}
                spans = found.finding.spans if found.finding else ()
                for part, span in enumerate(spans or (None,)):
                    start, end = span or (None, None)
                    yield {**told, "part": part, "exact": found.quote.exact, "start": start, "end": end}
