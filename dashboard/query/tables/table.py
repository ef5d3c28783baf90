"""The table of events: what its columns hold, in any order, page by page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.evidence.corroboration import Strength, strength_of
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model import vocabularies
from dashboard.model.amount import AssessedAmount, Quantity
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.query.interactions import ResolvedParticipant, parts_of
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.store.workspace import Workspace

PAGE_ROWS: Final = 50
"""So many rows stand on one page."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """A part of what is shown."""

    readings: tuple[ResolvedEvent, ...]
    part: int
    """From 0."""
    parts: int
    """At least 1."""
    total: int
    """The number of events in all parts together."""

    @property
    def span(self) -> tuple[int, int]:
        """Numbers of the first and the last row, from 1; both 0 where there is none."""
        first = self.part * PAGE_ROWS
        return (first + 1, first + len(self.readings)) if self.readings else (0, 0)


@dataclass(frozen=True, slots=True)
class EventTable:
    """What is known of each event beside its reading. Nothing is computed before it is asked for."""

    workspace: Workspace
    evidence: Evidence
    mode: Mode
    problems_of: Mapping[str, tuple[Problem, ...]]
    """Event id to the problems of its file; only events that have some."""

    def actors(self, event: Event) -> tuple[ResolvedParticipant, ...]:
        """Who took part, as the mode has it, in the order of the roles."""
        parts = parts_of(event, self.evidence, self.mode)
        return tuple(sorted(parts, key=lambda part: vocabularies.ROLES.index(part.role)))

    def amounts(self, event: Event) -> Mapping[str, Quantity | AssessedAmount]:
        """Every amount that has a value as the mode has it, by its key, in the record's order."""
        found = {
            key: amount.assessed if amount.assessed is not None and self.mode is Mode.ASSESSED else amount.reported
            for key, amount in event.amounts.items()
        }
        return {key: each for key, each in found.items() if each is not None and each.value is not None}

    def verdicts(self, event: Event) -> Mapping[Verdict, int]:
        """How many claims have which verdict: all three, adding up to all claims."""
        return self.evidence.count([event.id])

    def strength(self, event: Event) -> Strength:
        """How many independent origins everything that the event names has, and through how many sources."""
        return strength_of(sources_of(event), self.workspace.sources)

    def problems(self, event: Event) -> Mapping[str, int]:
        """How many errors and warnings its file has."""
        severities = [str(problem.severity) for problem in self.problems_of.get(event.id, ())]
        return {severity: severities.count(severity) for severity in ("error", "warning")}

    def file(self, event: Event) -> str:
        """The event's file, relative to the workspace."""
        return self.workspace.files.get(event.id, "")

    def actor_name(self, actor: str) -> str:
        """The actor's name, or its id where it is not registered."""
        return self.workspace.actors[actor].name if actor in self.workspace.actors else actor

    def thread_title(self, thread: str) -> str:
        """The thread's title, or its id where it is not registered."""
        return self.workspace.threads[thread].title if thread in self.workspace.threads else thread


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its head, and what it is sorted by."""

    title: str
    key: Callable[[EventTable, ResolvedEvent], Any]
    """What to sort by; None where the event has nothing there: such rows come last, whichever way it is sorted."""
    down: bool = False
    """Whether the largest comes first, unless the other way is asked for."""


def _amount_key(table: EventTable, reading: ResolvedEvent) -> Any:
    """Sort key of amounts: by currency or unit, then largest first, so that dollars are not compared with euros."""
    amounts = table.amounts(reading.event).values()
    return min(((each.currency or f"~{each.unit}"), -(each.value or 0)) for each in amounts) if amounts else None


def _claims_key(table: EventTable, reading: ResolvedEvent) -> Any:
    verdicts = table.verdicts(reading.event)
    return verdicts[Verdict.FAILED], verdicts[Verdict.NOT_CHECKABLE], verdicts[Verdict.VERIFIED]


def _names_key(names: Sequence[str]) -> Any:
    return tuple(name.casefold() for name in names) or None


def _rung(event: Event) -> int | None:
    return tuple(vocabularies.COMMITMENT).index(event.commitment.level) if event.commitment else None


COLUMNS: Final[Mapping[str, TableColumn]] = {
    "date": TableColumn("Date", lambda _, reading: reading.date.value.sort_key if reading.date.value else None),
    "title": TableColumn("Title", lambda _, reading: reading.event.title.casefold()),
    "place": TableColumn(
        "Place", lambda _, reading: reading.place.value.name.casefold() if reading.place.value else None
    ),
    "thread": TableColumn(
        "Thread", lambda table, reading: _names_key([table.thread_title(each) for each in reading.event.threads])
    ),
    "type": TableColumn("Type", lambda _, reading: reading.event.what.type),
    "actors": TableColumn(
        "Actors",
        lambda table, reading: _names_key([table.actor_name(part.actor) for part in table.actors(reading.event)]),
    ),
    "commitment": TableColumn("Commitment", lambda _, reading: _rung(reading.event)),
    "amounts": TableColumn("Amounts", _amount_key),
    "claims": TableColumn("Claims", _claims_key, down=True),
    "sources": TableColumn("Independent sources", lambda table, reading: table.strength(reading.event).rank, down=True),
    "review": TableColumn("Review", lambda _, reading: vocabularies.REVIEW.index(reading.event.review.status)),
    "problems": TableColumn(
        "Problems", lambda table, reading: tuple(table.problems(reading.event).values()), down=True
    ),
    "file": TableColumn("File", lambda table, reading: table.file(reading.event) or None),
}
"""By key in the address, in the order of the page."""

FIRST_SORT: Final = "date"
FIRST_COLUMNS: Final = tuple(key for key in COLUMNS if key not in ("review", "file"))
"""Shown until the reader chooses."""
LEFT_OUT_EMPTY: Final = ("thread", "type", "actors", "commitment", "amounts", "problems")
"""First columns that are hidden if no event has a value in them, unless they sort the table."""
KEPT_COLUMN: Final = "title"
"""Always shown: it leads to the event."""


@dataclass(frozen=True, slots=True)
class Order:
    """The column by which the table is sorted, and the direction."""

    column: str
    other_way: bool = False

    @property
    def rising(self) -> bool:
        """Whether the smallest comes first."""
        return COLUMNS[self.column].down is self.other_way

    @property
    def text(self) -> str:
        """The order as the address gives it: `-` before the column if it is reversed."""
        return f"-{self.column}" if self.other_way else self.column


def order_of(sort: str | None) -> Order:
    """`date`, or `-date` for the other way round; by date where there is no such column."""
    column = (sort or "").removeprefix("-")
    return Order(column, (sort or "").startswith("-")) if column in COLUMNS else Order(FIRST_SORT)


def columns_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The known columns among `chosen`, in the page's order, with the fixed one; none if none of them is known."""
    known = tuple(key for key in COLUMNS if key in chosen or key == KEPT_COLUMN)
    return known if any(key in COLUMNS for key in chosen) else ()


