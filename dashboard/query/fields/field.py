"""What a field of an event is declared with: its entries as plain data, and where they are shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, NamedTuple

from dashboard.model.amount import Amount
from dashboard.model.event import Commitment, Participant
from dashboard.model.time_and_place import When, Where
from dashboard.query.fields.event_row import EventRow, EventTable
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import without_hyphens

NONE: Final = "none"
"""The value of an event that has none: no thread, no country, no type."""


class FieldEntry(NamedTuple):
    """One of the values that an event has of a field."""

    text: str
    id: str = ""
    """What it is filtered by, and what the CSV has, where that is not `text`."""
    carried_by: When | Where | Participant | Amount | Commitment | None = None
    """The part of the record whose mark it has."""
    icon: str = ""
    """The word of another mark."""
    role: str = ""
    before: str = ""
    behind: str = ""
    on_card: str = ""
    """What the card says, where that is not `text`."""
    is_missing: bool = False
    """Whether the text says that there is none."""

    @property
    def value(self) -> str:
        """What it is filtered by, and what the CSV has."""
        return self.id or self.text


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by. An event may have several of its values, and passes by any one that is chosen."""

    key: str
    """In the address; one of `vocabularies.FACETS`."""
    none: str = "none"
    """The name of the value `none`; where this is empty, `name` gives it."""
    name: Callable[[str, EventTable], str] = lambda value, _: without_hyphens(value)
    title: str = ""
    """Where it is not that of the field."""
    values: Callable[[EventRow], Iterable[str]] | None = None
    """Where they are not those of the field's entries."""
    matcher: Callable[[Iterable[str]], Callable[[ResolvedEvent], bool]] | None = None
    """From values to whether an event has one of them, where an event's values cannot be listed."""
    group: Callable[[str, EventTable], str] | None = None
    """The name of the group that a value stands in where the bar lists many."""
    is_in_bar: bool = True
    """Whether the bar of filters lists its values; there is no room for all, and the search finds the others."""

    def values_of(self, row: EventRow) -> frozenset[str]:
        """The event's values; `none` where it has none."""
        return frozenset(self.values(row) if self.values else ()) or frozenset({NONE})

    def name_of(self, value: str, table: EventTable) -> str:
        """What a value is called; the value itself where nothing names it."""
        return self.none if self.none and value == NONE else self.name(value, table)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is known of an event, and every place that shows it."""

    key: str
    title: str
    given: Callable[[EventRow], Iterable[FieldEntry | str | None]]
    """Its entries. A word of a vocabulary may stand alone: it is shown without its hyphens."""
    column: Literal["always", "always, wide", "filled", "filled, wide", "chosen", ""] = ""
    """When the table has it, until the reader chooses columns: always; if an event has something there; or not before
    it is chosen. Wide ones need a wide table. Empty if it is no column."""
    kind: Literal["list", "value", "roles", "threads", "number", "counts"] = "list"
    """What they are, and so how a cell draws them. Of numbers and counts, the largest is sorted first."""
    sort: Callable[[EventRow], Any] | tuple[str, ...] = ()
    """The sort key, None where the event has nothing there; or a vocabulary, in its order. By its texts without."""
    facet: Facet | None = None
    csv: Mapping[str, Callable[[EventRow], object]] | None = None
    """Its columns of the CSV by name; one with its values, unless it has its own."""
    card: Literal["first", "head", "foot"] | None = None
    """Whether the card has it among the words below the title, or in a line below the claims. What has two sides, a
    quote or a file is drawn there by itself."""
    help: str = ""
    """The topic of Help; that of a value has the value behind it: `event-types-aid`."""
    has_sides: bool = False
    """Whether it is reported and assessed: card and comparison show both (`event_values`)."""
    is_searched: bool = False
    is_of_team: bool = False
    """Whether it is the team's own: no sentence of a briefing is based on it."""

    def in_csv(self, **columns: Callable[[EventRow], object]) -> "Field":
        """A field with these columns of the CSV."""
        return replace(self, csv=columns)

    @property
    def csv_columns(self) -> Mapping[str, Callable[[EventRow], object]]:
        """Its columns of the CSV by name."""
        return {self.key: self.values} if self.csv is None else self.csv

    def entries(self, row: EventRow) -> list[FieldEntry]:
        """What a cell shows, in order."""
        given = self.given(row)
        return [FieldEntry(without_hyphens(each), each) if isinstance(each, str) else each for each in given if each]

    def values(self, row: EventRow) -> list[str]:
        """The values of its entries, but for one that says that there is none."""
        return [entry.value for entry in self.entries(row) if not entry.is_missing]

    def texts(self, row: EventRow) -> list[str]:
        """The texts of its entries, but for one that says that there is none."""
        return [entry.text for entry in self.entries(row) if not entry.is_missing]

    def sort_key(self, row: EventRow) -> Any:
        """What to sort by; None where the event has nothing there: such rows come last, whichever way it is sorted."""
        if callable(self.sort):
            return self.sort(row)
        keys = map(self.sort.index, self.values(row)) if self.sort else map(str.casefold, self.texts(row))
        return tuple(keys) or None
