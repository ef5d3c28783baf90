"""What is asked of imported rows: those filters of the page that a row can answer, and the names of those it cannot."""

import datetime as dt
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Literal

from dashboard.model.geography import BoundingBox
from dashboard.query.fields import FACETS, NONE
from dashboard.query.filters import Filters, split_values
from dashboard.query.imports.sql import IN_BIN

_ANSWERED: Final = ("country", "type", "area")
"""Facets that a row has a value of."""
LEAST_STEP: Final = 0.001
"""Degrees: no bin of a map is smaller."""
MOST_WORDS: Final = 6
"""More words than this are not looked for."""


@dataclass(frozen=True, slots=True)
class MapBin:
    """One cell of a grid of degrees."""

    step: float
    """Degrees to each side."""
    across: int
    """From 180° W."""
    up: int
    """From the south pole."""

    def __str__(self) -> str:
        """As an address has it."""
        return f"{self.step:g},{self.across},{self.up}"

    @classmethod
    def parse(cls, text: str) -> "MapBin | None":
        """What `str` has given; None for anything else."""
        try:
            step, across, up = text.split(",")
            read = cls(float(step), int(across), int(up))
        except ValueError:
            return None
        return (
            read
            if LEAST_STEP <= read.step <= 90
            and abs(read.across) <= 360 / LEAST_STEP
            and abs(read.up) <= 360 / LEAST_STEP
            else None
        )

    @property
    def box(self) -> BoundingBox:
        """The part of the earth that it covers."""
        west, south = self.across * self.step - 180, self.up * self.step - 90
        return BoundingBox(west, south, min(west + self.step, 180.0), min(south + self.step, 90.0))


@dataclass(frozen=True)
class RowFilters:
    """Nothing set lets every row through."""

    start: dt.date | None = None
    """A row must be possible on this day or later; a row without a day passes no range."""
    end: dt.date | None = None
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 alpha-2, or `none`; a row has one of them."""
    not_countries: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    """PLOVER, or `none`."""
    not_types: frozenset[str] = frozenset()
    areas: tuple[BoundingBox, ...] = ()
    """A row lies in one of them."""
    words: tuple[str, ...] = ()
    """Every one occurs in the row's title, text, actors or place."""
    datasets: frozenset[str] = frozenset()
    within: BoundingBox | None = None
    """The part of a map that is seen."""
    bin: MapBin | None = None
    during: tuple[dt.date, dt.date] | None = None
    """The first and the last day of a bar of the timeline."""

    @cached_property
    def conditions(self) -> tuple[str, dict[str, Any]]:
        """SQL that holds of the rows that pass, and its parameters."""
        parameters: dict[str, Any] = {}
        return " AND ".join(self._conditions(parameters)) or "true", parameters

    def _conditions(self, given: dict[str, Any]) -> Iterator[str]:
        if self.start is not None:
            given["start"] = self.start
            yield "last_day >= $start"
        if self.end is not None:
            given["end"] = self.end
            yield "first_day <= $end"
        for column, wanted, unwanted in (
            ("country", self.countries, self.not_countries),
            ("event_type", self.types, self.not_types),
            ("dataset", self.datasets, frozenset[str]()),
        ):
            if wanted:
                given[f"{column}s"] = sorted(wanted)
                yield f"list_contains(${column}s, coalesce({column}, '{NONE}'))"
            if unwanted:
                given[f"not_{column}s"] = sorted(unwanted)
                yield f"NOT list_contains($not_{column}s, coalesce({column}, '{NONE}'))"
        if self.areas:
            yield f"({' OR '.join(map(_in_area, self.areas))})"
        if self.within:
            yield _in_area(self.within)
        if self.during:
            given |= {"since": self.during[0], "until": self.during[1]}
            yield "last_day >= $since AND first_day <= $until"
        if self.bin:
            given |= {"step": self.bin.step, "across": self.bin.across, "up": self.bin.up}
            yield IN_BIN
        for number, word in enumerate(self.words):
            given[f"word{number}"] = f"%{_as_pattern(word)}%"
            yield _WORD.format(word=f"word{number}")

    def without(self, column: Literal["country", "event_type"]) -> "RowFilters":
        """These filters without those of one column: what its values are counted by."""
        if column == "country":
            return replace(self, countries=frozenset(), not_countries=frozenset())
        return replace(self, types=frozenset(), not_types=frozenset())

    def narrowed_to(self, told: str) -> "RowFilters | None":
        """These filters for the rows behind one mark alone: `bin:4,60,31`, `days:2020-01-01_2020-01-31`."""
        kind, _, value = told.partition(":")
        if kind == "bin" and (cell := MapBin.parse(value)) is not None:
            return replace(self, bin=cell)
        if kind == "days":
            try:
                first, last = map(dt.date.fromisoformat, value.split("_"))
            except ValueError:
                return None
            return replace(self, during=(first, last))
        return None

    @property
    def key(self) -> Hashable:
        """What two that ask the same share."""
        return (self.conditions[0], repr(self.conditions[1]))


_IN_NAMES: Final = ("place", "admin1", "country_name", "actor1", "actor2")
_WORD: Final = (
    "(text ILIKE ${word} ESCAPE '\\' OR title ILIKE ${word} ESCAPE '\\' OR "
    + " OR ".join(f"strip_accents({name}) ILIKE strip_accents(${{word}}) ESCAPE '\\'" for name in _IN_NAMES)
    + ")"
)
"""Accents are left out of names alone, which are few: to take them from every text would take ten times as long."""


def _as_pattern(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _in_area(area: BoundingBox) -> str:
    joined = "AND" if area.west <= area.east else "OR"
    return (
        f"(latitude BETWEEN {area.south!r} AND {area.north!r} "
        f"AND (longitude >= {area.west!r} {joined} longitude <= {area.east!r}))"
    )


def filters_for_rows(filters: Filters, datasets: frozenset[str] = frozenset()) -> tuple[RowFilters, tuple[str, ...]]:
    """The filters of a page as rows can answer them, and the titles of those that they cannot."""
    countries, types = (split_values(filters.chosen.get(facet, ())) for facet in ("country", "type"))
    areas = filter(None, map(BoundingBox.parse, sorted(filters.chosen.get("area", ()))))
    asked = RowFilters(
        filters.start,
        filters.end,
        *countries,
        *types,
        tuple(areas),
        tuple(filters.words.split())[:MOST_WORDS],
        datasets,
    )
    left = tuple(
        facet.title.lower() for key, facet in FACETS.items() if filters.chosen.get(key) and key not in _ANSWERED
    )
    return asked, left
