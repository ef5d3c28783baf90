"""Dates that a text gives by another day: “yesterday”, “on Tuesday”, “last year”, “two days later”, “4 May”."""

import calendar
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dashboard.evidence.words.calendar_words import WEEKDAYS, DateWords, day_of, exists, nearest_year
from dashboard.evidence.words.number_words import CARDINALS
from dashboard.evidence.words.speech import SAYING
from dashboard.model.vocabularies import IRREGULAR_VERBS

_NUMBER: Final = rf"(?P<number>\d{{1,3}}|an?|{'|'.join(CARDINALS)})"
_UNIT: Final = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_PATTERN: Final = re.compile(
    rf"""
    \b(?:
      (?P<before_yesterday>the\ day\ before\ yesterday)
      |(?P<day>today|tonight|this\ (?:morning|afternoon|evening)|yesterday|last\ night|overnight|tomorrow)
      |(?P<which>last|this|next|past|previous|coming|current)\ (?:\w+\ )?(?P<period>week|month|year|decade|spring|summer
        |autumn|fall|winter)
      |{_NUMBER}[ -]{_UNIT}\ (?P<way>ago|later|earlier|afterwards|before|after|on)
      |the\ (?P<next>following|next|previous)\ (?P<step>day|week|month|year)
      |(?P<year_end>(?:by\ )?(?:the\ )?(?:year['’]?s?|year[- ])[ ]?end|end\ of\ (?:the|this)\ year|later\ this\ year)
      |(?P<year_start>(?:start|beginning)\ of\ next\ year)
      |(?P<month_end>end\ of\ (?:the|this)\ month|later\ this\ month)
      |(?:(?:at|on|over|during)\ the|(?P<which_end>last|this|next|past|coming))\ (?P<weekend>(?:past\ )?week-?end)
      |(?P<nearby>last|this|next|coming)?\ ?(?P<weekday>{"|".join(WEEKDAYS)})
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 9000
"""Days before and after these are not counted from: what lies so many weeks from them may be no date at all."""
_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_TWO_DAYS: Final = frozenset({"overnight"})
"""What begins on the day before."""
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
_WEEKS_OF: Final = {"fortnight": 2}
_DAYS_OF: Final = {"day": 1, "week": 7}
_COUNTS_FROM_TEXT: Final = frozenset({"later", "afterwards", "after", "on", "before", "following", "next", "previous"})
"""Words that count from a date of the same text, and never from the day on which it was published."""
_PLANS: Final = re.compile(
    r"\bto(?! (?:the|an?|his|her|its|their|this|that)\b)(?= [a-z])|\b(?:will|would|shall|should|may|might|could|can"
    r"|must|going|due|plan\w*|schedul\w*|expect\w*|set|if|unless|until|by|is|are|before|ahead|next|coming|upcoming"
    r"|\w+n[’']t|\w+[’']ll|has|have|from|starting|beginning)\b",
    re.IGNORECASE,
)
"""Where one of these stands in the sentence, its day may lie ahead."""
_PAST: Final = frozenset(form for verb, *done in IRREGULAR_VERBS for form in done if form != verb) - SAYING
_REGULAR: Final = re.compile(r"[a-z]{2,}ed")
_VERB: Final = re.compile(r"\b[a-z]{2,}\b")
_SENTENCE: Final = re.compile(r"[.;!?][”’\"')]*\s+(?=[^a-z])|\n")
_REACH: Final = 300
_NEAR_A_DATE: Final = 3
"""So many characters lie at most between a day of the week and its date: `Friday, 5 September`."""
_BEFORE_A_DATE: Final = re.compile(
    rf"\b(?:(?P<eve>eve of|(?:day|night|evening) before)|(?P<morrow>(?:day|morning) after)"
    rf"|{_NUMBER}[ -]{_UNIT} (?P<way>before|after))\s(?:[^.,;:!?\d]{{0,40}}(?:, (?:which (?:was|is) )?(?:held|due|set"
    r"|planned|scheduled|called)(?: on| for)?)?\s)?\Z",
    re.IGNORECASE,
)
"""What counts from the date right behind it: “on the eve of the 9 May vote”."""
_BEHIND_A_DATE: Final = re.compile(
    rf",?\s(?:just |only |some |about )?{_NUMBER}[ -]{_UNIT} (?P<way>before|after)\s(?=[a-z]|[A-Z])(?!\d)",
    re.IGNORECASE,
)
"""What says how far from a date something else was: “in April 2014, a month after the annexation”."""
_PART_OF_YEAR: Final = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) (?P<part>half|quarter) of (?P<year>[12]\d{3})\b"
    r"|\bQ(?P<quarter>[1-4]) (?:of )?(?P<of>[12]\d{3})\b",
    re.IGNORECASE,
)
_MAYBE_A_PART: Final = re.compile(r"half|quarter|Q[1-4]", re.IGNORECASE)
_FROM_THE_END: Final = "last"
_ORDINALS: Final = ("first", "second", "third", "fourth")
_WHICH_YEAR: Final = re.compile(r"\b(?:(?P<last>(?<!the )(?<!at )last|this past)|next|this coming)\s\Z", re.IGNORECASE)
"""What says before a month or a day in which year it is: “last September” is over, “next March” is to come."""
_WHICH_REACH: Final = 12
_ANY_YEAR: Final = 2001
_MAYBE: Final = re.compile(
    r"day|morning|evening|night|afternoon|week|month|year|decade|ago|later|earlier|tomorrow"
    r"|(?:last|this|next|past|previous|coming|current) (?:spring|summer|autumn|fall|winter)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A date that words give by the day of a source, or by a date beside them."""

    words: str
    given: DateWords
    by: DateWords
    """The date from which it is worked out: a day, a month or a year."""

    @property
    def by_words(self) -> str:
        """The date from which it is worked out, in words: `4 May 2021`."""
        month = calendar.month_name[self.by.month] if self.by.month else None
        return " ".join(str(part) for part in (self.by.day, month, self.by.year) if part)


def relative_dates(text: str, day: date | None, dates: Sequence[DateWords]) -> Iterator[RelativeDate]:
    """The dates that words of `text` give by `day`, on which it was published, or by the date said before them.

    What counts on (“two days later”, “the following month”) counts from the last of `dates` before it, as exactly as
    that is given, and from nothing where there is none; “the eve of”, from the one behind it. A day of the week is the
    last one up to `day`; it is the next one as well where its sentence tells nothing that was done. A date without a
    year has that of the nearest such day.
    """
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        day = None
    published = None if day is None else DateWords(day.year, day.month, day.day, 0, 0)
    yield from _counted_from_the_next(text, day, dates)
    yield from _counted_from_the_last(text, dates)
    known = list(dates)
    for match in _PATTERN.finditer(text) if _MAYBE.search(text) else ():
        if match["way"] and (last := _last_before(dates, match.start())) and _is_behind(match, last, text):
            continue
        anchor = _anchor(match, known, day, text) or (published if _counts_from_publication(match, known) else None)
        if anchor is not None and not _is_dated(match, dates):
            found = list(_worked_out(match, anchor, text))
            if len(found) == 1 and found[0].day is not None:
                insort(known, found[0], key=_start_of)
            yield from (RelativeDate(match[0].strip(), given, anchor) for given in found)
    if day is not None and published is not None:
        for each in dates:
            if each.year is None and each.month is not None and (dated := _nearest(each, day, text)):
                yield RelativeDate(text[each.start : each.end], dated, published)


def _counted_from_the_next(text: str, day: date | None, dates: Sequence[DateWords]) -> Iterator[RelativeDate]:
    """What is counted from the date that stands behind: “the eve of 9 May”, “two days after 9 May 2021”."""
    for each in dates:
        before = text[max(0, each.start - 80) : each.start]
        if each.month is None or (match := _BEFORE_A_DATE.search(before)) is None:
            continue
        dated = each if each.year is not None else (_nearest(each, day, text) if day is not None else None)
        by = dated or replace(each, year=_ANY_YEAR)
        if not (FIRST_YEAR <= (by.year or 0) <= LAST_YEAR and exists(by)):
            continue
        count = -1 if match["eve"] else 1 if match["morrow"] else _how_many(match)
        unit, span = _unit(match) if match["unit"] else "day", (each.start - len(before) + match.start(), each.end)
        the_day = day_of(by, by.year)
        found = _steps_from(the_day, unit, count, span) if the_day else _coarse_steps(by, unit, count, span)
        for given in found:
            yield RelativeDate(text[slice(*span)], given if dated else replace(given, year=None), by)


def _is_behind(match: re.Match[str], by: DateWords, text: str) -> bool:
    """Whether an expression says how far from the date before it what follows was: “in 2014, a month after …”."""
    if by.year is None or by.is_decade or not 0 <= match.start() - by.end < _WHICH_REACH:
        return False
    return _BEHIND_A_DATE.match(text, by.end) is not None


def _counted_from_the_last(text: str, dates: Sequence[DateWords]) -> Iterator[RelativeDate]:
    """How far from a date with its year something else was, and the months with which a part of a year begins, ends."""
    for each in dates:
        match = _BEHIND_A_DATE.match(text, each.end) if each.year is not None and not each.is_decade else None
        if match is None or not (FIRST_YEAR <= (each.year or 0) <= LAST_YEAR and exists(each)):
            continue
        behind = bisect_left(dates, match.end(), key=_start_of)
        if behind < len(dates) and dates[behind].start - match.end() < _NEAR_A_DATE:
            continue
        count, the_day, span = -_how_many(match), day_of(each, each.year), (each.start, match.end())
        unit = _unit(match)
        found = _steps_from(the_day, unit, count, span) if the_day else _coarse_steps(each, unit, count, span)
        yield from (RelativeDate(text[slice(*span)].strip(), given, each) for given in found)
    for match in _PART_OF_YEAR.finditer(text) if _MAYBE_A_PART.search(text) else ():
        yield from _ends_of_part(match)


def _ends_of_part(match: re.Match[str]) -> Iterator[RelativeDate]:
    """January and June of “the first half of 2023”, July and September of “the third quarter”."""
    year = int(match["year"] or match["of"])
    length = 6 if (match["part"] or "").lower() == "half" else 3
    which = (match["which"] or match["quarter"]).lower()
    last = 12 // length
    number = last if which == _FROM_THE_END else int(which[0]) if which[0].isdigit() else _ORDINALS.index(which) + 1
    if number <= last:
        by = DateWords(year, None, None, *match.span())
        for month in ((number - 1) * length + 1, number * length):
            yield RelativeDate(match[0], DateWords(year, month, None, *match.span()), by)


def _counts_from_text(match: re.Match[str]) -> bool:
    """Whether an expression counts from a date of the text, where it has one before it."""
    return match["way"] not in (None, "ago") or match["next"] is not None


def _counts_from_publication(match: re.Match[str], dates: Sequence[DateWords]) -> bool:
    """Whether it counts from the day of the text: it has to, or may, and no date stands before it."""
    if not _counts_from_text(match):
        return True
    word = (match["way"] or match["next"]).lower()
    return word not in _COUNTS_FROM_TEXT and _last_before(dates, match.start()) is None


def _anchor(match: re.Match[str], dates: Sequence[DateWords], day: date | None, text: str) -> DateWords | None:
    """The date of the text from which an expression counts; one without a year has the year said before it."""
    if not _counts_from_text(match) or (found := _last_before(dates, match.start())) is None or found.is_decade:
        return None
    if found.year is None:
        years = [
            each.year for each in dates if each.year is not None and each.end <= found.start and not each.is_decade
        ]
        nearest = _nearest(found, day, text) if day is not None else None
        return replace(found, year=years[-1]) if years else nearest
    return found if FIRST_YEAR <= found.year <= LAST_YEAR and exists(found) else None


def _nearest(words: DateWords, day: date, text: str) -> DateWords | None:
    """A day or month without a year, in the nearest year; in that before `day` of “last September”, or behind it."""
    nearest = nearest_year(words, day)
    which = _WHICH_YEAR.search(text[max(0, words.start - _WHICH_REACH) : words.start])
    if nearest is None or nearest.year is None or which is None:
        return nearest
    here = (day.month, day.day) if words.day else (day.month,)
    there = (words.month, words.day) if words.day else (words.month,)
    year = day.year - (there >= here) if which["last"] else day.year + (there <= here)
    return replace(words, year=year) if exists(replace(words, year=year)) else nearest


def _last_before(dates: Sequence[DateWords], start: int) -> DateWords | None:
    """The last date that stands before a place in a text."""
    behind = bisect_right(dates, start, key=_end_of)
    return dates[behind - 1] if behind else None


def _start_of(words: DateWords) -> int:
    return words.start


def _end_of(words: DateWords) -> int:
    return words.end


def _is_dated(match: re.Match[str], dates: Sequence[DateWords]) -> bool:
    """Whether a day of the week stands beside its date, which says which one it is."""
    if not match["weekday"]:
        return False
    start, end = match.span("weekday")
    return any(
        each.day is not None and (0 <= each.start - end <= _NEAR_A_DATE or 0 <= start - each.end <= _NEAR_A_DATE)
        for each in dates
    )


def _tells_the_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a span tells what was done, and nothing that is to come."""
    begins = max((match.end() for match in _SENTENCE.finditer(text, max(0, start - _REACH), start)), default=0)
    ends = _SENTENCE.search(text, end, end + _REACH)
    sentence = text[begins:start] + text[end : ends.start() if ends else end + _REACH]
    if _PLANS.search(sentence):
        return False
    return any(
        match[0] in _PAST or (match[0] not in SAYING and _REGULAR.fullmatch(match[0]))
        for match in _VERB.finditer(sentence)
    )


def _worked_out(match: re.Match[str], by: DateWords, text: str) -> Iterator[DateWords]:
    """What one expression may mean, counted from a date."""
    span = match.span()
    if (day := day_of(by, by.year)) is None:
        unit, count = (
            (match["step"], _STEPS[match["next"].lower()]) if match["next"] else (_unit(match), _how_many(match))
        )
        yield from _coarse_steps(by, unit.lower(), count, span)
    elif match["before_yesterday"]:
        yield _on(day, -2, span)
    elif match["day"]:
        said = match["day"].lower()
        yield _on(day, _DAYS.get(said, 0), span)
        if said in _TWO_DAYS:
            yield _on(day, -1, span)
    elif match["weekend"]:
        yield from _weekend(match, day)
    elif match["weekday"]:
        yield from _weekdays(match, day, text)
    elif match["year_end"]:
        yield DateWords(day.year, None, None, *span)
        yield DateWords(day.year, 12, None, *span)
    elif match["year_start"]:
        yield DateWords(day.year + 1, None, None, *span)
        yield DateWords(day.year + 1, 1, None, *span)
    elif match["month_end"]:
        yield DateWords(day.year, day.month, None, *span)
        yield DateWords(day.year, day.month, calendar.monthrange(day.year, day.month)[1], *span)
    elif match["period"]:
        yield from _steps_from(day, match["period"].lower(), _STEPS[match["which"].lower()], span)
    elif match["next"]:
        yield from _steps_from(day, match["step"].lower(), _STEPS[match["next"].lower()], span)
    else:
        yield from _steps_from(day, _unit(match), _how_many(match), span)


def _weekdays(match: re.Match[str], day: date, text: str) -> Iterator[DateWords]:
    """The last such day of the week up to a day, and the next one, unless it is told that it is past, or to come."""
    span, which = match.span(), (match["nearby"] or "").lower()
    back = (day.weekday() - [each.lower() for each in WEEKDAYS].index(match["weekday"].lower())) % 7
    if which not in ("next", "coming"):
        yield _on(day, -back, span)
        if not back or which == "last":
            yield _on(day, -back - 7, span)
    if which in ("next", "coming") or (which != "last" and not _tells_the_past(text, *span)):
        yield _on(day, 7 - back, span)
    if which == "next":
        yield _on(day, 14 - back, span)


def _weekend(match: re.Match[str], day: date) -> Iterator[DateWords]:
    """The Saturday and the Sunday before a day, or behind it; of a day in a weekend, that weekend as well."""
    which, sunday = (match["which_end"] or "").lower(), day - timedelta(days=(day.weekday() + 1) % 7)
    weeks = (0,) if which in ("last", "past") else (1,) if which in ("next", "coming") else (0, 1)
    for week in weeks:
        yield from (_on(sunday, 7 * week + each, match.span()) for each in (-1, 0))


def _coarse_steps(by: DateWords, unit: str, count: int, span: tuple[int, int]) -> Iterator[DateWords]:
    """What lies so many units from a month or a year, as exactly as can be said; of days and weeks, the months."""
    year, years = by.year or 0, {"year": count, "decade": count * 10}.get(unit)
    if years is not None:
        yield DateWords(year + years, None, None, *span)
        if by.month is not None:
            yield DateWords(year + years, by.month, None, *span)
    elif by.month is not None:
        first, last = date(year, by.month, 1), date(year, by.month, calendar.monthrange(year, by.month)[1])
        steps = {count} if unit == "month" else {_months_apart(each, count * _DAYS_OF[unit]) for each in (first, last)}
        for step in sorted(steps):
            months = year * 12 + by.month - 1 + step
            yield DateWords(months // 12, months % 12 + 1, None, *span)


def _months_apart(day: date, days: int) -> int:
    """How many months another day is away."""
    other = day + timedelta(days=days)
    return (other.year - day.year) * 12 + other.month - day.month


def _unit(match: re.Match[str]) -> str:
    """The unit in which an expression counts: a fortnight is two weeks."""
    unit = match["unit"].lower()
    return "week" if unit in _WEEKS_OF else unit


def _how_many(match: re.Match[str]) -> int:
    number = match["number"].lower()
    count = int(number) if number.isdigit() else 1 if number in ("a", "an") else int(CARDINALS[number])
    count *= _WEEKS_OF.get(match["unit"].lower(), 1)
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
