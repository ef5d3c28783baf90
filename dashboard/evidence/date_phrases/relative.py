"""Phrases that count from a day: `yesterday`, `last Tuesday`, `two months ago`, `this summer`, `last September`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dashboard.evidence.date_phrases.phrase import (
    MONTH,
    MONTHS,
    NORTHERN,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    WORDS_KEPT,
    PhraseDate,
    PhraseProblem,
    iso,
    require_day,
)
from dashboard.evidence.words import CARDINALS

_NUMBER: Final = rf"(?P<number>\d{{1,3}}|an?|{'|'.join(CARDINALS)}|a couple of|several|a few|some)"
_UNIT: Final = r"(?P<unit>day|week|month|year|decade)s?"
_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "the same day": 0,
    "that day": 0,
    "yesterday": -1,
    "last night": -1,
    "yesterday morning": -1,
    "yesterday afternoon": -1,
    "yesterday evening": -1,
    "the previous day": -1,
    "the day before": -1,
    "tomorrow": 1,
    "the next day": 1,
    "the following day": 1,
    "the day after": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_COUNTED: Final = re.compile(rf"{_NUMBER} {_UNIT} (?P<way>ago|earlier|before|later|afterwards|after|from now)")
_PERIOD: Final = re.compile(
    r"(?:the )?(?P<which>last|previous|past|this|current|next|coming|following) (?P<unit>week|month|year|decade)"
)
_PART: Final = re.compile(
    r"(?P<part>earlier|later|early|late|the beginning of|the end of|the start of) (?P<which>this|last|next) "
    r"(?P<unit>week|month|year)"
)
_LASTING: Final = re.compile(rf"(?:over |during |for |within )?the (?:last|past) {_NUMBER} {_UNIT}")
_NAMED: Final = re.compile(rf"(?P<which>last|this|next|this past|this coming|the following) (?:{SEASON}|{MONTH})")
_WEEKDAY: Final = re.compile(rf"(?:(?P<which>last|this|next|this past|this coming) )?{WEEKDAY}(?: night| morning)?")
_STEPS: Final = {"last": -1, "previous": -1, "past": -1, "this past": -1, "this": 0, "current": 0}
_VAGUE: Final = frozenset({"a few", "several", "some", "a couple of"})


def read_relative(text: str, day: date | None) -> list[PhraseDate]:
    """What a phrase means, counted from `day`: the day of its source, or the date said before it."""
    try:
        return list(_readings(text, day))
    except (OverflowError, ValueError) as error:
        if isinstance(error, PhraseProblem):
            raise
        raise PhraseProblem(
            f"“{text}” leads to a year outside 0001 to 9999. Write a date within these years."
        ) from None


def _readings(text: str, day: date | None) -> Iterator[PhraseDate]:
    if text in _DAYS:
        yield PhraseDate((require_day(day, text) + timedelta(days=_DAYS[text])).isoformat())
    elif match := _COUNTED.fullmatch(text):
        yield _counted_date(match, require_day(day, text))
    elif match := _PERIOD.fullmatch(text):
        yield PhraseDate(_period(match["unit"], require_day(day, text), _STEPS.get(match["which"], 1)))
    elif match := _PART.fullmatch(text):
        step = _STEPS.get(match["which"], 1)
        yield PhraseDate(_period(match["unit"], require_day(day, text), step), says_more=True, notes=(WORDS_KEPT,))
    elif match := _LASTING.fullmatch(text):
        yield _lasting(match, require_day(day, text))
    elif match := _NAMED.fullmatch(text):
        yield from _season_or_month(match, require_day(day, text))
    elif match := _WEEKDAY.fullmatch(text):
        yield from _weekdays(match, require_day(day, text))


def _how_many(match: re.Match[str]) -> int:
    word = match["number"]
    if word in _VAGUE:
        raise PhraseProblem(
            f"“{match[0]}” gives no number. Put the words in `as_reported`, and give no date, or a coarser one that "
            "the source supports."
        )
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else CARDINALS[word]


def _counted_date(match: re.Match[str], day: date) -> PhraseDate:
    """So many units from a day; what is counted in weeks or more is known about to the unit below it."""
    count = _how_many(match) * (-1 if match["way"] in ("ago", "earlier", "before") else 1)
    if match["unit"] == "day":
        return PhraseDate((day + timedelta(days=count)).isoformat())
    if match["unit"] == "week":
        return PhraseDate(f"{(day + timedelta(weeks=count)).isoformat()}~")
    if match["unit"] == "month":
        return PhraseDate(f"{_months_from(day, count)}~")
    return PhraseDate(f"{iso(_in_range(day.year + count * (10 if match['unit'] == 'decade' else 1)))}~")


def _in_range(year: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return year


def _months_from(day: date, count: int) -> str:
    months = day.year * 12 + day.month - 1 + count
    return iso(_in_range(months // 12), months % 12 + 1)


def _period(unit: str, day: date, step: int) -> str:
    if unit == "week":
        monday = day + timedelta(days=7 * step - day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        return _months_from(day, step)
    if unit == "year":
        return iso(_in_range(day.year + step))
    return f"{_in_range(day.year // 10 * 10 + 10 * step) // 10:03}X"


def _lasting(match: re.Match[str], day: date) -> PhraseDate:
    """`The past two years`: an interval that ends with the day, its ends as exact as its unit."""
    count = _how_many(match)
    notes = ("An interval: add `lasted: true` if it went on all the time.",)
    if match["unit"] in ("day", "week"):
        first = day - timedelta(days=count * (7 if match["unit"] == "week" else 1))
        return PhraseDate(f"{first.isoformat()}/{day.isoformat()}", notes=notes)
    if match["unit"] == "month":
        return PhraseDate(f"{_months_from(day, -count)}/{_months_from(day, 0)}", notes=notes)
    first_year = _in_range(day.year - count * (10 if match["unit"] == "decade" else 1))
    return PhraseDate(f"{iso(first_year)}/{iso(day.year)}", notes=notes)


def _season_or_month(match: re.Match[str], day: date) -> Iterator[PhraseDate]:
    """`Last September`, `this summer`. Where the nearest lies in the same year, the one of another may be meant."""
    month = MONTHS[match["month"]] if match["month"] else (SEASONS[match["season"]] - 20) * 3
    length = 1 if match["month"] else 3
    step = _STEPS.get(match["which"], 1)
    ends = [(year, _end_of(year, month + length - 1)) for year in range(day.year - 2, day.year + 3)]
    if step < 0:
        nearest = max(year for year, end in ends if end < day)
        years = [
            (nearest, "the nearest before that day is meant"),
            (nearest - 1, "the one of the year before is meant"),
        ]
    elif step > 0:
        nearest = min(year for year, _ in ends if date(year, month, 1) > day)
        years = [(nearest, "the nearest after that day is meant"), (nearest + 1, "the one of the year after is meant")]
    else:
        years = [(min(ends, key=lambda each: abs(each[1] - day))[0], "")]
    if years[0][0] != day.year:
        years = [(years[0][0], "")]
    notes = () if match["month"] else (NORTHERN,)
    for year, when in years:
        season_or_month = f"{iso(year)}-{SEASONS[match['season']]}" if match["season"] else iso(year, month)
        yield PhraseDate(season_or_month, notes=notes, when=when)


def _end_of(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _weekdays(match: re.Match[str], day: date) -> Iterator[PhraseDate]:
    """The nearest such days: of `last` those before, of `next` those after, of the name alone one of each."""
    back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7 or 7
    last, following = day - timedelta(days=back), day + timedelta(days=7 - back % 7)
    same = (PhraseDate(day.isoformat(), when="that day itself is meant"),) if back == 7 else ()
    week = timedelta(days=7)
    match match["which"]:
        case "last":
            yield PhraseDate(last.isoformat(), when="the nearest before that day is meant")
            yield PhraseDate((last - week).isoformat(), when="the one of the week before is meant")
        case "next":
            yield PhraseDate(following.isoformat(), when="the nearest after that day is meant")
            yield PhraseDate((following + week).isoformat(), when="the one of the week after is meant")
        case "this past":
            yield PhraseDate(last.isoformat())
        case "this coming":
            yield PhraseDate(following.isoformat())
        case _:
            yield from same
            yield PhraseDate(last.isoformat(), when="it had happened")
            yield PhraseDate(following.isoformat(), when="it was still to come")
