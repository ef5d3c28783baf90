"""Facets: what an event can be filtered by, as data. Each gives the values that one event has."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.event import Event
from dashboard.query.origins import sources_of
from dashboard.query.reading import ResolvedEvent

NONE: Final = "none"
"""The value of an event that has none: no thread, no country, no type."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An event with what is known about it from outside its record."""

    reading: ResolvedEvent
    evidence: Evidence
    has_problems: bool
    origins: frozenset[str] = frozenset()
    """On how many independent origins its claims rest (`Corroboration`)."""

    @property
    def event(self) -> Event:
        """The record."""
        return self.reading.event


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by. An event may have several of its values, and passes by any one that is chosen."""

    key: str
    """In the address."""
    title: str
    values: Callable[[Subject], Iterable[str]]
    """Without any, the event's value is `none`."""


def _actors(subject: Subject) -> Iterable[str]:
    event = subject.event
    assessed = (each.assessed.actor for each in event.who if each.assessed and each.assessed.actor)
    return {*(each.actor for each in event.who), *assessed, *(claim.by for claim in event.claims.values() if claim.by)}


def _countries(subject: Subject) -> Iterable[str]:
    places = (subject.reading.place.value, *(line.place for line in subject.reading.lines))
    return {place.country for place in places if place and place.country}


def _verdicts(subject: Subject) -> Iterable[str]:
    counts = subject.evidence.count([subject.event.id])
    return {verdict.value for verdict in Verdict if counts[verdict]}


FACETS: Final[Mapping[str, Facet]] = {
    facet.key: facet
    for facet in (
        Facet("thread", "Thread", lambda subject: subject.event.threads),
        Facet("type", "Type", lambda subject: [subject.event.what.type] if subject.event.what.type else []),
        Facet("actor", "Actor", _actors),
        Facet("country", "Country", _countries),
        Facet("source", "Source", lambda subject: sources_of(subject.event)),
        Facet(
            "commitment",
            "Commitment",
            lambda subject: [subject.event.commitment.level] if subject.event.commitment else [],
        ),
        Facet("tag", "Tag", lambda subject: subject.event.tags),
        Facet("verdict", "Verdict", _verdicts),
        Facet("origins", "Corroboration", lambda subject: subject.origins),
        Facet("review", "Review", lambda subject: [subject.event.review.status]),
        Facet("problems", "Problems", lambda subject: ["with" if subject.has_problems else "without"]),
    )
}
"""Every facet by key, in the order of the bar."""


def values_of(facet: Facet, subject: Subject) -> frozenset[str]:
    """The event's values of one facet; `none` where it has none."""
    return frozenset(facet.values(subject)) or frozenset({NONE})
