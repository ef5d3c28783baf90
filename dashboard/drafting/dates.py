"""The date that selected words give, in EDTF; of “yesterday”, by the day on which the source was published."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.words import DateWords, dates_in, relative_dates
from dashboard.model.dates import DateProblem, EventDate

_RANGE: Final = re.compile(r"\b(?:from|between|until|till|through|to)\b|[-–—/]", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\b(?:about|around|circa|c\.|roughly|approximately)\s*$", re.IGNORECASE)
_REACH: Final = 16
_NEAR_DAYS: Final = 120
"""A day without its year that is further away may be of the year before or after: that is left open."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that words give."""

    date: EventDate
    counted_from: dt.date | None = None
    """The day from which it was counted, for words such as “yesterday”."""


def date_of(words: str, published: dt.date | None) -> DateReading | None:
    """The date, or the interval between two, that some words give; None where they give none that can be told.

    `published` is the day of the source. A day of the week is the last one up to that day.
    """
    dates = dates_in(words)
    whole = [each for each in dates if each.year is not None]
    if whole:
        written = _written(whole, words)
        return _reading(written, None) if written else None
    counted = list(relative_dates(words, published, dates))
    first = next((each for each in counted if _is_past(each.given, each.by)), counted[0] if counted else None)
    if first is None or (dates and _is_far(first.given, first.by)):
        return None
    others = [
        each.given for each in counted if (each.given.start, each.given.end) != (first.given.start, first.given.end)
    ]
    written = _written([first.given, *others], words) if _RANGE.search(words) else _edtf(first.given)
    return _reading(written, first.by) if written else None


def _reading(written: str, counted_from: dt.date | None) -> DateReading | None:
    try:
        return DateReading(EventDate.parse(written), counted_from)
    except DateProblem:
        return None


def _written(dates: Sequence[DateWords], words: str) -> str | None:
    """One date, or the interval from the first to the last; None of several that are no interval."""
    every = list(dict.fromkeys(map(_edtf, dates)))
    if len(every) == 1:
        about = "~" if _ABOUT.search(words[max(0, dates[0].start - _REACH) : dates[0].start]) else ""
        return every[0] + about
    first, last = min(dates, key=_begins), max(dates, key=_begins)
    between = words[min(each.start for each in dates) : max(each.end for each in dates)]
    leading = words[: dates[0].start]
    return f"{_edtf(first)}/{_edtf(last)}" if _RANGE.search(between) or _RANGE.search(leading) else None


def _begins(given: DateWords) -> tuple[int, int, int]:
    return given.year or 0, given.month or 0, given.day or 0


def _edtf(given: DateWords) -> str:
    if given.is_decade:
        return f"{(given.year or 0) // 10}X"
    parts = (given.year, given.month, given.day)
    return "-".join(f"{part:0{4 if index == 0 else 2}}" for index, part in enumerate(parts) if part is not None)


def _is_far(given: DateWords, by: dt.date) -> bool:
    """Whether a day without its year is as likely of another year as of the nearest."""
    day = dt.date(given.year or by.year, given.month or 1, given.day or 1)
    return abs((day - by).days) > _NEAR_DAYS


def _is_past(given: DateWords, by: dt.date) -> bool:
    return _begins(given) <= (by.year, by.month, by.day)
