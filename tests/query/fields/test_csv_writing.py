"""What a spreadsheet would run is text in every CSV, and comes back as it was written."""

import csv
import io
from pathlib import Path

import pytest

from dashboard.query.fields.csv_writing import BYTE_ORDER_MARK, csv_file, escape_formula

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−")
BEFORE = (
    "",
    " ",
    "\t",
    "  \t ",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u00ad",
    "\x00",
    "\x1f",
    "\n",
    "\r\n",
    "\u2800",
    "\u3164",
    "\U000e0020",
)


@pytest.mark.parametrize("before", BEFORE)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(before: str) -> None:
    """An apostrophe in front makes it text, whatever stands before the sign and is not seen."""
    for sign in SIGNS:
        assert escape_formula(f"{before}{sign}1+1") == f"'{before}{sign}1+1"
        assert escape_formula(f"'{before}{sign}1+1") == f"''{before}{sign}1+1"


@pytest.mark.parametrize("cell", ["", "a", "a=1", "a\n=1", "'quoted'", " a", "3 - 2", "\u200ba@b", "—", "'", "’=1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    """Elsewhere in the cell the sign is harmless."""
    assert escape_formula(cell) == cell


def test_the_file_is_as_the_standard_has_it() -> None:
    """A byte order mark, quotes where they are needed, lines ended by CR LF; every row is guarded."""
    written = csv_file(("a", "b"), [('x"y', "\n=1"), ("1,2", "＝1")])
    assert written == BYTE_ORDER_MARK + 'a,b\r\n"x""y","\'\n=1"\r\n"1,2",\'＝1\r\n'
    read = list(csv.reader(io.StringIO(written.removeprefix(BYTE_ORDER_MARK), newline="")))
    assert read == [["a", "b"], ['x"y', "'\n=1"], ["1,2", "'＝1"]]


def test_numbers_stay_numbers() -> None:
    """A text that begins with a minus may be a formula; a number cannot."""
    assert csv_file(("a", "b"), [(-80.5, "-80.5")]) == BYTE_ORDER_MARK + "a,b\r\n-80.5,'-80.5\r\n"


def test_no_other_module_writes_csv(root: Path) -> None:
    """There is one home for it."""
    texts = {path: path.read_text(encoding="utf-8") for path in (root / "dashboard").rglob("*.py")}
    writing = [path.name for path, text in texts.items() if "csv.writer" in text or "DictWriter" in text]
    assert writing == ["csv_writing.py"]
