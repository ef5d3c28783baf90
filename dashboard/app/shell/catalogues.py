"""The events of a workspace in each mode, and what all pages read of them: made once for files as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.query.fields import EventTable, table_of
from dashboard.query.filters import Catalogue, catalogue_of
from dashboard.query.reading import Mode, resolve_again, resolve_events
from dashboard.query.trust import CountedEvents
from dashboard.query.values import Difference, differences_of
from dashboard.store.loading import without_garbage_collection

_tables: Final[SharedCache[EventTable]] = SharedCache(4)
_counted: Final[SharedCache[CountedEvents]] = SharedCache(2)
_differences: Final[SharedCache[Mapping[str, Sequence[Difference]]]] = SharedCache(2)


def catalogue(validation: Validation, mode: Mode, beside: Catalogue | None = None) -> Catalogue:
    """Every event in one mode, with what it can be filtered by. Worth keeping: it reads every text.

    `beside`: the same events in the other mode, where that is kept; little differs from it.
    """
    workspace, evidence, table = validation.workspace, validation.evidence, table_in(mode, validation)
    with without_garbage_collection():
        if beside is not None:
            read = resolve_again(beside.readings, workspace.places, evidence, mode)
            return catalogue_of(read, table, beside.values)
        return catalogue_of(resolve_events(workspace.events.values(), workspace.places, evidence, mode), table)


def table_in(mode: Mode, validation: Validation) -> EventTable:
    """What every field of an event is read from in `mode`."""

    def make() -> EventTable:
        other = _tables.find((id(validation), mode.other))
        return replace(other, mode=mode, beside=other) if other else table_of(validation, mode)

    return _tables.get((id(validation), mode), validation, make)


def counted_events(validation: Validation) -> CountedEvents:
    """What trust counts of each event, in both modes."""
    return _counted.get(id(validation), validation, lambda: CountedEvents(table_in(Mode.ASSESSED, validation)))


def differences_by_event(validation: Validation) -> Mapping[str, Sequence[Difference]]:
    """Event id to the values of it that differ; only events that have some. They are the same in both modes."""

    def make() -> Mapping[str, Sequence[Difference]]:
        found: dict[str, list[Difference]] = {}
        with without_garbage_collection(freezes=False):
            for each in differences_of(validation.workspace.events.values(), table_in(Mode.ASSESSED, validation)):
                found.setdefault(each.event.id, []).append(each)
        return found

    return _differences.get(id(validation), validation, make)
