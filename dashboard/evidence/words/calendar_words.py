"""Dates in a sentence: `Sept. 4`, `4 September 2025`, `the early 2000s`, `on Thursday`; and of other languages."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dashboard.evidence.date_languages import foreign_dates

MONTH_NAMES: Final = tuple(calendar.month_name)[1:]
MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAYS: Final = tuple(calendar.day_name)

_MONTH: Final = "(?:" + "|".join([*MONTH_NAMES, "Sept", *(name[:3] for name in MONTH_NAMES)]) + r")\b\.?"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[0-9]|20)\d\d"
_AND: Final = r"\s*(?:-|–|—|/|to|and|or|through|until|,)\s*"
_MOST_DAYS: Final = 8
"""The most days of one month that may follow its first: `8, 9 and 12 July` has two."""
_COUNTED: Final = "people|troops|soldiers|men|miles|km|kilomet|tons|dollars|euros|percent|million|billion"
_LEADING: Final = (
    "in|of|since|until|till|by|from|to|and|or|between|last|next|this|early|late|mid|through|before|after|that"
)
_AT_FIRST: Final = "In|Since|Until|Till|By|From|Between|Last|Next|Early|Late|Through|Before|After"
"""Words before a month with which a sentence may begin: `In May it sailed`."""
_DATES: Final = re.compile(
    rf"""
    (?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?\b)
    |\b(?P<month>{_MONTH})\s+(?P<days>{_DAY}(?:{_AND}{_DAY}){{0,{_MOST_DAYS}}})(?![\d:.%]\d|\s*(?:{_COUNTED}))\b
        (?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?
    |\b(?P<days2>{_DAY}(?:{_AND}{_DAY}){{0,{_MOST_DAYS}}})\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year2>{_YEAR})\b)?
    |\b(?P<month3>{_MONTH}),?\s+(?:of\s+)?(?P<year3>{_YEAR})\b
    |\b(?P<decade>{_YEAR[:-4]}\d0)['’]?s\b
    |(?<![\w$€£¥.,-])(?<!\b[Ss]ome\s)(?P<year4>{_YEAR})(?![\w%]|[.,]\d|-\d{{3}}|\s+(?:{_COUNTED}))(?:[-–/](?P<until>{_YEAR}|\d\d)(?!\w))?
    |(?:\b(?:{_LEADING}|{_AT_FIRST})[ -]|\bmid-)(?P<month4>{_MONTH})(?!\.?\s*(?:of\s+)?\d|\.?,\s*(?:of\s+)?{_YEAR}\b)
    """,
    re.VERBOSE,
)
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_SPAN_OR_MONTH: Final = re.compile(rf"({_YEAR})-(0[1-9]|1[0-2])")
_DAYS: Final = re.compile(r"\d+")
_MAYBE: Final = re.compile(rf"\d\d|{'|'.join(name[:3] for name in MONTH_NAMES)}|day\b")


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as a text gives it: as much of it as it gives."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    """Half-open span, in code points."""
    is_decade: bool = False


class GivenDates:
    """Dates that some words give, one of them or two together (the day here, its year there)."""

    def __init__(self, dates: Iterable[DateWords]) -> None:
        self._decades: set[int | None] = set()
        self._years: set[int | None] = set()
        self._of_day: dict[tuple[int, int | None], set[int | None]] = {}
        """Month and day, or month alone, to the years that are said with it; None where none is."""
        for given in dates:
            (self._decades if given.is_decade else self._years).add(given.year)
            if given.month is not None:
                for day in {given.day, None}:
                    self._of_day.setdefault((given.month, day), set()).add(given.year)

    def gives(self, wanted: DateWords) -> bool:
        """Whether the words give it: all of it that it gives."""
        if wanted.is_decade:
            return wanted.year in self._decades
        if wanted.month is None:
            return wanted.year in self._years
        years = self._of_day.get((wanted.month, wanted.day), ())
        if wanted.year is None or wanted.year in years:
            return bool(years)
        return None in years and wanted.year in self._years


def dates_in(text: str) -> list[DateWords]:
    """Every date in `text` that has a year, a month or a decade, in order; one for each day of `8 and 9 July`."""
    foreign = [DateWords(*given) for given in foreign_dates(text)]
    if not _MAYBE.search(text):
        return foreign
    if not foreign:
        return list(_dates(text))
    spans = {(each.start, each.end) for each in foreign}
    others = [each for each in _dates(text) if all(each.end <= start or each.start >= end for start, end in spans)]
    return sorted([*foreign, *others], key=lambda each: each.start)


def years_of_span(text: str) -> tuple[int, int] | None:
    """The two years of `2004-09`, which may be a month as well; None where the second is not the later one."""
    match = _SPAN_OR_MONTH.fullmatch(text)
    if match is None or int(match[2]) <= int(match[1]) % 100:
        return None
    first = int(match[1])
    return first, first - first % 100 + int(match[2])


def weekdays_in(text: str) -> set[str]:
    """Days of the week that are named."""
    return set(_WEEKDAY.findall(text))


def _dates(text: str) -> Iterator[DateWords]:
    for match in _DATES.finditer(text):
        if match["iso"]:
            parts = [int(part) for part in match["iso"].split("-")]
            yield DateWords(parts[0], parts[1], parts[2] if len(parts) == 3 else None, *match.span())
        elif match["decade"]:
            yield DateWords(int(match["decade"]), None, None, *match.span(), is_decade=True)
        elif match["year4"]:
            yield from _years(match)
        else:
            yield from _days(match)


def _years(match: re.Match[str]) -> Iterator[DateWords]:
    yield DateWords(int(match["year4"]), None, None, *match.span())
    if until := match["until"]:
        last = int(match["year4"][: 4 - len(until)] + until)
        yield DateWords(last, None, None, *match.span())


def _days(match: re.Match[str]) -> Iterator[DateWords]:
    name = match["month"] or match["month2"] or match["month3"] or match["month4"]
    month = MONTHS[name.rstrip(".").lower()]
    written = match["year"] or match["year2"] or match["year3"]
    year = int(written) if written else None
    span = match.span("month4") if match["month4"] else match.span()
    days: list[int | None] = [int(day) for day in _DAYS.findall(match["days"] or match["days2"] or "")]
    for day in days or [None]:
        yield DateWords(year, month, day, *span)


def day_of(words: DateWords, year: int | None) -> date | None:
    """The day that words give with a year; None where they give no day, or one that does not exist."""
    if year is None or words.month is None or words.day is None:
        return None
    return date(year, words.month, words.day) if words.day <= calendar.monthrange(year, words.month)[1] else None


def exists(words: DateWords) -> bool:
    """Whether there is such a day, where words give one."""
    return words.day is None or day_of(words, words.year) is not None


def nearest_year(words: DateWords, day: date) -> DateWords | None:
    """A day or month without a year, in the year in which it lies nearest to a day."""
    if words.month is None:
        return None
    middle = words.day or 15
    years = [year for year in (day.year - 1, day.year, day.year + 1) if date.min.year <= year <= date.max.year]
    days = {year: found for year in years if (found := day_of(replace(words, day=middle), year))}
    if not days:
        return None
    year = min(days, key=lambda each: abs(days[each] - day))
    return replace(words, year=year)
