"""A PDF page's text with the places of its lines: what stands beside each other is one row."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pypdf import PageObject

EDGE_ROWS: Final = 8
"""Rows at the top and at the bottom of a page whose places are kept."""

_SAME_ROW: Final = 0.6
"""Sizes of a page's usual letters by which baselines of one row may differ: signs that refer to notes are raised."""
_EM: Final = 0.5
"""Mean width of a letter, in its size: no font is asked."""
_GAP: Final = "   "
_INNER_GAP: Final = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that were drawn at once."""

    line: int
    """Which line of the page's text it stands in."""
    x: float
    y: float
    """The baseline, in points from the lower left corner of the page as it is shown."""
    size: float
    text: str

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.x + _EM * self.size * len(self.text)

    @property
    def parts(self) -> list["Piece"]:
        """What three spaces or more divide: `3   INQUIRY PAPERS` is a number, and words beside it."""
        if _GAP not in self.text:
            return [self]
        ends = [0, *(match.end() for match in _INNER_GAP.finditer(self.text)), len(self.text)]
        em = _EM * self.size
        return [replace(self, x=self.x + em * start, text=self.text[start:end]) for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one height of a page, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def y(self) -> float:
        """In points from the lower edge, of its longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.text)).y

    @property
    def size(self) -> float:
        """The size of its largest letters, in points."""
        return max(piece.size for piece in self.pieces)

    @property
    def cells(self) -> list[tuple[float, str]]:
        """What wide gaps divide, each with where it begins; several spaces in one piece are such a gap."""
        cells: list[tuple[float, str]] = []
        before: Piece | None = None
        for piece in self.pieces:
            for at, part in enumerate(piece.parts):
                if before is None or at or part.x > before.right + 2.5 * part.size:
                    cells.append((part.x, part.text))
                else:
                    cells[-1] = (cells[-1][0], cells[-1][1] + part.text)
                before = part
        return [(x, _SPACE.sub(" ", text).strip()) for x, text in cells]

    @property
    def text(self) -> str:
        """Cells apart by a tab."""
        return "\t".join(text for _, text in self.cells)

    @property
    def lines(self) -> frozenset[int]:
        """The lines of the page's text that have it."""
        return frozenset(piece.line for piece in self.pieces)


@dataclass(slots=True)
class PlacedPage:
    """A page's text, and the rows at its edges."""

    lines: list[str]
    top: list[Row] = field(default_factory=list)
    """From the uppermost down; empty where the places are not known."""
    bottom: list[Row] = field(default_factory=list)
    """From the lowest up."""
    pitch: float = 0.0
    """The distance of two rows within a paragraph, in points: of which a quarter is smaller."""
    size: float = 0.0
    """The usual size of its letters, in points."""
    height: float = 0.0
    """What the page measures from top to bottom as it is shown, in points."""
    head: list[str] = field(default_factory=list)
    """Lines that stand above the text."""
    foot: list[str] = field(default_factory=list)
    """Lines that stand below it, from the lowest up."""
    taken_off: set[int] = field(default_factory=set)
    """Lines that the text has no more."""
    mixed: frozenset[int] = frozenset()
    """Lines of the text that have pieces of several rows."""

    @property
    def text(self) -> str:
        """Without empty lines at its ends."""
        left = (line for number, line in enumerate(self.lines) if number not in self.taken_off)
        return "\n".join([*self.head, *left, *reversed(self.foot)]).strip("\n")


def read_placed(page: "PageObject") -> PlacedPage:
    """The text as the library has it, and where it stands."""
    pieces: list[Piece] = []
    line = 0

    def place(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        nonlocal line
        for number, part in enumerate(text.split("\n")):
            line += number > 0
            if part.strip():
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = abs(tm[3] * cm[3]) + abs(tm[2] * cm[1])
                pieces.append(Piece(line, *_as_shown(x, y, page), (size or 1) * scale, part))

    text = page.extract_text(visitor_text=place)
    placed = PlacedPage(text.split("\n"))
    placed.height = float(page.mediabox.width if page.rotation % 180 else page.mediabox.height)
    if line + 1 == len(placed.lines) and pieces:
        placed.size = median(piece.size for piece in pieces for _ in range(1 + len(piece.text) // 20))
        rows = list(_rows(pieces, _SAME_ROW * placed.size))
        gaps = [above.y - below.y for above, below in pairwise(rows)]
        placed.top, placed.bottom = rows[:EDGE_ROWS], rows[: -EDGE_ROWS - 1 : -1]
        placed.pitch = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
        placed.mixed = frozenset(
            line for line, times in Counter(each for row in rows for each in row.lines).items() if times > 1
        )
    return placed


def _as_shown(x: float, y: float, page: "PageObject") -> tuple[float, float]:
    """A page may be turned by quarters."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    turned = page.rotation % 360
    return {90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}.get(turned, (x, y))


def _rows(pieces: list[Piece], nearest: float) -> Iterator[Row]:
    """The rows from the top down; baselines of two are more than `nearest` points apart."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: -each.y):
        if row and row[0].y - piece.y > nearest:
            yield Row(tuple(sorted(row, key=lambda each: each.x)))
            row = []
        row.append(piece)
    if row:
        yield Row(tuple(sorted(row, key=lambda each: each.x)))
