"""Dates in English words: long for reading, short for tables and axes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from dashboard.model.dates.moment import Clock, Moment, Precision

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
SEASON_NAMES: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def moment_in_words(moment: Moment) -> str:
    """`about 2009`, `4 September 2025`, `some time in the 2000s`, `4 September 2025, 14:30 local time`."""
    if moment.clock:
        return f"{_bare(moment, MONTHS)}, {_clock_in_words(moment, moment.clock)}"
    if moment.precision in (Precision.DECADE, Precision.CENTURY) and not _doubt(moment):
        return f"some time in {_bare(moment, MONTHS)}"
    if moment.precision is Precision.SEASON and moment.latest.year > moment.earliest.year:
        return f"{_doubt(moment)}winter {_year(moment.earliest)} to {_year(moment.latest)}"
    return _in_sentence(moment)


def interval_in_words(start: Moment | None, end: Moment | None, *, is_open: bool) -> str:
    """`4 to 6 September 2025`, `since 12 November 1999`, `from 1999, end unknown`.

    At least one of `start` and `end` is a date. Where the other is None, `is_open` tells an open end from an unknown.
    """
    if end is None:
        side = _in_sentence(start) if start else ""
        return f"since {side}" if is_open else f"from {side}, end unknown"
    if start is None:
        return f"until {_in_sentence(end)}" if is_open else f"to {_in_sentence(end)}, start unknown"
    if start == end:
        return _in_sentence(start) if start.precision is Precision.DAY else f"within {_in_sentence(start)}"
    return f"{_short_start(start, end, MONTHS) or _in_sentence(start)} to {_in_sentence(end)}"


def moment_in_short_words(moment: Moment) -> str:
    """`c. 2009`, `2009?`, `4 Sept 2025`, `2000s`, `4 Sept 2025, 14:30`; `c. 2009?` where it is both."""
    if clock := moment.clock:
        return f"{_bare(moment, SHORT_MONTHS)}, {_time(clock)}{_zone(clock)}"
    bare = _bare(moment, SHORT_MONTHS).removeprefix("the ")
    return f"{'c. ' if moment.approximate else ''}{bare}{'?' if moment.uncertain else ''}"


def interval_in_short_words(start: Moment | None, end: Moment | None, *, is_open: bool) -> str:
    """`1999–2009`, `4–6 Sept 2025`, `since 1999`, `1999 – end unknown`; as `interval_in_words`, but shorter."""
    if end is None:
        side = moment_in_short_words(start) if start else ""
        return f"since {side}" if is_open else f"{side} – end unknown"
    last = moment_in_short_words(end)
    if start is None:
        return f"until {last}" if is_open else f"start unknown – {last}"
    if start == end:
        return last
    shared = _short_start(start, end, SHORT_MONTHS)
    first = shared or moment_in_short_words(start)
    closed_up = " " not in first and (shared or " " not in last)
    return f"{first}–{last}" if closed_up else f"{first} – {last}"


def _doubt(moment: Moment) -> str:
    return f"{'perhaps ' if moment.uncertain else ''}{'about ' if moment.approximate else ''}"


def _in_sentence(moment: Moment) -> str:
    """A date with its doubt, as it stands after `to` or `since`."""
    bare = _bare(moment, MONTHS)
    if moment.unspecified and moment.approximate:
        return f"{'perhaps ' if moment.uncertain else ''}a {moment.unspecified} in or about {bare}"
    return f"{_doubt(moment)}{f'a {moment.unspecified} in ' if moment.unspecified else ''}{bare}"


def _bare(moment: Moment, months: tuple[str, ...]) -> str:
    """A date without its doubt."""
    first = moment.earliest
    month, year = months[first.month - 1], _year(first)
    match moment.precision:
        case Precision.YEAR:
            return year
        case Precision.MONTH:
            return f"{month} {year}"
        case Precision.SEASON:
            return _season(moment)
        case Precision.DECADE:
            return f"the {year}s"
        case Precision.CENTURY:
            return f"the {year}s (century)"
    return f"{first.day} {month} {year}"


def _year(day: date) -> str:
    return str(day.year) if day.year > 999 else f"AD {day.year}"


def _season(moment: Moment) -> str:
    first, last = moment.earliest, moment.latest
    name = f"{SEASON_NAMES[first.month]} {_year(first)}"
    if first.year == last.year:
        return name
    return f"{name}–{last.year % 100:02}" if last.year % 100 else f"{name}–{last.year}"


def _short_start(start: Moment, end: Moment, months: tuple[str, ...]) -> str | None:
    """What is left to say of `start` where `end` says the rest, or None where it must be said in full."""
    if start.precision is not end.precision or start.earliest.year != end.latest.year or _doubt(start) + _doubt(end):
        return None
    first, month = start.earliest, months[start.earliest.month - 1]
    if start.precision is Precision.DAY:
        return str(first.day) if first.month == end.earliest.month else f"{first.day} {month}"
    if start.precision is Precision.SEASON:
        return SEASON_NAMES[first.month]
    return month if start.precision is Precision.MONTH else None


def _time(clock: Clock) -> str:
    return _minutes(datetime.combine(date.min, clock.local_time))


def _minutes(instant: datetime) -> str:
    """Hours and minutes, and seconds where there are any."""
    return f"{instant:%H:%M:%S}" if instant.second else f"{instant:%H:%M}"


def _zone(clock: Clock) -> str:
    """Empty where it is not known."""
    if clock.utc_offset is None:
        return ""
    return f" {_offset(clock.utc_offset)}" if clock.utc_offset else " UTC"


def _offset(ahead: timedelta) -> str:
    hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
    return f"{'-' if ahead < timedelta(0) else '+'}{hours:02}:{minutes:02}"


def _clock_in_words(moment: Moment, clock: Clock) -> str:
    there = _time(clock)
    if clock.utc is None or clock.utc_offset is None:
        return f"{there} local time"
    if not clock.utc_offset:
        return f"{there} UTC"
    utc = f"{there} ({_offset(clock.utc_offset)}), {_minutes(clock.utc)} UTC"
    if clock.utc.date() == moment.earliest:
        return utc
    day = f"{clock.utc.day} {MONTHS[clock.utc.month - 1]}"
    return f"{utc} on {day}" if clock.utc.year == moment.earliest.year else f"{utc} on {day} {_year(clock.utc)}"
