"""Events that an event being written may be: about the same day, place, actors and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from dashboard.evidence.words import content_words
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.geography import distance_km
from dashboard.model.registry import Place
from dashboard.store.workspace import Workspace

MOST_TOLD: Final = 2
_NEAR_KM: Final = 50.0
_MOST_DAYS: Final = 31
"""A longer time says too little of when it was."""
_LEAST_SHARED: Final = 0.5
"""Share of the words of the shorter title that the other one has, at least."""
_LEAST_WORDS: Final = 3
_ENOUGH: Final = 2
"""So many of day, place, actors and words must be the same."""


@dataclass(frozen=True, slots=True)
class AlikeEvent:
    """An event that may be the same."""

    id: str
    title: str
    shares: tuple[str, ...]
    """What both have: `same day`, `same place`, `same actors`, `like words`."""


def alike_events(event: Event, workspace: Workspace) -> tuple[AlikeEvent, ...]:
    """The events of a workspace that are most like `event`; those that it is related to are known to be others."""
    related = {each.event for each in event.relations} | {event.id}
    mine = _Traits.of(event, workspace)
    found = (
        AlikeEvent(other.id, other.title, shares)
        for other in workspace.events.values()
        if other.id not in related and len(shares := tuple(mine.shared_with(other, workspace))) >= _ENOUGH
    )
    return tuple(nlargest(MOST_TOLD, found, key=lambda each: len(each.shares)))


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of one event."""

    date: EventDate | None
    place: str | None
    point: tuple[float, float] | None
    actors: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, event: Event, workspace: Workspace) -> "_Traits":
        """Its day and place, as assessed where they are; actors; and the words of its title."""
        place = _place(event)
        return cls(_date(event), place, _point(workspace.places.get(place or "")), _actors(event), _words(event.title))

    def shared_with(self, other: Event, workspace: Workspace) -> Iterator[str]:
        """What `other` has as well."""
        if self.date is not None and (date := _date(other)) is not None and _overlap(self.date, date):
            yield "same day" if self.date == date else "about the same time"
        place = _place(other)
        point = _point(workspace.places.get(place or ""))
        if place is not None and place == self.place:
            yield "same place"
        elif self.point and point and distance_km(*self.point, *point) <= _NEAR_KM:
            yield "near place"
        if not self.actors.isdisjoint(_actors(other)):
            yield "same actors"
        words = _words(other.title)
        fewest = min(len(self.words), len(words))
        if fewest >= _LEAST_WORDS and len(self.words & words) >= _LEAST_SHARED * fewest:
            yield "like words"


def _date(event: Event) -> EventDate | None:
    assessed = event.when.assessed
    return (assessed.date if assessed else None) or event.when.reported


def _place(event: Event) -> str | None:
    assessed = event.where.assessed
    return (assessed.place if assessed else None) or event.where.reported


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.is_area or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _actors(event: Event) -> frozenset[str]:
    return frozenset(part.actor for part in event.who if part.role != "mentioned")


def _words(title: str) -> frozenset[str]:
    return frozenset(each.root for each in content_words(title))


def _overlap(one: EventDate, other: EventDate) -> bool:
    """Whether both may be of one day, and neither leaves more than a month open."""
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    if None in ends:
        return False
    first, last, begins, ends_ = (day for day in ends if day is not None)
    if max((last - first).days, (ends_ - begins).days) > _MOST_DAYS:
        return False
    return first <= ends_ and begins <= last
