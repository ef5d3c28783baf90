"""The part of a workspace on which the problems of one event depend: so that thousands of others cost nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dashboard.checks.named_ids import disputes_of, parts_of, split_reference
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace


def workspace_around(event: Event, workspace: Workspace) -> Workspace:
    """The workspace with an event and all that is tied to it, over any number of steps, in either direction.

    What ties two events is a relation, a dispute, or an amount that is part of another. Registries, sources and texts
    stay whole; briefings and views, which say nothing of an event, are left out. All events stay where the event names
    one that is not there, for one of them may have been meant.
    """
    events = {**workspace.events, event.id: event}
    kept = events if any(id_ not in events for id_ in _events_named(event)) else _events_tied_to(event, events)
    return replace(workspace, events=kept, briefings={}, views={})


def _events_tied_to(event: Event, events: dict[str, Event]) -> dict[str, Event]:
    ties: dict[str, set[str]] = defaultdict(set)
    for each in events.values():
        for named in _events_named(each):
            ties[each.id].add(named)
            ties[named].add(each.id)
    near, left = {event.id}, [event.id]
    while left:
        new = ties[left.pop()] - near
        near |= new
        left += new
    return {id_: each for id_, each in events.items() if id_ in near}


def _events_named(event: Event) -> Iterator[str]:
    """The ids of other events that an event names."""
    for relation in event.relations:
        yield relation.event
    for _, reference in chain(disputes_of(event), parts_of(event)):
        owner, _ = split_reference(event, reference)
        if owner != event.id:
            yield owner
