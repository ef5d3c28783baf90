"""Filters: which events are shown. Whatever is set, shown and filtered out add up to all."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.model.dates import EventDate
from dashboard.model.record import NOT
from dashboard.query.fields import FACETS, FIELDS, EventRow, EventTable, table_of
from dashboard.query.reading import Mode, ResolvedEvent, resolve_events
from dashboard.query.texts import SearchTexts, hits, search_texts
from dashboard.store.loading import without_garbage_collection

MOST_RESULTS: Final = 400
_MOST_PLACED: Final = 8
"""The number of lists of events of which it is kept where each event stands among all."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asks for. Nothing set lets everything through."""

    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Facet key to the values of which an event must have one, and those behind `NOT`, of which it must have none.

    Unknown facets are ignored.
    """
    start: dt.date | None = None
    """An event must be possible on this day or later. Undated events pass no range."""
    end: dt.date | None = None
    """An event must be possible on this day or earlier."""
    words: str = ""
    """Every word must occur in the event's title, claims or quotes."""

    @property
    def are_set(self) -> bool:
        """Whether anything is asked for."""
        return any(self.chosen.values()) or self.start is not None or self.end is not None or bool(self.words.strip())

    @property
    def key(self) -> Hashable:
        """What two that ask the same share."""
        return (frozenset(self.chosen.items()), self.start, self.end, self.words)

    def without(self, facet: str) -> "Filters":
        """These filters without the values chosen for one facet."""
        return Filters(
            {key: values for key, values in self.chosen.items() if key != facet}, self.start, self.end, self.words
        )


class FacetValues:
    """The values of all events, of each facet found when somebody first asks for it.

    Events with the same values share the set of these: there are few, and 100,000 events.
    """

    def __init__(
        self, readings: Sequence[ResolvedEvent], table: EventTable, beside: "FacetValues | None" = None
    ) -> None:
        """`beside`: the values of the same events in the other mode. Those of a reading that both have are the same."""
        self._readings, self._table, self._beside = readings, table, beside
        self._found: dict[str, Sequence[frozenset[str]]] = {}
        """By facet, one for each of the readings."""
        self._some: SharedCache[Sequence[int]] = SharedCache(_MOST_PLACED)

    def of(self, facet: str, readings: Sequence[ResolvedEvent]) -> Sequence[frozenset[str]]:
        """The values of each of these events, in their order."""
        if (found := self._found.get(facet)) is None:
            with without_garbage_collection():
                found = self._found[facet] = self._find(facet)
        return found if readings is self._readings else [found[place] for place in self._places_of(readings)]

    def every(self, facet: str) -> frozenset[str]:
        """Every value that some event has."""
        return frozenset().union(*set(self.of(facet, self._readings)))

    @property
    def facets_in_use(self) -> frozenset[str]:
        """The facets that somebody has asked for."""
        return frozenset(self._found)

    def _find(self, facet: str) -> Sequence[frozenset[str]]:
        theirs = self._beside.of(facet, self._beside._readings) if self._beside else ()
        values_of, shared = FACETS[facet].values_of, {values: values for values in theirs}
        return [
            shared.setdefault(values := values_of(EventRow(reading, self._table)), values)
            if place is None
            else theirs[place]
            for reading, place in zip(self._readings, self._places_beside, strict=True)
        ]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {reading.id: place for place, reading in enumerate(self._readings)}

    def _places_of(self, readings: Sequence[ResolvedEvent]) -> Sequence[int]:
        return self._some.get(id(readings), readings, lambda: [self._places[reading.id] for reading in readings])

    @cached_property
    def _places_beside(self) -> Sequence[int | None]:
        """Where each of the readings stands in the other mode; None where it reads otherwise, or nothing is kept."""
        if self._beside is None:
            return [None] * len(self._readings)
        theirs, places = self._beside._readings, (self._beside._places[reading.id] for reading in self._readings)
        return [
            place if theirs[place] is reading else None for reading, place in zip(self._readings, places, strict=True)
        ]


