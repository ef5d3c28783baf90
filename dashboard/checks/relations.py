"""Events relate to other events, for a reason, and not in circles."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.checks.corpus import Corpus
from dashboard.checks.named_ids import parts_of, split_reference
from dashboard.model.problem import Problem, kind
from dashboard.store.workspace import PathInRecord

Edges = dict[str, list[tuple[str, PathInRecord]]]
"""From a name to the names that it leads to, each with where that is written."""


def circles(edges: Mapping[str, Sequence[tuple[str, PathInRecord]]]) -> Iterator[tuple[tuple[str, ...], PathInRecord]]:
    """The names along each circle, and where its last one leads back to the first. Linear in names and edges.

    Every circle has at least one edge among those given; circles that share edges may be given once for all of them.
    """
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        trail, places = [start], {start: 0}
        pending = [iter(edges[start])]
        while pending:
            step = next(pending[-1], None)
            if step is None:
                pending.pop()
                done.add(trail[-1])
                del places[trail.pop()]
                continue
            name, path = step
            if name in places:
                yield tuple(trail[places[name] :]), path
            elif name not in done:
                places[name] = len(trail)
                trail.append(name)
                pending.append(iter(edges.get(name, ())))


RELATION_TO_ITSELF = kind(
    "relation-to-itself",
    "An event related to itself",
    "A relation connects an event with another one.",
    "name the other event, or remove the relation",
)
RELATION_WITHOUT_BASIS = kind(
    "relation-without-basis",
    "A relation without evidence",
    "A relation is based on claims of this event. Without claims it is the team's own view, and needs a note that "
    "gives the reason.",
    "add `claims`, or a `note`",
)
RELATION_CYCLE = kind(
    "relation-cycle",
    "Events in a circle",
    "An event cannot lead to itself through other events, or be part of its own part.",
    "remove or reverse one of the relations in the message",
)
AMOUNT_CYCLE = kind(
    "amount-cycle",
    "An amount that is part of itself",
    "Sums follow `part_of`. An amount cannot be part of itself, directly or through other amounts.",
    "remove one `part_of` that the message lists",
)


def relation_leads_elsewhere(corpus: Corpus) -> Iterator[Problem]:
    """No event is related to itself."""
    for event in corpus.events.values():
        for index, relation in enumerate(event.relations):
            if relation.event == event.id:
                message = f"`{event.id}` {relation.type} itself"
                yield corpus.problem(RELATION_TO_ITSELF, event, ("relations", index, "event"), message)


def relation_has_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """A relation has claims or a note."""
    for event in corpus.events.values():
        for index, relation in enumerate(event.relations):
            if not relation.claims and relation.note is None:
                message = f"the relation to `{relation.event}` has no claims and no note"
                yield corpus.problem(RELATION_WITHOUT_BASIS, event, ("relations", index), message)


def relations_are_no_circle(corpus: Corpus) -> Iterator[Problem]:
    """No event leads to itself, or is a part of itself, through others."""
    events = corpus.workspace.events
    for type_ in ("leads-to", "part-of"):
        edges: Edges = {
            event.id: [
                (relation.event, ("relations", index))
                for index, relation in enumerate(event.relations)
                if relation.type == type_ and relation.event != event.id
            ]
            for event in events.values()
            if event.relations
        }
        for circle, path in circles(edges):
            message = f" {type_} ".join([*circle, circle[0]])
            yield corpus.problem(RELATION_CYCLE, events[circle[-1]], path, message)


def amounts_are_no_circle(corpus: Corpus) -> Iterator[Problem]:
    """No amount is part of itself, at once or through others."""
    edges: Edges = {}
    for event in corpus.workspace.events.values():
        for path, reference in parts_of(event):
            whole = "/".join(split_reference(event, reference))
            edges.setdefault(f"{event.id}/{path[1]}", []).append((whole, path))
    for circle, path in circles(edges):
        event = corpus.workspace.events[circle[-1].partition("/")[0]]
        yield corpus.problem(AMOUNT_CYCLE, event, path, " is part of ".join([*circle, circle[0]]))


RULES = (relation_leads_elsewhere, relation_has_a_reason)
RULES_OF_CIRCLES = (relations_are_no_circle, amounts_are_no_circle)
"""They follow relations and sums from event to event, however far."""
