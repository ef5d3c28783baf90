"""How often something happened before, and which time this is: “the third time” for “two earlier elections”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from dashboard.evidence.words import COUNT, ORDINAL, TextNumber, Words, counted_by

_MOST_FIGURES: Final = 24
_HIGHEST: Final = 30
"""The highest number of times of which a text is taken to say how many came before."""
_WORD: Final = r"[\w’'-]+\s"
_EARLIER_BEHIND: Final = re.compile(
    rf"\s(?:{_WORD}){{0,10}}?(?:earlier|previous|previously|prior|preceding|preceded|past|before|beforehand|already)\b",
    re.IGNORECASE,
)
_GREATER_BEHIND: Final = re.compile(
    rf"\s(?:{_WORD}){{0,8}}?(?:more|(?:is|are|was|were|be)\s[a-z]{{3,}}er)\b", re.IGNORECASE
)
_RANKED: Final = re.compile(r"[ -](?:most|[a-z]{3,}est)\b")
"""Behind an ordinal: of how many others it is not as much, “third-largest” of two."""
_EARLIER_BEFORE: Final = re.compile(
    rf"\b(?:already|previous|previously|earlier|past|preceding|after|following)\s(?:{_WORD}){{0,4}}\Z", re.IGNORECASE
)
_REACH: Final = 60
_NO_SERIES: Final = re.compile(
    r"\s(?:of\b|[\w-]+est\b|most\b|[A-Z]|(?:brigade|division|army|fleet|regiment|battalion|infantry|corps|floor"
    r"|district|century|party|country|countries|quarter|grade|degree|world|person|place|class|anniversary"
    r"|street|avenue|wife|husband|son|daughter|child)s?\b)"
)
"""Behind an ordinal: what it does not count the times of."""
_SERIES: Final = re.compile(r"\s[a-z]")
_TIMES: Final = re.compile(r"\b(?P<times>once|twice|thrice)\b", re.IGNORECASE)
_TIMES_VALUES: Final = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}


def is_of_earlier_times(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure counts the earlier ones of what other words have as the next one, or is that next one."""
    if figure.value > _HIGHEST:
        return False
    if figure.unit == ORDINAL:
        return _is_series(figure, text) and figure.value - 1 in _earlier_counts(given)
    if figure.unit == COUNT and _GREATER_BEHIND.match(text, figure.end) and figure.value + 1 in _ranks(given):
        return True
    if figure.unit != COUNT or not _counts_earlier(text, figure.start, figure.end):
        return False
    return figure.value + 1 in _ordinals(given)


def takes_time_for_earlier_ones(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether it gives so many earlier ones where other words have this as the one of that number, and no more."""
    if figure.unit != COUNT or figure.value not in _ordinals(given) or COUNT in given.units.get(figure.value, {}):
        return False
    here = counted_by(text, figure)
    return not (here and here.measure) and _counts_earlier(text, figure.start, figure.end)


def _counts_earlier(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places in a text is said to have been before."""
    return bool(_EARLIER_BEHIND.match(text, end) or _EARLIER_BEFORE.search(text[max(0, start - _REACH) : start]))


@lru_cache(maxsize=4)
def _ordinals(given: Words) -> frozenset[Decimal]:
    """The numbers by which a text tells one of a series: three of “for the third time”."""
    ordinals = (each for each in given.figures[:_MOST_FIGURES] if each.unit == ORDINAL)
    return frozenset(each.value for each in ordinals if _is_series(each, given.text))


@lru_cache(maxsize=4)
def _ranks(given: Words) -> frozenset[Decimal]:
    """The ranks that a text tells: three of “the third-largest”."""
    ordinals = (each for each in given.figures[:_MOST_FIGURES] if each.unit == ORDINAL)
    return frozenset(each.value for each in ordinals if _RANKED.match(given.text, each.end))


def _is_series(figure: TextNumber, text: str) -> bool:
    return bool(_SERIES.match(text, figure.end)) and not _NO_SERIES.match(text, figure.end)


@lru_cache(maxsize=4)
def _earlier_counts(given: Words) -> frozenset[Decimal]:
    """How many a text says to have been before."""
    return frozenset(_find_earlier_counts(given))


def _find_earlier_counts(given: Words) -> Iterator[Decimal]:
    for figure in given.figures[:_MOST_FIGURES]:
        if figure.unit == COUNT and _counts_earlier(given.text, figure.start, figure.end):
            yield figure.value
    for match in _TIMES.finditer(given.text):
        if _counts_earlier(given.text, *match.span()):
            yield _TIMES_VALUES[match["times"].lower()]
