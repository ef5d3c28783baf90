"""The date of an event clause, where its sentence gives it; left open where the words may be of something else."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dashboard.drafting.clauses import EventClause
from dashboard.drafting.dates import date_of
from dashboard.drafting.proposals.proposal import OpenField
from dashboard.drafting.proposals.source_text import YearGiven
from dashboard.evidence.words import MONTH_NAMES, WEEKDAYS, dates_in
from dashboard.model.dates import EventDate

_MONTH: Final = rf"(?:{'|'.join(MONTH_NAMES)}|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS)})"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1\d|20)\d\d"
_DATE: Final = re.compile(
    rf"""
    \b(?:(?P<word>[Oo]n|[Ii]n|[Dd]uring|[Aa]t|[Tt]hroughout)\s+)?(?P<date>
      (?:the\s+)?(?:(?:early|mid|late)[ -])?(?:the\s+)?
      (?:(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?
      |(?:{_WEEKDAY},?\s+)?{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?
      |{_MONTH},?\s+(?:of\s+)?{_YEAR}
      |(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}
      |{_YEAR}-\d\d-\d\d
      |{_YEAR}s?)
    )(?!\w|[-–—/]\d)
    |(?<=\b[Ii]n\s)(?P<month>{_MONTH})(?!\w|\s+\d|[’'])
    |\b(?P<relative>[Tt]oday|[Yy]esterday|[Ll]ast\s+night|[Tt]his\s+(?:morning|afternoon|evening)
      |(?:[Ee]arlier\s+)?[Tt]his\s+(?:month|year)|[Ll]ast\s+(?:month|year)|(?<!last\s)(?<!next\s)(?<!this\s)(?<!every\s){_WEEKDAY}(?!,?\s+(?:{_MONTH}|\d)))
     \b(?![’'])
    """,
    re.VERBOSE,
)
_NO_NOUN: Final = re.compile(
    r"\s*(?:$|[.,;:!?)–—\[]|(?:and|but|in|at|on|by|with|to|for|from|when|where|after|before|as|near|of|against"
    r"|under|over"
    r"|between|during|that|which|who|while|because|through|via|together|alongside|the|a|an|its|their|his|her|was|were|is|had|has)\b)"
)
"""What may stand behind a date that is said of a verb: a noun would have it as its own, `March 24 launch`."""
_INTERVAL: Final = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between|through|to|and|or|than|of)\s+$", re.IGNORECASE
)
_ALSO: Final = re.compile(
    r"^\s*(?:and|or|to|until|through|[-–—])\s+(?:on\s+|in\s+|early\s+|late\s+)?"
    rf"(?:\d|{_MONTH}|{_WEEKDAY}|(?:spring|summer|autumn|fall|winter)\b)"
)
_WHOLE_YEAR: Final = re.compile(rf"{_YEAR}")


@dataclass(frozen=True, slots=True)
class ClauseDate:
    """A date of a clause."""

    date: EventDate
    start: int
    end: int
    """Half-open, within the sentence."""
    as_reported: bool
    """Whether the words say something that the date does not."""
    year_from: YearGiven | None = None
    """Another passage that gives the year: it has to be quoted as well."""


def date_of_clause(clause: EventClause, published: dt.date | None, given: YearGiven | None) -> ClauseDate | OpenField:
    """The date that a clause gives; `given` is the year of the heading right above, or of a date before it."""
    found = [match for match in _DATE.finditer(clause.sentence) if _is_of_verb(clause, match)]
    if not found:
        other = next(_DATE.finditer(clause.sentence), None)
        reason = "The sentence gives no date" if other is None else "The date may be that of something else"
        return OpenField("when", reason, other[0] if other else "")
    if len({match["date"] or match["relative"] or match["month"] for match in found}) > 1:
        return OpenField("when", "The words give more than one date", " … ".join(each[0] for each in found))
    return _read_date(found[0], published, given)


def _is_of_verb(clause: EventClause, match: re.Match[str]) -> bool:
    """Whether a date stands where it is said of the verb: at the clause's beginning, or right behind it."""
    text, (first, last) = clause.sentence, clause.introduction
    before = text[: match.start()]
    if clause.subject[1] <= match.start() < clause.verb_start:
        return True
    if _INTERVAL.search(before) or _ALSO.match(text[match.end() :]) or not _NO_NOUN.match(text, match.end()):
        return False
    if first <= match.start() < last:
        is_said = match["word"] or match["month"] or match["relative"] or not text[first : match.start()].strip()
        return bool(clause.venue and is_said)
    stands = match["word"] or match["relative"] or match["month"] or not text[clause.verb_end : match.start()].strip()
    return bool(stands) and clause.is_near(match.start(), is_date=True)


def _read_date(match: re.Match[str], published: dt.date | None, given: YearGiven | None) -> ClauseDate | OpenField:
    words = " ".join((match["relative"] or match["date"] or match["month"]).split())
    if match["relative"]:
        if published is None:
            return OpenField("when", "The day of the source is not known", words)
        found = date_of(words, published)
        start, end = match.span("relative")
        return (
            ClauseDate(found.date, start, end, as_reported=True)
            if found
            else OpenField("when", "No date can be read", words)
        )
    if not _WHOLE_YEAR.search(words):
        return _without_year(match, words, published, given)
    found = date_of(words, None)
    if found is None:
        return OpenField("when", "No date can be read from these words", words)
    start, end = match.span("date")
    return ClauseDate(found.date, start, end, not found.is_all)


def _without_year(
    match: re.Match[str], words: str, published: dt.date | None, given: YearGiven | None
) -> ClauseDate | OpenField:
    """A day without its year: of the year in the heading, or of the one in which it fell on the weekday named."""
    found = dates_in(words)
    if match["month"]:
        month, day = _MONTH_NUMBERS[words[:3]], None
    elif len(found) == 1 and found[0].month:
        month, day = found[0].month, found[0].day
    else:
        return OpenField("when", "The words give no year", words)
    start, end = match.span("date" if match["date"] else "month")
    weekday = re.match(_WEEKDAY, words)
    year = _year_near(month, day, weekday[0] if weekday else "", published) if published else None
    from_words = None
    if (
        year is None
        and not weekday
        and given
        and (published is None or given.year == published.year or not given.month)
    ):
        from_words = given if given.reaches(month, day) else None
        year = from_words.year if from_words else None
    if year is None:
        return OpenField("when", "The words give no year", words)
    edtf = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return ClauseDate(EventDate.parse(edtf), start, end, as_reported=True, year_from=from_words)


def _year_near(month: int, day: int | None, weekday: str, published: dt.date) -> int | None:
    """The year of a day on a weekday near the source, or of a day in the weeks before it."""
    days = [found for each in (-1, 0, 1) if (found := _day(published.year + each, month, day or 1))]
    if weekday:
        near = (each for each in days if abs((each - published).days) <= _NEAR_DAYS)
        return next((each.year for each in near if WEEKDAYS[each.weekday()] == weekday), None)
    reach = _FEW_DAYS if day else _FEW_MONTHS
    return next((each.year for each in days if 0 <= (published - each).days <= reach), None)


_MONTH_NUMBERS: Final = {name[:3]: number for number, name in enumerate(MONTH_NAMES, start=1)}
_NEAR_DAYS: Final = 60
_FEW_DAYS: Final = 31
_FEW_MONTHS: Final = 100
"""Days before the source in which a day, or a month, without its year is of the last one: news says it so."""


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
