"""Events as a calendar (RFC 5545): whole days, the claims with their quotes as the description."""

from collections.abc import Iterator
from datetime import date

from dashboard.exchange.exports.exported_events import (
    ExportedEvents,
    carried_words,
    claim_words,
    claims_of,
    date_to_draw,
)
from dashboard.exchange.exports.geojson import point_of
from dashboard.exchange.feeds import CalendarEntry, calendar_text
from dashboard.model.dates import EventDate, Precision
from dashboard.query.fields import EventRow


def content(events: ExportedEvents) -> bytes:
    """The calendar of all events that have a first day."""
    entries = (_entry(row, *dated) for row in events.rows if (dated := date_to_draw(row)))
    return calendar_text(entries, events.made, events.title).encode()


def has_place_for(row: EventRow) -> bool:
    """Whether an event is not retracted, and has a first day."""
    return date_to_draw(row) is not None


def _entry(row: EventRow, when: EventDate, first: date) -> CalendarEntry:
    place = row.reading.place.value
    is_day = when.precision is Precision.DAY and not when.in_doubt
    about = "" if is_day else f" ({when.words()})"
    return CalendarEntry(
        f"event:{row.event.id}",
        first,
        when.latest or first,
        f"{row.event.title}{about}",
        "\n".join(told_with_quotes(row)),
        place.name if place else "",
        point_of(place),
    )


def told_with_quotes(row: EventRow) -> Iterator[str]:
    """How date and place are carried; then each claim with its verdict, and below it its quotes and their sources."""
    yield carried_words(row)
    for claim in claims_of(row):
        yield claim_words(row, claim["key"], claim["verdict"])
        for quote in claim["quotes"]:
            yield f"  “{quote['exact']}”, {row.workspace.source_name(quote['source'])}"
        for source in claim["sources"]:
            yield f"  {row.workspace.source_name(source)}"
