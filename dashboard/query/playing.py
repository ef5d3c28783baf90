"""Time as it is played: which events had begun by a day, and from which day to which it steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.query.reading import Reading


@dataclass(frozen=True, slots=True)
class Played:
    """Events parted by a day: the three add up to all."""

    until: date
    so_far: tuple[Reading, ...]
    """Those that may have happened on that day or before."""
    later: tuple[Reading, ...]
    undated: tuple[Reading, ...]
    """Nobody knows when; they are not played."""


def played(readings: Iterable[Reading], until: date) -> Played:
    """The events by `until`, each in its order."""
    so_far: list[Reading] = []
    later: list[Reading] = []
    undated: list[Reading] = []
    for reading in readings:
        day = first_day(reading)
        (undated if day is None else so_far if day <= until else later).append(reading)
    return Played(until, tuple(so_far), tuple(later), tuple(undated))


def steps_of(readings: Iterable[Reading]) -> tuple[date, ...]:
    """The days on which an event is added, each once, in order."""
    return tuple(sorted({day for reading in readings if (day := first_day(reading)) is not None}))


def first_day(reading: Reading) -> date | None:
    """The first day on which it may have happened or begun; the last, where that is open; None without a date."""
    when = reading.date.value
    return None if when is None else when.earliest or when.latest


def step_at(steps: Sequence[date], until: date) -> int:
    """Index of the last step that is not after `until`; -1 before the first."""
    return sum(step <= until for step in steps) - 1
