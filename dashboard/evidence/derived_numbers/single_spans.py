"""A span of time without a number in a claim, “for an hour” or “a week later”, of which the quotes say nothing."""

import datetime as dt
import re
from itertools import combinations
from typing import Final

from dashboard.evidence.words import COUNT, DateWords, Words, counted_by, root_of, single_measures

_UNIT: Final = r"(?P<unit>hour|day|week|fortnight|month|year|decade|century)(?! and a half)"
_ABOUT: Final = r"(?:(?:almost|nearly|about|around|over|more than|less than|at least|some|roughly|well over|just) )?"
_LASTS: Final = re.compile(rf"\b(?:for|in|within) {_ABOUT}(?P<span>(?:an?|one|half an?) {_UNIT})\b", re.IGNORECASE)
_LATER: Final = re.compile(
    rf"\b(?P<span>(?:an?|one) {_UNIT}) (?:later|earlier|before|after|afterwards)\b", re.IGNORECASE
)
_OPEN: Final = re.compile(
    r"\b(?:since|until|till|from|between|through|throughout|during|every|each|per|daily|weekly|monthly|yearly|annual\w*"
    r"|hourly|night\w*|today|same)\b",
    re.IGNORECASE,
)
"""Words by which a text may give a span without its unit."""
_DAYS: Final = {
    "hour": 0,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36525,
}
_TOLERANCE: Final = 0.2
_MOST: Final = 20


def unfounded_span(claim: Words, quoted: Words) -> str:
    """The first span of a claim that its quotes do not give in any unit; nothing where their dates may give it."""
    if claim.text in quoted.text:
        return ""
    for match in _LASTS.finditer(claim.text):
        may_be = _has_unit(match["unit"], quoted) or _OPEN.search(quoted.text) or len(quoted.dates) > 1
        if not may_be and not _is_as_long(match["span"], quoted):
            return match["span"]
    for match in _LATER.finditer(claim.text):
        days = _days_between(quoted.dates)
        if days and not _has_unit(match["unit"], quoted) and not _is_as_long(match["span"], quoted):
            wanted = _DAYS[match["unit"].lower()]
            if not any(abs(each - wanted) <= max(_TOLERANCE * wanted, 0.5) for each in days):
                return match["span"]
    return ""


def _has_unit(unit: str, quoted: Words) -> bool:
    return root_of(unit) in quoted.roots


def _is_as_long(span: str, quoted: Words) -> bool:
    """Whether a span of the quotes is about as long in another unit: “ten years” for “a decade”."""
    mine = next(single_measures(span), None)
    theirs = [counted_by(quoted.text, each) for each in quoted.figures[:_MOST] if each.unit == COUNT]
    others = [*(each for each in theirs if each), *single_measures(quoted.text)]
    return mine is not None and any(mine.is_as_much_as(each) for each in others)


def _days_between(dates: list[DateWords]) -> list[int]:
    """How many days lie between each two of the dates that are given to the day."""
    days = [day for each in dates if (day := _day(each)) is not None]
    return [abs((one - other).days) for one, other in combinations(days, 2)]


def _day(date: DateWords) -> dt.date | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    try:
        return dt.date(date.year, date.month, date.day)
    except ValueError:
        return None
