"""Whether so many days, weeks, months, years or decades lie between two dates that a text gives."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from dashboard.evidence.words import MONTHS, Counted, DateWords, TextNumber, Words, root_of

MOST_DATES: Final = 12
_DAY, _WEEK, _MONTH, _YEAR, _DECADE = map(root_of, ("day", "week", "month", "year", "decade"))
_ANY_YEAR: Final = 2001
_DAYS_OF_WEEK: Final = 7
_MONTHS_OF_YEAR: Final = 12
_YEARS_OF_DECADE: Final = 10
_WEEKDAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_RANGE: Final = re.compile(
    rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:to|until|till|through|and|-|–)\s?{_WEEKDAY}"
    rf"(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
"""`15 to Thursday 18 March`, of which the first day has no month of its own."""
_ABOUT: Final = re.compile(
    r"\b(?:some|about|around|roughly|nearly|almost|over|more than|just (?:over|under)|at least|close to)\s+\Z",
    re.IGNORECASE,
)
_AND_MONTHS: Final = re.compile(r"\syears?,?\s(?:and\s)?(?P<months>\w+)\smonths?\b", re.IGNORECASE)
_YEARS_AND: Final = re.compile(r"\byears?,?\s(?:and\s)?\Z", re.IGNORECASE)
_REACH: Final = 20


def is_span(figure: TextNumber, here: Counted | None, text: str, given: Words) -> bool:
    """Whether a figure of `text` is the span between two dates there: the last may be counted, or not."""
    if here is None or here.measure != "time" or len(given.dates) > MOST_DATES:
        return False
    before = text[max(0, figure.start - _REACH) : figure.start]
    is_rough = _ABOUT.search(before) is not None
    years = [each.year for each in given.dates if each.year]
    if _DAY in here.roots:
        return _is_one_of(figure, _spans(_days(given)))
    if _WEEK in here.roots:
        return any(_are_weeks(span, figure, is_rough=is_rough) for span in _spans(_days(given)))
    if _MONTH in here.roots:
        months = [*_spans(_months(given))]
        if _YEARS_AND.search(before):
            months += [span % _MONTHS_OF_YEAR for span in months if span > _MONTHS_OF_YEAR]
        return _is_one_of(figure, months)
    if _DECADE in here.roots:
        slack = 3 if is_rough else 1
        return any(abs(span - _YEARS_OF_DECADE * figure.value) <= slack for span in _spans(years) if span)
    if _YEAR not in here.roots:
        return False
    if _AND_MONTHS.match(text, figure.end):
        return _is_one_of(figure, (span // _MONTHS_OF_YEAR for span in _spans(_months(given))))
    return _is_one_of(figure, _spans(years)) or _are_whole_years(figure, given)


def _is_one_of(figure: TextNumber, spans: Iterator[int] | list[int]) -> bool:
    return any(figure.value in (span, span + 1) for span in spans if span)


def _are_whole_years(figure: TextNumber, given: Words) -> bool:
    """Whether so many years, or years and a half, have passed by the months: four from December 2016 to May 2021."""
    halves = {2 * months // _MONTHS_OF_YEAR for span in _spans(_months(given)) for months in (span, span + 1) if span}
    return 2 * figure.value in halves | {half - half % 2 for half in halves}


def _are_weeks(days: int, figure: TextNumber, *, is_rough: bool) -> bool:
    """Whether so many days are whole weeks; with “some” or “about” before them, nearly."""
    if is_rough:
        return days > 0 and abs(days - _DAYS_OF_WEEK * figure.value) <= _DAYS_OF_WEEK // 2
    return days % _DAYS_OF_WEEK in (0, _DAYS_OF_WEEK - 1) and _is_one_of(figure, [days // _DAYS_OF_WEEK])


def _spans(points: list[int]) -> Iterator[int]:
    return (abs(one - other) for one, other in combinations(points, 2))


def _months(given: Words) -> list[int]:
    """The months that are told with their year, or with that of all others, counted from year 0."""
    year = _common_year(given)
    dated = (each for each in given.dates if each.month and (each.year or year))
    return [(each.year or year or 0) * _MONTHS_OF_YEAR + (each.month or 0) for each in dated]


def _days(given: Words) -> list[int]:
    """The numbers of the days that are told whole, the first ones of ranges among them."""
    year = _common_year(given)
    found = [day for each in given.dates if (day := _day_of(each, year)) is not None]
    for match in _RANGE.finditer(given.text):
        length = int(match["last"]) - int(match["first"])
        lasts = [day for day in found if dt.date.fromordinal(day).day == int(match["last"])]
        if length > 0:
            found += [day - length for day in lasts]
    return found


def _common_year(given: Words) -> int | None:
    """The year of all dates; some year where none has one, for spans within it; None where they have several."""
    years = {each.year for each in given.dates if each.year}
    return min(years) if len(years) == 1 else None if years else _ANY_YEAR


def _day_of(date: DateWords, year: int | None) -> int | None:
    """The number of a day, where all of it is told; its year may be that of the others."""
    if date.month and date.day and (date.year or year):
        try:
            return dt.date(date.year or year or 1, date.month, date.day).toordinal()
        except ValueError:
            return None
    return None
