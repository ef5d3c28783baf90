"""Tables as text (CSV, TSV): cut where rows end, parsed at once where all is well, and row by row where it is not."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from dashboard.exchange.imports.reading.batch import BATCH_BYTES, LINE, Batch, BrokenRow, Header, Position
from dashboard.exchange.imports.reading.careful import LONGEST_FIELD, read_carefully, wrong_number

_QUOTE: Final = 34
_LINE_FEED: Final = 10


class TableReader:
    """Reads the rows of one table after its header."""

    def __init__(self, header: Header, *, is_quoted: bool) -> None:
        self._header = header
        self._is_quoted = is_quoted
        self._types = pa.schema([(each, pa.string()) for each in header.columns])

    def batches(self, blocks: Iterator[bytes], start: Position) -> Iterator[Batch]:
        """The rows, in batches. `blocks` are UTF-8 from `start` on."""
        text, position = b"", start
        for more, is_last in _portions(blocks):
            text += more
            batch, used = self._batch(text, position, is_last=is_last)
            text, position = text[used:], batch.end
            yield batch

    def _batch(self, text: bytes, start: Position, *, is_last: bool) -> tuple[Batch, int]:
        """What of the text is whole rows, and how many bytes that is."""
        ends = self._ends(text, is_last=is_last)
        if len(ends) and (batch := self._batch_at_once(text, ends, start)):
            return batch, int(ends[-1])
        return read_carefully(text, self._header, start, is_quoted=self._is_quoted, is_last=is_last)

    def _ends(self, text: bytes, *, is_last: bool) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """Where rows end, if every quotation mark has its second: behind line feeds with an even number before.

        Nowhere where the last one lacks it.
        """
        letters = np.frombuffer(text, np.uint8)
        feeds = np.flatnonzero(letters == _LINE_FEED)
        if self._is_quoted and text.find(b'"') >= 0:
            quotes = np.flatnonzero(letters == _QUOTE)
            if is_last and len(quotes) % 2:
                return feeds[:0]
            feeds = feeds[np.searchsorted(quotes, feeds) % 2 == 0]
        ends = feeds + 1
        if is_last and (not len(ends) or ends[-1] != len(text)):
            ends = np.append(ends, len(text))
        return ends

    def _batch_at_once(
        self, text: bytes, ends: "np.ndarray[tuple[int], np.dtype[np.int64]]", start: Position
    ) -> Batch | None:
        """The rows by Arrow's parser; None where a row is to be looked at by itself."""
        whole = text[: int(ends[-1])]
        begins = np.concatenate(([0], ends[:-1]))
        if b"\0" in whole or int((ends - begins).max()) > LONGEST_FIELD:
            return None
        feeds = whole.count(b"\n")
        broken: list[tuple[int, arrow_csv.InvalidRow]] = []
        try:
            rows = self._parse(whole, broken, has_line_feeds=feeds > len(ends))
        except pa.ArrowInvalid:
            return None
        lines = self._lines(whole, begins, ends, feeds, start.line)
        if rows.num_rows + len(broken) != len(lines) or any("\n" in row.text for _, row in broken):
            return None
        wrong = [number for number, _ in broken]
        rows = rows.append_column(LINE, pa.array(np.delete(lines, wrong), pa.int64()))
        told = tuple(
            BrokenRow(int(lines[number]), wrong_number(row.actual_columns, row.expected_columns), row.text)
            for number, row in broken
        )
        ends_without_feed = not whole.endswith(b"\n")
        end = Position(start.offset + len(whole), start.line + feeds + ends_without_feed)
        return Batch(rows, told, end)

    def _parse(self, whole: bytes, broken: list[tuple[int, arrow_csv.InvalidRow]], *, has_line_feeds: bool) -> pa.Table:
        def keep_broken(row: arrow_csv.InvalidRow) -> str:
            broken.append((row.number - 1, row))
            return "skip"

        return arrow_csv.read_csv(
            pa.BufferReader(whole),
            arrow_csv.ReadOptions(
                column_names=list(self._header.columns), use_threads=False, block_size=len(whole) + 1
            ),
            arrow_csv.ParseOptions(
                delimiter=self._header.delimiter,
                quote_char='"' if self._is_quoted else False,
                newlines_in_values=has_line_feeds and self._is_quoted,
                invalid_row_handler=keep_broken,
            ),
            arrow_csv.ConvertOptions(
                column_types=self._types, strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=True
            ),
        )

    def _lines(
        self,
        whole: bytes,
        begins: "np.ndarray[tuple[int], np.dtype[np.int64]]",
        ends: "np.ndarray[tuple[int], np.dtype[np.int64]]",
        feeds: int,
        first: int,
    ) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """On which line each row begins that is not empty."""
        if feeds <= len(ends):
            lines = first + np.arange(len(ends))
        else:
            positions = np.flatnonzero(np.frombuffer(whole, np.uint8) == _LINE_FEED)
            lines = first + np.searchsorted(positions, begins)
        short = np.flatnonzero(ends - begins <= 2)
        empty = [each for each in short if not whole[begins[each] : ends[each]].strip(b"\r\n")]
        return np.delete(lines, empty)


def _portions(blocks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Text to parse at a time, and whether it is the last."""
    pieces: list[bytes] = []
    size = 0
    for block in blocks:
        if size >= BATCH_BYTES:
            yield b"".join(pieces), False
            pieces, size = [], 0
        pieces.append(block)
        size += len(block)
    yield b"".join(pieces), True
