"""The table of events as CSV: always the same columns, whatever the page shows.

Several values in a cell are parted by `; `.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dashboard.evidence.verdicts import Verdict
from dashboard.model.amount import AssessedAmount, Quantity
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.origins import sources_of
from dashboard.query.reading import ResolvedEvent
from dashboard.query.tables.csv_writing import csv_file
from dashboard.query.tables.table import EventTable
from dashboard.query.wording import strength_words


def csv_text(readings: Iterable[ResolvedEvent], table: EventTable) -> str:
    """One row an event, in the order given."""
    rows = ([str(value(table, reading) or "") for value in CSV_COLUMNS.values()] for reading in readings)
    return csv_file(CSV_COLUMNS, rows)


def _together(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _date(date: EventDate | None) -> str:
    return date.text if date else ""


def _place(id_: str | None, table: EventTable) -> str:
    place = table.workspace.places.get(id_ or "")
    return place.name if place else id_ or ""


def _name(place: Place | None) -> str:
    return place.name if place else ""


def _assessed_date(event: Event) -> str:
    return _date(event.when.assessed.date if event.when.assessed else None)


def _assessed_place(event: Event) -> str:
    return (event.where.assessed.place if event.where.assessed else None) or ""


def _roles(event: Event, table: EventTable) -> str:
    return _together(f"{table.actor_name(part.actor)} ({part.role})" for part in table.actors(event))


def _reported_actors(event: Event, table: EventTable) -> str:
    """The reported actors, as the words name them."""
    named = [each for each in event.who if each.claims or each.as_reported]
    return _together(each.as_reported or table.actor_name(each.actor) for each in named)


def _assessed_actors(event: Event, table: EventTable) -> str:
    held = [(each.assessed.actor or each.actor) for each in event.who if each.assessed]
    return _together(map(table.actor_name, held))


def _quantities(amounts: Mapping[str, Quantity | AssessedAmount | None]) -> str:
    """`drones: at-least 6000000 USD`, in whole units."""
    parts = []
    for key, amount in amounts.items():
        if amount is not None and amount.value is not None:
            qualifier = "" if amount.qualifier == "exact" else f"{amount.qualifier} "
            parts.append(f"{key}: {qualifier}{amount.value:f} {amount.currency or amount.unit}")
    return _together(parts)


def _count(verdict: Verdict) -> Callable[[EventTable, ResolvedEvent], str]:
    return lambda table, reading: str(table.verdicts(reading.event)[verdict])


def _problems(severity: str) -> Callable[[EventTable, ResolvedEvent], str]:
    return lambda table, reading: str(table.problems(reading.event)[severity])


CSV_COLUMNS: Final[Mapping[str, Callable[[EventTable, ResolvedEvent], str | None]]] = {
    "id": lambda _, reading: reading.id,
    "file": lambda table, reading: table.file(reading.event),
    "title": lambda _, reading: reading.event.title,
    "read_as": lambda table, _: table.mode.value,
    "date": lambda _, reading: _date(reading.date.value),
    "date_carried": lambda _, reading: reading.date.carried.value,
    "date_reported": lambda _, reading: _date(reading.event.when.reported),
    "date_in_words": lambda _, reading: reading.event.when.as_reported,
    "date_assessed": lambda _, reading: _assessed_date(reading.event),
    "place": lambda _, reading: _name(reading.place.value),
    "place_carried": lambda _, reading: reading.place.carried.value,
    "place_reported": lambda table, reading: _place(reading.event.where.reported, table),
    "place_reported_id": lambda _, reading: reading.event.where.reported,
    "place_in_words": lambda _, reading: reading.event.where.as_reported,
    "place_assessed": lambda table, reading: _place(_assessed_place(reading.event), table),
    "place_assessed_id": lambda _, reading: _assessed_place(reading.event),
    "threads": lambda table, reading: _together(map(table.thread_title, reading.event.threads)),
    "thread_ids": lambda _, reading: _together(reading.event.threads),
    "type": lambda _, reading: reading.event.what.type,
    "modes": lambda _, reading: _together(reading.event.what.modes),
    "actors": lambda table, reading: _roles(reading.event, table),
    "actors_reported": lambda table, reading: _reported_actors(reading.event, table),
    "actors_assessed": lambda table, reading: _assessed_actors(reading.event, table),
    "actor_ids": lambda table, reading: _together(part.actor for part in table.actors(reading.event)),
    "commitment": lambda _, reading: reading.event.commitment.level if reading.event.commitment else "",
    "amounts_reported": lambda _, reading: _quantities(
        {key: amount.reported for key, amount in reading.event.amounts.items()}
    ),
    "amounts_assessed": lambda _, reading: _quantities(
        {key: amount.assessed for key, amount in reading.event.amounts.items()}
    ),
    "claims_verified": _count(Verdict.VERIFIED),
    "claims_failed": _count(Verdict.FAILED),
    "claims_not_checkable": _count(Verdict.NOT_CHECKABLE),
    "origins": lambda table, reading: str(table.strength(reading.event).origins),
    "source_ids": lambda _, reading: _together(sorted(sources_of(reading.event))),
    "review": lambda _, reading: reading.event.review.status,
    "errors": _problems("error"),
    "warnings": _problems("warning"),
    "strength": lambda table, reading: strength_words(table.strength(reading.event)),
}
"""Name to what stands in it. Names and their order are kept: others build on them."""
