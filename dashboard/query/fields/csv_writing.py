"""Every CSV that Dateline writes: a header line and rows, for spreadsheets and scripts.

RFC 4180: commas, double quotes, lines ended by CR LF, one header line. UTF-8 with a byte order mark, without which
Excel reads `Ñ` as `Ã‘`; Python reads it as `utf-8-sig`.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236): one that begins with `=`, `+`,
`-` or `@`, their full-width and small forms and the minus sign among them, or with a tab or a line end; whatever stands
before such a sign and is not seen makes no difference. So does one in which apostrophes stand there: taking one away
where `'` is followed by such a cell gives back what was written. Numbers stay numbers: `-80.5` runs nothing.
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final, TextIO

BYTE_ORDER_MARK: Final = "\ufeff"
_UNSEEN: Final = (
    "\\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\u17b4\u17b5\u2800\u3164\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
_SIGNS: Final = "=+\\-@\t\r\n＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−"
_RUNS: Final = re.compile(f"['{_UNSEEN}]*[{_SIGNS}]")


def csv_file(columns: Iterable[str], rows: Iterable[Iterable[str | float]]) -> str:
    """The whole file, rows in the order given; begins with the byte order mark."""
    text = io.StringIO(newline="")
    write_csv(text, columns, rows)
    return text.getvalue()


def write_csv(file: TextIO, columns: Iterable[str], rows: Iterable[Iterable[str | float]]) -> None:
    """Write such a file row by row, however many there are; it is opened without translating line ends."""
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(map(escape_formula, columns))
    writer.writerows([escape_formula(each) if isinstance(each, str) else each for each in row] for row in rows)


def escape_formula(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if _RUNS.match(cell) else cell
