"""Whether an event that is new in the records is new in the world, or only to those who keep them."""

from datetime import date
from enum import StrEnum

from dashboard.model.dates import EventDate
from dashboard.model.event import Event


class Novelty(StrEnum):
    """Whether an event that was not recorded at the end of an earlier day is new in the world or only to us."""

    WORLD = "world"
    """It happened after that day."""
    US = "us"
    """It had happened by then, and was learned since."""
    UNCLEAR = "unclear"
    """Its date allows both."""
    UNDATED = "undated"
    """It has no date."""


def date_of(event: Event) -> EventDate | None:
    """The assessed date, where there is such a value, else as reported."""
    return event.when.assessed.date if event.when.assessed is not None else event.when.reported


def novelty_of(event: Event, day: date) -> Novelty:
    """Whether the event's date lies before or after the end of `day`. What lasted counts from its start."""
    when = date_of(event)
    if when is None:
        return Novelty.UNDATED
    first, last = _bounds(when, lasted=event.when.lasted)
    if first is not None and first > day:
        return Novelty.WORLD
    return Novelty.US if last is not None and last <= day else Novelty.UNCLEAR


def is_ahead(event: Event, day: date) -> bool:
    """Whether all that its date allows lies after `day`: planned, or expected."""
    return novelty_of(event, day) is Novelty.WORLD


def _bounds(when: EventDate, *, lasted: bool) -> tuple[date | None, date | None]:
    if lasted and when.start is not None:
        return when.start.earliest, when.start.latest
    return when.earliest, when.latest
