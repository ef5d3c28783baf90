"""What a record refers to is there: sources, places, actors, threads, events, claims, amounts and questions."""

from collections.abc import Callable, Collection, Iterator, Mapping

from dashboard.checks.context import actor_hint, place_hint, source_hint, thread_hint
from dashboard.checks.corpus import AnyRecord, Corpus
from dashboard.checks.named_ids import (
    Named,
    actors_of,
    disputes_of,
    each,
    parts_of,
    places_of,
    questions_of,
    sources_of_actor,
    sources_of_event,
    sources_of_source,
    split_reference,
)
from dashboard.model.event import Event
from dashboard.model.problem import Problem, ProblemKind, kind
from dashboard.model.registry import Actor, Place, Thread
from dashboard.store.workspace import PathInRecord

SOURCE_UNKNOWN = kind(
    "source-unknown",
    "A source that is not described",
    "A quote, a claim or a fact names a source without a description in `seeds/ID.yaml`.",
    "describe it in `seeds/ID.yaml`, or correct the id",
)
PLACE_UNKNOWN = kind(
    "place-unknown",
    "A place that is not registered",
    "Events name places by their key in `events/registry/places.yaml`, which has their country, precision and point.",
    "add it to `events/registry/places.yaml`, or correct the id",
)
ACTOR_UNKNOWN = kind(
    "actor-unknown",
    "An actor that is not registered",
    "Events name people and organisations by their key in `events/registry/actors.yaml`.",
    "add it to `events/registry/actors.yaml`, or correct the id; for an unknown speaker, use only `by_as_reported`",
)
THREAD_UNKNOWN = kind(
    "thread-unknown",
    "A thread that is not registered",
    "Events name storylines by their key in `events/registry/threads.yaml`.",
    "add it to `events/registry/threads.yaml`, or correct the id",
)
EVENT_UNKNOWN = kind(
    "event-unknown",
    "An event that does not exist",
    "An event's id is the name of its file without `.yaml`. The folder does not matter.",
    "correct the id, or add the event",
)
CLAIM_UNKNOWN = kind(
    "claim-unknown",
    "A claim that does not exist",
    "Values name claims of their own event by key. `disputed_by` may name a claim of another event as "
    "`event-id/claim`.",
    "correct the key, or add the claim under `claims`",
)
AMOUNT_UNKNOWN = kind(
    "amount-unknown",
    "An amount that does not exist",
    "`part_of` names another amount of the same event by key, or an amount of another event as `event-id/amount`.",
    "correct the key, or add the amount under `amounts`",
)
QUESTION_UNKNOWN = kind(
    "question-unknown",
    "A question that does not exist",
    "A question is named as `thread-id/question`, and is listed under `questions` of that thread.",
    "add it to the thread in `events/registry/threads.yaml`, or correct the name",
)


def named_source_is_described(corpus: Corpus) -> Iterator[Problem]:
    """Every source that an event, a registry or another source names has a description."""
    known, workspace = corpus.known_sources(), corpus.workspace
    by_records: list[tuple[AnyRecord, Named]] = [
        *((event, sources_of_event(event)) for event in corpus.events.values()),
        *((source, sources_of_source(source)) for source in workspace.sources.values()),
        *((place, each(("sources",), place.sources)) for place in workspace.places.values()),
        *((actor, sources_of_actor(actor)) for actor in workspace.actors.values()),
    ]
    for record, named in by_records:
        for path, id_ in named:
            if id_ not in known:
                yield _unknown(corpus, SOURCE_UNKNOWN, record, path, "source", id_, workspace.sources, source_hint(id_))


def named_place_is_registered(corpus: Corpus) -> Iterator[Problem]:
    """Every place that an event names is in the registry."""
    known = corpus.known_entries(Place)
    for event in corpus.events.values():
        for path, id_ in places_of(event):
            if id_ not in known:
                entry = place_hint(id_, corpus.workspace) if corpus.guesses.left > 0 else ""
                yield _unknown(corpus, PLACE_UNKNOWN, event, path, "place", id_, corpus.workspace.places, entry)


def named_actor_is_registered(corpus: Corpus) -> Iterator[Problem]:
    """Every actor that an event names, and who a claim is by, is in the registry."""
    known = corpus.known_entries(Actor)
    for event in corpus.events.values():
        for path, id_ in actors_of(event):
            if id_ not in known:
                yield _unknown(
                    corpus, ACTOR_UNKNOWN, event, path, "actor", id_, corpus.workspace.actors, actor_hint(id_)
                )


