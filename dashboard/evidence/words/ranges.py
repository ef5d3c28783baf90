"""Ranges of numbers in a text: `87 to 107 people`, `between $10 and $15 million`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from dashboard.evidence.words.figures import TextNumber, figures_in

_HYPHEN: Final = re.compile(r"(?<=\d)-(?=[$€£¥]?\d)")
_JOINT: Final = re.compile(r"\s*(?:to|or|up to|–|—|−)\s*[$€£¥]?\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+[$€£¥]?\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:between|from)\s+[$€£¥]?\s*$", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d[\d.,]*")
_REACH: Final = 12


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Two numbers, the lower one first, and what both count: a currency's word, or nothing."""

    low: Decimal
    high: Decimal
    unit: str


def ranges_in(text: str) -> Iterator[NumberRange]:
    """The ranges of a text. A scale of the second number is the first one's too: `$10 to $15 million`."""
    text = _HYPHEN.sub("–", text)
    for first, second in pairwise(figures_in(text)):
        between = text[first.end : second.start]
        opened = _BETWEEN.search(text[max(0, first.start - _REACH) : first.start])
        if not (_JOINT.fullmatch(between) or (opened and _AND.fullmatch(between))):
            continue
        low = _to_scale(first, second, text)
        if low < second.value and (not first.unit or not second.unit or first.unit == second.unit):
            yield NumberRange(low, second.value, second.unit or first.unit)


def _to_scale(first: TextNumber, second: TextNumber, text: str) -> Decimal:
    """The first number, by the scale of the second if that leaves it the lower one."""
    written = _DIGITS.search(text[second.start : second.end])
    is_bare = first.value == _number(text[first.start : first.end])
    digits = _number(written[0]) if written else None
    if not is_bare or not digits or first.value >= digits:
        return first.value
    return first.value * (second.value / digits)


def _number(written: str) -> Decimal | None:
    bare = written.strip().replace(",", "").rstrip(".")
    return Decimal(bare) if bare.replace(".", "", 1).isdigit() else None
