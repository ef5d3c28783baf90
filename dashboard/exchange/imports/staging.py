"""Files become parts: read ahead in one thread, written by others, and counted one after the other in the journal."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import duckdb

from dashboard.exchange.imports.journal import Journal, Part
from dashboard.exchange.imports.layouts import Layout, NotRead
from dashboard.exchange.imports.parts import BrokenLine, PartWriter, PendingRows
from dashboard.exchange.imports.reading import Batch, Member, MemberReader, Position

_ROWS_OF_A_PART: Final = 30_000
"""A part is written as soon as it has as many; small files share one."""
_AT_ONCE: Final = 2
_BROKEN_TO_GIVE_UP: Final = 1_000

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


class Staging:
    """Makes the parts of one import."""

    def __init__(self, journal: Journal, layout: Layout, connection: duckdb.DuckDBPyConnection) -> None:
        self._journal = journal
        self._layout = layout
        self._writer = PartWriter(journal.folder, layout, connection)
        self._number = len(journal.parts)
        self._waiting: deque[Future[tuple[Part, list[BrokenLine]]]] = deque()

    def read_files(self, members: Sequence[Member], others: Sequence[Layout], advance: Sink) -> None:
        """Read all files, behind what the journal has. Raises `NotRead`, `OSError`, `duckdb.Error`."""
        last = self._journal.parts[-1] if self._journal.parts else None
        begin, start = (last.member, Position(last.offset, last.line)) if last else (0, Position())
        if last and begin == len(members):
            return
        reads = _reads(members, begin, start, self._layout, others, advance, last.remarks if last else ())
        with ThreadPoolExecutor(_AT_ONCE, "dateline-import") as pool, _ahead(reads) as arriving:
            try:
                self._write_all(pool, arriving, (begin, start), len(members))
            finally:
                for each in self._waiting:
                    each.cancel()

    def _write_all(
        self, pool: ThreadPoolExecutor, arriving: Iterator[_ReadBatch], place: tuple[int, Position], members: int
    ) -> None:
        pending = PendingRows()
        remarks: tuple[str, ...] = ()
        for each in arriving:
            if each.batch is None:
                place, remarks = (each.member + 1, Position()), each.remarks
                continue
            if not pending.fits(each.batch):
                self._submit(pool, pending, place, remarks)
                pending = PendingRows()
            pending.add(each.file, each.batch)
            place, remarks = (each.member, each.batch.end), each.remarks
            if pending.number >= _ROWS_OF_A_PART:
                self._submit(pool, pending, place, remarks)
                pending = PendingRows()
        self._submit(pool, pending, (members, Position()), remarks)
        while self._waiting:
            self._count_first()

    def _submit(
        self, pool: ThreadPoolExecutor, pending: PendingRows, place: tuple[int, Position], remarks: tuple[str, ...]
    ) -> None:
        """Have a part written; when enough are being written, wait for the first of them."""
        member, position = place
        part = Part(self._number, 0, 0, member, position.offset, position.line, remarks)
        self._number += 1
        self._waiting.append(pool.submit(self._writer.write, part, pending))
        if len(self._waiting) > _AT_ONCE:
            self._count_first()

    def _count_first(self) -> None:
        """Enter the next part into the journal, when it is on the disk."""
        part, broken = self._waiting.popleft().result()
        if not part.rows and part.broken >= _BROKEN_TO_GIVE_UP and not any(each.rows for each in self._journal.parts):
            file, line, reason, _ = broken[0]
            raise NotRead(
                f"{file}, line {line}: {reason}. None of {part.broken:,} rows can be read. "
                f"Take the file as the publisher has it: {self._layout.address}"
            )
        self._journal.add(part)


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
