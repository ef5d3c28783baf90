"""The story of a thread: its events in order, who took part, what was promised, what is asked and what is disputed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Final

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event, Participant
from dashboard.model.registry import Thread
from dashboard.model.vocabularies import ROLES
from dashboard.query.disagreements import Dispute, Ledger, disputes_of, ledger_of
from dashboard.query.ladder import Join, LadderStep, joins_of, level_of, steps_of
from dashboard.query.questions import TrackedQuestion, track_questions
from dashboard.query.reading import Mode, ResolvedEvent, Support, support_of_claims
from dashboard.store.workspace import Workspace

NO_THREAD: Final = "-"
"""Stands for the events of no thread, where an id is asked for; no id is like it."""


@dataclass(frozen=True, slots=True)
class ActorInThread:
    """What one actor did in a thread."""

    actor: str
    """Id, registered or not."""
    roles: Mapping[str, int]
    """Role to number of events, in the order of the vocabulary; only roles that it had."""
    said: int
    """Number of claims that the actor says or passes on."""
    events: int
    """Number of events that it took part in or spoke in."""


@dataclass(frozen=True, slots=True)
class Story:
    """A thread in one mode."""

    thread: Thread
    readings: tuple[ResolvedEvent, ...]
    """Its events in order, the undated last; those of several threads, too."""
    steps: tuple[LadderStep, ...]
    joins: tuple[Join, ...]
    parts: tuple[ActorInThread, ...]
    """The actors who took part or spoke, the one with most events first."""
    ledger: Ledger
    questions: tuple[TrackedQuestion, ...]
    disputes: tuple[Dispute, ...]
    disputes_left_out: int

    @property
    def has_ladder(self) -> bool:
        """Whether any event has both a rung and a date: whether there is a ladder to draw."""
        return any(step.reading.date.value is not None for step in self.steps)

    @property
    def rungs_left_out(self) -> int:
        """Number of its events whose commitment the mode does not have."""
        rated = [reading for reading in self.readings if reading.event.commitment is not None]
        return len([each for each in rated if each.event.review.status != "retracted"]) - len(self.steps)

    @property
    def retracted_count(self) -> int:
        """Number of its events that are retracted: listed, and counted for nothing."""
        return sum(reading.event.review.status == "retracted" for reading in self.readings)


def events_by_thread(
    readings: Sequence[ResolvedEvent], threads: Mapping[str, Thread]
) -> dict[str, tuple[ResolvedEvent, ...]]:
    """Every registered thread with its events, in the registry's order; those of none under `NO_THREAD`, last."""
    by_thread: dict[str, list[ResolvedEvent]] = {thread: [] for thread in [*threads, NO_THREAD]}
    lists: dict[tuple[str, ...], list[list[ResolvedEvent]]] = {}
    for reading in readings:
        if (of := lists.get(reading.event.threads)) is None:
            known = [each for each in dict.fromkeys(reading.event.threads) if each in threads]
            of = lists[reading.event.threads] = [by_thread[thread] for thread in known or [NO_THREAD]]
        for own in of:
            own.append(reading)
    return {thread: tuple(found) for thread, found in by_thread.items()}


@dataclass(frozen=True, slots=True)
class ThreadStatus:
    """Where a thread stands."""

    thread: Thread
    events: int
    """Number of its events."""
    latest: ResolvedEvent | None
    """The latest of its dated events that says how far the matter has come; where none does, the latest of them all."""


def thread_statuses(
    readings: Sequence[ResolvedEvent], threads: Mapping[str, Thread], evidence: Evidence, mode: Mode
) -> tuple[ThreadStatus, ...]:
    """Where each thread of `readings`, which come in order, stands: the one with the latest event first.

    Retracted events are counted, and say nothing.
    """
    found: list[tuple[tuple[bool, object, str], ThreadStatus]] = []
    without: list[ThreadStatus] = []
    for thread, own in events_by_thread(readings, threads).items():
        if thread == NO_THREAD or not own:
            continue
        dated = (each for each in reversed(own) if each.date.value and each.event.review.status != "retracted")
        if (last := next(dated, None)) is None:
            without.append(ThreadStatus(threads[thread], len(own), None))
            continue
        tells = (each for each in chain([last], dated) if level_of(each.event, evidence, mode))
        found.append((last.sort_key, ThreadStatus(threads[thread], len(own), next(tells, last))))
    return (*(status for _, status in sorted(found, key=itemgetter(0), reverse=True)), *without)


def story_of(
    thread: Thread,
    own: tuple[ResolvedEvent, ...],
    readings: Sequence[ResolvedEvent],
    workspace: Workspace,
    evidence: Evidence,
    mode: Mode,
    today: date,
) -> Story:
    """The story of `thread` as `own` tells it: those of its events that are shown, in `mode`.

    `readings` are all events: an event of another thread may answer a question, and filters leave no answer out.
    """
    steps = steps_of(own, evidence, mode)
    disputes, left_out = disputes_of([reading.id for reading in own], workspace, evidence, mode)
    return Story(
        thread,
        own,
        steps,
        joins_of(steps, own, evidence, mode),
        parts_of([reading.event for reading in own], evidence, mode),
        ledger_of([reading.event for reading in own], workspace.places, evidence),
        track_questions(thread, readings, evidence, mode, today),
        disputes,
        left_out,
    )


def parts_of(events: Sequence[Event], evidence: Evidence, mode: Mode) -> tuple[ActorInThread, ...]:
    """Who took part in `events`, and how often as what. As reported, only what quotes carry."""
    roles, said, seen = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for event in events:
        taking_part = set(_participants(event, evidence, mode))
        speaking = Counter(_speakers(event, evidence, mode))
        roles.update(taking_part)
        said.update(speaking)
        seen.update({actor for actor, _ in taking_part} | set(speaking))
    parts = [
        ActorInThread(actor, {role: roles[actor, role] for role in ROLES if roles[actor, role]}, said[actor], count)
        for actor, count in seen.items()
    ]
    return tuple(sorted(parts, key=lambda part: (-part.events, -part.said, part.actor)))


def _participants(event: Event, evidence: Evidence, mode: Mode) -> Iterator[tuple[str, str]]:
    for each in event.who:
        if mode is Mode.ASSESSED or _is_quoted(event, each.claims, evidence):
            yield _actor(each, mode), each.role


def _actor(participant: Participant, mode: Mode) -> str:
    own = participant.assessed.actor if participant.assessed and mode is Mode.ASSESSED else None
    return own or participant.actor


def _speakers(event: Event, evidence: Evidence, mode: Mode) -> Iterator[str]:
    for key, claim in event.claims.items():
        actors = dict.fromkeys(actor for _, actor in claim.actors_named())
        if actors and (mode is Mode.ASSESSED or _is_quoted(event, (key,), evidence)):
            yield from actors


def _is_quoted(event: Event, claims: Sequence[str], evidence: Evidence) -> bool:
    return support_of_claims(event, claims, evidence) in (Support.QUOTED, Support.QUESTIONED, Support.CHECKING)
