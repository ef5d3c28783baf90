"""Numbers of the same things that a sentence puts side by side: “five members from Chad and four from Niger”."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dashboard.evidence.words import COUNT, Counted, TextNumber, Words, counted_by

_MOST_FIGURES: Final = 24
_MOST_PARTS: Final = 6
_FARTHEST: Final = 80
"""The most characters between two numbers that are side by side."""
_AND: Final = re.compile(r"\b(?:and|plus|while|but)\s(?:another\s|a\sfurther\s|the\sother\s)?\Z", re.IGNORECASE)
_COMMA: Final = re.compile(r",\s\Z")
_STOP: Final = re.compile(r"[.;:!?]\s|\n")
_PARTITIVE: Final = re.compile(
    r"(?:\bOf\s|\b[Oo]f\s(?:the|its|their)\s|\bout\sof\s|\b(?:among|including|than|to|from|between)\s(?:the\s|its\s|their\s|them,?\s)?)\Z"
)
"""Before a number of which the next one is a part, or that begins a range or a comparison."""
_PART_OF: Final = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|all|these|those)\s)?")
"""Between a part and its whole."""
_ELIDED: Final = re.compile(
    r"\s(?:from|in|of|for|by|on|at|under|near|with|outside|elsewhere|others?|more|were|was|(?:[a-z’'-]+\s)?ones)\b"
    r"|\s[a-z]+(?:ed|en)\s(?:by|in|at|from|for|on|of)\b|\s?[.,;]|\Z"
)
"""Behind a number that counts what the number before it counts."""
_AND_ONE: Final = re.compile(
    r"[^.;:!?\n]{1,80}?(?:,|\s(?:and|plus))\s(?:and\s)?(?:one|another)\s(?:from|in|of|for|by|on|at|under|near|outside)\b"
)
"""Behind a number, one more that is no figure: “three from Chile and one from Spain”."""
_REACH: Final = 12


def is_rest_of_partitive(figure: TextNumber, here: Counted | None, given: Words) -> bool:
    """Whether it is what a part leaves of its whole: two for “seven of the nine judges agreed”."""
    if figure.unit != COUNT or here is None or here.measure:
        return False
    for one, other in pairwise(given.figures[:_MOST_FIGURES]):
        if one.unit == other.unit == COUNT and other.value - one.value == figure.value:
            between, whole = given.text[one.end : other.start], counted_by(given.text, other)
            if _PART_OF.fullmatch(between) and whole and not set(here.roots).isdisjoint(whole.roots):
                return True
    return False


def is_sum_of_coordinated(figure: TextNumber, here: Counted | None, given: Words) -> bool:
    """Whether it is as many as numbers of the same things come to that other words put side by side."""
    if figure.unit != COUNT:
        return False
    return any(total == figure.value and _counts_same(here, first, given.text) for total, first in _totals(given))


def _counts_same(here: Counted | None, first: TextNumber, text: str) -> bool:
    """Whether the sum may count what its first part counts."""
    there = counted_by(text, first)
    if here is None or there is None:
        return True
    if here.measure != there.measure or here.is_of_another_sort(there):
        return False
    return here.is_anybody or (here.is_people and there.is_people) or not set(here.roots).isdisjoint(there.roots)


@lru_cache(maxsize=4)
def _totals(given: Words) -> tuple[tuple[Decimal, TextNumber], ...]:
    return tuple(_find_totals(given))


def _find_totals(given: Words) -> Iterator[tuple[Decimal, TextNumber]]:
    """What the numbers that stand side by side come to, with the first of them."""
    for run in _find_runs(given):
        total = run[0].value
        for one, other in pairwise(run):
            total += other.value
            if _AND.search(given.text[one.end : other.start]):
                yield total, run[0]
        if _AND_ONE.match(given.text, run[-1].end):
            yield total + 1, run[0]


def _find_runs(given: Words) -> Iterator[Sequence[TextNumber]]:
    """The numbers of a text that stand side by side, from each of them on: it may stand alone."""
    figures, text = given.figures[:_MOST_FIGURES], given.text
    for index, first in enumerate(figures):
        if first.unit != COUNT or _PARTITIVE.search(text[max(0, first.start - _REACH) : first.start]):
            continue
        run, counted = [first], counted_by(text, first)
        for other in figures[index + 1 : index + _MOST_PARTS]:
            if not _goes_on(text, run[-1], other, counted):
                break
            run.append(other)
        yield run


def _goes_on(text: str, one: TextNumber, other: TextNumber, counted: Counted | None) -> bool:
    """Whether a number stands beside the one before it, and counts the same."""
    between = text[one.end : other.start]
    if other.unit != COUNT or len(between) > _FARTHEST or _STOP.search(between):
        return False
    if not (_AND.search(between) or _COMMA.search(between)):
        return False
    there = counted_by(text, other)
    is_same = there is not None and counted is not None and counted.head != "" and counted.head == there.head
    return is_same or _ELIDED.match(text, other.end) is not None
