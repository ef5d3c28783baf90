"""One EDTF date that is not an interval: its form, its bounds and its clock."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Final

from dashboard.model.dates.problems import date_problem
from dashboard.model.pickled_values import PickledByValues


class Precision(StrEnum):
    """How closely a date is known, from finest to coarsest; an interval has the precision of its two sides.

    An unspecified part counts as not known: `1985-04-XX`, a day in April, is known to the month.
    """

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Clock(PickledByValues):
    """A time of day, as the clocks there showed it."""

    local_time: time
    """Without a zone; whole seconds."""

    utc_offset: timedelta | None
    """How far those clocks are ahead of UTC; None where the date does not say."""

    utc: datetime | None
    """The instant in UTC; None where the offset is not known."""


@dataclass(frozen=True, slots=True)
class Moment(PickledByValues):
    """A date that is no interval, or one side of an interval. Bounds are days, both included."""

    earliest: date
    latest: date
    precision: Precision
    uncertain: bool = False
    approximate: bool = False
    unspecified: str = ""
    """`day` or `month` where X stands for it: a day, or a month, within the bounds."""

    clock: Clock | None = None


FORM: Final = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX)(?:T([0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
    r"([?~%])?"
)
"""The shape of a date of level 0 or 1; what it matches may still be impossible."""

SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""Northern seasons and the month that each begins with."""

SUB_YEAR_GROUPINGS: Final = range(25, 42)


def read_moment(text: str, form: re.Match[str]) -> Moment:
    """The date that `text` gives, where `form` is its match with `FORM`. Raises `DateProblem` if there is none.

    Bounds follow EDTF levels 0 and 1 (Library of Congress, 2019). `?`, `~` and `%` do not widen them.
    """
    year, month, day, clock, offset, mark = form.groups()
    if "X" in text:
        return _read_unspecified(text, year, month, day, clock, mark)
    number = int(year)
    if not number:
        raise date_problem("date-year-range", f"{text} is in the year 0000, but years are 0001 to 9999")
    uncertain, approximate = mark in ("?", "%"), mark in ("~", "%")
    if month is None:
        return Moment(date(number, 1, 1), date(number, 12, 31), Precision.YEAR, uncertain, approximate)
    if day is None:
        earliest, latest, precision = _month_or_season(text, number, int(month))
        return Moment(earliest, latest, precision, uncertain, approximate)
    exact = _day(text, number, int(month), int(day))
    if clock is None:
        return Moment(exact, exact, Precision.DAY, uncertain, approximate)
    if mark:
        raise date_problem("date-time-qualified", f"{text} has a mark of doubt after a time", meant=text[:10] + mark)
    return Moment(exact, exact, Precision.TIME, clock=_clock(text, exact, clock, offset))


def _month_or_season(text: str, year: int, month: int) -> tuple[date, date, Precision]:
    if 1 <= month <= 12:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH
    if first := SEASONS.get(month):
        last_year, last_month = (year, first + 2) if first < 12 else (year + 1, 2)
        if last_year > 9999:
            raise date_problem("date-year-range", f"the winter {text} runs into the year 10000")
        last_day = monthrange(last_year, last_month)[1]
        return date(year, first, 1), date(last_year, last_month, last_day), Precision.SEASON
    if month in SUB_YEAR_GROUPINGS:
        raise date_problem("date-sub-year", f"{text} is a part of a year in EDTF level 2", meant=_quarter(year, month))
    raise date_problem("date-no-such-month", f"{text}: there is no month {month:02}")


def _quarter(year: int, grouping: int) -> str | None:
    """The months of quarters (33-36), four-month parts (37-39) and halves (40-41); the rest depend on a hemisphere."""
    length, first = (3, 33) if grouping < 37 else (4, 37) if grouping < 40 else (6, 40)
    if grouping < first:
        return None
    start = (grouping - first) * length + 1
    return f"{year:04}-{start:02}/{year:04}-{start + length - 1:02}"


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            raise date_problem("date-no-such-month", f"{text}: there is no month {month:02}") from None
        days = monthrange(year, month)[1]
        message = f"{text}: there is no day {day:02}; {year:04}-{month:02} has {days} days"
        raise date_problem("date-no-such-day", message) from None


def _clock(text: str, day: date, clock: str, offset: str | None) -> Clock:
    hour, minute, second = int(clock[:2]), int(clock[3:5]), int(clock[6:])
    try:
        local_time = time(hour, minute, second)
    except ValueError:
        raise date_problem("date-no-such-time", f"{text}: there is no time {clock}") from None
    if offset is None:
        return Clock(local_time, None, None)
    utc_offset = timedelta(0) if offset == "Z" else _utc_offset(text, offset)
    try:
        utc = datetime.combine(day, local_time, timezone(utc_offset)).astimezone(UTC)
    except OverflowError:
        raise date_problem("date-year-range", f"{text} is outside the years 0001 to 9999 in UTC") from None
    return Clock(local_time, utc_offset, utc)


def _utc_offset(text: str, offset: str) -> timedelta:
    hours, minutes = int(offset[1:3]), int(offset[4:] or 0)
    ahead = (hours * 60 + minutes) * (-1 if offset[0] == "-" else 1)
    is_minus_zero = offset[0] == "-" and not ahead  # ISO 8601 has no such offset; elsewhere it means "not known"
    if is_minus_zero or minutes > 59 or not -12 * 60 <= ahead <= 14 * 60:
        raise date_problem("date-no-such-offset", f"{text}: there is no time zone {offset} from UTC")
    return timedelta(minutes=ahead)


def _read_unspecified(text: str, year: str, month: str | None, day: str | None, clock: str | None, mark: str) -> Moment:
    uncertain, approximate = mark in ("?", "%"), mark in ("~", "%")
    if clock is not None or ("X" in year and month) or (month == "XX" and day not in (None, "XX")):
        raise date_problem(
            "date-unspecified", f"{text} has unspecified digits in a place that EDTF level 1 does not allow"
        )
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not first:
        raise date_problem("date-year-range", f"{text} allows the year 0000, but years are 0001 to 9999")
    start, end, unspecified = date(first, 1, 1), date(last, 12, 31), ""
    precision = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[year.count("X")]
    if month is not None:
        unspecified = "month" if day is None else "day"
    if month is not None and month != "XX":
        start, end, precision = _month_or_season(text, first, int(month))
        if precision is not Precision.MONTH:
            raise date_problem("date-no-such-month", f"{text}: {month} is a season, which has no days")
    return Moment(start, end, precision, uncertain, approximate, unspecified)
