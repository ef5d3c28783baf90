"""What is asked for in an address or a command, as filters: `?show=thread:us-ecuador-basing&from=2025&words=base`."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.model.dates import DateProblem, EventDate
from dashboard.model.geography import BoundingBox
from dashboard.query.fields import FACETS
from dashboard.query.filters.filtering import Filters
from dashboard.store.file_problems import excerpt


@dataclass(frozen=True, slots=True)
class FilterQuery:
    """The filters that an address gives, and what of it could not be understood."""

    filters: Filters
    refused: tuple[str, ...] = ()
    """Sentences: a word that names no filter, a date that is none, a range that holds nothing."""
    start: str = ""
    """As it is written: EDTF."""
    end: str = ""

    @property
    def key(self) -> Hashable:
        """What two that ask the same, in the same words, share."""
        return (self.filters.key, self.start, self.end)


NO_FILTERS: Final = FilterQuery(Filters())


def parse_query(shows: Sequence[str], start: str, end: str, words: str) -> FilterQuery:
    """The query for `shows` (`facet:value`), `start` and `end` (EDTF, whose first and last days bound it) and words."""
    refused: list[str] = []
    chosen: dict[str, frozenset[str]] = {}
    for show in shows:
        facet, _, value = show.partition(":")
        if facet == "area" and BoundingBox.parse(value) is None:
            refused.append(f"“{excerpt(value)}” is not an area: `area:-82,-5,-75,2` has west, south, east and north")
        elif facet in FACETS and value:
            chosen[facet] = chosen.get(facet, frozenset()) | {value}
        else:
            refused.append(f"“{show}” in the address is not a filter")
    first, last = _date(start, refused), _date(end, refused)
    filters = Filters(chosen, first.earliest if first else None, last.latest if last else None, words)
    if filters.start and filters.end and filters.end < filters.start:
        refused.append(f"A range from {start} to {end} ends before it begins: no event can match")
    return FilterQuery(filters, tuple(refused), start, end)


def shows_of(filters: Filters) -> list[str]:
    """The other way: `facet:value`, in the order of the facets and by name."""
    return [f"{facet}:{value}" for facet in FACETS for value in sorted(filters.chosen.get(facet, ()))]


def _date(text: str, refused: list[str]) -> EventDate | None:
    if not text:
        return None
    try:
        return EventDate.parse(text)
    except DateProblem as problem:
        refused.append(f"“{excerpt(text)}” is not a date: {problem.hint_outside_records}")
        return None
