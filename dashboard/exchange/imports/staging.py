"""Files become parts: read ahead in one thread, made to our columns by the database, and written to the folder."""

import json
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from dashboard.exchange.imports.journal import Journal, Part
from dashboard.exchange.imports.layouts import Layout, NotRead
from dashboard.exchange.imports.projection import FILE, deletions_sql, faults_sql, rows_sql
from dashboard.exchange.imports.reading import LINE, Batch, BrokenRow, Member, MemberReader, Position

_ROWS_OF_A_PART: Final = 30_000
"""A part is written as soon as it has as many; small files share one."""
_COMPRESSION: Final = "zstd"
_BROKEN_TO_GIVE_UP: Final = 1_000

_BrokenLine = tuple[str, int, str, str]
"""A broken row: its file, its line, the reason, and the row as it stands there."""
Sink = Callable[[int], None]
"""What is told how many more bytes were read."""


@dataclass(frozen=True, slots=True)
class _ReadBatch:
    """A batch, with the file that it is of and what comes behind it."""

    file: str
    batch: Batch | None
    """None at the end of a file."""
    member: int
    remarks: tuple[str, ...]


@dataclass(slots=True)
class _Pending:
    """Rows that were read and not yet written; all have the same columns."""

    tables: list[pa.Table] = field(default_factory=list)
    broken: list[tuple[str, BrokenRow]] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """The columns of its rows."""
        return list(self.tables[0].column_names) if self.tables else []

    @property
    def number(self) -> int:
        """How many rows there are, whether broken or not."""
        return sum(int(each.num_rows) for each in self.tables) + len(self.broken)


class Staging:
    """Makes the parts of one import."""

    def __init__(self, journal: Journal, layout: Layout, connection: duckdb.DuckDBPyConnection) -> None:
        self._journal = journal
        self._layout = layout
        self._connection = connection

    def read_files(self, members: Sequence[Member], others: Sequence[Layout], advance: Sink) -> None:
        """Read all files, behind what the journal has. Raises `NotRead`, `OSError`, `duckdb.Error`."""
        last = self._journal.parts[-1] if self._journal.parts else None
        begin, start = (last.member, Position(last.offset, last.line)) if last else (0, Position())
        reads = _reads(members, begin, start, self._layout, others, advance, last.remarks if last else ())
        pending, place = _Pending(), (begin, start)
        remarks: tuple[str, ...] = ()
        with _ahead(reads) as arriving:
            for each in arriving:
                remarks = each.remarks
                if each.batch is None:
                    place = (each.member + 1, Position())
                    continue
                table = each.batch.rows
                if table.num_rows and pending.columns and pending.columns != [*table.column_names, FILE]:
                    self._write(pending, place, remarks)
                    pending = _Pending()
                if table.num_rows:
                    names = pa.repeat(pa.scalar(each.file), table.num_rows)
                    pending.tables.append(table.append_column(FILE, names))
                pending.broken += [(each.file, row) for row in each.batch.broken]
                place = (each.member, each.batch.end)
                if pending.number >= _ROWS_OF_A_PART:
                    self._write(pending, place, remarks)
                    pending = _Pending()
        if pending.number or not self._journal.parts or self._journal.parts[-1].member < len(members):
            self._write(pending, (len(members), Position()), remarks)

    def _write(self, pending: _Pending, place: tuple[int, Position], remarks: tuple[str, ...]) -> None:
        """Write a part, and then count it."""
        number = len(self._journal.parts)
        member, position = place
        part = Part(number, 0, 0, member, position.offset, position.line, remarks)
        broken: list[_BrokenLine] = [(file, row.line, row.reason, row.content) for file, row in pending.broken]
        rows = 0
        if pending.tables:
            self._connection.register("given", pa.concat_tables(pending.tables))
            columns = [each for each in pending.columns if each not in (FILE, LINE)]
            if {*self._layout.needs} <= {*columns}:
                rows = self._write_rows(part.rows_file(self._journal.folder), columns, broken)
            else:
                self._copy(deletions_sql(self._layout, "given"), part.deletions_file(self._journal.folder))
            self._connection.unregister("given")
        if broken:
            _write_lines(part.broken_file(self._journal.folder), sorted(broken, key=lambda row: row[:2]))
        self._refuse_hopeless(rows, broken)
        self._journal.add(Part(number, rows, len(broken), member, position.offset, position.line, remarks))

    def _write_rows(self, path: Path, columns: Sequence[str], broken: list[_BrokenLine]) -> int:
        faults = self._connection.execute(faults_sql(self._layout, columns, "given")).fetchall()
        broken += faults
        return self._copy(rows_sql(self._layout, columns, "given", has_faults=bool(faults)), path)

    def _copy(self, sql: str, path: Path) -> int:
        """Write what the SQL gives to a Parquet file on the disk, and give how many rows it has."""
        target = str(path).replace("'", "''")
        found = self._connection.execute(f"COPY ({sql}) TO '{target}' (FORMAT parquet, COMPRESSION {_COMPRESSION})")
        flush(path)
        return int(found.fetchall()[0][0])

    def _refuse_hopeless(self, rows: int, broken: list[_BrokenLine]) -> None:
        """Raise `NotRead` where nothing at all can be read, rather than write every row as broken."""
        if not rows and len(broken) >= _BROKEN_TO_GIVE_UP and not any(each.rows for each in self._journal.parts):
            file, line, reason, _ = broken[0]
            raise NotRead(
                f"{file}, line {line}: {reason}. None of {len(broken):,} rows can be read. "
                f"Take the file as the publisher has it: {self._layout.address}"
            )


def flush(path: Path) -> None:
    """Have a file on the disk. Raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_lines(path: Path, rows: Sequence[_BrokenLine]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)
        file.flush()
        os.fsync(file.fileno())


def _reads(
    members: Sequence[Member],
    begin: int,
    start: Position,
    layout: Layout,
    others: Sequence[Layout],
    advance: Sink,
    remarks: tuple[str, ...],
) -> Iterator[_ReadBatch]:
    """Batch after batch of file after file; at the end of each file, its end."""
    said = dict.fromkeys(remarks)
    for number, member in enumerate(members[begin:], begin):
        reader = MemberReader(member, layout, others, said)
        for batch in reader.batches(start, advance):
            yield _ReadBatch(member.name, batch, number, tuple(said))
        yield _ReadBatch(member.name, None, number, tuple(said))
        start = Position()


@contextmanager
def _ahead(source: Iterator[_ReadBatch]) -> Iterator[Iterator[_ReadBatch]]:
    """What arrives of the source, with the next one read in a thread meanwhile. What is raised there is raised here."""
    waiting: queue.Queue[_ReadBatch | BaseException | None] = queue.Queue(maxsize=1)
    is_over = threading.Event()

    def offer(thing: _ReadBatch | BaseException | None) -> bool:
        while not is_over.is_set():
            try:
                waiting.put(thing, timeout=0.1)
            except queue.Full:
                continue
            return True
        return False

    def work() -> None:
        try:
            for each in source:
                if not offer(each):
                    return
            offer(None)
        except BaseException as error:  # noqa: BLE001  it is raised where the batches are wanted
            offer(error)

    def arriving() -> Iterator[_ReadBatch]:
        while (each := waiting.get()) is not None:
            if isinstance(each, BaseException):
                raise each
            yield each

    thread = threading.Thread(target=work, name="dateline-import", daemon=True)
    thread.start()
    try:
        yield arriving()
    finally:
        is_over.set()
        thread.join()
