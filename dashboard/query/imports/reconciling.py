"""Their counts and ours: imported rows of a record's days and place, beside our records, and why they differ."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.model.geography import BoundingBox, distance_km
from dashboard.model.registry import Actor, Place
from dashboard.query.imports.imported_rows import DatasetCount, ImportedRows, Row
from dashboard.query.imports.linking import LinkSuggestion, compare, record_subject, row_subject
from dashboard.query.imports.row_filters import RowFilters
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words

NEAR_KM: Final = 50.0
MOST_COMPARED: Final = 300
"""So many rows are compared with the record, the nearest first."""
LONGEST_DAYS: Final = 92
"""No rows are looked for beside a record that is known less closely: all would agree."""
_KM_OF_DEGREE: Final = 111.0


@dataclass(frozen=True, slots=True)
class LikelyRow:
    """A row that may be about a record."""

    row: Row
    why: LinkSuggestion


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What was published of a record's days and place, and what of it may be the record."""

    counts: Mapping[str, DatasetCount]
    """By dataset, the rows of the same days, give or take one, near the same place."""
    likely: tuple[LikelyRow, ...]
    records: int
    """Our own records of these, the record among them."""
    compared: int

    @property
    def sentences(self) -> Sequence[str]:
        """The counts and the reasons why they differ, each a sentence."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        theirs = sum(each.rows for each in self.counts.values())
        around = f"of the same days within a day and the same place within {NEAR_KM:g} km"
        yield f"Their {theirs:,}, our {self.records:,}, {around}."
        for name, each in self.counts.items():
            if not each.rows:
                yield f"{name} has none."
            elif each.reports == each.rows:
                yield (
                    f"{name} has {count_words(each.rows, 'report')}: each is one article that names an event, and many "
                    "articles tell of one event."
                )
            else:
                reports = f", {each.reports:,} of them reports" if each.reports else ""
                told = f"{name} has {count_words(each.rows, 'row')}{reports}"
                yield f"{told}: one row is one event as its publisher counts them."
        if theirs:
            likely = count_words(len(self.likely), "row")
            of = f" of the nearest {self.compared:,}" if self.compared < theirs else ""
            is_ = "is" if len(self.likely) == 1 else "are"
            yield (
                f"By day, place, actors and words, {likely}{of} {is_} likely about this record; the others tell of "
                "something else, or say too little."
            )


def reconcile(
    rows: ImportedRows, reading: ResolvedEvent, every: Iterable[ResolvedEvent], actors: Mapping[str, Actor]
) -> Reconciliation | None:
    """The rows around a record; None where it has no place, or no date that is known well enough."""
    place, span = reading.place.value, _days_of(reading)
    if place is None or span is None:
        return None
    first, last = span[0] - dt.timedelta(1), span[1] + dt.timedelta(1)
    filters = _around(place, first, last)
    if filters is None:
        return None
    point = (
        None
        if place.is_area or place.longitude is None or place.latitude is None
        else (place.longitude, place.latitude)
    )
    near = rows.near(first, last, point, place.country, MOST_COMPARED)
    mine = record_subject(reading, actors)
    compared = [LikelyRow(row, compare(row_subject(row), mine, reading.id)) for row in near]
    likely = sorted((each for each in compared if each.why.is_likely), key=lambda each: -each.why.score)
    ours = sum(_is_near(each, place, first, last) for each in every)
    return Reconciliation(rows.counts(filters), tuple(likely), ours, len(near))


def _days_of(reading: ResolvedEvent) -> tuple[dt.date, dt.date] | None:
    date = reading.date.value
    if date is None or date.earliest is None or date.latest is None:
        return None
    return (date.earliest, date.latest) if (date.latest - date.earliest).days < LONGEST_DAYS else None


def _around(place: Place, first: dt.date, last: dt.date) -> RowFilters | None:
    if place.is_area or place.latitude is None or place.longitude is None:
        return RowFilters(during=(first, last), countries=frozenset({place.country})) if place.country else None
    up = NEAR_KM / _KM_OF_DEGREE
    across = min(up / max(math.cos(math.radians(place.latitude)), 0.01), 179.0)
    west, east = ((each + 180) % 360 - 180 for each in (place.longitude - across, place.longitude + across))
    box = BoundingBox(west, max(place.latitude - up, -90.0), east, min(place.latitude + up, 90.0))
    return RowFilters(during=(first, last), areas=(box,))


def _is_near(reading: ResolvedEvent, place: Place, first: dt.date, last: dt.date) -> bool:
    """Whether a record of ours is counted: of these days, and near the place or, of a country, in it."""
    date, there = reading.date.value, reading.place.value
    if date is None or there is None or date.earliest is None or date.latest is None:
        return False
    if date.earliest > last or date.latest < first:
        return False
    if place.is_area or place.latitude is None or place.longitude is None:
        return there.country == place.country
    if there.is_area or there.latitude is None or there.longitude is None:
        return False
    return distance_km(place.latitude, place.longitude, there.latitude, there.longitude) <= NEAR_KM
