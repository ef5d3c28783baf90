"""Guards: dates of a claim's text are given by its quotes, and lie before and after each other as there."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.wording.counts import NUMBERS_EXCHANGED
from dashboard.evidence.words import (
    CARDINALS,
    COUNT,
    MONTH_NAMES,
    MONTHS,
    WEEKDAYS,
    DateWords,
    counted_by,
    root_of,
    weekdays_in,
    years_of_span,
)

DATE_NOT_QUOTED = guard(
    "date-not-in-quotes",
    "A date that is in no quote",
    "Every year, month, day and weekday in a claim's text must be in its quotes. “Sept. 4” counts as 4 September; "
    "“the 2000s” is not a year. “Late March” is not 3 March, and “3 a.m.” not “3 p.m.” The day may be in one quote and "
    "the year in another. In quotes in another language, only days and years in digits are compared.",
    "quote the words that give the date, remove what they do not give, or `allow` it with the reason",
)
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
_BEFORE_A_YEAR: Final = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|before|after|during|early|late|mid|year|and|between)[\s-]$", re.IGNORECASE
)
_MOST_DATES: Final = 12
_YEAR: Final = root_of("year")
_BEFORE: Final = re.compile(r"\b(?:before|until|prior to|ahead of|by the (?:start|beginning) of)\s\Z", re.IGNORECASE)
_YEAR_END: Final = re.compile(
    r"\bend of (?:the year|this year|[12]\d{3})|\byear(?:[- ]|['’]s[- ])end\b|\b(?:later|within) this year\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(rf"\b(early|mid|late)[ -]({'|'.join(MONTH_NAMES)})\b", re.IGNORECASE)
_DAYS_OF_PART: Final = {"early": range(1, 15), "mid": range(8, 24), "late": range(17, 32)}
_SEASON: Final = re.compile(
    r"\b(?:the|last|this|next|in|of|early|late|mid)[ -](spring|summer|autumn|fall|winter)\b"
    r"|\b(spring|summer|autumn|fall|winter)(?= (?:of )?[12]\d{3}\b)"
)
_HALF_DAY: Final = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?)\s?([ap])\.?m\b", re.IGNORECASE)
_PART_WORDS: Final = frozenset(
    ("early", "mid", "late", "spring", "summer", "autumn", "fall", "winter", "m", "am", "pm")
)
_MONTHS: Final = frozenset(MONTHS)
_WEEKDAYS: Final = frozenset(day.lower() for day in WEEKDAYS)
_ORDER: Final = re.compile(
    rf"\b(?P<number>an?|the|one|\d{{1,3}}|{'|'.join(CARDINALS)})\s(?P<unit>day|week|month|year)s?\s"
    r"(?P<way>before|after|earlier\sthan|later\sthan|ahead\sof)\s(?:the\s)?(?P<name>[A-Z][^\W\d_]+)",
    re.IGNORECASE,
)
_UNITS: Final = frozenset(f"{unit}{plural}" for unit in ("day", "week", "month", "year") for plural in ("", "s"))
_WAYS: Final = frozenset({"before", "after", "earlier", "later", "ahead"})
_NAME: Final = re.compile(r"\b[A-Z][^\W\d_]+")
_NO_NAMES: Final = frozenset((*MONTH_NAMES, *WEEKDAYS, "The", "On", "In", "It", "He", "She", "They"))
_SENTENCE: Final = re.compile(r"[.;!?]\s")
_LENGTHS: Final = {"day": (1, 1), "week": (5, 9), "month": (26, 33), "year": (340, 390)}
"""How many days each unit has, at least and at most, where it is told roughly."""
_ANY_YEAR: Final = 2001
_EARLIER: Final = frozenset({"before", "earlier", "ahead"})


def dates_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """Every date that a claim's text gives is given by its quotes."""
    if not saying.is_english:
        yield from _numbers_are_quoted(saying)
        return
    renamed = not (_MONTHS & saying.claim_words.lower) <= saying.quote_words.lower
    if renamed or (saying.has_digits and saying.figures_may_differ):
        given = saying.quote_words.given_dates
        missing = [
            each
            for each in saying.claim_words.dates
            if not (given.gives(each) or any(is_given(each, saying) for is_given in _GIVEN_OTHERWISE))
        ]
        for words in dict.fromkeys(saying.claim.text[date.start : date.end].strip() for date in missing):
            yield _violation(saying, words)
    if not (_WEEKDAYS & saying.claim_words.lower) <= saying.quote_words.lower:
        for day in sorted(weekdays_in(saying.claim.text) - weekdays_in(saying.quote_words.text)):
            yield _violation(saying, day)


