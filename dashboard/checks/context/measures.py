"""Lengths and spans of time that a text gives, with a bound or without: `about 300 km`, `more than ten years`."""

import re
from dataclasses import dataclass
from typing import Final, Self

from dashboard.evidence.words import WRITTEN, value_of

BOUND: Final = (
    r"(?:(?P<bound>(?:no |not )?(?:more|less|fewer) than|over|above|beyond|at least|a minimum of|under|within|below"
    r"|at most|a maximum of|up to|almost|nearly|about|some|roughly|around|approximately|an estimated)\s+)?"
)
NUMBER: Final = rf"(?P<number>(?<!\d)(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|{WRITTEN.pattern}|\ban?)"
_AT_LEAST: Final = frozenset(
    {"more than", "over", "above", "beyond", "at least", "a minimum of", "no less than", "not less than"}
    | {"no fewer than", "not fewer than"}
)
_AT_MOST: Final = frozenset(
    {"less than", "fewer than", "under", "within", "below", "at most", "a maximum of", "up to", "no more than"}
    | {"not more than"}
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How much a text says that it is, in some unit: from and to, where it says both."""

    value: float
    at_least: bool
    """Not less: `more than`, and everything that is no upper bound."""
    at_most: bool
    """Not more: `less than`, and everything that is no lower bound."""
    roughly: bool
    """`about`, `nearly`."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Self | None:
        """What a match of `BOUND` and `NUMBER` says; None where the words are no number."""
        value, bound = _value(match["number"].lower()), " ".join((match["bound"] or "").lower().split())
        if value is None:
            return None
        is_bound = bound in _AT_LEAST or bound in _AT_MOST
        return cls(value, bound not in _AT_MOST, bound not in _AT_LEAST, bool(bound) and not is_bound)


def _value(words: str) -> float | None:
    if words in ("a", "an", "one"):
        return 1.0
    if words[0].isdigit():
        return float(words.replace(",", ""))
    value = value_of(words)
    return None if value is None or value[1] else float(value[0])
