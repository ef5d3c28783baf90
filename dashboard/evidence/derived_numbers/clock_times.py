"""Hours of the day in a text: `2:30`, `half past two`, `10.30 p.m.`, `noon`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.evidence.words import CARDINALS

_HALF_DAY: Final = 12 * 60
_NUMBER: Final = rf"\d{{1,2}}|twenty-five|{'|'.join(CARDINALS)}"
_CLOCK: Final = re.compile(
    rf"""
    \b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?[ap]\.?m\b
    |\b(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)\b
    |\b(?P<part>half|(?:a\s)?quarter|{_NUMBER})\s(?:minutes\s)?(?P<way>past|to|after|before)\s(?P<of>{_NUMBER})\b
    |\b(?P<full>{_NUMBER})(?:\s?o['’]clock\b|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)
    |\b(?P<word>noon|midday|midnight)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARTS: Final = {"half": 30, "quarter": 15, "a quarter": 15}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """An hour as a text gives it."""

    minute: int
    """From noon or midnight: which half of the day it is may be left to the words about it."""
    start: int
    end: int
    """Half-open span, in code points."""


@lru_cache(maxsize=16)
def clock_times_in(text: str) -> tuple[ClockTime, ...]:
    """Every hour that a text gives, in order."""
    return tuple(_clock_times(text))


def _clock_times(text: str) -> Iterator[ClockTime]:
    for match in _CLOCK.finditer(text):
        if match["word"]:
            minute = 0
        elif match["of"]:
            part = " ".join(match["part"].lower().split())
            apart = _PARTS[part] if part in _PARTS else _number(part)
            minute = 60 * _number(match["of"]) + (apart if match["way"].lower() in ("past", "after") else -apart)
        else:
            hour = match["hour"] or match["hour24"] or match["full"]
            minute = 60 * _number(hour) + int(match["minute"] or match["minute24"] or 0)
        yield ClockTime(minute % _HALF_DAY, *match.span())


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 25 if "-" in word else CARDINALS[word.lower()]
