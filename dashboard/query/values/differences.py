"""Values that differ: the assessed from the reported one, or those that several sources report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.model.event import Event
from dashboard.query.disagreements import difference
from dashboard.query.fields import EventTable
from dashboard.query.reading import has_sides
from dashboard.query.values.event_values import EventValue, rows_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of one event, in two words, or in those of several sources."""

    event: Event
    label: str
    reported: EventValue
    """Its text is what of it differs; it has parts where sources differ from each other."""
    assessed: EventValue | None
    """None where sources differ and the team has assessed nothing."""


def differences_of(events: Iterable[Event], table: EventTable) -> Iterator[Difference]:
    """The differences of events, in their order. A value that only one side gives is no difference.

    They are the same in both modes: the mode of `table` counts for nothing.
    """
    for event in events:
        if not has_sides(event):
            continue  # most of thousands
        for row in rows_of(event, table):
            if row.reported.differs:
                yield Difference(event, row.label, row.reported, row.assessed)
            elif row.assessed and (found := difference(row.reported.text, row.assessed.text)):
                sides = replace(row.reported, text=found[0]), replace(row.assessed, text=found[1])
                yield Difference(event, row.label, *sides)
