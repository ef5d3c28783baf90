"""A new generation of a dataset: what was read beside what was there, row by row, by the publisher's own ids."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.exchange.imports.parts import copy_to, flush
from dashboard.store.imports import REVISIONS_FILE, ROW_COLUMNS
from dashboard.text.sql_literal import sql_literal

_COLUMNS = ", ".join(ROW_COLUMNS)
_GIVEN = ", ".join(f"given.{each} AS {each}" for each in ROW_COLUMNS)
_INDEX = "row_id VARCHAR, hash UBIGINT, revised VARCHAR, part INTEGER, position BIGINT"
_SMALL_ROWS = 20_000
_MOST_SMALL = 32


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to, before anything counts of it."""

    counts: dict[str, int]
    """Rows, new, changed, same, vanished, deleted, older, duplicate."""
    changed: tuple[str, ...]
    """Ids of rows that differ now, of those that were asked for."""
    vanished: tuple[str, ...]
    """The ids of those that are no longer there."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file of which some rows stay."""

    path: Path
    rows: int
    """How many stay."""
    table: str
    """Where the places of the others stand, by the number of the file."""
    number: int
    is_whole: bool

    @property
    def sql(self) -> str:
        """SQL for the rows that stay."""
        return (
            f"SELECT {_COLUMNS} FROM read_parquet({sql_literal(self.path)}, file_row_number = true) AS given "
            f"ANTI JOIN {self.table} AS gone ON gone.part = {self.number} AND gone.position = given.file_row_number"
        )


