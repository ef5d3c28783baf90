"""Events that an event being written may be: about the same time, place, actors and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from dashboard.cache import SharedCache
from dashboard.evidence.words import content_words
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.geography import distance_km
from dashboard.model.registry import Place
from dashboard.store.workspace import Workspace

MOST_TOLD: Final = 2
_NEAR_KM: Final = 50.0
_DAYS_OF_A_MONTH: Final = 31
_DAYS_OF_A_YEAR: Final = 366
_LEAST_SHARED: Final = 0.5
"""Share of the words of the shorter title that the other one has, at least."""
_LEAST_WORDS: Final = 3
_ENOUGH: Final = 2.0
"""What both must share in sum: a day, a place, an actor and like words count 1 each; a year or a country, half."""


@dataclass(frozen=True, slots=True)
class AlikeEvent:
    """An event that may be the same."""

    id: str
    title: str
    weight: float
    shares: tuple[str, ...]
    """What both have: `same day`, `same place`, `same actors`, `like words`."""


def alike_events(event: Event, workspace: Workspace) -> tuple[AlikeEvent, ...]:
    """The events of a workspace that are most like `event`; those that it is related to are known to be others."""
    related = {each.event for each in event.relations} | {event.id}
    mine, places = _Traits.of(event), workspace.places
    known = prepare_alike(workspace)
    at_once = ((each, other) for each, other in known if _may_be_at_once(mine.date, other.date))
    found = (_compare(mine, other, each, places) for each, other in at_once if each.id not in related)
    return tuple(nlargest(MOST_TOLD, (each for each in found if each.weight >= _ENOUGH), key=lambda each: each.weight))


def prepare_alike(workspace: Workspace) -> "_KnownTraits":
    """Read what is compared of all events, before the first one is: kept while they are the same."""
    return _KNOWN.get(id(workspace.events), workspace.events, lambda: _traits_in(workspace.events))


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of one event: its date and place, as assessed where they are, its actors, and its title."""

    date: EventDate | None
    place: str
    """Its id; empty where it is not known."""
    actors: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> "_Traits":
        """The traits of an event."""
        when, where = event.when.assessed, event.where.assessed
        place = (where.place if where else None) or event.where.reported
        actors = frozenset(part.actor for part in event.who if part.role != "mentioned")
        words = frozenset(each.root for each in content_words(event.title))
        date = (when.date if when else None) or event.when.reported
        return cls(date, place or "", actors, words)

    def shared_with(self, other: "_Traits", places: Mapping[str, Place]) -> Iterator[tuple[str, float]]:
        """What `other` has as well, and what that weighs."""
        if self.date and other.date:
            yield from _shared_time(self.date, other.date)
        yield from _shared_place(places.get(self.place), places.get(other.place))
        if not self.actors.isdisjoint(other.actors):
            yield "same actors", 1.0
        fewest = min(len(self.words), len(other.words))
        if fewest >= _LEAST_WORDS and len(self.words & other.words) >= _LEAST_SHARED * fewest:
            yield "like words", 1.0


_KnownTraits = tuple[tuple[Event, _Traits], ...]
_KNOWN: Final[SharedCache[_KnownTraits]] = SharedCache(2)
"""By the events of a workspace: ten thousand titles are read once, and not at each pause in typing."""


def _traits_in(events: Mapping[str, Event]) -> _KnownTraits:
    return tuple((event, _Traits.of(event)) for event in events.values())


def _compare(mine: _Traits, other: _Traits, event: Event, places: Mapping[str, Place]) -> AlikeEvent:
    shared = list(mine.shared_with(other, places))
    return AlikeEvent(event.id, event.title, sum(weight for _, weight in shared), tuple(what for what, _ in shared))


def _may_be_at_once(one: EventDate | None, other: EventDate | None) -> bool:
    """Whether a day allows both; an open end, and a date that nobody knows, allow any."""
    if one is None or other is None:
        return True
    begins_in_time = one.earliest is None or other.latest is None or one.earliest <= other.latest
    return begins_in_time and (other.earliest is None or one.latest is None or other.earliest <= one.latest)


def _shared_time(one: EventDate, other: EventDate) -> Iterator[tuple[str, float]]:
    days = max(_days(one), _days(other))
    if days <= _DAYS_OF_A_MONTH:
        yield "same day" if one == other and days == 1 else "about the same time", 1.0
    elif days <= _DAYS_OF_A_YEAR:
        yield "perhaps the same time", 0.5


def _days(date: EventDate) -> int:
    """The days that a date allows; more than a year of an open one."""
    if date.earliest is None or date.latest is None:
        return _DAYS_OF_A_YEAR + 1
    return (date.latest - date.earliest).days + 1


def _shared_place(one: Place | None, other: Place | None) -> Iterator[tuple[str, float]]:
    if one is None or other is None:
        return
    points = [(each.latitude or 0.0, each.longitude or 0.0) for each in (one, other)]
    if one.id == other.id:
        yield "same place", 1.0
    elif one.is_area or other.is_area:
        if one.country and one.country == other.country:
            yield "same country", 0.5
    elif distance_km(*points[0], *points[1]) <= _NEAR_KM:
        yield "near place", 1.0
