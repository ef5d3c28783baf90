"""Dates that a text gives by another day: “yesterday”, “on Tuesday”, “last year”, “two days later”, “4 May”."""

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from dashboard.evidence.words.calendar_words import WEEKDAYS, DateWords
from dashboard.evidence.words.number_words import CARDINALS

_NUMBER: Final = rf"(?P<number>\d{{1,3}}|an?|{'|'.join(CARDINALS)})"
_UNIT: Final = r"(?P<unit>day|week|month|year|decade)s?"
_PATTERN: Final = re.compile(
    rf"""
    \b(?:
      (?P<before_yesterday>the\ day\ before\ yesterday)
      |(?P<day>today|tonight|this\ (?:morning|afternoon|evening)|yesterday|last\ night|tomorrow)
      |(?P<which>last|this|next|past|previous|coming|current)\ (?:\w+\ )?(?P<period>week|month|year|decade|spring|summer
        |autumn|fall|winter)
      |{_NUMBER}[ -]{_UNIT}\ (?P<way>ago|later|earlier|afterwards|before|after|on)
      |the\ (?P<next>following|next|previous)\ (?P<step>day|week|month|year)
      |(?P<year_end>(?:by\ )?(?:the\ )?(?:year['’]?s?|year[- ])[ ]?end|end\ of\ (?:the|this)\ year|later\ this\ year)
      |(?P<nearby>last|this|next|coming)?\ ?(?P<weekday>{"|".join(WEEKDAYS)})
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 9000
"""Days before and after these are not counted from: what lies so many weeks from them may be no date at all."""
_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_STEPS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_DAYS_OF: Final = {"day": 1, "week": 7}
_MAYBE: Final = re.compile(
    r"day|morning|evening|night|afternoon|week|month|year|decade|ago|later|earlier|tomorrow", re.I
)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A date that words give by the day of a source, or by a date beside them."""

    words: str
    given: DateWords
    by: date
    """The day from which it is worked out."""


def relative_dates(text: str, day: date | None, dates: Sequence[DateWords]) -> Iterator[RelativeDate]:
    """The dates that words of `text` give by `day`, on which it was published, or by the date said before them.

    A day of the week is the last one before `day`, and the next one as well: a text says of either “on Friday”. A
    date of `dates` without a year has that of the nearest such day, before it or behind.
    """
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        day = None
    whole = [(each.end, found) for each in dates if (found := _day_of(each, each.year))]
    for match in _PATTERN.finditer(text) if _MAYBE.search(text) else ():
        anchor = _said_before(whole, match.start()) if match["way"] not in (None, "ago") or match["next"] else day
        if (anchor := anchor or day) is not None:
            for given in _worked_out(match, anchor):
                yield RelativeDate(match[0], given, anchor)
    if day is not None:
        for each in dates:
            if each.year is None and each.month is not None and (dated := _nearest_year(each, day)):
                yield RelativeDate(text[each.start : each.end], dated, day)


def _worked_out(match: re.Match[str], day: date) -> Iterator[DateWords]:
    """What one expression may mean, counted from a day."""
    span = match.span()
    if match["before_yesterday"]:
        yield _on(day, -2, span)
    elif match["day"]:
        yield _on(day, _DAYS.get(match["day"].lower(), 0), span)
    elif match["weekday"]:
        back = (day.weekday() - [each.lower() for each in WEEKDAYS].index(match["weekday"].lower())) % 7
        yield _on(day, -back, span)
        yield _on(day, 7 - back, span)
        if not back:
            yield _on(day, -7, span)
    elif match["year_end"]:
        yield DateWords(day.year, None, None, *span)
        yield DateWords(day.year, 12, None, *span)
    elif match["period"]:
        yield from _steps_from(day, match["period"].lower(), _STEPS[match["which"].lower()], span)
    elif match["next"]:
        yield from _steps_from(day, match["step"].lower(), _STEPS[match["next"].lower()], span)
    else:
        yield from _steps_from(day, match["unit"].lower(), _how_many(match), span)


def _how_many(match: re.Match[str]) -> int:
    number = match["number"].lower()
    count = int(number) if number.isdigit() else 1 if number in ("a", "an") else int(CARDINALS[number])
    return -count if match["way"].lower() in ("ago", "earlier", "before") else count


def _steps_from(day: date, unit: str, by: int, span: tuple[int, int]) -> Iterator[DateWords]:
    """The day, month or year so many units from a day; of a week, each of its days."""
    if unit == "day":
        yield _on(day, by, span)
    elif unit == "week":
        monday = day + timedelta(days=7 * by - day.weekday())
        yield from (_on(monday, each, span) for each in range(7))
        yield _on(day, 7 * by, span)
    elif unit == "month":
        months = day.year * 12 + day.month - 1 + by
        yield DateWords(months // 12, months % 12 + 1, None, *span)
        yield _same_day(day, months, span)
    else:
        years = by * 10 if unit == "decade" else by
        yield DateWords(day.year + years, None, None, *span)
        if unit == "year":
            yield DateWords(day.year + years, day.month, None, *span)


def _same_day(day: date, months: int, span: tuple[int, int]) -> DateWords:
    year, month = months // 12, months % 12 + 1
    return DateWords(year, month, min(day.day, calendar.monthrange(year, month)[1]), *span)


def _on(day: date, by: int, span: tuple[int, int]) -> DateWords:
    moved = day + timedelta(days=by)
    return DateWords(moved.year, moved.month, moved.day, *span)


def _said_before(whole: Sequence[tuple[int, date]], start: int) -> date | None:
    """The last whole date that stands before a place in a text; `whole` has the end of each, and the day."""
    index = bisect_right(whole, start, key=itemgetter(0))
    return whole[index - 1][1] if index else None


def _day_of(words: DateWords, year: int | None) -> date | None:
    """The day that words give with a year; None where they give no day, or one that does not exist."""
    if year is None or words.month is None or words.day is None:
        return None
    return date(year, words.month, words.day) if words.day <= calendar.monthrange(year, words.month)[1] else None


def _nearest_year(words: DateWords, day: date) -> DateWords | None:
    """A day or month without a year, in the year in which it lies nearest to a day."""
    if words.month is None:
        return None
    middle = words.day or 15
    years = [year for year in (day.year - 1, day.year, day.year + 1) if date.min.year <= year <= date.max.year]
    days = {year: found for year in years if (found := _day_of(replace(words, day=middle), year))}
    if not days:
        return None
    year = min(days, key=lambda each: abs(days[each] - day))
    return replace(words, year=year)
