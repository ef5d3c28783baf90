"""Guard: dates of a claim's text are given by its quotes."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import COUNT, MONTH_NAMES, MONTHS, WEEKDAYS, DateWords, weekdays_in, years_of_span

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
            if not given.gives(each) and not _is_a_number(each, saying) and not _is_given_span(each, saying)
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


def _numbers_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """The days and years that are given in digits, where months have other names; if the quotes have any digits."""
    quoted = set(map(int, _NUMBER.findall(saying.quote_words.text)))
    for words in dict.fromkeys(saying.claim.text[date.start : date.end].strip() for date in saying.claim_words.dates):
        if quoted and not quoted.issuperset(map(int, _NUMBER.findall(words))):
            yield _violation(saying, words)


def _violation(saying: ClaimContext, words: str) -> Violation:
    message = f"“{words}” is in claim `{saying.key}`, but in none of its quotes"
    return saying.violation(DATE_NOT_QUOTED, (words,), message)


GUARDS_ON_WORDS = (dates_are_quoted, parts_of_dates_are_quoted)
