"""Guard: dates of a claim's text are given by its quotes."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import COUNT, MONTHS, WEEKDAYS, DateWords, weekdays_in, years_of_span

DATE_NOT_QUOTED = guard(
    "date-not-in-quotes",
    "A date that is in no quote",
    "Every year, month, day and weekday in a claim's text must be in its quotes. “Sept. 4” counts as 4 September; "
    "“the 2000s” is not a year. The day may be in one quote and the year in another. In quotes in another language, "
    "only days and years in digits are compared.",
    "quote the words that give the date, remove what they do not give, or `allow` it with the reason",
)
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
_BEFORE_A_YEAR: Final = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|before|after|during|early|late|mid|year|and|between)[\s-]$", re.IGNORECASE
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


GUARDS_ON_WORDS = (dates_are_quoted,)
