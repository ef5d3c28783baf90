"""Phrases for more than one date, or for one side of it: ranges, open ends, halves, quarters, weeks of a month."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dashboard.evidence.date_phrases.phrase import (
    MONTH,
    MONTHS,
    WORDS_KEPT,
    YEAR,
    PhraseDate,
    PhraseProblem,
    Reader,
    iso,
)
from dashboard.model.dates import EventDate, Precision

WITHIN: Final = "It happened at some time within these days. Add `lasted: true` if it went on all the time."
_RANGE: Final = re.compile(
    r"(?:(?P<between>between) (?P<one>.+?) and (?P<other>.+)"
    r"|(?P<from>from )?(?P<first>.+?)(?: (?:to|until|till|through|thru|up to) | ?- ?)(?P<last>.+))"
)
_SHARED_BEFORE: Final = re.compile(
    rf"(?P<head>{MONTH}) (?P<one>\d\d?)(?: ?- ?| to | through | and )(?P<rest>\d\d?,? .*)"
)
_YEARS: Final = re.compile(rf"{YEAR} ?[-/] ?(?P<short>\d\d)")
_TWO: Final = re.compile(r"(?P<one>.+?) (?P<word>and|or) (?P<other>.+)")
_OPEN: Final = re.compile(
    r"(?P<word>(?:ever )?since|starting(?: from| in| on)?|from|until|till|up to|through|before|prior to|after|following"
    r"|by|no later than|not later than|no earlier than|not before|on or before|on or after) (?P<rest>.+)"
)
_SECTION: Final = re.compile(
    rf"(?:the )?(?P<number>first|second|third|fourth|last) (?P<unit>half|quarter|week) of (?:{MONTH},? (?:of )?)?{YEAR}"
)
_QUARTER: Final = re.compile(
    rf"q(?P<number>[1-4]),? (?:of )?{YEAR}|{YEAR.replace('year', 'year2')},? ?q(?P<number2>[1-4])"
)
_WEEK_OF: Final = re.compile(r"(?:the )?week (?:of|beginning|starting|from) (?P<rest>.+)")
_NO_START: Final = "The start is unknown: nothing stands before the slash."
_NO_END: Final = "The end is unknown: nothing stands after the slash."
_ENDS: Final = frozenset(
    {"until", "till", "up to", "through", "by", "after", "following", "no later than", "on or before"}
)
"""Words before the end of what they name; the others stand before its start."""
_NUMBERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def read_section(text: str, read: Reader, day: date | None) -> list[PhraseDate]:
    """Halves, quarters and weeks, as the interval of their months or days."""
    if match := _QUARTER.fullmatch(text):
        number, year = int(match["number"] or match["number2"]), int(match["year"] or match["year2"])
        return [PhraseDate(f"{iso(year, 3 * number - 2)}/{iso(year, 3 * number)}", notes=(WITHIN,))]
    if match := _SECTION.fullmatch(text):
        return [PhraseDate(_section(match), notes=(WITHIN,))]
    if match := _WEEK_OF.fullmatch(text):
        return [_seven_days(each) for each in read(match["rest"], day)]
    return []


def _section(match: re.Match[str]) -> str:
    year, unit = int(match["year"]), match["unit"]
    month = MONTHS[match["month"]] if match["month"] else None
    most = {"half": 2, "quarter": 4, "week": 4}[unit]
    number = _NUMBERS.get(match["number"], most)
    if number > most or (unit == "week") != (month is not None and unit != "half"):
        raise PhraseProblem(f"“{match[0]}” cannot be told. Write its first and its last day, or the month or year.")
    if month is None:
        length = 12 // most
        return f"{iso(year, (number - 1) * length + 1)}/{iso(year, number * length)}"
    last = monthrange(year, month)[1]
    if unit == "half":
        first, end = ((1, 15), (16, last))[number - 1]
    elif match["number"] == "last":
        first, end = last - 6, last
    else:
        first, end = 7 * number - 6, 7 * number
    return f"{iso(year, month, first)}/{iso(year, month, end)}"


def _seven_days(point: PhraseDate) -> PhraseDate:
    first = EventDate.parse(point.edtf)
    if first.precision is not Precision.DAY or first.earliest is None:
        raise PhraseProblem("A week begins with a day: write `the week of 1 September 2025`.")
    return replace(point, edtf=f"{first.earliest}/{first.earliest + timedelta(days=6)}", notes=(*point.notes, WITHIN))


def read_range(text: str, read: Reader, day: date | None) -> list[PhraseDate]:
    """`between 3 and 5 May 2024`, `May to June 2024`, `1999-2009`; what one side leaves out is taken from the other."""
    if match := _YEARS.fullmatch(text):
        first = int(match["year"])
        last = first // 100 * 100 + int(match["short"])
        return [PhraseDate(f"{iso(first)}/{iso(last)}", notes=(WITHIN,))] if last > first else []
    text = _SHARED_BEFORE.sub(r"\g<head> \g<one> - \g<head> \g<rest>", text)
    match = _RANGE.fullmatch(text)
    pair = _both(match["one"] or match["first"], match["other"] or match["last"], read, day) if match else None
    return [_interval(*pair)] if pair else []


def read_two(text: str, read: Reader, day: date | None) -> list[PhraseDate]:
    """`3 or 4 May 2024`: the month, with the words. Two dates that are both said are two events: refused."""
    match = _TWO.fullmatch(text)
    pair = _both(match["one"], match["other"], read, day) if match else None
    if match is None or pair is None:
        return []
    one, other = pair
    coarser = _in_common(one.edtf, other.edtf)
    if match["word"] == "and":
        instead = f", or one event with the coarser date {coarser}" if coarser else ""
        raise PhraseProblem(f"“{text}” are two dates. Write an event for each ({one.edtf}, {other.edtf}){instead}.")
    if not coarser:
        raise PhraseProblem(
            f"“{text}” may be either date ({one.edtf}, {other.edtf}). Write the one that the source supports more, "
            "with `also_reported` for the other, or leave the date out and put the words in `as_reported`."
        )
    return [PhraseDate(coarser, says_more=True, notes=(WORDS_KEPT, *one.notes))]


def _in_common(one: str, other: str) -> str:
    """The month or year that two dates share; empty where they share none."""
    parts = [first for first, second in zip(one.split("-"), other.split("-"), strict=False) if first == second]
    shared = "-".join(parts)
    return shared if parts and one.startswith(shared) and other.startswith(shared) else ""


def _both(first: str, last: str, read: Reader, day: date | None) -> tuple[PhraseDate, PhraseDate] | None:
    """Two dates that each have one meaning; None where the words are no two dates."""
    ends = _only(read, last, day)
    if ends is None:
        return None
    for completed in _completions(first, last):
        begins = _only(read, completed, day if completed == first else None)
        if begins is not None:
            return begins, ends
    return None


def _completions(first: str, last: str) -> Iterator[str]:
    """The first date with what it leaves out: `3` of `3 and 5 May 2024`, `May` of `May to June 2024`."""
    words = last.split()
    is_number = re.fullmatch(r"\d\d?(?:st|nd|rd|th)?", first) is not None
    if not is_number and re.search(r"\d{4}|\d0s", last) and not re.search(r"\d{4}", first):
        yield f"{first} {words[-1]}"
    if is_number:
        yield from (f"{first} {' '.join(words[index:])}" for index in range(1, len(words)))
    yield first


def _only(read: Reader, text: str, day: date | None) -> PhraseDate | None:
    try:
        found = read(text, day)
    except PhraseProblem:
        return None
    return found[0] if len(found) == 1 and "/" not in found[0].edtf and "T" not in found[0].edtf else None


def _interval(first: PhraseDate, last: PhraseDate) -> PhraseDate:
    notes = tuple(dict.fromkeys((*first.notes, *last.notes, WITHIN)))
    edtf = f"{first.edtf}/{last.edtf}"
    if "X" in edtf:
        edtf, notes = f"{_digits(first.edtf, '0')}/{_digits(last.edtf, '9')}", (WORDS_KEPT, *notes)
    return PhraseDate(edtf, "X" in f"{first.edtf}{last.edtf}" or first.says_more or last.says_more, notes)


def read_open(text: str, read: Reader, day: date | None) -> list[PhraseDate]:
    """`since 2021`, `until May 2024`, `before 4 May 2024`: an interval with one end."""
    match = _OPEN.fullmatch(text)
    if match is None:
        return []
    return [_with_one_end(match["word"], each) for each in read(match["rest"], day)]


def _with_one_end(word: str, point: PhraseDate) -> PhraseDate:
    if "/" in point.edtf or "T" in point.edtf:
        raise PhraseProblem(f"An interval with one end begins or ends with a date, and {point.edtf} is none.")
    if "X" in point.edtf:
        whole = replace(point, edtf=_digits(point.edtf, "0" if word not in _ENDS else "9"))
        return replace(_with_one_end(word, whole), says_more=True, notes=(WORDS_KEPT, *whole.notes))
    edtf = point.edtf
    if word.endswith("since") or word.startswith(("starting", "from")):
        return replace(point, edtf=f"{edtf}/..", notes=(*point.notes, "It goes on: `..` is an open end."))
    if word in ("until", "till", "up to", "through"):
        return replace(point, edtf=f"../{edtf}")
    if word in ("before", "prior to"):
        return replace(point, edtf=f"/{_beside(edtf, -1)}", notes=(*point.notes, _NO_START))
    if word in ("after", "following"):
        return replace(point, edtf=f"{_beside(edtf, 1)}/", notes=(*point.notes, _NO_END))
    if word in ("by", "no later than", "not later than", "on or before"):
        return replace(point, edtf=f"/{edtf}", notes=(*point.notes, _NO_START))
    return replace(point, edtf=f"{edtf}/", notes=(*point.notes, _NO_END))


def _digits(edtf: str, digit: str) -> str:
    """Digits in place of X, which intervals do not have."""
    return edtf.replace("X", digit)


def _beside(edtf: str, step: int) -> str:
    """The year, month or day before or after; of others, the day."""
    mark = edtf[-1] if edtf[-1] in "~?%" else ""
    found = EventDate.parse(edtf)
    earliest, latest = found.earliest or date.min, found.latest or date.max
    if found.precision is Precision.YEAR:
        return f"{iso(earliest.year + step)}{mark}"
    near = latest + timedelta(days=1) if step > 0 else earliest - timedelta(days=1)
    if found.precision is Precision.MONTH:
        return f"{iso(near.year, near.month)}{mark}"
    return f"{near.isoformat()}{mark}"
