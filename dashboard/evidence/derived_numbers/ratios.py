"""How many times as much one number of a text is as another: “ten times as many” for 500 and 50."""

import re
from decimal import Decimal
from itertools import combinations
from typing import Final

from dashboard.evidence.words import COUNT, ORDINAL, TextNumber, Words, counted_by

_MOST_FIGURES: Final = 12
_TIMES: Final = re.compile(
    r"\stimes\s(?:as|more|higher|larger|greater|bigger|fewer|less|lower|smaller|longer|faster|over|the|what|that|its"
    r"|their|his|her)\b|[ -]?fold\b",
    re.IGNORECASE,
)
"""What says behind a number that something is multiplied by it: not that it happened so many times."""
_ROUGH: Final = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|close\sto|just\s(?:under|over)|more\sthan|over|less\sthan)\s\Z",
    re.IGNORECASE,
)
_REACH: Final = 20
_SLACK: Final = Decimal("0.025")
_ROUGH_SLACK: Final = Decimal("0.12")


def is_ratio(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether it says how many times as much one figure of other words is as another in the same unit."""
    if figure.unit != COUNT or figure.value < 2 or not _TIMES.match(text, figure.end):
        return False
    is_rough = _ROUGH.search(text[max(0, figure.start - _REACH) : figure.start])
    slack = figure.value * (_ROUGH_SLACK if is_rough else _SLACK)
    figures = [each for each in given.figures if each.unit != ORDINAL and each.value > 0][:_MOST_FIGURES]
    return any(
        abs(max(one.value, other.value) / min(one.value, other.value) - figure.value) <= slack
        and _are_comparable(one, other, given.text)
        for one, other in combinations(figures, 2)
    )


def _are_comparable(one: TextNumber, other: TextNumber, text: str) -> bool:
    """Whether two figures are in the same unit and measure: not 10 years and 50 miles."""
    if one.unit != other.unit:
        return False
    counted = [each for each in (counted_by(text, one), counted_by(text, other)) if each]
    return len({each.measure for each in counted}) <= 1
