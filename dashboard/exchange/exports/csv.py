"""Events as CSV: the same file as that of page Events."""

from dashboard.exchange.exports.exported_events import ExportedEvents
from dashboard.query.fields import csv_text


def content(events: ExportedEvents) -> bytes:
    """One row an event, with the byte order mark that spreadsheets need."""
    return csv_text(events.readings, events.table).encode()
