"""Guards: dates of a claim's text, and the reported date of its event, are given by quotes."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.corpus import Breach, Corpus
from dashboard.checks.guards import guard
from dashboard.checks.sayings import Registered, Saying, quoted_by
from dashboard.evidence.words.calendar_words import MONTHS, WEEKDAYS, DateWords, dates_in, weekdays_in
from dashboard.evidence.words.reading import Words
from dashboard.model.dates import EventDate
from dashboard.model.event import Event

DATE_NOT_QUOTED = guard(
    "date-not-in-quotes",
    "A date that no quote gives",
    "Every year, month, day and weekday in a claim's text is in its quotes: “Sept. 4” is 4 September, “the 2000s” is "
    "no year. A day may stand in one quote and its year in another. Of quotes in another language, days and years in "
    "digits are compared.",
    "quote the words that give the date; or leave out what they do not give; or `allow` it with the reason",
)
REPORTED_DATE_NOT_QUOTED = guard(
    "reported-date-not-quoted",
    "A reported date that the words do not give",
    "`when.reported` is what the quotes of the claims that it names give, and no more exact: a day is not read out of "
    "“2009”. What is known from elsewhere is assessed.",
    "write the date only as exactly as the words do, quote the words that give it, or move it to `assessed`",
)

_NUMBER: Final = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS: Final = frozenset(MONTHS)
_WEEKDAYS: Final = frozenset(day.lower() for day in WEEKDAYS)


def dates_are_quoted(saying: Saying) -> Iterator[Breach]:
    """Every date that a claim's text gives is given by its quotes."""
    if not saying.is_english:
        yield from _numbers_are_quoted(saying)
        return
    renamed = not (_MONTHS & saying.said.lower) <= saying.quoted.lower
    if renamed or (saying.has_digits and saying.figures_may_differ):
        missing = [date for date in saying.said.dates if not saying.quoted.given_dates.gives(date)]
        for words in dict.fromkeys(saying.claim.text[date.start : date.end].strip() for date in missing):
            yield _breach(saying, words)
    if not (_WEEKDAYS & saying.said.lower) <= saying.quoted.lower:
        for day in sorted(weekdays_in(saying.claim.text) - weekdays_in(saying.quoted.text)):
            yield _breach(saying, day)


def _numbers_are_quoted(saying: Saying) -> Iterator[Breach]:
    """The days and years that are given in digits, where months have other names; if the quotes have any digits."""
    quoted = set(map(int, _NUMBER.findall(saying.quoted.text)))
    for words in dict.fromkeys(saying.claim.text[date.start : date.end].strip() for date in saying.said.dates):
        if quoted and not quoted.issuperset(map(int, _NUMBER.findall(words))):
            yield _breach(saying, words)


def _breach(saying: Saying, words: str) -> Breach:
    message = f"“{words}” stands in claim `{saying.key}`, and in none of its quotes"
    return Breach(DATE_NOT_QUOTED, saying.event, (saying.key,), ("claims", saying.key, "text"), message)


def reported_date_is_quoted(corpus: Corpus, _registered: Registered, event: Event) -> Iterator[Breach]:
    """The reported date is in the quotes of the claims that it names, as exactly as it is written."""
    reported = event.when.reported
    if reported is None or (quoted := quoted_by(corpus, event, event.when.claims)) is None:
        return
    if not _stands_plainly(reported.text, quoted.text) and (missing := _missing(reported, quoted)):
        yield _reported_breach(event, reported, missing)


def _stands_plainly(date: str, text: str) -> bool:
    """Whether a day stands there as `4 May 2021` or `May 4, 2021`: a quick look that spares a close one."""
    if not _DAY.fullmatch(date):
        return False
    month, day = calendar.month_name[int(date[5:7])], int(date[8:])
    return f" {day} {month} {date[:4]}" in text or f"{month} {day}, {date[:4]}" in text


def _missing(reported: EventDate, quoted: Words) -> str:
    """The part of an EDTF date that the words do not give; nothing where they give all of it."""
    text = reported.text
    for part in re.split("/", text):
        if part in ("", ".."):
            continue
        for date in _parts(part):
            if not quoted.given_dates.gives(date) and not _is_bare_year(date, quoted):
                return part
    return ""


def _parts(part: str) -> Iterator[DateWords]:
    """What a text would have to give, of one end of an EDTF date."""
    plain = part.rstrip("?~%").split("T")[0]
    if plain[3:4] == "X":
        if plain[2:3] != "X":
            yield DateWords(int(plain[:3]) * 10, None, None, 0, 0, is_decade=True)
    elif re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", plain):
        year, month, day, *_ = (*map(int, plain.split("-")), None, None)
        yield DateWords(year, month, day, 0, 0)
    elif re.match(r"\d{4}", plain):
        yield DateWords(int(plain[:4]), None, None, 0, 0)


def _is_bare_year(date: DateWords, quoted: Words) -> bool:
    """Whether a year stands there as digits that were not read as a date: in a script that has no months of ours."""
    return date.month is None and not date.is_decade and not dates_in(quoted.text) and str(date.year) in quoted.text


def _reported_breach(event: Event, reported: EventDate, missing: str) -> Breach:
    where = f" (of “{reported.text}”)" if missing != reported.text else ""
    message = f"“{missing}”{where} is not given by the quotes of {_listed(event.when.claims)}"
    return Breach(REPORTED_DATE_NOT_QUOTED, event, tuple(event.when.claims), ("when", "reported"), message)


def _listed(claims: tuple[str, ...]) -> str:
    return " or ".join(f"`{claim}`" for claim in claims)


GUARDS_ON_WORDS = (dates_are_quoted,)
GUARDS_ON_EVENTS = (reported_date_is_quoted,)
