"""Quotes with words left out: parts that an ellipsis joins, which stand in order and near each other."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from dashboard.evidence.folding import fold
from dashboard.evidence.scripts import count_dense

MOST_OMITTED: Final = 500
"""Characters between one part and the next."""
MOST_PARTS: Final = 8
LEAST_LETTERS: Final = 6
"""Letters and digits in a part, so that it stands where it does by no chance."""
LEAST_DENSE_LETTERS: Final = 3
"""The letters that are enough for a part in a script where each one writes a syllable or word."""

Span = tuple[int, int]
Place = tuple[Span, ...]
"""Where a quote stands: one span, or one for each of its parts, in order. Half-open, in code points."""

_DOTS: Final = r"(?:…+|\.{3,4}|\. \. \.(?: \.)?)"
OMISSION: Final = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")


def parts_of(exact: str) -> tuple[str, ...]:
    """The words on either side of each `…`, `...`, `[…]` or `[...]`; of an ellipsis at the ends, nothing."""
    return tuple(part for part in map(str.strip, OMISSION.split(exact)) if part)


def has_ellipsis(exact: str) -> bool:
    """Whether words are left out of a quote, or its end."""
    return OMISSION.search(exact) is not None


def too_short(part: str) -> bool:
    """Whether a part is so short that it might stand anywhere."""
    folded = fold(part)
    letters = sum(map(str.isalnum, folded))
    return letters < LEAST_LETTERS and count_dense(folded) < LEAST_DENSE_LETTERS


def places_of_parts(stands: Sequence[list[int]], lengths: Sequence[int], most: int) -> tuple[Place, ...]:
    """Every way in which parts stand one behind another, `MOST_OMITTED` characters apart at most; no more than `most`.

    `stands` has the offsets of each part, rising, and `lengths` its characters. Whatever the offsets, no way is
    begun that cannot be ended.
    """
    reachable = list(stands)
    for index in range(len(stands) - 2, -1, -1):
        behind, length = reachable[index + 1], lengths[index]
        reachable[index] = [start for start in stands[index] if _is_near(behind, start + length)]
    return tuple(islice(_ways(reachable, lengths, ()), most))


def _ways(stands: Sequence[list[int]], lengths: Sequence[int], place: Place) -> Iterator[Place]:
    index = len(place)
    if index == len(stands):
        yield place
        return
    for start in _near(stands[index], place[-1][1]) if place else stands[0]:
        yield from _ways(stands, lengths, (*place, (start, start + lengths[index])))


def _is_near(starts: list[int], end: int) -> bool:
    """Whether one of `starts` is near behind `end`."""
    first = bisect_left(starts, end)
    return first < len(starts) and starts[first] <= end + MOST_OMITTED


def _near(starts: list[int], end: int) -> list[int]:
    return starts[bisect_left(starts, end) : bisect_left(starts, end + MOST_OMITTED + 1)]