def first_columns(readings: Sequence[ResolvedEvent], table: EventTable, order: Order) -> tuple[str, ...]:
    """Shown until the reader chooses: of the first ones, those that tell something of `readings`, or sort them."""
    return tuple(
        key
        for key in FIRST_COLUMNS
        if key not in LEFT_OUT_EMPTY or key == order.column or _is_filled(COLUMNS[key], readings, table)
    )


def _is_filled(column: TableColumn, readings: Sequence[ResolvedEvent], table: EventTable) -> bool:
    """Whether any of `readings` has something there; a count of nothing is nothing."""
    found = (column.key(table, reading) for reading in readings)
    return any(any(each) if isinstance(each, tuple) else each is not None for each in found)


def sort_events(readings: Sequence[ResolvedEvent], table: EventTable, order: Order) -> tuple[ResolvedEvent, ...]:
    """All of `readings`, each once, in a total order: of equals, by date, then by id; what has no value last."""
    keys = {reading.id: COLUMNS[order.column].key(table, reading) for reading in readings}
    by_date = sorted(readings, key=lambda reading: reading.sort_key)
    with_value = [reading for reading in by_date if keys[reading.id] is not None]
    without = [reading for reading in by_date if keys[reading.id] is None]
    return (*sorted(with_value, key=lambda reading: keys[reading.id], reverse=not order.rising), *without)


def page_of(readings: Sequence[ResolvedEvent], part: int) -> TablePage:
    """The part numbered so, from 0; the last where there are fewer."""
    parts = max(1, -(-len(readings) // PAGE_ROWS))
    at = min(max(part, 0), parts - 1)
    return TablePage(tuple(readings[at * PAGE_ROWS : (at + 1) * PAGE_ROWS]), at, parts, len(readings))
