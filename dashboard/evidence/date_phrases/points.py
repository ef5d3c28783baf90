"""Phrases for one date: `4 September 2025`, `Sept. 2025`, `spring 2009`, `the 1990s`, `2 March`."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.evidence.date_languages import ForeignDate, foreign_dates
from dashboard.evidence.date_phrases.phrase import (
    DAY,
    MONTH,
    MONTHS,
    NORTHERN,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    WORDS_KEPT,
    YEAR,
    PhraseDate,
    PhraseProblem,
    iso,
    require_day,
)

_DATES: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:the )?{DAY} (?:of )?{MONTH},? (?:of )?{YEAR}",
        rf"{MONTH} (?:the )?{DAY},? (?:of )?{YEAR}",
        rf"{YEAR},? {MONTH} {DAY}",
        rf"{MONTH},? (?:of )?{YEAR}",
        rf"(?:the )?(?:year )?{YEAR}",
        rf"(?:the )?{DAY} (?:of )?{MONTH}",
        rf"{MONTH} (?:the )?{DAY}",
        rf"{MONTH}",
    )
)
_NUMBERS: Final = re.compile(r"(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})[/.-](?P<year>\d{4})")
_SEASON: Final = re.compile(rf"(?:the )?{SEASON}(?: (?:of )?|, ?){YEAR}(?:[-/](?P<until>\d\d(?:\d\d)?))?")
_DECADE: Final = re.compile(r"(?:the )?(?P<decade>[12]\d\d)0['’]?s")
_CENTURY: Final = re.compile(r"(?:the )?(?P<number>\d\d?)(?:st|nd|rd|th) century")
_ON_A_WEEKDAY: Final = re.compile(rf"{WEEKDAY},? (?:the )?(?P<rest>.*\d.*)")
_ARTICLE: Final = re.compile(r"^(?:el|en|em|le|den|am|op|il|в) ")
_AT_A_TIME: Final = re.compile(
    r"(?:(?P<rest>.*?\S)(?:,? at |,? ))(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>a\.?m\.?|p\.?m\.?))?"
    r"(?: (?P<zone>utc|gmt|z|local time))?"
)


def read_point(text: str, day: date | None) -> list[PhraseDate]:
    """The date that a phrase gives; one without a year is in the year in which it lies nearest to `day`."""
    if match := _ON_A_WEEKDAY.fullmatch(text):
        return [_check_weekday(each, match) for each in read_point(match["rest"], day)]
    if match := _SEASON.fullmatch(text):
        return [_season(match)]
    if match := _DECADE.fullmatch(text):
        return [PhraseDate(f"{match['decade']}X")]
    if match := _CENTURY.fullmatch(text):
        return [_century(int(match["number"]))]
    if match := _NUMBERS.fullmatch(text):
        return _either_order(match)
    for form in _DATES:
        if match := form.fullmatch(text):
            return [_date(match, text, day)]
    return _in_another_language(text, day) or _at_a_time(text, day)


def _foreign(text: str) -> list[ForeignDate]:
    return list(foreign_dates(text))


def _in_another_language(text: str, day: date | None) -> list[PhraseDate]:
    """The only date of a phrase that is nothing but that: `2024年5月7日`, `7 de mayo de 2024`, `le 7 mai`."""
    rest = text.removesuffix(" года").removesuffix(" г").removesuffix(" року")
    rest = _ARTICLE.sub("", rest) if _foreign(_ARTICLE.sub("", rest)) else rest
    found = _foreign(rest)
    if len(found) != 1 or found[0][3:] != (0, len(rest)):
        return []
    year, month, number = found[0][:3]
    if year is not None:
        return [PhraseDate(iso(year, month, number))]
    return [_in_nearest_year(month or 1, number, require_day(day, text))]


def _date(match: re.Match[str], text: str, day: date | None) -> PhraseDate:
    given = match.groupdict()
    month = MONTHS[given["month"]] if given.get("month") else None
    number = int(given["day"]) if given.get("day") else None
    if given.get("year"):
        return PhraseDate(iso(int(given["year"]), month, number))
    origin = require_day(day, text)
    if month is None:
        return PhraseDate(iso(origin.year))
    return _in_nearest_year(month, number, origin)


def _in_nearest_year(month: int, number: int | None, origin: date) -> PhraseDate:
    year = nearest_year(month, number, origin)
    return PhraseDate(
        iso(year, month, number),
        notes=(f"The words give no year: {year} is the nearest. Check in the text that it is meant.",),
    )


def nearest_year(month: int, day: int | None, origin: date) -> int:
    """The year in which a day or month lies nearest to another day."""
    years = [
        year
        for year in (origin.year - 1, origin.year, origin.year + 1)
        if date.min.year <= year <= date.max.year and (day or 1) <= monthrange(year, month)[1]
    ]
    if not years:
        raise PhraseProblem(
            f"There is no day {day} in month {month} near {origin.isoformat()}. Write the year as well."
        )
    return min(years, key=lambda year: abs(date(year, month, day or 15) - origin))


def _check_weekday(point: PhraseDate, match: re.Match[str]) -> PhraseDate:
    """The date where it is the day of the week that the words say. Raises `PhraseProblem` where it is another."""
    try:
        real = WEEKDAYS[date.fromisoformat(point.edtf[:10]).weekday()]
    except ValueError:
        return point
    if real != match["weekday"]:
        raise PhraseProblem(
            f"{point.edtf} is a {real.capitalize()}, not a {match['weekday'].capitalize()}. Look at the source again: "
            "if it says both, write the day that you can confirm, and put the words in `as_reported`."
        )
    return point


def _season(match: re.Match[str]) -> PhraseDate:
    year, until = int(match["year"]), match["until"]
    if until and (match["season"] != "winter" or int(until) % 100 != (year + 1) % 100):
        raise PhraseProblem(f"“{match[0]}” is not one season. Write each by itself, such as `summer {year}`.")
    notes = [NORTHERN]
    if match["season"] == "winter" and not until:
        notes.insert(0, f"This is the winter that begins in December {year}. For the one before, write {year - 1}-24.")
    return PhraseDate(f"{iso(year)}-{SEASONS[match['season']]}", notes=tuple(notes))


def _century(number: int) -> PhraseDate:
    if not 2 <= number <= 99:
        raise PhraseProblem("The first century cannot be written in EDTF level 1. Write an interval: `0001/0100`.")
    first = number - 1
    note = f"EDTF counts centuries by their digits: {first:02}00 to {first:02}99."
    return PhraseDate(f"{first:02}XX", notes=(note,))


def _either_order(match: re.Match[str]) -> list[PhraseDate]:
    """Day and month in both orders; those that are dates."""
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    orders = [(other, one, "the day comes first"), (one, other, "the month comes first")]
    found = [
        PhraseDate(iso(year, month, number), when=when)
        for month, number, when in orders
        if 1 <= month <= 12 and year and 1 <= number <= monthrange(year, month)[1]
    ]
    is_one = len(found) == 1 or (found and one == other)
    return [replace(found[0], when="")] if is_one else found


def _at_a_time(text: str, day: date | None) -> list[PhraseDate]:
    """A day with a time: `4 September 2025 at 14:30`, `yesterday at 2.30 p.m.`, `4 May 2024, 14:30 UTC`."""
    match = _AT_A_TIME.fullmatch(text)
    if match is None or not (match["minute"] or match["half"]):
        return []
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise PhraseProblem(f"There is no time {match['hour']} {match['half']}. Write it as 00:00 to 23:59.")
        hour = hour % 12 + (12 if match["half"][0] == "p" else 0)
    if hour > 23 or minute > 59:
        raise PhraseProblem(f"There is no time {hour:02}:{minute:02}. Times are 00:00 to 23:59.")
    zone = "Z" if match["zone"] in ("utc", "gmt", "z") else ""
    from dashboard.evidence.date_phrases.relative import read_relative

    days = read_point(match["rest"], day) or read_relative(match["rest"], day)
    return [replace(each, edtf=f"{each.edtf}T{hour:02}:{minute:02}:00{zone}") for each in days if len(each.edtf) == 10]


def part_of(point: PhraseDate) -> PhraseDate:
    """A part of a date, for which EDTF has no sign: `early 2025` is written 2025, with the words beside it."""
    return replace(point, says_more=True, notes=(WORDS_KEPT, *point.notes))
