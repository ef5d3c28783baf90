"""Time as it is played: which events had begun by a day, what had been asked, and from which day to which it steps."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.model.event import Event
from dashboard.model.registry import Thread
from dashboard.query.reading import ResolvedEvent


@dataclass(frozen=True, slots=True)
class TimeSplit:
    """Events parted by a day: the three add up to all."""

    until: date
    so_far: tuple[ResolvedEvent, ...]
    """Events that may have begun by that day: their `first_day` is not after it."""
    later: tuple[ResolvedEvent, ...]
    undated: tuple[ResolvedEvent, ...]
    """Nobody knows when; they are not played."""


def split_by_day(readings: Iterable[ResolvedEvent], until: date) -> TimeSplit:
    """The events by `until`, each in its order."""
    so_far: list[ResolvedEvent] = []
    later: list[ResolvedEvent] = []
    undated: list[ResolvedEvent] = []
    for reading in readings:
        day = first_day(reading)
        (undated if day is None else so_far if day <= until else later).append(reading)
    return TimeSplit(until, tuple(so_far), tuple(later), tuple(undated))


MOST_STEPS: Final = 6_000
"""The page is told each step."""
_PERIODS: Final[Sequence[Callable[[date], Hashable]]] = (
    lambda day: day,
    lambda day: day.isocalendar()[:2],
    lambda day: (day.year, day.month),
    lambda day: day.year,
    lambda day: day.year // 10,
)


def steps_of(readings: Iterable[ResolvedEvent]) -> tuple[date, ...]:
    """The days on which an event is added, each once, in order; of too many, the last of each week, month or year."""
    days = sorted({day for reading in readings if (day := first_day(reading)) is not None})
    for period in _PERIODS:
        last_days = {period(day): day for day in days}
        if len(last_days) <= MOST_STEPS:
            break
    return tuple(last_days.values())


def first_day(reading: ResolvedEvent) -> date | None:
    """The first day on which it may have happened or begun; the last, where that is open; None without a date."""
    when = reading.date.value
    return None if when is None else when.earliest or when.latest


def step_at(steps: Sequence[date], until: date) -> int:
    """Index of the last step that is not after `until`; -1 before the first."""
    return sum(step <= until for step in steps) - 1


def newest(readings: Iterable[ResolvedEvent], until: date) -> tuple[ResolvedEvent, ...]:
    """Events that the last step up to `until` added."""
    every = tuple(readings)
    steps = steps_of(every)
    at = step_at(steps, until)
    if at < 0:
        return ()
    after = steps[at - 1] if at else date.min
    found = ((reading, first_day(reading)) for reading in every)
    return tuple(reading for reading, day in found if day is not None and (not at or after < day) and day <= steps[at])


def asked_by(threads: Iterable[Thread], readings: Sequence[ResolvedEvent], until: date) -> tuple[Thread, ...]:
    """The threads, each with the questions alone that had been asked by `until`.

    A question is asked with the first event that raises, judges or answers it; where none does, with the first event of
    its thread. `readings` are all events.
    """
    raised = _first_days((_asked_in(reading.event), reading) for reading in readings)
    begun = _first_days((reading.event.threads, reading) for reading in readings)
    return tuple(
        thread.model_copy(
            update={
                "questions": {
                    key: question
                    for key, question in thread.questions.items()
                    if raised.get(f"{thread.id}/{key}", begun.get(thread.id, date.max)) <= until
                }
            }
        )
        for thread in threads
    )


def _asked_in(event: Event) -> Iterator[str]:
    yield from (claim.question for claim in event.claims.values() if claim.question)
    yield from (each.question for each in event.answers)
    yield from (each.question for each in event.judgements)


def _first_days(found: Iterable[tuple[Iterable[str], ResolvedEvent]]) -> Mapping[str, date]:
    """The first day of the events of each name; names of undated events alone are left out."""
    days: dict[str, date] = {}
    for names, reading in found:
        if (day := first_day(reading)) is not None:
            for name in names:
                days[name] = min(day, days.get(name, day))
    return days
