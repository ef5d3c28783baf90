"""The events of a workspace in each mode, and what all pages read of them: made once for files as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.model.event import Event
from dashboard.query.fields import EventTable, table_of
from dashboard.query.filters import Catalogue, catalogue_of
from dashboard.query.questions import names_question
from dashboard.query.reading import Mode, has_sides, resolve_again, resolve_events
from dashboard.query.trust import CountedEvents
from dashboard.query.values import Difference, differences_of
from dashboard.store.loading import without_garbage_collection

Made = TypeVar("Made")

_tables: Final[SharedCache[EventTable]] = SharedCache(4)
_facts: Final[SharedCache[Any]] = SharedCache(8)
"""What was found of the events of a workspace, by its name: it is the same in both modes."""


def catalogue(validation: Validation, mode: Mode, beside: Catalogue | None = None) -> Catalogue:
    """Every event in one mode, with what it can be filtered by. Worth keeping: it reads every text.

    `beside`: the same events in the other mode, where that is kept; little differs from it.
    """
    workspace, evidence, table = validation.workspace, validation.evidence, table_in(mode, validation)
    with without_garbage_collection():
        if beside is not None:
            read = resolve_again(beside.readings, workspace.places, evidence, mode, _with_sides(validation))
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
    return _fact("counted", validation, lambda: CountedEvents(table_in(Mode.ASSESSED, validation)))


def differences_by_event(validation: Validation) -> Mapping[str, Sequence[Difference]]:
    """Event id to the values of it that differ; only events that have some. They are the same in both modes."""

    def make() -> Mapping[str, Sequence[Difference]]:
        found: dict[str, list[Difference]] = {}
        with without_garbage_collection(freezes=False):
            events = (validation.workspace.events[id_] for id_ in _with_sides(validation))
            for each in differences_of(events, table_in(Mode.ASSESSED, validation)):
                found.setdefault(each.event.id, []).append(each)
        return found

    return _fact("differences", validation, make)


def asking_events(validation: Validation) -> Set[str]:
    """Ids of the few events that answer, judge or raise a question."""
    return _fact("asking", validation, lambda: frozenset(_ids(names_question, validation)))


def _with_sides(validation: Validation) -> Set[str]:
    """Ids of the few events that may read in several ways, in the order of the records."""
    return _fact("with sides", validation, lambda: dict.fromkeys(_ids(has_sides, validation)).keys())


def _ids(holds: Callable[[Event], bool], validation: Validation) -> Iterator[str]:
    return (id_ for id_, event in validation.workspace.events.items() if holds(event))


def _fact(name: str, validation: Validation, find: Callable[[], Made]) -> Made:
    return cast(Made, _facts.get((name, id(validation)), validation, find))
