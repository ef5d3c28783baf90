"""What is read of a file at a time: rows as text, those that are broken, and where the reading has come to."""

from dataclasses import dataclass
from typing import Final

import pyarrow as pa

LINE: Final = "dateline_line"
"""The column that says on which line a row begins."""
BATCH_BYTES: Final = 24_000_000
"""About as much text is read at a time."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that could not be read."""

    line: int
    reason: str
    content: str
    """The row as it stands in the file."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the next row begins."""

    offset: int = 0
    """In bytes of the decoded text (UTF-8); of a file of objects, how many have been read."""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a file."""

    columns: tuple[str, ...]
    """In lower case, by the names that the layout uses."""
    delimiter: str = ","
    is_quoted: bool = True
    """Whether a quotation mark encloses a field."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a file, in order."""

    rows: pa.Table
    """All columns are text, apart from `LINE`."""
    broken: tuple[BrokenRow, ...]
    end: Position


def text_table(columns: tuple[str, ...], rows: list[list[str | None]], lines: list[int]) -> pa.Table:
    """Rows of text as a table, with their lines; empty fields are NULL."""
    by_column = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    arrays = [pa.array([each or None for each in values], pa.string()) for values in by_column]
    return pa.table([*arrays, pa.array(lines, pa.int64())], names=[*columns, LINE])
