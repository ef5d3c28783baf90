"""Exceptions from checks that belong to an event and not to a claim: of its relations, assessed values and places."""

from collections.abc import Iterator

from dashboard.model.event import Event
from dashboard.query.tally import value_words
from dashboard.store.workspace import Workspace


def exceptions_of(event: Event, workspace: Workspace) -> Iterator[tuple[tuple[str, ...], str]]:
    """The claims that carry a relation, an assessed value or a place, and each of its exceptions in words."""
    for relation in event.relations:
        other = workspace.events.get(relation.event)
        title = f"“{other.title}”" if other else relation.event
        for guard, each in relation.allow.items():
            yield relation.claims, f"{guard}{each.scope}, of its relation to {title}: {each.reason}"
    for path, assessed in event.assessed_values():
        for guard, each in assessed.allow.items():
            yield assessed.claims, f"{guard}{each.scope}, of its assessed {value_words(path)}: {each.reason}"
    where = event.where
    ids = {where.reported: where.claims} | {each.place: each.claims for each in event.toward}
    if where.assessed and where.assessed.place:
        ids.setdefault(where.assessed.place, where.assessed.claims or where.claims)
    for id_, claims in ids.items():
        if place := workspace.places.get(id_ or ""):
            for guard, each in place.allow.items():
                yield claims, f"{guard}{each.scope}, of the place {place.name}: {each.reason}"
