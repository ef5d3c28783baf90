"""What a query gives, as plain rows."""

import io
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.query.fields import csv_file


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Rows under the names of their columns, which may stand more than once."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    is_whole: bool
    """Whether there were no more rows than are given."""
    arrow: pa.Table
    """The rows as Arrow has them."""

    def csv(self) -> str:
        """The rows as CSV, in which no cell and no name of a column is a formula."""
        return csv_file(self.columns, (map(_cell, row) for row in self.rows))

    def json(self) -> str:
        """The rows as a list of objects, one a line; the second column of a name gets a number."""
        names = distinct_names(self.columns)
        lines = (json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False) for row in self.rows)
        return "[\n" + ",\n".join(lines) + "\n]\n" if self.rows else "[]\n"

    def parquet(self) -> bytes:
        """The rows as a Parquet file; the second column of a name gets a number."""
        file = io.BytesIO()
        pq.write_table(self.arrow.rename_columns(distinct_names(self.columns)), file, compression="zstd")
        return file.getvalue()

    def text(self) -> Iterator[str]:
        """The rows as columns of text; what is longer than 60 characters is cut."""
        cells = [[_short(cell_text(value)) for value in row] for row in (self.columns, *self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(len(self.columns))]
        for number, row in enumerate(cells):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            if number == 0:
                yield "  ".join("-" * width for width in widths)


def distinct_names(columns: Sequence[str]) -> list[str]:
    """The names, of which each that stood before has the first free number: `title`, `title_2`."""
    found: list[str] = []
    free: dict[str, int] = {}
    taken = set(columns)
    seen: set[str] = set()
    for name in columns:
        given = name
        while given in seen or (given != name and given in taken):
            free[name] = free.get(name, 1) + 1
            given = f"{name}_{free[name]}"
        seen.add(given)
        found.append(given)
    return found


def cell_text(value: object) -> str:
    """A value as text: lists joined, nothing as nothing."""
    if isinstance(value, list):
        return "; ".join(map(cell_text, value))
    if isinstance(value, dict | tuple):
        return json.dumps(_plain(value), ensure_ascii=False)
    if isinstance(value, bytes):
        return _bytes_text(value)
    return "" if value is None else str(value)


def _cell(value: object) -> str | float:
    """A number stays one: the minus before it is no formula."""
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return value
    return cell_text(value)


def _bytes_text(value: bytes) -> str:
    """Bytes as DuckDB shows them."""
    return "".join(chr(each) if 32 <= each < 127 and each != 92 else f"\\x{each:02X}" for each in value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return _bytes_text(value)
    if value is None or isinstance(value, str | bool | int):
        return value
    return value if isinstance(value, float) and value == value and abs(value) != float("inf") else str(value)