def named_thread_is_registered(corpus: Corpus) -> Iterator[Problem]:
    """Every thread that an event belongs to is in the registry."""
    known = corpus.known_entries(Thread)
    for event in corpus.events.values():
        for path, id_ in each(("threads",), event.threads):
            if id_ not in known:
                yield _unknown(
                    corpus, THREAD_UNKNOWN, event, path, "thread", id_, corpus.workspace.threads, thread_hint(id_)
                )


def related_event_exists(corpus: Corpus) -> Iterator[Problem]:
    """Every event that another relates to exists."""
    known = corpus.workspace.known_events
    for event in corpus.events.values():
        for index, relation in enumerate(event.relations):
            if relation.event not in known:
                path = ("relations", index, "event")
                yield _unknown(corpus, EVENT_UNKNOWN, event, path, "event", relation.event, corpus.workspace.events)


def named_claim_exists(corpus: Corpus) -> Iterator[Problem]:
    """A value's claims are claims of its own event."""
    for event in corpus.events.values():
        for path, keys in event.claims_named():
            for index, key in enumerate(keys):
                if key not in event.claims:
                    yield _unknown(corpus, CLAIM_UNKNOWN, event, (*path, index), "claim", key, event.claims)


def disputing_claim_exists(corpus: Corpus) -> Iterator[Problem]:
    """A claim is disputed by a claim of this event, or by `event-id/claim`."""
    return _parts_exist(corpus, CLAIM_UNKNOWN, "claim", disputes_of, lambda event: event.claims)


def containing_amount_exists(corpus: Corpus) -> Iterator[Problem]:
    """An amount is part of an amount of this event, or of `event-id/amount`."""
    return _parts_exist(corpus, AMOUNT_UNKNOWN, "amount", parts_of, lambda event: event.amounts)


def named_question_exists(corpus: Corpus) -> Iterator[Problem]:
    """A question that is raised, answered or judged stands in its thread."""
    known, threads = corpus.known_entries(Thread), corpus.workspace.threads
    for event in corpus.events.values():
        for path, reference in questions_of(event):
            thread_id, slash, question = reference.partition("/")
            if not slash:
                hint = "write it as `thread-id/question`"
                yield corpus.problem(QUESTION_UNKNOWN, event, path, f"`{reference}` does not name a thread", hint)
            elif question not in threads[thread_id].questions if thread_id in threads else thread_id not in known:
                yield _unknown(corpus, QUESTION_UNKNOWN, event, path, "question", reference, _all_questions(corpus))


def _parts_exist(
    corpus: Corpus,
    problem_kind: ProblemKind,
    noun: str,
    named: Callable[[Event], Named],
    parts: Callable[[Event], Mapping[str, object]],
) -> Iterator[Problem]:
    """References to a part of an event by its key, or to another event's as `event-id/key`, lead somewhere."""
    known, events = corpus.workspace.known_events, corpus.workspace.events
    for event in corpus.events.values():
        for path, reference in named(event):
            owner, key = split_reference(event, reference)
            other = events.get(owner)
            if other is not None and key not in parts(other):
                words = [part if other is event else f"{owner}/{part}" for part in parts(other)]
                yield _unknown(corpus, problem_kind, event, path, noun, reference, words)
            elif other is None and owner not in known:
                yield _unknown(corpus, EVENT_UNKNOWN, event, path, "event", owner, events)


def _unknown(
    corpus: Corpus,
    problem_kind: ProblemKind,
    record: AnyRecord,
    path: PathInRecord,
    noun: str,
    id_: str,
    words: Collection[str],
    entry: str = "",
) -> Problem:
    hint = corpus.guesses.nearest(id_, words) or entry
    return corpus.problem(problem_kind, record, path, f"there is no {noun} `{id_}`", hint)


def _all_questions(corpus: Corpus) -> list[str]:
    return [f"{thread.id}/{key}" for thread in corpus.workspace.threads.values() for key in thread.questions]


RULES = (
    named_source_is_described,
    named_place_is_registered,
    named_actor_is_registered,
    named_thread_is_registered,
    related_event_exists,
    named_claim_exists,
    disputing_claim_exists,
    containing_amount_exists,
    named_question_exists,
)
