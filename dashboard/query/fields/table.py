"""What is made of the fields: columns, their order, pages of rows, the CSV and the facets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.model import vocabularies
from dashboard.query.fields.csv_writing import csv_file
from dashboard.query.fields.event_fields import FIELDS
from dashboard.query.fields.event_row import EventRow, EventTable
from dashboard.query.fields.field import Facet, Field
from dashboard.query.reading import ResolvedEvent

PAGE_ROWS: Final = 50
"""So many rows stand on one page."""
FIRST_SORT: Final = "date"
KEPT_COLUMN: Final = "title"
"""Always shown: it leads to the event."""
CSV_FIRST: Final = ("id", "file", "title", "read_as")

_FACETS: Final = {
    own.key: replace(own, title=own.title or field.title, values=own.values or field.values)
    for field in FIELDS.values()
    if (own := field.facet)
}
FACETS: Final[Mapping[str, Facet]] = {key: _FACETS[key] for key in vocabularies.FACETS}
"""Every facet by key, in the order of the bar."""
COLUMNS: Final[Mapping[str, Field]] = {key: field for key, field in FIELDS.items() if field.column}
"""By key in the address, in the order of the page."""
FIRST_COLUMNS: Final = tuple(key for key, field in COLUMNS.items() if field.column != "chosen")
"""Shown until the reader chooses."""
_CSV: Final = {name: value for field in FIELDS.values() for name, value in field.csv_columns.items()}
CSV_COLUMNS: Final[Mapping[str, Callable[[EventRow], object]]] = {name: _CSV[name] for name in (*CSV_FIRST, *_CSV)}
"""Name to what stands in it. Names and their order are kept: others build on them."""


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
class Order:
    """The column by which the table is sorted, and the direction."""

    column: str
    other_way: bool = False

    @property
    def rising(self) -> bool:
        """Whether the smallest comes first; unless it is the other way, the newest and the largest do."""
        return (self.column == FIRST_SORT or COLUMNS[self.column].kind in ("number", "counts")) is self.other_way

    @property
    def text(self) -> str:
        """The order as the address gives it: `-` before the column if it is reversed."""
        return f"-{self.column}" if self.other_way else self.column


def order_of(sort: str | None) -> Order:
    """`date`, or `-date` for the other way round; by date, the newest first, where there is no such column."""
    column = (sort or "").removeprefix("-")
    return Order(column, (sort or "").startswith("-")) if column in COLUMNS else Order(FIRST_SORT)


def columns_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The known columns among `chosen`, in the page's order, with the fixed one; none if none of them is known."""
    known = tuple(key for key in COLUMNS if key in chosen or key == KEPT_COLUMN)
    return known if any(key in COLUMNS for key in chosen) else ()


def first_columns(readings: Sequence[ResolvedEvent], table: EventTable, order: Order) -> tuple[str, ...]:
    """Shown until the reader chooses: of the first ones, those that tell something of `readings`, or sort them."""
    rows = [EventRow(reading, table) for reading in readings]

    def is_shown(field: Field) -> bool:
        return not field.column.startswith("filled") or field.key == order.column or any(map(field.values, rows))

    return tuple(key for key in FIRST_COLUMNS if is_shown(COLUMNS[key]))


def sort_events(readings: Sequence[ResolvedEvent], table: EventTable, order: Order) -> tuple[ResolvedEvent, ...]:
    """All of `readings`, each once, in a total order: of equals, by date, then by id; what has no value last."""
    keys = {reading.id: COLUMNS[order.column].sort_key(EventRow(reading, table)) for reading in readings}
    by_date = sorted(readings, key=lambda reading: reading.sort_key)
    with_value = [reading for reading in by_date if keys[reading.id] is not None]
    without = [reading for reading in by_date if keys[reading.id] is None]
    return (*sorted(with_value, key=lambda reading: keys[reading.id], reverse=not order.rising), *without)


def page_of(readings: Sequence[ResolvedEvent], part: int) -> TablePage:
    """The part numbered so, from 0; the last where there are fewer."""
    parts = max(1, -(-len(readings) // PAGE_ROWS))
    at = min(max(part, 0), parts - 1)
    return TablePage(tuple(readings[at * PAGE_ROWS : (at + 1) * PAGE_ROWS]), at, parts, len(readings))


def csv_text(readings: Iterable[ResolvedEvent], table: EventTable) -> str:
    """One row an event, in the order given; always the same columns, whatever the page shows."""
    rows = (EventRow(reading, table) for reading in readings)
    return csv_file(CSV_COLUMNS, ([_cell(value(row)) for value in CSV_COLUMNS.values()] for row in rows))


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list | tuple) else "" if value is None else str(value)
