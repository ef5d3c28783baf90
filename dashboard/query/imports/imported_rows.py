"""The imported rows of a workspace, as pages ask for them: counted, in bins and densities, and one page of them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeVar

import numpy as np

from dashboard.cache import SharedCache
from dashboard.model.geography import BoundingBox
from dashboard.query.imports import sql
from dashboard.query.imports.engine import Engine
from dashboard.query.imports.row_filters import MapBin, RowFilters
from dashboard.store.imports import ROW_COLUMNS, Dataset

Found = TypeVar("Found")
Row = Mapping[str, Any]
"""A row by the names of its columns, with its `dataset`."""

PAGE_ROWS: Final = 50
MOST_BINS: Final = 600
"""More would be slow to draw and to press: the next coarser step is taken."""
_NOT_LISTED: Final = ("raw", "hash", "source_url", "source_date", "revised", "admin1")
_LISTED: Final = ", ".join(("dataset", *(f'"{name}"' for name in ROW_COLUMNS if name not in _NOT_LISTED)))
_MOST_ASKED: Final = 64
_APART: Final = 1_000_000
"""More than there are steps from pole to pole."""


@dataclass(frozen=True, slots=True)
class DatasetCount:
    """How many rows of a dataset pass."""

    rows: int = 0
    reports: int = 0
    """How many of them are reports, and no events."""
    placed: int = 0
    """How many have a point."""
    dated: int = 0


@dataclass(frozen=True, slots=True)
class CountedBin:
    """A cell of the map's grid that has rows."""

    bin: MapBin
    rows: int
    reports: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """Rows of a dataset with the same first and last day."""

    dataset: str
    first: dt.date
    last: dt.date
    rows: int


@dataclass(frozen=True, eq=False)
class BinnedRows:
    """What a map draws: told from another by identity, as it is kept."""

    step: float
    """Degrees to each side of a bin."""
    bins: tuple[CountedBin, ...]
    """The fullest first."""


@dataclass(frozen=True, eq=False)
class DatedRows:
    """What a timeline draws: told from another by identity, as it is kept."""

    days: tuple[DayCount, ...]
    """By their first days."""


@dataclass(frozen=True, slots=True)
class RowPage:
    """Some rows, newest first, of all that pass."""

    rows: tuple[Row, ...]
    total: int
    offset: int


