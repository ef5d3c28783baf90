"""Numbers that a text rounds, and says so: “nearly 2,000” for 1,987, “more than 5,000” for 5,214."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dashboard.evidence.words import COUNT, ORDINAL, TextNumber, Words

_BEHIND: Final = r")\s(?:[$€£¥]\s?)?\Z"
_ABOUT: Final = re.compile(
    rf"\b(?:about|around|approximately|roughly|some|circa|an?\sestimated|in\sthe\sregion\sof{_BEHIND}", re.IGNORECASE
)
_NEARLY: Final = re.compile(
    rf"\b(?:nearly|almost|close\sto|not\squite|(?:just|slightly|a\slittle)\s(?:under|below|short\sof|less\sthan){_BEHIND}",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    rf"\b(?:(?<!no\s)more\sthan|over|above|upwards?\sof|in\sexcess\sof|exceeding|at\sleast|no\s(?:less|fewer)\sthan{_BEHIND}",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(rf"\b(?:(?<!no\s)(?:less|fewer)\sthan|under|below{_BEHIND}", re.IGNORECASE)
_REACH: Final = 24
_MOST_FIGURES: Final = 50
_NEAR: Final = Decimal("0.075")
"""The most by which a number may be rounded, as a part of it."""
_FAR: Final = Decimal("0.25")
"""The most by which it may lie above or below a number that is said to be its bound."""


def rounded_figures(text: Words, given: Words) -> Iterator[TextNumber]:
    """The figures of a text that are said to be rounded, and are it from a figure that other words give."""
    return (each for each in text.figures if not given.gives(each) and is_rounded(each, text.text, given))


def is_rounded(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure of `text` is a rounder one than a figure that other words give, and is said to be."""
    if figure.unit == ORDINAL or not figure.value:
        return False
    before = text[max(0, figure.start - _REACH) : figure.start]
    least, most = _bounds(figure.value, before)
    if least == most:
        return False
    units = (figure.unit, COUNT)
    others = (each for each in given.figures[:_MOST_FIGURES] if each.value != figure.value)
    return any(least <= each.value <= most and each.unit in units for each in others)


def _bounds(value: Decimal, before: str) -> tuple[Decimal, Decimal]:
    """What a number may be rounded from, by the words before it; the number alone where they do not say that it is."""
    step = _step(value)
    near, far = min(step / 2, _NEAR * value), min(step, _FAR * value)
    if _ABOUT.search(before):
        return value - near, value + near
    if _NEARLY.search(before):
        return value - near, value
    if _OVER.search(before):
        return value, value + far
    return (value - far, value) if _UNDER.search(before) else (value, value)


def _step(value: Decimal) -> Decimal:
    """To what a number may be rounded: 5,200 to hundreds, 5,000 to thousands, 1,500 to five hundreds."""
    _, digits, exponent = value.normalize().as_tuple()
    scale = Decimal(10) ** int(exponent)
    return 5 * scale if digits[-1] == 5 and len(digits) > 1 else scale
