"""What records name, and where: every id in a record that stands for something outside it."""

from collections.abc import Iterator
from itertools import chain

from dashboard.model.assessed import Assessed
from dashboard.model.event import Event
from dashboard.model.registry import Actor
from dashboard.model.source import DescribedDate, DescribedText, Source
from dashboard.store.workspace import PathInRecord

Named = Iterator[tuple[PathInRecord, str]]
"""Ids, each with where it stands."""


def parts_of(event: Event) -> Named:
    """What the amounts of `event` are part of, as reported and as assessed, as written."""
    for key, amount in event.amounts.items():
        if amount.part_of is not None:
            yield ("amounts", key, "part_of"), amount.part_of
        if amount.assessed is not None and amount.assessed.part_of is not None:
            yield ("amounts", key, "assessed", "part_of"), amount.assessed.part_of


def disputes_of(event: Event) -> Named:
    """What the claims of `event` are disputed by, as written."""
    for key, claim in event.claims.items():
        yield from each(("claims", key, "disputed_by"), claim.disputed_by)


def described_values(source: Source) -> Iterator[tuple[PathInRecord, Assessed]]:
    """The assessed values of a source's description, each with where it stands."""
    for name in ("title", "outlet", "author", "published"):
        value = getattr(source, name)
        if isinstance(value, DescribedText | DescribedDate) and value.assessed is not None:
            yield (name, "assessed"), value.assessed


def events_of(event: Event) -> Iterator[str]:
    """The ids of other events that an event names: in relations, disputes, and amounts that are part of theirs."""
    for relation in event.relations:
        yield relation.event
    for _, reference in chain(disputes_of(event), parts_of(event)):
        owner, _ = split_reference(event, reference)
        if owner != event.id:
            yield owner


def each(path: PathInRecord, ids: tuple[str, ...]) -> Named:
    """The items of the list at `path`."""
    return (((*path, index), id_) for index, id_ in enumerate(ids))


def sources_of_event(event: Event) -> Named:
    """Sources that quotes, claims and assessed values of an event name, with their paths."""
    for key, claim in event.claims.items():
        for index, quote in enumerate(claim.quotes):
            yield ("claims", key, "quotes", index, "source"), quote.source
        yield from each(("claims", key, "sources"), claim.sources)
    for path, assessed in event.assessed_values():
        yield from each((*path, "sources"), assessed.sources)


def sources_of_source(source: Source) -> Named:
    """Sources that the assessed values of a source's description name, with their paths."""
    for path, assessed in described_values(source):
        yield from each((*path, "sources"), assessed.sources)


def sources_of_actor(actor: Actor) -> Named:
    """Sources that an actor's entry and its offices name, with their paths."""
    yield from each(("sources",), actor.sources)
    for index, office in enumerate(actor.offices):
        yield from each(("offices", index, "sources"), office.sources)


def places_of(event: Event) -> Named:
    """Places of an event with their paths: reported by each source, assessed, and those it was directed toward."""
    if event.where.reported is not None:
        yield ("where", "reported"), event.where.reported
    for index, other in enumerate(event.where.also_reported):
        yield ("where", "also_reported", index, "reported"), other.reported
    if event.where.assessed is not None and event.where.assessed.place is not None:
        yield ("where", "assessed", "place"), event.where.assessed.place
    for index, toward in enumerate(event.toward):
        yield ("toward", index, "place"), toward.place


def actors_of(event: Event) -> Named:
    """Who took part, as reported and as assessed, whom claims are by, and who passes them on."""
    for index, part in enumerate(event.who):
        yield ("who", index, "actor"), part.actor
        if part.assessed is not None and part.assessed.actor is not None:
            yield ("who", index, "assessed", "actor"), part.assessed.actor
    for key, claim in event.claims.items():
        yield from ((("claims", key, *path), actor) for path, actor in claim.actors_named())


def questions_of(event: Event) -> Named:
    """That are raised, answered or judged."""
    for key, claim in event.claims.items():
        if claim.question is not None:
            yield ("claims", key, "question"), claim.question
    for index, answer in enumerate(event.answers):
        yield ("answers", index, "question"), answer.question
    for index, judgement in enumerate(event.judgements):
        yield ("judgements", index, "question"), judgement.question


def threads_of(event: Event) -> Iterator[str]:
    """Threads that an event is in, and those whose questions it raises, answers or judges."""
    yield from event.threads
    yield from (question.partition("/")[0] for _, question in questions_of(event))


def split_reference(event: Event, reference: str) -> tuple[str, str]:
    """The event id and the key that a reference names; without a slash it is a key of `event`."""
    owner, slash, key = reference.partition("/")
    return (owner, key) if slash else (event.id, reference)
