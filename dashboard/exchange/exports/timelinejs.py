"""Events as JSON for TimelineJS: a slide an event, its claims with their quotes as text."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from dashboard.exchange.exports.exported_events import (
    ExportedEvents,
    Json,
    carried_words,
    claim_words,
    claims_of,
    date_to_draw,
)
from dashboard.model.dates import EventDate, Precision
from dashboard.query.fields import EventRow
from dashboard.text.markup import Markup, element, join

_PARTS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.TIME: 3}
"""How many of year, month and day a slide gives; of any other precision it gives two days."""


def content(events: ExportedEvents) -> bytes:
    """The timeline, with the workspace's title and summary as its first slide."""
    about = events.workspace.about
    summary = (about.summary or "") if about else ""
    title = {"text": {"headline": str(join(events.title or "Events")), "text": str(join(summary))}}
    slides = [_slide(row, *dated) for row in events.rows if (dated := date_to_draw(row))]
    return json.dumps({"title": title, "events": slides}, ensure_ascii=False, indent=1).encode()


def has_place_for(row: EventRow) -> bool:
    """Whether an event is not retracted, and has a first day."""
    return date_to_draw(row) is not None


def _slide(row: EventRow, when: EventDate, first: date) -> Json:
    text = join(element("p", carried_words(row)), *(part for claim in claims_of(row) for part in _claim(row, claim)))
    group = next(iter(row.event.threads), None)
    return {
        **_dates(when, first, when.latest),
        "display_date": when.words(),
        "unique_id": row.event.id,
        **({"group": row.workspace.thread_title(group)} if group else {}),
        "text": {"headline": str(join(row.event.title)), "text": str(text)},
    }


def _dates(when: EventDate, first: date, last: date | None) -> Json:
    parts = _PARTS.get(when.precision)
    if parts:
        return {"start_date": _date(first, parts)}
    return {"start_date": _date(first, 3), **({"end_date": _date(last, 3)} if last else {})}


def _date(day: date, parts: int) -> Json:
    given = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(given.items())[:parts])


def _claim(row: EventRow, claim: Json) -> Iterator[Markup]:
    yield element("p", claim_words(row, claim["key"], claim["verdict"]))
    for quote in claim["quotes"]:
        yield element("blockquote", f"“{quote['exact']}” ", element("cite", row.workspace.source_name(quote["source"])))
    for source in claim["sources"]:
        yield element("p", element("cite", row.workspace.source_name(source)))