class GenerationMerge:
    """Compares rows that were read with those of the generation before, and writes the next one."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        fresh: Sequence[Path],
        old: Sequence[Path],
        deletions: Sequence[Path],
        *,
        is_whole: bool,
    ) -> None:
        self._connection = connection
        self._fresh = fresh
        self._old = old
        self._is_whole = is_whole
        self._index("fresh", fresh)
        self._index("old", old)
        self._run("CREATE OR REPLACE TABLE fresh_left_out (part INTEGER, position BIGINT)")
        self._run("CREATE OR REPLACE TABLE deletions (row_id VARCHAR)")
        for path in deletions:
            self._run(f"INSERT INTO deletions SELECT row_id FROM read_parquet({sql_literal(path)})")

    def compare(self, asked: Sequence[str]) -> Merged:
        """Count what is new, changed and gone. `asked` are ids of rows that records rest on."""
        number = self._number("SELECT count(*) FROM fresh")
        duplicate = self._leave_out_duplicates()
        older = 0 if self._is_whole else self._leave_out_older()
        kept = number - duplicate - older
        self._run("CREATE OR REPLACE TABLE ended AS " + self._ended_sql())
        self._run(
            "CREATE OR REPLACE TABLE old_left_out AS SELECT part, position FROM old SEMI JOIN fresh USING (row_id) "
            "UNION SELECT part, position FROM ended"
        )
        ended = dict(self._run("SELECT ending, count(*) FROM ended GROUP BY ending").fetchall())
        same = self._number("SELECT count(*) FROM fresh JOIN old USING (row_id) WHERE fresh.hash = old.hash")
        changed = ended.get("changed", 0)
        left = self._number("SELECT count(*) FROM old") - self._number("SELECT count(*) FROM old_left_out")
        counts = {
            "rows": kept + left,
            "new": kept - same - changed,
            "changed": changed,
            "same": same,
            "vanished": ended.get("vanished", 0),
            "deleted": ended.get("deleted", 0),
            "older": older,
            "duplicate": duplicate,
        }
        return Merged(counts, self._ended_of(asked, "= 'changed'"), self._ended_of(asked, "<> 'changed'"))

    def write(self, folder: Path, revisions: Path | None, day: dt.date) -> None:
        """Write the generation. `revisions` are earlier states of rows that the generation before has kept."""
        kept = [] if self._is_whole else self._files_that_stay(self._old, "old_left_out")
        kept += self._files_that_stay(self._fresh, "fresh_left_out")
        small = [part for part in kept if part.rows < _SMALL_ROWS]
        if len(small) > _MOST_SMALL:  # as regular imports of small files leave them
            copy_to(self._connection, " UNION ALL ".join(part.sql for part in small), folder / "part-00000.parquet")
            kept = [part for part in kept if part not in small]
        for number, part in enumerate(kept, 1):
            self._write_part(part, folder / f"part-{number:05}.parquet")
        self._write_revisions(folder / REVISIONS_FILE, revisions, day)

    def _index(self, name: str, paths: Sequence[Path]) -> None:
        """A table of ids and hashes, and where each row is. Row by row it has what must fit into memory."""
        self._run(f"CREATE OR REPLACE TABLE {name} ({_INDEX})")
        for part, path in enumerate(paths):
            self._run(
                f"INSERT INTO {name} SELECT row_id, CAST('0x' || left(hash, 16) AS UBIGINT), revised, {part}, "
                f"file_row_number FROM read_parquet({sql_literal(path)}, file_row_number = true)"
            )

    def _leave_out_duplicates(self) -> int:
        """Keep, of rows with one id, the latest revision, else the last one that was read."""
        self._run("CREATE OR REPLACE TABLE repeated AS SELECT row_id FROM fresh GROUP BY row_id HAVING count(*) > 1")
        return self._leave_out(
            "SELECT part, position FROM (SELECT part, position, row_number() OVER (PARTITION BY row_id "
            "ORDER BY coalesce(revised, '') DESC, part DESC, position DESC) AS place "
            "FROM fresh SEMI JOIN repeated USING (row_id)) WHERE place > 1"
        )

    def _leave_out_older(self) -> int:
        """A part of a release may be from before what is there: then what is there stays."""
        return self._leave_out(
            "SELECT fresh.part, fresh.position FROM fresh JOIN old USING (row_id) "
            "WHERE fresh.hash <> old.hash AND fresh.revised < old.revised"
        )

    def _leave_out(self, sql: str) -> int:
        self._run(f"CREATE OR REPLACE TABLE found AS {sql}")
        self._run("INSERT INTO fresh_left_out FROM found")
        self._run("DELETE FROM fresh USING found WHERE fresh.part = found.part AND fresh.position = found.position")
        return self._number("SELECT count(*) FROM found")

    def _ended_sql(self) -> str:
        """Rows of the generation before that are no longer as they were."""
        changed = (
            "SELECT old.part, old.position, old.row_id, 'changed' AS ending FROM old JOIN fresh USING (row_id) "
            "WHERE fresh.hash <> old.hash"
        )
        vanished = "SELECT part, position, row_id, 'vanished' FROM old ANTI JOIN fresh USING (row_id)"
        deleted = (
            "SELECT part, position, row_id, 'deleted' FROM (FROM old ANTI JOIN fresh USING (row_id)) "
            "SEMI JOIN deletions USING (row_id)"
        )
        if self._is_whole:
            return f"{changed} UNION ALL {vanished} ANTI JOIN deletions USING (row_id) UNION ALL {deleted}"
        return f"{changed} UNION ALL {deleted}"

    def _ended_of(self, asked: Sequence[str], condition: str) -> tuple[str, ...]:
        rows = self._connection.execute(
            f"SELECT DISTINCT row_id FROM ended WHERE ending {condition} AND list_contains(?, row_id) ORDER BY row_id",
            [list(asked)],
        ).fetchall()
        return tuple(row for (row,) in rows)

    def _files_that_stay(self, paths: Sequence[Path], table: str) -> list[_Kept]:
        """Files of which some rows stay."""
        gone = dict(self._run(f"SELECT part, count(*) FROM {table} GROUP BY part").fetchall())
        found = []
        for number, path in enumerate(paths):
            rows = self._number(f"SELECT num_rows FROM parquet_file_metadata({sql_literal(path)})")
            found.append(_Kept(path, rows - gone.get(number, 0), table, number, number not in gone))
        return [each for each in found if each.rows]

    def _write_part(self, part: _Kept, target: Path) -> None:
        if not part.is_whole:
            copy_to(self._connection, part.sql, target)
            return
        try:
            target.hardlink_to(part.path)
        except OSError:  # a drive without hard links
            shutil.copyfile(part.path, target)
            flush(target)

    def _write_revisions(self, target: Path, before: Path | None, day: dt.date) -> None:
        kept = [f"SELECT {_COLUMNS}, ended, ending FROM read_parquet({sql_literal(before)})"] if before else []
        ended = self._run("SELECT DISTINCT part FROM ended ORDER BY part").fetchall()
        kept += [
            f"SELECT {_GIVEN}, DATE '{day}' AS ended, ended.ending AS ending "
            f"FROM read_parquet({sql_literal(self._old[part])}, file_row_number = true) AS given "
            f"JOIN ended ON ended.position = given.file_row_number AND ended.part = {part}"
            for (part,) in ended
        ]
        if kept:
            copy_to(self._connection, " UNION ALL ".join(kept), target)

    def _number(self, sql: str) -> int:
        return int(self._run(sql).fetchall()[0][0])

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        return self._connection.execute(sql)
