"""What scripts filter and search: small files, each read when it is asked for."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.briefing.site.event_list import (
    date_mark,
    date_words,
    exception_word,
    place_mark,
    type_words,
)
from dashboard.briefing.site.names import Names
from dashboard.briefing.site.publication import Publication
from dashboard.briefing.site.sources import source_name
from dashboard.query.marks import mark_of_claims
from dashboard.query.reading import ResolvedEvent
from dashboard.text.visible import one_line

ROWS_IN_A_FILE = 2_000
TEXTS_IN_A_FILE = 250
"""So many events have their claims and quotes in one file."""


def data_files(made: Publication, names: Names, lists: Sequence[Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """Each file by its name; `lists` are those events that stand behind one mark of a figure."""
    places = {reading.id: place for place, reading in enumerate(made.newest)}
    parts = _parts(made.newest, ROWS_IN_A_FILE)
    texts = _parts(made.newest, TEXTS_IN_A_FILE)
    yield _file("about", {"events": len(parts), "texts": len(texts), "threads": _threads(made)})
    for number, part in enumerate(parts):
        yield _file(f"events-{number}", [_row(reading, made) for reading in part])
    for number, part in enumerate(texts):
        yield _file(f"texts-{number}", [_texts(reading, made) for reading in part])
    yield _file("names", list(_names(made, names)))
    if lists:
        yield _file("lists", [[places[event] for event in each] for each in lists])


def _parts(readings: Sequence[ResolvedEvent], size: int) -> list[Sequence[ResolvedEvent]]:
    return [readings[start : start + size] for start in range(0, len(readings), size)]


def _file(name: str, content: Any) -> tuple[str, bytes]:
    """A script that hands its content on: a page of a file may read no other file."""
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"data/{name}.js", f"datelineData({json.dumps(name)},{told});\n".encode()


def _threads(made: Publication) -> dict[str, list[Any]]:
    """Thread to its title and the number of its colour; only those of published events."""
    here = dict.fromkeys(reading.thread for reading in made.readings if reading.thread)
    return {each: [one_line(made.workspace.thread_title(each)), made.index_of_thread(each)] for each in here}


def _row(reading: ResolvedEvent, made: Publication) -> list[Any]:
    """What the table shows of an event, and what it is filtered by."""
    row, date, place = made.row(reading), reading.date.value, reading.place.value
    actors = ", ".join(dict.fromkeys(made.workspace.actor_name(part.actor) for part in row.actors))
    return [
        reading.id,
        one_line(reading.event.title),
        date_words(row),
        date.earliest.isoformat() if date and date.earliest else "",
        date.latest.isoformat() if date and date.latest else "",
        one_line(place.name) if place else "",
        (place.country or "") if place else "",
        list(dict.fromkeys(reading.event.threads)),
        type_words(row),
        list(row.verdicts.values()),
        [exception_word(date_mark(row)), exception_word(place_mark(row)) if place else ""],
        one_line(actors),
    ]


def _texts(reading: ResolvedEvent, made: Publication) -> list[Any]:
    """The claims of an event with the words of their marks, and its quotes."""
    event = reading.event
    claims = [
        [key, mark_of_claims(event, [key], made.table).word, one_line(claim.text)]
        for key, claim in event.claims.items()
    ]
    quotes = [
        [key, one_line(quote.exact), one_line(made.workspace.source_name(quote.source))]
        for key, claim in event.claims.items()
        for quote in claim.quotes
    ]
    return [claims, quotes]


def _names(made: Publication, names: Names) -> Iterator[list[Any]]:
    """Everything with a name that has a page: its kind, id and title, other names, and the number of its events."""
    here = made.workspace
    for kind, own in names.events.items():
        for id_, events in own.items():
            aliases = here.actors[id_].aliases if kind == "actors" else ()
            aliases = here.places[id_].aliases if kind == "places" else aliases
            yield [kind, id_, one_line(names.name_of(kind, id_)), one_line(" / ".join(aliases)), len(events)]
    for id_ in made.source_ids:
        yield [
            "sources",
            id_,
            one_line(source_name(here.sources[id_])),
            "",
            len(made.sources.entries[id_].resting.events),
        ]