def parts_of_dates_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """No part of a month, season or half of a day is another one than that of the quotes."""
    if saying.claim_words.lower.isdisjoint(_PART_WORDS) or not saying.is_english:
        return
    text, quoted = saying.claim.text, saying.quote_words
    for match in _PART.finditer(text):
        part, month = match[1].lower(), MONTHS[match[2].lower()]
        days = {each.day for each in quoted.dates if each.month == month and each.day}
        if days and part not in quoted.lower and days.isdisjoint(_DAYS_OF_PART[part]):
            yield _violation(saying, match[0])
    seasons = _seasons(quoted.text)
    for season, words in _seasons(text).items() if seasons else ():
        if season not in seasons:
            yield _violation(saying, words)
    hours = {(hour, half.lower()) for hour, half in _HALF_DAY.findall(quoted.text)}
    for match in _HALF_DAY.finditer(text):
        half = match[2].lower()
        if (match[1], half) not in hours and (match[1], "a" if half == "p" else "p") in hours:
            yield _violation(saying, match[0])


def _seasons(text: str) -> dict[str, str]:
    """The seasons that a text gives, each with its word: fall is autumn."""
    words = [match[1] or match[2] for match in _SEASON.finditer(text)]
    return {"autumn" if word == "fall" else word: word for word in words}


def _is_a_number(date: DateWords, saying: ClaimContext) -> bool:
    """Whether what looks like a year counts something in the quotes: `1426 pilgrims` of “1,426 pilgrims”."""
    if date.year is None or date.month is not None or date.is_decade:
        return False
    if _BEFORE_A_YEAR.search(saying.claim.text[: date.start]):
        return False
    return any(figure.unit == COUNT and figure.value == date.year for figure in saying.quote_words.figures)


def _is_given_span(date: DateWords, saying: ClaimContext) -> bool:
    """Whether what looks like a month is a span of years that the quotes give: `2004-09`."""
    years = years_of_span(saying.claim.text[date.start : date.end])
    given = saying.quote_words.given_dates
    return years is not None and all(given.gives(DateWords(year, None, None, 0, 0)) for year in years)


def _is_next_year(date: DateWords, saying: ClaimContext) -> bool:
    """Whether what is told to be before a year is so by the end of the year before it: “by the end of 2024”."""
    if date.year is None or date.month is not None or not _BEFORE.search(saying.claim.text[: date.start]):
        return False
    quoted = saying.quote_words
    last = DateWords(date.year - 1, None, None, 0, 0)
    return _YEAR_END.search(quoted.text) is not None and quoted.given_dates.gives(last)


def _is_years_away(date: DateWords, saying: ClaimContext) -> bool:
    """Whether a year lies as many years from one of the quotes as they say: 2023 for “its four years end in 2027”."""
    if date.year is None or date.month is not None or date.is_decade:
        return False
    quoted = saying.quote_words
    apart = {abs(date.year - each.year) for each in quoted.dates[:_MOST_DATES] if each.year}
    spans = (each for each in quoted.figures[:_MOST_DATES] if each.unit == COUNT and each.value in apart)
    return any(_YEAR in counted.roots for each in spans if (counted := counted_by(quoted.text, each)))


