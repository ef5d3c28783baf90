"""DuckDB over the Parquet files of a workspace's imports: it reads these files, and reaches nothing else."""

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from dashboard.query.imports.engine import ImportsUnreadable, Parameters, QueryTooSlow
from dashboard.query.imports.sql import TABLE
from dashboard.store.imports import ROW_COLUMNS, Dataset
from dashboard.text.sql_literal import sql_literal

MEMORY: Final = "600MB"
THREADS: Final = 2
SECONDS: Final = 30.0
"""A query that takes longer is broken off."""


class DuckDbEngine:
    """The rows of one generation of each dataset. The files stay where they are, and are read anew by every query."""

    def __init__(self, root: Path, datasets: Sequence[Dataset], seconds: float = SECONDS) -> None:
        """Raises `ImportsUnreadable` where a file is missing, or has other columns."""
        self._seconds = seconds
        parts = files_of(root, datasets)
        every = [part for of_one in parts.values() for part in of_one]
        self._connection = duckdb.connect(":memory:", config={"memory_limit": MEMORY, "threads": THREADS})
        try:
            for sql in (*allow_files_alone(every), imports_view(parts), "SET lock_configuration = true"):
                self._connection.execute(sql)
        except duckdb.Error as error:
            raise ImportsUnreadable(_advice(error)) from None

    def run(self, sql: str, parameters: Parameters) -> pa.Table:
        """The rows that the query finds, by a cursor of its own."""
        cursor = self._connection.cursor()
        timer = threading.Timer(self._seconds, cursor.interrupt)
        timer.start()
        try:
            return cursor.sql(sql, params=dict(parameters)).to_arrow_table()
        except duckdb.InterruptException:
            raise QueryTooSlow("The imported rows took too long to ask. Filter by a date or a country.") from None
        except duckdb.Error as error:
            raise ImportsUnreadable(_advice(error)) from None
        finally:
            timer.cancel()
            with suppress(duckdb.Error):
                cursor.close()


def files_of(root: Path, datasets: Sequence[Dataset]) -> dict[str, list[str]]:
    """The Parquet files of each dataset by its name."""
    return {dataset.name: [str(part) for part in dataset.parts(root)] for dataset in datasets}


def allow_files_alone(parts: Sequence[str]) -> tuple[str, ...]:
    """What keeps DuckDB to these files; the order matters, as the last of them lets nothing else be opened."""
    return (
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET allow_community_extensions = false",
        "SET python_enable_replacements = false",
        "SET temp_directory = ''",
        "SET max_temp_directory_size = '0MB'",
        "SET TimeZone = 'UTC'",
        f"SET allowed_paths = [{', '.join(map(sql_literal, parts))}]",
        "SET enable_external_access = false",
    )


def imports_view(parts: Mapping[str, Sequence[str]]) -> str:
    """The statement that makes the table of all rows, of the files of each dataset."""
    columns = ", ".join(f'"{name}"' for name in ROW_COLUMNS)
    each = [
        f"SELECT {sql_literal(name)} AS dataset, {columns} FROM read_parquet([{', '.join(map(sql_literal, files))}])"  # noqa: S608
        for name, files in parts.items()
        if files
    ]
    nothing = ", ".join(f'CAST(NULL AS {column.type}) AS "{name}"' for name, column in ROW_COLUMNS.items())
    rows = " UNION ALL ".join(each) or f"SELECT '' AS dataset, {nothing} WHERE false"
    return f"CREATE VIEW {TABLE} AS {rows}"


def _advice(error: duckdb.Error) -> str:
    first = " ".join(str(error).splitlines()[0].split())[:200]
    return f"The imported rows cannot be read ({first}). Import the dataset again."
