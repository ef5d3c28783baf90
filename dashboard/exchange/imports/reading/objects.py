"""Files of objects (JSON): what a layout's function gives of them, one by one, in batches."""

import io
from collections.abc import Iterator, Mapping
from typing import Final

import pyarrow as pa

from dashboard.exchange.imports.layouts import BrokenObject, NotRead, ObjectFile
from dashboard.exchange.imports.reading.batch import BATCH_BYTES, LINE, Batch, BrokenRow, Position

_MOST_ROWS: Final = 50_000


def object_batches(file: io.RawIOBase, reading: ObjectFile, name: str, start: Position) -> Iterator[Batch]:
    """The rows of a file of objects behind those that were read before. Raises `NotRead`."""
    stream = io.TextIOWrapper(io.BufferedReader(file), encoding="utf-8-sig", newline="")
    rows: list[tuple[int, Mapping[str, str | None]]] = []
    broken: list[BrokenRow] = []
    size = number = 0
    try:
        for number, each in enumerate(reading.read(stream), 1):
            if number <= start.offset:
                continue
            if isinstance(each, BrokenObject):
                broken.append(BrokenRow(number, each.reason, each.content))
                size += len(each.content)
            else:
                rows.append((number, each))
                size += sum(len(value or "") for value in each.values())
            if len(rows) >= _MOST_ROWS or size > BATCH_BYTES:
                yield _batch(rows, broken, number)
                rows, broken, size = [], [], 0
    except NotRead as error:
        raise NotRead(f"{name}: {error}") from error
    except UnicodeDecodeError as error:
        raise NotRead(f"{name} is not UTF-8, as JSON is: {error.reason} after object {number:,}.") from error
    if rows or broken:
        yield _batch(rows, broken, number)


def _batch(rows: list[tuple[int, Mapping[str, str | None]]], broken: list[BrokenRow], number: int) -> Batch:
    columns = list(dict.fromkeys(column for _, row in rows for column in row))
    arrays = [pa.array([row.get(column) or None for _, row in rows], pa.string()) for column in columns]
    table = pa.table([*arrays, pa.array([line for line, _ in rows], pa.int64())], names=[*columns, LINE])
    return Batch(table, tuple(broken), Position(number, number + 1))
