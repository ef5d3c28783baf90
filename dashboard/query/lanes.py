"""Lanes: events in groups by thread, actor, type or country, each event in one of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.query.reading import ResolvedEvent


class LaneBy(StrEnum):
    """What events share that stand in one lane."""

    THREAD = "thread"
    ACTOR = "actor"
    TYPE = "type"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """The events of one lane, in their order."""

    key: str | None
    """The thread, actor, type or country; None for the events that have none."""
    title: str
    readings: tuple[ResolvedEvent, ...]


WITHOUT: Final[Mapping[LaneBy, str]] = {
    LaneBy.THREAD: "No thread",
    LaneBy.ACTOR: "No actor",
    LaneBy.TYPE: "No type",
    LaneBy.COUNTRY: "No country",
}
"""Titles of the lane of events that have none."""


def lane_values(reading: ResolvedEvent, by: LaneBy) -> tuple[str, ...]:
    """Every thread, actor, type or country of an event, each once, in the order in which the record leads to them."""
    return tuple(dict.fromkeys(_VALUES[by](reading)))


def lane_of(reading: ResolvedEvent, by: LaneBy) -> str | None:
    """The one lane of an event: of several values the first.

    The first thread that the record names; the first initiator, else whoever is named first; the type; the country of
    the place, else of the first second place. One lane, not each: the lanes then add up to all events.
    """
    return next(iter(_VALUES[by](reading)), None)


def lanes_by(
    readings: Iterable[ResolvedEvent], by: LaneBy, name: Callable[[str], str], order: Sequence[str] | None = None
) -> tuple[LaneGroup, ...]:
    """The lanes that have events, those without a value last; `name` gives a lane's title.

    In `order`, where it is given: a value that is not in it counts as none. Else the lane with most events first, then
    by title.
    """
    found: dict[str | None, list[ResolvedEvent]] = defaultdict(list)
    known = None if order is None else frozenset(order)
    for reading in readings:
        key = lane_of(reading, by)
        found[key if known is None or key in known else None].append(reading)
    titles = {key: name(key) for key in found if key is not None}
    keys = (
        sorted(titles, key=lambda key: (-len(found[key]), titles[key].casefold(), key))
        if order is None
        else [key for key in order if key in found]
    )
    groups = [LaneGroup(key, titles[key], tuple(found[key])) for key in keys]
    return (*groups, LaneGroup(None, WITHOUT[by], tuple(found[None]))) if None in found else tuple(groups)


def _actors(reading: ResolvedEvent) -> Iterator[str]:
    """Initiators first; an actor as assessed stands for the one that is named."""
    for each in sorted(reading.event.who, key=lambda each: each.role != "initiator"):
        yield (each.assessed.actor if each.assessed else None) or each.actor


def _countries(reading: ResolvedEvent) -> Iterator[str]:
    for place in (reading.place.value, *(line.place for line in reading.lines)):
        if place and place.country:
            yield place.country


_VALUES: Final[Mapping[LaneBy, Callable[[ResolvedEvent], Iterable[str]]]] = {
    LaneBy.THREAD: lambda reading: reading.event.threads,
    LaneBy.ACTOR: _actors,
    LaneBy.TYPE: lambda reading: [reading.event.what.type] if reading.event.what.type else [],
    LaneBy.COUNTRY: _countries,
}
