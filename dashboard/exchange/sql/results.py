"""What a query gives, as plain rows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from dashboard.query.fields import csv_file


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Rows under the names of their columns, which may stand more than once."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    is_whole: bool
    """Whether there were no more rows than are given."""
    parquet: bytes
    """A Parquet file of these rows."""

    def csv(self) -> str:
        """The rows as CSV, in which no cell is a formula."""
        return csv_file(self.columns, ([cell_text(value) for value in row] for row in self.rows))

    def json(self) -> str:
        """The rows as a list of objects, one a line; of columns with one name, the last counts."""
        lines = (
            json.dumps(dict(zip(self.columns, map(_plain, row), strict=True)), ensure_ascii=False) for row in self.rows
        )
        return "[\n" + ",\n".join(lines) + "\n]\n" if self.rows else "[]\n"

    def text(self) -> Iterator[str]:
        """The rows as columns of text; what is longer than 60 characters is cut."""
        cells = [list(self.columns), *([_short(cell_text(value)) for value in row] for row in self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(len(self.columns))]
        for number, row in enumerate(cells):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            if number == 0:
                yield "  ".join("-" * width for width in widths)


def cell_text(value: object) -> str:
    """A value as text: lists joined, nothing as nothing."""
    if isinstance(value, list):
        return "; ".join(map(cell_text, value))
    if isinstance(value, dict):
        return json.dumps(_plain(value), ensure_ascii=False)
    return "" if value is None else str(value)


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
    if value is None or isinstance(value, str | bool | int):
        return value
    return value if isinstance(value, float) and value == value and abs(value) != float("inf") else str(value)
