"""The rows at the heads, or at the feet, of a PDF's pages: how far from the text they stand, and what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from dashboard.exchange.documents.pdf_pages.rows import PlacedPage, Row

APART: Final = 1.6
"""Usual distances of two rows that a head without a number is apart from the text, at least."""
OFF_LINES: Final = 1.05
"""Usual distances of two rows from which on a row does not stand on the lines of the text below or above it."""
_SAME_START: Final = 2.0
_LARGER: Final = 1.15
"""The least size of a title, in that of the letters over it."""
_RARE: Final = 0.3
"""The largest share of the distances of a text's rows that is that of a head: they are between short paragraphs."""
MOST_ROWS: Final = 3
"""Rows of one head or foot."""
SAME_GAP: Final = 1.0


@dataclass(slots=True)
class PageEdge:
    """The heads, or the feet, of all pages: rows from the outermost inwards, those that were taken off no more."""

    pages: Sequence[PlacedPage]
    is_head: bool
    rows: list[list[Row]]
    pitch: float
    other: "PageEdge | None" = None
    """The opposite one."""
    is_for_few: bool = False
    """Whether rows of few pages are looked for, too: when those of many are gone."""
    taken: list[Row] = field(default_factory=list)
    """Rows that were taken off, one of each kind."""
    text: list[list[Row]] = field(init=False)
    """The rows that were not taken off."""

    def __post_init__(self) -> None:
        self.text = [list(rows) for rows in self.rows]

    def stands_over_larger(self, number: int, depth: int) -> bool:
        """Whether the text begins with larger letters, as that of a slide does: no line of it stands over its title."""
        outer, inner = self.rows[number][depth - 1 : depth + 1]
        return inner.size >= _LARGER * outer.size

    def is_of_table(self, number: int, depth: int) -> bool:
        """Whether cells of the innermost of the rows begin where those of one of the next rows do."""
        rows = self.rows[number]
        return any(_shared_starts(rows[depth - 1], row) > 1 for row in rows[depth : depth + MOST_ROWS])

    def heads_columns(self, number: int, depth: int) -> bool:
        """Whether lines of the text begin below a cell of the innermost of the rows that is not its first one.

        So they do in the columns of a table whose cells have many lines; what stands at the right of a head has none.
        """
        rows = self.rows[number]
        starts = [x for x, _ in rows[depth - 1].cells[1:]]
        return any(sum(_begins_at(each, x) for each in rows[depth:]) > 1 for x in starts)

    def is_of_no_line(self, gap: float, inner: Sequence[int], depth: int) -> bool:
        """Whether hardly any rows of the text are so far from each other, as all those of a table or a list are."""
        rows = (pairwise(self.rows[number][depth:]) for number in inner)
        gaps = [abs(one.y - other.y) for pairs in rows for one, other in pairs]
        return sum(abs(each - gap) <= SAME_GAP for each in gaps) <= _RARE * len(gaps)

    def breaks_a_sentence(self, number: int, depth: int) -> bool:
        """Whether a sentence goes on from one page to the next, across the rows at the edge between the two."""
        before, after = (number - 1, number) if self.is_head else (number, number + 1)
        if before < 0 or after >= len(self.pages) or self.other is None:
            return False
        own, other = self.text[number][depth:], self.other.text[before if self.is_head else after]
        last, first = (other[:1], own[:1]) if self.is_head else (own[:1], other[:1])
        return bool(last and first) and last[0].text[-1:].isalpha() and first[0].text[:1].islower()

    def is_apart(self, number: int, depth: int) -> bool:
        """Whether a page's text begins behind so many rows: then no row of it is looked at any more."""
        rows = self.rows[number]
        if len(rows) <= depth:
            return False
        outer, inner = rows[depth - 1], rows[depth]
        gap = abs(outer.y - inner.y)
        next_gap = abs(inner.y - rows[depth + 1].y) if len(rows) > depth + 1 else 0.0
        return self.shared_starts(number, depth) < 2 and gap >= APART * self.pitch and gap >= 1.2 * next_gap

    def shared_starts(self, number: int, depth: int) -> int:
        """How many cells of the innermost of so many rows begin where one of the next row does."""
        return _shared_starts(*self.rows[number][depth - 1 : depth + 1])


def _shared_starts(row: Row, other: Row) -> int:
    """How many cells of a row begin where one of another row does."""
    return sum(_begins_at(other, x) for x, _ in row.cells)


def _begins_at(row: Row, x: float) -> bool:
    """Whether a cell of a row begins there."""
    return any(abs(x - start) <= _SAME_START for start, _ in row.cells)
