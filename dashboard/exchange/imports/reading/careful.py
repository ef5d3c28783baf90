"""Rows read one by one, where some of a table are broken: each is named, and those behind it are read all the same."""

import csv
from typing import Final

from dashboard.exchange.imports.reading.batch import Batch, BrokenRow, Header, Position, text_table

LONGEST_ROW: Final = 2_000_000
"""Bytes. A quotation mark that is never closed would else make one row of the rest of the file."""
LONGEST_FIELD: Final = 1_000_000
_SHOWN: Final = 100_000
"""So many letters of a broken row are kept."""
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW + 1))


def wrong_number(found: int, expected: int) -> str:
    """What is said of a row with too many or too few fields."""
    return f"it has {found} {'field' if found == 1 else 'fields'}, and there are {expected} columns"


class _Unfinished(Exception):
    """A row whose end is not in the text."""


def read_carefully(
    text: bytes, header: Header, start: Position, *, is_quoted: bool, is_last: bool
) -> tuple[Batch, int]:
    """The rows of a text, and how many of its bytes they are: those of a row without an end are left."""
    lines = text.split(b"\n")
    if not lines[-1] or not is_last:
        lines.pop()
    rows: list[list[str | None]] = []
    numbers: list[int] = []
    broken: list[BrokenRow] = []
    at = offset = 0
    while at < len(lines):
        try:
            fields, taken = _row(lines, at, header.delimiter, is_quoted=is_quoted, is_last=is_last)
        except _Unfinished:
            break
        raw = b"\n".join(lines[at : at + taken])
        if fault := _fault(raw, fields, header):
            taken = 1
            raw = lines[at]
            broken.append(BrokenRow(start.line + at, fault, raw.decode("utf-8", "backslashreplace")[:_SHOWN]))
        elif fields:
            rows.append(list(fields))
            numbers.append(start.line + at)
        at += taken
        offset += len(raw) + 1
    offset = min(offset, len(text))
    end = Position(start.offset + offset, start.line + at)
    return Batch(text_table(header.columns, rows, numbers), tuple(broken), end), offset


def _row(
    lines: list[bytes], at: int, delimiter: str, *, is_quoted: bool, is_last: bool
) -> tuple[list[str] | None, int]:
    """The fields of the row that begins with this line, and how many lines it has; None for one without an end."""
    source = _LinesOfRow(lines, at, 1 if not is_quoted or b'"' not in lines[at] else len(lines))
    reader = csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE)
    try:
        fields = next(reader, [])
    except csv.Error:
        return None, 1
    if source.was_too_short:
        if source.has_reached_end and not is_last:
            raise _Unfinished
        return None, 1
    return fields, max(1, reader.line_num)


class _LinesOfRow:
    """Lines of a text from one on, as long as one row may be."""

    def __init__(self, lines: list[bytes], at: int, most: int) -> None:
        self._lines = lines
        self._at = at
        self._last = min(len(lines), at + most)
        self._bytes = 0
        self.was_too_short = False
        """Whether more was asked for than there is: then a quotation mark is open at the end."""

    @property
    def has_reached_end(self) -> bool:
        """Whether every line was given."""
        return self._at == len(self._lines)

    def __iter__(self) -> "_LinesOfRow":
        return self

    def __next__(self) -> str:
        if self._at == self._last or self._bytes > LONGEST_ROW:
            self.was_too_short = True
            raise StopIteration
        line = self._lines[self._at]
        self._at += 1
        self._bytes += len(line)
        return line.decode("utf-8", "replace").replace("\0", "") + "\n"


def _fault(raw: bytes, fields: list[str] | None, header: Header) -> str:
    """What keeps a row from being read; empty for nothing."""
    if fields is None:
        if b"\r" in raw.rstrip(b"\r"):
            return "a carriage return stands in it outside of quotation marks"
        return "a quotation mark begins a field and no second one ends it"
    if not fields:
        return ""
    if b"\0" in raw:
        return "it has a NUL character"
    if len(fields) != len(header.columns):
        return wrong_number(len(fields), len(header.columns))
    if any(len(each) > LONGEST_FIELD for each in fields):
        return f"a field has more than {LONGEST_FIELD:,} letters"
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return f"byte {error.start + 1} of it is not UTF-8, as the rest of the file is"
    return ""
