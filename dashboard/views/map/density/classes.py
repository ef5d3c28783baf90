"""Classes of counts: a few, with round starts, and as alike as can be within each.

Natural breaks (Jenks, 1967) of the logarithms: 1 and 4 are as far apart as 100 and 400. So they serve for ten events
and for ten thousand, of which one country may have half.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from dashboard.views.drawing import Palette, blend

MOST: Final = 5
"""More shades cannot be told from each other."""

_ROUND: Final = tuple(step * 10**power for power in range(7) for step in (1, 2, 5))
_PALEST: Final = 0.18
_DARKEST: Final = 0.76
_WORTH: Final = 0.85
"""One class more has to leave no more than this of the differences."""


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes: their first counts, in order, and the largest count of all."""

    starts: tuple[int, ...]
    most: int

    def place(self, count: int) -> int:
        """Index of the class that has the count."""
        return max(0, sum(start <= count for start in self.starts) - 1)

    @property
    def words(self) -> tuple[str, ...]:
        """What each has: `1`, `2-4`, `5-9`; of the last, up to the largest count."""
        ends = [*(start - 1 for start in self.starts[1:]), self.most]
        return tuple(
            f"{start:,}" if start >= end else f"{start:,}–{end:,}" for start, end in zip(self.starts, ends, strict=True)
        )

    def color(self, index: int, palette: Palette) -> str:
        """The shade of a class, between that of the land and that of text: for print and in each theme."""
        steps = len(self.starts) - 1
        share = _PALEST + (_DARKEST - _PALEST) * (index / steps if steps else 0.5)
        return blend(palette.text, palette.land, share)


def classes_of(counts: Sequence[int]) -> Classes:
    """The classes for these counts, of which none is empty, that begin at 1, 2, 5, 10, 20 and so on.

    A count of 0 has no class.
    """
    return _classes(tuple(sorted(count for count in counts if count > 0)))


@lru_cache(maxsize=64)
def _classes(counts: tuple[int, ...]) -> Classes:
    if not counts:
        return Classes((1,), 1)
    first = max(start for start in _ROUND if start <= counts[0])
    later = [start for start in _ROUND if first < start <= counts[-1]]
    best = (math.inf, (first,))
    for number in range(MOST):
        found = ((first, *more) for more in combinations(later, number))
        spread = min(
            ((cost, starts) for starts in found if (cost := _differences(starts, counts)) is not None), default=best
        )
        if spread[0] < _WORTH * best[0]:
            best = spread
    return Classes(best[1], counts[-1])


def _differences(starts: Sequence[int], counts: Sequence[int]) -> float | None:
    """Sum of the squares by which logarithms differ from the mean of their class; None where a class is empty."""
    total = 0.0
    for start, end in zip(starts, [*starts[1:], counts[-1] + 1], strict=True):
        logs = [math.log(count) for count in counts if start <= count < end]
        if not logs:
            return None
        mean = sum(logs) / len(logs)
        total += sum((each - mean) ** 2 for each in logs)
    return total
