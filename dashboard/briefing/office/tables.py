"""How wide the columns of a table are, so that it fits the paper or the slide and is as low as can be."""

import math
from collections.abc import Sequence
from typing import Final

from dashboard.views.drawing import text_width

_STEPS: Final = 32
_MOST_ROWS: Final = 80
"""More rows than these tell nothing new of a table's shape."""
_LARGEST_SHARE: Final = 1.25
"""A column of one long word, as an address is, gets so much of an even share to begin with; the word is broken."""


def column_widths(rows: Sequence[Sequence[str]], room: float, size: float, padding: float) -> list[float]:
    """The width of each column, in the unit of `room` and `size`; they add up to `room`. Row 1 has the headings.

    Every column has what its longest word needs, as far as that goes. What is left goes, piece by piece, to the column
    that makes the rows lower.
    """
    taken = rows[:_MOST_ROWS]
    columns = list(zip(*taken, strict=True))
    most = room / len(columns) * _LARGEST_SHARE
    widths = [min(max(_word(text, size) for text in column) + padding, most) for column in columns]
    whole = [[text_width(text, size) * 1.04 for text in row] for row in taken]
    needed = [max(column) + padding for column in zip(*whole, strict=True)]
    if sum(needed) <= room:
        return [width * room / sum(needed) for width in needed]
    if sum(widths) >= room:
        return [width * room / sum(widths) for width in widths]
    piece = (room - sum(widths)) / _STEPS
    for _ in range(_STEPS):
        tried = [[*widths[:each], widths[each] + piece, *widths[each + 1 :]] for each in range(len(widths))]
        widths = min(tried, key=lambda each: _height(whole, each, padding))
    return widths


def _height(rows: Sequence[Sequence[float]], widths: Sequence[float], padding: float) -> tuple[int, float]:
    """The number of lines of all rows, and as a tie-breaker the sum of the rows' squared heights."""
    lines = [[text / max(width - padding, 1.0) for text, width in zip(row, widths, strict=True)] for row in rows]
    return sum(max(1, *map(math.ceil, row)) for row in lines), sum(max(row) ** 2 for row in lines)


def _word(text: str, size: float) -> float:
    return max((text_width(word, size) for word in text.split()), default=0.0)