_GIVEN_OTHERWISE: Final = (_is_a_number, _is_given_span, _is_next_year, _is_years_away)


def _numbers_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """The days and years that are given in digits, where months have other names; if the quotes have any digits."""
    quoted = set(map(int, _NUMBER.findall(saying.quote_words.text)))
    for words in dict.fromkeys(saying.claim.text[date.start : date.end].strip() for date in saying.claim_words.dates):
        if quoted and not quoted.issuperset(map(int, _NUMBER.findall(words))):
            yield _violation(saying, words)


def _violation(saying: ClaimContext, words: str) -> Violation:
    message = f"“{words}” is in claim `{saying.key}`, but in none of its quotes"
    return saying.violation(DATE_NOT_QUOTED, (words,), message)


def order_of_days_is_kept(saying: ClaimContext) -> Iterator[Violation]:
    """“A day before Chad” is said of what the quotes date a day before that of Chad, and not of a day after it."""
    lower = saying.claim_words.lower
    if lower.isdisjoint(_WAYS) or lower.isdisjoint(_UNITS) or not saying.is_english:
        return
    for match in _ORDER.finditer(saying.claim.text):
        if not match["name"][0].isupper():
            continue
        dated = _names_by_date(saying.quote_words.text, saying.quote_words.dates[:_MOST_DATES])
        before = _SENTENCE.split(saying.claim.text[: match.start()])[-1]
        pair = _days_of(match["name"], set(_NAME.findall(before)), dated)
        if pair is not None and not _is_so(match, (pair[0] - pair[1]).days):
            one, other = (f"{each.day} {MONTH_NAMES[each.month - 1]}" for each in pair)
            message = (
                f"“{match[0]}” is in claim `{saying.key}`, but the quotes have {one}, and for {match['name']} {other}"
            )
            yield saying.violation(NUMBERS_EXCHANGED, (match[0],), message)


def _names_by_date(text: str, dates: Sequence[DateWords]) -> list[tuple[dt.date, set[str]]]:
    """Each day of a text with the names between it and the date before; or those behind, where dates come first."""
    days = [(each, day) for each in dates if (day := _day(each))]
    if len({each.year for each, _ in days if each.year}) > 1 or len(days) != len(dates):
        return []
    spans = [0, *(each.end for each, _ in days)]
    before = [_names(text[end : each.start]) for end, (each, _) in zip(spans, days, strict=False)]
    if days and not before[0]:
        starts = [*(each.start for each, _ in days[1:]), len(text)]
        before = [_names(text[each.end : start]) for start, (each, _) in zip(starts, days, strict=True)]
    return [(day, names) for (_, day), names in zip(days, before, strict=True)]


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text)) - _NO_NAMES


def _day(date: DateWords) -> dt.date | None:
    if date.month is None or date.day is None:
        return None
    try:
        return dt.date(date.year or _ANY_YEAR, date.month, date.day)
    except ValueError:
        return None


def _days_of(name: str, others: set[str], dated: Sequence[tuple[dt.date, set[str]]]) -> tuple[dt.date, dt.date] | None:
    """The one day of names before a comparison, and the one day of the name behind it; None where that is not plain."""
    theirs = {day for day, names in dated if name in names}
    own = {day for day, names in dated if names & (others - {name}) and name not in names}
    if len(theirs) != 1 or len(own) != 1 or theirs & own:
        return None
    return own.pop(), theirs.pop()


def _is_so(match: re.Match[str], days: int) -> bool:
    """Whether what lies so many days after another is told to lie so."""
    if (days < 0) != (match["way"].split()[0].lower() in _EARLIER):
        return False
    number, unit = match["number"].lower(), match["unit"].lower()
    count = 1 if number in ("a", "an", "the") else int(number) if number.isdigit() else CARDINALS[number]
    least, most = _LENGTHS[unit]
    return least * count <= abs(days) <= most * count


GUARDS_ON_WORDS = (dates_are_quoted, parts_of_dates_are_quoted, order_of_days_is_kept)