class ImportedRows:
    """All that is asked of one generation of each dataset. What was asked for last is kept, for all sessions."""

    def __init__(self, datasets: Sequence[Dataset], engine: Engine) -> None:
        self.datasets: Final = tuple(datasets)
        self._engine = engine
        self._kept: SharedCache[Any] = SharedCache(_MOST_ASKED)

    @property
    def by_name(self) -> Mapping[str, Dataset]:
        """The datasets by their names."""
        return {dataset.name: dataset for dataset in self.datasets}

    def counts(self, filters: RowFilters) -> Mapping[str, DatasetCount]:
        """The number of rows of each dataset that pass, if it is none as well."""
        return self._once("counts", filters, lambda: self._count(filters))

    def densities(self, filters: RowFilters) -> DatedRows:
        """The rows that pass by their days, for a timeline of any scale."""
        return self._once("densities", filters, lambda: self._densities(filters))

    def bins(self, filters: RowFilters, step: float, within: BoundingBox) -> BinnedRows:
        """The rows that pass in bins of so many degrees; of more, twice as many, where bins would be too many."""
        seen = replace(filters, within=within)
        return self._once(("bins", step), seen, lambda: self._bins(seen, step))

    def values(self, column: Literal["country", "event_type"], filters: RowFilters) -> Mapping[str, int]:
        """The values of a column, `none` among them, with the number of rows that pass of each; the most first."""
        asked = sql.VALUES.replace("{column}", column)
        found = self._once(("values", column), filters, lambda: self._ask(asked, filters))
        return {each["value"]: each["number"] for each in found}

    def page(self, filters: RowFilters, part: int, rows: int = PAGE_ROWS) -> RowPage:
        """One page of the rows that pass, newest first; the last one where there are fewer."""
        return self._once(("page", part, rows), filters, lambda: self._page(filters, part, rows))

    def row(self, dataset: str, row_id: str) -> Row | None:
        """One row with every column; None where there is none."""
        found = self._run(sql.BY_ID, {"dataset": dataset, "row_id": row_id})
        return found[0] if found else None

    def near(
        self, start: dt.date, end: dt.date, point: tuple[float, float] | None, country: str | None, most: int
    ) -> tuple[Row, ...]:
        """Rows of these days near a point (longitude, latitude) or in a country, the nearest first."""
        given: dict[str, Any] = {"start": start, "end": end, "country": country}
        near, distance = "false", "first_day"
        if point is not None:
            given |= {"longitude": point[0], "latitude": point[1]}
            near, distance = sql.NEAR_POINT, sql.DISTANCE
        asked = sql.NEAR.format(columns=_LISTED, near=near, distance=distance, number=int(most))
        return tuple(self._run(asked, given))

    def _once(self, what: Any, filters: RowFilters, make: Callable[[], Found]) -> Found:
        found: Found = self._kept.get((what, filters.key), None, make)
        return found

    def _run(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._engine.run(text, parameters).to_pylist()
        return rows

    def _ask(self, text: str, filters: RowFilters, **more: Any) -> list[dict[str, Any]]:
        conditions, parameters = filters.conditions
        return self._run(text.replace("{conditions}", conditions), {**parameters, **more})

    def _count(self, filters: RowFilters) -> Mapping[str, DatasetCount]:
        found = {dataset.name: DatasetCount() for dataset in self.datasets}
        for each in self._ask(sql.COUNTS, filters):
            before, number = found[each["dataset"]], each["number"]
            found[each["dataset"]] = DatasetCount(
                before.rows + number,
                before.reports + (number if each["kind"] == "report" else 0),
                before.placed + each["placed"],
                before.dated + each["dated"],
            )
        return found

    def _densities(self, filters: RowFilters) -> DatedRows:
        conditions, parameters = filters.conditions
        found = self._engine.run(sql.DENSITIES.replace("{conditions}", conditions), parameters)
        return DatedRows(tuple(map(DayCount, *(found.column(name).to_pylist() for name in found.column_names))))

    def _bins(self, filters: RowFilters, step: float) -> BinnedRows:
        conditions, parameters = filters.conditions
        found = self._engine.run(sql.BINS.replace("{conditions}", conditions), {**parameters, "step": step})
        across, up, rows, reports = (
            found.column(name).to_numpy().astype(np.int64) for name in ("across", "up", "number", "reports")
        )
        while len(rows) > MOST_BINS:  # a cell twice as wide holds four of these
            step, across, up = step * 2, across // 2, up // 2
            cells, which = np.unique(across * _APART + up, return_inverse=True)
            across, up = cells // _APART, cells % _APART
            rows, reports = (np.bincount(which, each).astype(np.int64) for each in (rows, reports))
        found_bins = zip(across.tolist(), up.tolist(), rows.tolist(), reports.tolist(), strict=True)
        bins = [CountedBin(MapBin(step, x, y), number, told) for x, y, number, told in found_bins]
        return BinnedRows(step, tuple(sorted(bins, key=lambda each: (-each.rows, each.bin.across, each.bin.up))))

    def _page(self, filters: RowFilters, part: int, rows: int) -> RowPage:
        total = sum(each.rows for each in self.counts(filters).values())
        offset = min(max(part, 0), max(-(-total // rows) - 1, 0)) * rows
        asked = sql.NEWEST.replace("{number}", str(int(rows))).replace("{offset}", str(offset))
        at = [(each["dataset"], each["file"], each["line"]) for each in self._ask(asked, filters)]
        if not at:
            return RowPage((), total, offset)
        lines = ", ".join(str(int(line)) for line in sorted({line for _, _, line in at}))
        read = self._run(sql.AT_LINES.replace("{columns}", _LISTED).replace("{lines}", lines), {})
        by_line = {(row["dataset"], row["file"], row["line"]): row for row in read}
        return RowPage(tuple(by_line[each] for each in at if each in by_line), total, offset)
