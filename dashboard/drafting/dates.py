"""The date that selected words give, in EDTF; of “yesterday”, by the day on which the source was published."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.evidence.date_phrases import PhraseProblem, read_phrase
from dashboard.evidence.words import MONTHS, DateWords, dates_in, relative_dates
from dashboard.model.dates import DateProblem, EventDate

_RANGE: Final = re.compile(r"\b(?:from|between|until|till|through|to)\b|[-–—/]", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\b(?:about|around|circa|c\.|roughly|approximately)\s*$", re.IGNORECASE)
_REACH: Final = 16
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_TOP: Final = 1000
_TOP_LINES: Final = 3
_LONGEST_BYLINE: Final = 100
_WORDS_BEFORE: Final = re.compile(r"(?:[^\s.!?;:]+[^\S\n]+){0,3}[^\s.!?;:]*\Z")
_WORDS_BEHIND: Final = re.compile(r"(?:[^\S\n]*[^\s.!?;:]+){1,3}")
_FEWEST_WORDS: Final = 3
_NEAR_CHARACTERS: Final = 100
_NEAR_DAYS: Final = 120
"""A day without its year that is further away may be of the year before or after: that is left open."""


@dataclass(frozen=True, slots=True)
class DateOfWords:
    """A date that words give."""

    date: EventDate
    is_all: bool = True
    """Whether the date says all that the words say, to everybody: not of “yesterday”, nor of “early” or “or”."""


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The date that words without a year have by the year that their text names before them."""

    date: EventDate
    words: str
    """What names the year, with some words around it, on one line."""
    span: tuple[int, int]
    """Where that stands in the text: half-open, in code points."""


def date_of(words: str, published: dt.date | None) -> DateOfWords | None:
    """The date that some words give, or the interval; None where they give none, or several.

    `published` is the day of the source, from which other days are counted. Words that are a date and nothing else
    are read as `dateline date` reads them; in others, dates are looked for.
    """
    return _date_of_phrase(words, published) or _date_within(words, published)


def date_by_year_before(words: str, before: str) -> YearBefore | None:
    """The date of words that have a month but no year, by the last year that a text names before them.

    None where the words have a year themselves or are no date, and where no year is named before them.
    """
    named = dates_in(words)
    if len(named) != 1 or named[0].year is not None or named[0].month is None:
        return None
    with_year = [each for each in dates_in(before) if each.year is not None and not each.is_decade]
    if not with_year:
        return None
    last = max(with_year, key=lambda each: (each.end, each.year or 0))
    found = _parse(_edtf(replace(named[0], year=last.year)))
    start, end = _with_words_near(before, (last.start, last.end))
    return YearBefore(found.date, " ".join(before[start:end].split()), (start, end)) if found else None


def _with_words_near(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span with some words more of its sentence: two words alone are no quote."""
    start, end = span
    leading = _WORDS_BEFORE.search(text, max(0, start - _NEAR_CHARACTERS), start)
    start = leading.start() if leading else start
    if len(text[start:end].split()) < _FEWEST_WORDS and (behind := _WORDS_BEHIND.match(text, end)):
        end = behind.end()
    return start, end


def day_at_top(text: str) -> dt.date | None:
    """The day that stands in a text's short first lines, as a byline or dateline has it; None where none does."""
    lines = [line for line in text[:_TOP].splitlines() if line.strip()][:_TOP_LINES]
    found = (each for line in lines if len(line) <= _LONGEST_BYLINE for each in dates_in(line))
    whole = next((each for each in found if each.year and each.month and each.day), None)
    read = _parse(_edtf(whole)) if whole else None
    return read.date.earliest if read else None


def _date_of_phrase(words: str, published: dt.date | None) -> DateOfWords | None:
    try:
        readings = read_phrase(words, published)
    except PhraseProblem:
        return None
    if len(readings) != 1:
        return None
    found = readings[0]
    counted = _is_counted(words)
    if counted and published and _MONTH.search(words):
        named = dates_in(words)
        if not named or found.date.earliest is None or abs((found.date.earliest - published).days) > _NEAR_DAYS:
            return None
    return DateOfWords(found.date, not found.as_reported and not counted)


def _is_counted(words: str) -> bool:
    """Whether the words give a date only by another day."""
    try:
        read_phrase(words)
    except PhraseProblem:
        return True
    return False


def _date_within(words: str, published: dt.date | None) -> DateOfWords | None:
    """The date in a longer text. A day of the week is the last one up to the day of the source."""
    dates = dates_in(words)
    whole = [each for each in dates if each.year is not None]
    if whole:
        written = _edtf_of_all(whole, words)
        return _parse(written) if written else None
    counted = list(relative_dates(words, published, dates))
    first = next((each for each in counted if _is_past(each.given, each.by)), counted[0] if counted else None)
    if first is None or (dates and _is_far(first.given, first.by)):
        return None
    others = [each.given for each in counted if each.given.start >= first.given.end]
    written = _edtf_of_all([first.given, *others], words) if _RANGE.search(words) else _edtf(first.given)
    return _parse(written, is_all=False) if written else None


def _parse(written: str, *, is_all: bool = True) -> DateOfWords | None:
    try:
        return DateOfWords(EventDate.parse(written), is_all)
    except DateProblem:
        return None


def _edtf_of_all(dates: Sequence[DateWords], words: str) -> str | None:
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


def _is_far(given: DateWords, by: DateWords) -> bool:
    """Whether a day without its year is as likely of another year as of the nearest."""
    day, other = (dt.date(each.year or by.year or 1, each.month or 1, each.day or 1) for each in (given, by))
    return abs((day - other).days) > _NEAR_DAYS


def _is_past(given: DateWords, by: DateWords) -> bool:
    return _begins(given) <= _begins(by)
