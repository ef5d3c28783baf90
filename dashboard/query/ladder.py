"""The commitment ladder: how far a matter had come with each event, and which events lead to which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dashboard.evidence.verdicts import Evidence
from dashboard.model.dates import EventDate, Precision
from dashboard.model.event import Event, Relation
from dashboard.model.vocabularies import COMMITMENT
from dashboard.query.reading import Mode, ResolvedEvent, Support, support_of_reported

OVER: Final = ("declined", "lapsed", "ended")
"""Rungs at which the matter is over."""
RISING: Final = tuple(level for level in COMMITMENT if level not in OVER)
"""Rungs that lead up, the lowest first."""
_DAYS: Final = (Precision.DAY, Precision.TIME)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """An event on its rung."""

    reading: ResolvedEvent
    level: str
    carried: Support
    """How the level is carried, not the date."""

    @property
    def id(self) -> str:
        """The event's id."""
        return self.reading.id


@dataclass(frozen=True, slots=True)
class Join:
    """Two steps of one matter, by event id."""

    before: str
    after: str
    why: Literal["relation", "same day"]
    """A record relates them; or the one span that lasted until a day, and the one event that ended something on it."""


def level_of(event: Event, evidence: Evidence, mode: Mode) -> tuple[str, Support] | None:
    """The rung as the mode has it, and how it is carried. As reported, only where quotes carry it."""
    if event.commitment is None:
        return None
    carried = support_of_reported(event, event.commitment, evidence)
    if mode is Mode.REPORTED and not carried.is_by_quotes:
        return None
    return event.commitment.level, carried


def steps_of(readings: Iterable[ResolvedEvent], evidence: Evidence, mode: Mode) -> tuple[LadderStep, ...]:
    """Events that have a commitment level, in their order. Retracted events have none."""
    return tuple(
        LadderStep(reading, *found)
        for reading in readings
        if reading.event.review.status != "retracted"
        if (found := level_of(reading.event, evidence, mode))
    )


def joins_of(
    steps: Sequence[LadderStep], readings: Iterable[ResolvedEvent], evidence: Evidence, mode: Mode
) -> tuple[Join, ...]:
    """Pairs of steps that are known to belong to one matter.

    A relation says so (leads-to, responds-to; also through events without a rung), or a span is the only one that
    lasted until the day of the only event that ended something. Nothing else is joined: a thread has several matters.
    """
    related = {(before, after) for before, after in _related_pairs(steps, readings, evidence, mode)}
    same_day = {pair for pair in _same_day(steps) if pair not in related}
    order = {step.id: index for index, step in enumerate(steps)}
    joins = [Join(*pair, "relation") for pair in related] + [Join(*pair, "same day") for pair in same_day]
    return tuple(sorted(joins, key=lambda join: (order[join.before], order[join.after])))


def _related_pairs(
    steps: Sequence[LadderStep], readings: Iterable[ResolvedEvent], evidence: Evidence, mode: Mode
) -> Iterator[tuple[str, str]]:
    onward: Mapping[str, list[str]] = defaultdict(list)
    known = {reading.id for reading in readings if reading.event.review.status != "retracted"}
    for reading in readings:
        for relation in reading.event.relations:
            pair = _direction(reading.event, relation)
            if pair and known.issuperset(pair) and _counts(reading.event, relation, evidence, mode):
                onward[pair[0]].append(pair[1])
    rungs = {step.id for step in steps}
    for step in steps:
        seen, waiting = {step.id}, list(onward[step.id])
        while waiting:
            event = waiting.pop()
            if event in seen:
                continue
            seen.add(event)
            if event in rungs:
                yield step.id, event
            else:
                waiting.extend(onward[event])


def _direction(event: Event, relation: Relation) -> tuple[str, str] | None:
    if relation.type == "leads-to":
        return event.id, relation.event
    return (relation.event, event.id) if relation.type == "responds-to" else None


def _counts(event: Event, relation: Relation, evidence: Evidence, mode: Mode) -> bool:
    """Whether the relation counts in this mode: as reported, only a quoted one does."""
    return mode is Mode.ASSESSED or support_of_reported(event, relation, evidence) is Support.QUOTED


def _same_day(steps: Sequence[LadderStep]) -> Iterator[tuple[str, str]]:
    until = {step.id: day for step in steps if (day := _last_day(step))}
    ending = {step.id: day for step in steps if step.level in OVER and (day := _only_day(step.reading.date.value))}
    spans, ends = Counter(until.values()), Counter(ending.values())
    for before, day in until.items():
        for after, other in ending.items():
            if day == other and spans[day] == ends[day] == 1:
                yield before, after


def _last_day(step: LadderStep) -> date | None:
    """The day on which a span that lasted ended, where that is known to the day."""
    when = step.reading.date.value
    if when is None or not step.reading.event.when.lasted or not when.is_interval or step.level in OVER:
        return None
    ends = when.end is not None and when.end.precision in _DAYS and not (when.uncertain or when.approximate)
    return when.latest if ends else None


def _only_day(when: EventDate | None) -> date | None:
    if when is None or when.is_interval or when.uncertain or when.approximate:
        return None
    return when.earliest if when.earliest == when.latest else None
