"""Filters: which events are shown. Whatever is set, shown and filtered out add up to all."""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from dashboard.cache import SharedCache
from dashboard.model.dates import EventDate
from dashboard.model.record import NOT
from dashboard.query.fields import FACETS, FIELDS, EventRow, EventTable
from dashboard.query.reading import ResolvedEvent
from dashboard.query.texts import SearchTexts, hits, search_texts
from dashboard.store.loading import without_garbage_collection

MOST_RESULTS: Final = 400


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


class FacetValues(Mapping[str, Mapping[str, frozenset[str]]]):
    """The values of all events: facet key to event id to values, of each facet made when somebody first asks for it.

    Events with the same values share the set of these: there are few, and 100,000 events.
    """

    def __init__(
        self, readings: Sequence[ResolvedEvent], table: EventTable, beside: "FacetValues | None" = None
    ) -> None:
        """`beside`: the values of the same events in the other mode. Those of a reading that both have are the same."""
        self._rows = {reading.id: EventRow(reading, table) for reading in readings}
        self._beside = beside
        self._own = self._rows
        """The events whose values must be found here."""
        if beside:
            theirs = beside._rows
            self._own = {id_: row for id_, row in self._rows.items() if row.reading is not theirs[id_].reading}
        self._made: dict[str, Mapping[str, frozenset[str]]] = {}

    def __getitem__(self, key: str) -> Mapping[str, frozenset[str]]:
        if (made := self._made.get(key)) is None:
            values_of, beside = FACETS[key].values_of, self._beside[key] if self._beside else {}
            shared = {values: values for values in set(beside.values())}
            with without_garbage_collection():
                own = ((id_, values_of(row)) for id_, row in self._own.items())
                made = self._made[key] = {**beside, **{id_: shared.setdefault(values, values) for id_, values in own}}
        return made

    def __contains__(self, key: object) -> bool:
        return key in FACETS

    def __iter__(self) -> Iterator[str]:
        return iter(FACETS)

    def __len__(self) -> int:
        return len(FACETS)

    @property
    def facets_in_use(self) -> frozenset[str]:
        """The facets that somebody has asked for."""
        return frozenset(self._made)


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
        given = {key: values for key, values in filters.chosen.items() if values and key in self.values}
        matchers = [match(given.pop(key)) for key in tuple(given) if (match := FACETS[key].matcher)]
        asked = [(self.values[key], *split_values(values)) for key, values in given.items()]
        return tuple(
            reading
            for reading in self.readings
            if (found is None or reading.id in found)
            and all(
                (not wanted or not wanted.isdisjoint(values[reading.id])) and unwanted.isdisjoint(values[reading.id])
                for values, wanted, unwanted in asked
            )
            and all(matches(reading) for matches in matchers)
            and in_range(reading.date.value, filters.start, filters.end)
        )

    def counts(self, facet: str, filters: Filters) -> Counter[str]:
        """How many events each value of a facet would show, all other filters being kept. Zeros are left out."""
        return self.count(facet, self.matching(filters.without(facet)))

    def count(self, facet: str, readings: Iterable[ResolvedEvent]) -> Counter[str]:
        """How many of `readings` have each value of a facet."""
        values = self.values[facet]
        counts: Counter[str] = Counter()
        for shared, number in Counter([values[reading.id] for reading in readings]).items():
            counts.update(dict.fromkeys(shared, number))
        return counts

    def known_values(self, facet: str) -> frozenset[str]:
        """Every value of a facet that some event has."""
        return frozenset().union(*set(self.values[facet].values()))

    def _ids_with_words(self, words: str) -> frozenset[str] | None:
        if not words.strip():
            return None
        return frozenset(id_ for id_, searched in self.texts.items() if hits(searched, words))


def catalogue_of(readings: Sequence[ResolvedEvent], table: EventTable, beside: FacetValues | None = None) -> Catalogue:
    """The catalogue of `readings`, which are read in the mode of `table`; `beside`: the values in the other mode."""
    return Catalogue(tuple(readings), FacetValues(readings, table, beside), table)


def split_values(chosen: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The values of a facet of which an event must have one, and those of which it must have none."""
    values = frozenset(chosen)
    unwanted = frozenset(value for value in values if value.startswith(NOT))
    return values - unwanted, frozenset(value.removeprefix(NOT) for value in unwanted)


def in_range(date: EventDate | None, start: dt.date | None, end: dt.date | None) -> bool:
    """Whether it may have happened from `start` to `end`, both included. Open ends reach anywhere."""
    if start is None and end is None:
        return True
    if date is None:
        return False
    begins_in_time = end is None or date.earliest is None or date.earliest <= end
    ends_in_time = start is None or date.latest is None or date.latest >= start
    return begins_in_time and ends_in_time
