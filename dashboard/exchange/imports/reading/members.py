"""The rows of one file, by how its layout says that it is read, from where a reading before has come to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from dashboard.exchange.imports.layouts import DelimitedFile, Layout, NotRead, ObjectFile
from dashboard.exchange.imports.reading.batch import Batch, Header, Position
from dashboard.exchange.imports.reading.decoding import Decoder
from dashboard.exchange.imports.reading.delimited import TableReader
from dashboard.exchange.imports.reading.header import read_header
from dashboard.exchange.imports.reading.inputs import Member
from dashboard.exchange.imports.reading.objects import object_batches

_LONGEST_HEADER = 1_000_000


@dataclass(slots=True)
class MemberReader:
    """Reads one file."""

    member: Member
    layout: Layout
    others: Iterable[Layout]
    """Formats that it may be of instead."""
    remarks: dict[str, None] = field(default_factory=dict)
    """What is to be said of how files were read, each once."""

    def batches(self, start: Position, advance: Callable[[int], None]) -> Iterator[Batch]:
        """The rows from `start` on. `advance` is told how many bytes of the file were read. Raises `NotRead`."""
        with self.member.open(advance) as file:
            reading = self.layout.reading
            if isinstance(reading, ObjectFile):
                yield from object_batches(file, reading, self.member.name, start)
                return
            decoder = Decoder(file, self.member.name)
            yield from self._table(decoder.blocks(), reading, start)
            if decoder.remark:
                self.remarks[f"{decoder.remark}."] = None

    def _table(self, blocks: Iterator[bytes], reading: DelimitedFile, start: Position) -> Iterator[Batch]:
        header, after = Header(reading.header, reading.delimiter, reading.quoted), Position()
        if not reading.header:
            header, after, blocks = self._header(blocks)
            if header.delimiter != reading.delimiter:
                shown = "tabs" if header.delimiter == "\t" else f"“{header.delimiter}”"
                self.remarks[f"{self.member.name} has {shown} between its fields."] = None
        begin = start if start.offset else after
        reader = TableReader(header, is_quoted=header.is_quoted)
        yield from reader.batches(_skip(blocks, begin.offset), begin)

    def _header(self, blocks: Iterator[bytes]) -> tuple[Header, Position, Iterator[bytes]]:
        """The columns, where the rows begin, and all blocks, with those that were read for the header."""
        start = b""
        for block in blocks:
            start += block
            if b"\n" in start.lstrip() or len(start) > _LONGEST_HEADER:
                break
        skipped = len(start) - len(start.lstrip(b"\r\n "))
        line, feed, _ = start[skipped:].partition(b"\n")
        if not line.strip():
            raise NotRead(f"{self.member.name} has no rows, and no header. It may have been cut off: fetch it again.")
        if len(line) > _LONGEST_HEADER:
            raise NotRead(f"{self.member.name}, line 1: this is no table: its first line has no end.")
        header = read_header(line.decode("utf-8", "replace"), self.layout, self.member.name, self.others)
        number = start[:skipped].count(b"\n") + 2
        return header, Position(skipped + len(line) + len(feed), number), chain([start], blocks)


def _skip(blocks: Iterator[bytes], offset: int) -> Iterator[bytes]:
    """The blocks without their first bytes."""
    for block in blocks:
        if offset >= len(block):
            offset -= len(block)
        else:
            yield block[offset:]
            offset = 0
