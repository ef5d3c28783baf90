"""Events as an Atom feed (RFC 4287): an entry an event, updated when its file was last committed."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from dashboard import __version__
from dashboard.exchange.exports.exported_events import ExportedEvents, stands
from dashboard.exchange.exports.ics import told_with_quotes
from dashboard.exchange.feeds import NAMESPACE, permanent_uuid, rfc3339, xml_text
from dashboard.query.fields import EventRow

_KIND = "exported event"
"""What tells these ids from those of the feed of changes: that has an entry for each change."""


def content(events: ExportedEvents) -> bytes:
    """The feed, the event that was changed last at its head."""
    rows = sorted(filter(has_place_for, events.rows), key=lambda row: events.commit_times(row)[1], reverse=True)
    return "".join(f"{line}\n" for line in _lines(events, rows)).encode()


def has_place_for(row: EventRow) -> bool:
    """Whether an event is not retracted."""
    return stands(row)


def _lines(events: ExportedEvents, rows: list[EventRow]) -> Iterator[str]:
    updated = max((events.commit_times(row)[1] for row in rows), default=events.made)
    title = f"{events.title}: events" if events.title else "Events"
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{NAMESPACE}">'
    yield f"  <id>urn:uuid:{permanent_uuid(events.identity, _KIND)}</id>"
    yield f"  <title>{xml_text(title)}</title>"
    yield f"  <updated>{rfc3339(updated)}</updated>"
    yield "  <author><name>Dateline</name></author>"
    yield f"  <generator version={quoteattr(__version__)}>Dateline</generator>"
    for row in rows:
        yield from _entry(events, row)
    yield "</feed>"


def _entry(events: ExportedEvents, row: EventRow) -> Iterator[str]:
    first, last = events.commit_times(row)
    when, place = row.reading.date.value, row.reading.place.value
    head = ", ".join(filter(None, (when.words() if when else "undated", place.name if place else "")))
    yield "  <entry>"
    yield f"    <id>urn:uuid:{permanent_uuid(events.identity, _KIND, row.event.id)}</id>"
    yield f"    <title>{xml_text(row.event.title)}</title>"
    yield f"    <published>{rfc3339(first)}</published>"
    yield f"    <updated>{rfc3339(last)}</updated>"
    for thread in row.event.threads:
        yield f"    <category term={quoteattr(thread)} label={_attribute(row.workspace.thread_title(thread))}/>"
    told = "\n".join((head, *told_with_quotes(row)))
    yield f'    <content type="text">{xml_text(told)}</content>'
    yield "  </entry>"


def _attribute(words: str) -> str:
    return '"' + xml_text(words).replace('"', "&quot;") + '"'
