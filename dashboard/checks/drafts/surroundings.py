"""The part of a workspace on which the problems of one event depend: so that thousands of others cost nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.named_ids import events_of
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace


def workspace_around(event: Event, workspace: Workspace) -> Workspace:
    """The workspace with an event and all that is tied to it, over any number of steps, in either direction.

    What ties two events is a relation, a dispute, or an amount that is part of another. Registries, sources and texts
    stay whole; briefings and views, which say nothing of an event, are left out. All events stay where the event names
    one that is not there, for one of them may have been meant.
    """
    ties = prepare_ties(workspace)
    events = {**workspace.events, event.id: event}
    named = frozenset(events_of(event))
    kept = events if not named <= events.keys() else _events_tied_to(event, named, events, ties)
    return replace(workspace, events=kept, briefings={}, views={})


def prepare_ties(workspace: Workspace) -> "_Ties":
    """Read what ties all events, before the first draft is checked: kept while they are the same."""
    return _TIES.get(id(workspace.events), workspace.events, lambda: _ties_in(workspace.events))


@dataclass(frozen=True, slots=True)
class _Ties:
    """Events that name each other, by id; of an event that neither names nor is named there is nothing."""

    named: Mapping[str, frozenset[str]]
    named_by: Mapping[str, frozenset[str]]


_TIES: Final[SharedCache[_Ties]] = SharedCache(2)
"""By the events of a workspace: thousands of events are gone through once, and not at each pause in typing."""


def _ties_in(every: Mapping[str, Event]) -> _Ties:
    named = {each.id: names for each in every.values() if (names := frozenset(events_of(each)))}
    named_by: dict[str, set[str]] = defaultdict(set)
    for id_, names in named.items():
        for each in names:
            named_by[each].add(id_)
    return _Ties(named, {id_: frozenset(each) for id_, each in named_by.items()})


def _events_tied_to(event: Event, named: frozenset[str], events: Mapping[str, Event], ties: _Ties) -> dict[str, Event]:
    """The events that the event reaches; what it named before it was written anew ties nothing."""
    nothing: frozenset[str] = frozenset()
    near, left = {event.id}, [event.id]
    while left:
        at = left.pop()
        names = named if at == event.id else ties.named.get(at, nothing)
        by = ties.named_by.get(at, nothing) - {event.id} | ({event.id} if at in named else nothing)
        new = ((names | by) & events.keys()) - near
        near |= new
        left += new
    return {id_: events[id_] for id_ in _in_order(near, events)}


def _in_order(near: set[str], events: Mapping[str, Event]) -> Iterable[str]:
    """The ids in the order of the workspace; few of them are not looked for in all of it."""
    return sorted(near) if len(near) == 1 else (id_ for id_ in events if id_ in near)