@dataclass(frozen=True)
class Catalogue:
    """Events to be filtered, any number of times; what they can be filtered by is found when it is first asked for."""

    readings: tuple[ResolvedEvent, ...]
    values: FacetValues
    table: EventTable
    """What the events are read beside."""

    @cached_property
    def results(self) -> SharedCache[Any]:
        """What was made of some of these events, by what was asked: it lasts as long as they do.

        Lists of so many events, and what they come to, take room: of many events fewer are kept.
        """
        return SharedCache(max(MOST_RESULTS // 8, min(MOST_RESULTS, 1_000_000 // max(len(self.readings), 1))))

    @cached_property
    def by_id(self) -> Mapping[str, ResolvedEvent]:
        """Every event by its id."""
        return {reading.id: reading for reading in self.readings}

    @cached_property
    def texts(self) -> Mapping[str, SearchTexts]:
        """Event id to its folded texts: made when words are first asked for, as it takes as long as all the values."""
        own = [field for field in FIELDS.values() if field.is_searched]
        rows = {reading.id: EventRow(reading, self.table) for reading in self.readings}
        return {
            id_: search_texts(row.event, {each.key: " ".join(each.texts(row)) for each in own})
            for id_, row in rows.items()
        }

    def matching(self, filters: Filters) -> tuple[ResolvedEvent, ...]:
        """The events that pass, in their order."""
        if not filters.are_set:
            return self.readings
        found = self._ids_with_words(filters.words)
        given = {key: values for key, values in filters.chosen.items() if values and key in FACETS}
        matchers = [match(given.pop(key)) for key in tuple(given) if (match := FACETS[key].matcher)]
        return tuple(
            reading
            for reading in self._with_values(given)
            if (found is None or reading.id in found)
            and all(matches(reading) for matches in matchers)
            and in_range(reading.date.value, filters.start, filters.end)
        )

    def _with_values(self, chosen: Mapping[str, frozenset[str]]) -> Sequence[ResolvedEvent]:
        """The events that have one of the values chosen of each facet: each set of values is looked at once."""
        left = self.readings
        for facet, values in chosen.items():
            wanted, unwanted = split_values(values)
            of_each = self.values.of(facet, left)
            passing = {
                has for has in set(of_each) if (not wanted or not wanted.isdisjoint(has)) and unwanted.isdisjoint(has)
            }
            left = tuple(reading for reading, has in zip(left, of_each, strict=True) if has in passing)
        return left

    def counts(self, facet: str, filters: Filters) -> Counter[str]:
        """How many events each value of a facet would show, all other filters being kept. Zeros are left out."""
        return self.count(facet, self.matching(filters.without(facet)))

    def count(self, facet: str, readings: Sequence[ResolvedEvent]) -> Counter[str]:
        """How many of `readings` have each value of a facet."""
        counts: Counter[str] = Counter()
        for shared, number in Counter(self.values.of(facet, readings)).items():
            counts.update(dict.fromkeys(shared, number))
        return counts

    def known_values(self, facet: str) -> frozenset[str]:
        """Every value of a facet that some event has."""
        return self.values.every(facet)

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of the events' dates; None where no date has one."""
        dates = [reading.date.value for reading in self.readings if reading.date.value]
        first = min((date.earliest.year for date in dates if date.earliest), default=None)
        last = max((date.latest.year for date in dates if date.latest), default=first)
        return None if first is None or last is None else (first, last)

    def _ids_with_words(self, words: str) -> frozenset[str] | None:
        if not words.strip():
            return None
        return frozenset(id_ for id_, searched in self.texts.items() if hits(searched, words))


def catalogue_of(readings: Sequence[ResolvedEvent], table: EventTable, beside: FacetValues | None = None) -> Catalogue:
    """The catalogue of `readings`, which are read in the mode of `table`; `beside`: the values in the other mode."""
    every = tuple(readings)
    return Catalogue(every, FacetValues(every, table, beside), table)


def catalogue_in(mode: Mode, validation: Validation) -> Catalogue:
    """Every event of a workspace that has been checked, as one mode has it."""
    workspace, evidence = validation.workspace, validation.evidence
    read = resolve_events(workspace.events.values(), workspace.places, evidence, mode)
    return catalogue_of(read, table_of(validation, mode))


def split_values(chosen: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The values of a facet of which an event must have one, and those of which it must have none."""
    values = frozenset(chosen)
    unwanted = frozenset(value for value in values if value.startswith(NOT))
    return values - unwanted, frozenset(value.removeprefix(NOT) for value in unwanted)


def counts_in_ranges(readings: Iterable[ResolvedEvent], ranges: Iterable[tuple[dt.date, dt.date]]) -> list[int]:
    """How many events may have happened in each range, from its first day to its last: see `in_range`."""
    dates = [reading.date.value for reading in readings if reading.date.value]
    begins = sorted(each.earliest or dt.date.min for each in dates)
    ends = sorted(each.latest or dt.date.max for each in dates)
    return [bisect_right(begins, last) - bisect_left(ends, first) for first, last in ranges]


def in_range(date: EventDate | None, start: dt.date | None, end: dt.date | None) -> bool:
    """Whether it may have happened from `start` to `end`, both included. Open ends reach anywhere."""
    if start is None and end is None:
        return True
    if date is None:
        return False
    begins_in_time = end is None or date.earliest is None or date.earliest <= end
    ends_in_time = start is None or date.latest is None or date.latest >= start
    return begins_in_time and ends_in_time
