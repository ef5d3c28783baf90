"""Rows as text become parts: the database makes them to our columns, and writes them to files in a folder."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from dashboard.exchange.imports.journal import Part
from dashboard.exchange.imports.layouts import Layout
from dashboard.exchange.imports.projection import FILE, deletions_sql, faults_sql, rows_sql
from dashboard.exchange.imports.reading import LINE, Batch
from dashboard.exchange.imports.text_facts import facts_of
from dashboard.text.sql_literal import sql_literal

PARQUET: Final = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, WRITE_BLOOM_FILTER false"
"""How Parquet files are written: nobody looks for single rows often enough to pay for Bloom filters."""
BrokenLine = tuple[str, int, str, str]
"""A broken row: its file, its line, the reason, and the row as it stands there."""


@dataclass(slots=True)
class PendingRows:
    """Rows that were read and not yet written; all have the same columns."""

    tables: list[pa.Table] = field(default_factory=list)
    broken: list[BrokenLine] = field(default_factory=list)

    def add(self, file: str, batch: Batch) -> None:
        """Take the rows of a batch as well."""
        if batch.rows.num_rows:
            names = pa.repeat(pa.scalar(file), batch.rows.num_rows)
            self.tables.append(batch.rows.append_column(FILE, names))
        self.broken += [(file, row.line, row.reason, row.content) for row in batch.broken]

    def fits(self, batch: Batch) -> bool:
        """Whether the rows of a batch have the columns that those before have."""
        return not self.tables or not batch.rows.num_rows or self.columns == batch.rows.column_names

    @property
    def columns(self) -> list[str]:
        """The columns of its rows, without those that say where a row is from."""
        return [each for each in self.tables[0].column_names if each != FILE]

    @property
    def number(self) -> int:
        """How many rows there are, whether broken or not."""
        return sum(int(each.num_rows) for each in self.tables) + len(self.broken)


class PartWriter:
    """Writes the parts of one import; several may be written at once."""

    def __init__(self, folder: Path, layout: Layout, connection: duckdb.DuckDBPyConnection) -> None:
        self._folder = folder
        self._layout = layout
        self._connection = connection

    def write(self, part: Part, pending: PendingRows) -> tuple[Part, list[BrokenLine]]:
        """Write the files of a part, down to the disk; the part with its numbers, and its first broken rows.

        Raises `OSError`, `duckdb.Error`.
        """
        broken = list(pending.broken)
        rows = 0
        if pending.tables:
            with self._connection.cursor() as cursor:
                table = pa.concat_tables(pending.tables)
                cursor.register("given", table)
                columns = [each for each in pending.columns if each != LINE]
                if self._is_list_of_deletions(columns):
                    copy_to(cursor, deletions_sql(self._layout, "given"), part.deletions_file(self._folder))
                else:
                    facts = facts_of(table)
                    faults = cursor.execute(faults_sql(self._layout, columns, "given", facts)).fetchall()
                    broken += faults
                    sql = rows_sql(self._layout, columns, "given", facts, has_faults=bool(faults))
                    rows = copy_to(cursor, sql, part.rows_file(self._folder))
        if broken:
            broken.sort(key=lambda row: row[:2])
            _write_lines(part.broken_file(self._folder), broken)
        return replace(part, rows=rows, broken=len(broken)), broken[:1]

    def _is_list_of_deletions(self, columns: Sequence[str]) -> bool:
        return bool(self._layout.deletions) and not {*self._layout.needs} <= {*columns}


def copy_to(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    """Write what the SQL gives to a Parquet file on the disk, and give how many rows it has."""
    found = connection.execute(f"COPY ({sql}) TO {sql_literal(path)} ({PARQUET})").fetchall()
    flush(path)
    return int(found[0][0])


def flush(path: Path) -> None:
    """Have a file on the disk. Raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_lines(path: Path, rows: Sequence[BrokenLine]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)
        file.flush()
        os.fsync(file.fileno())
