"""Guards: a share is in percent or in points, and no count, and so much a day is none a week, as the quotes have it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording.counts import MOST_FIGURES, UNIT_NOT_QUOTED, all_count_the_same, may_differ
from dashboard.evidence.derived_numbers import is_derived
from dashboard.evidence.words import PERCENT, Counted, TextNumber, Words, counted_by, root_of

_POINTS: Final = re.compile(r"\s*(?:percentage\s)?points?\b", re.IGNORECASE)
_SHARE_WORDS: Final = frozenset({"percent", "cent", "percentage"})
_RATES: Final = frozenset(map(root_of, ("percent", "percentage", "point", "points", "rate", "share", "cent", "odds")))
_A_TIME: Final = re.compile(
    r"(?:\s[\w-]+){0,4}?\s(?:(?:a|an|per|each|every)\s(?P<time>second|minute|hour|day|week|month|year)\b(?!\s(?:ago|later"
    r"|earlier|before|after))|(?P<adverb>hourly|daily|weekly|monthly|yearly|annually)\b)",
    re.IGNORECASE,
)
"""What makes a rate of the figure before it."""
_TIMES: Final = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_A_TIME_WORDS: Final = frozenset({*_TIMES, "second", "minute", "hour", "day", "week", "month", "year"})


def percentages_are_no_points(saying: ClaimContext) -> Iterator[Violation]:
    """A share of a claim is in percent where the quotes have it so, and in percentage points where they have those."""
    if "percentage" not in saying.claim_words.lower | saying.quote_words.lower or not saying.is_english:
        return
    here, there = (_points(words) for words in (saying.claim_words, saying.quote_words))
    for value, (words, is_of_points) in here.items():
        if value in there and there[value][1] != is_of_points:
            message = f"“{words}” is in claim `{saying.key}`, but the quotes have “{there[value][0]}”"
            yield saying.violation(UNIT_NOT_QUOTED, (words,), message)


def _points(words: Words) -> dict[Decimal, tuple[str, bool]]:
    """Each share that some words give but once, as they have it, and whether it is of percentage points."""
    found: dict[Decimal, tuple[str, bool]] = {}
    for figure in words.figures[:MOST_FIGURES]:
        points = _POINTS.match(words.text, figure.end)
        if points or figure.unit == PERCENT:
            end = points.end() if points else figure.end
            found.setdefault(figure.value, (words.text[figure.start : end].strip(), points is not None))
    return found


def shares_are_no_counts(saying: ClaimContext) -> Iterator[Violation]:
    """What the quotes count is no percentage in a claim, and no share that they give is a count of its own."""
    words = saying.claim_words.lower | saying.quote_words.lower
    has_sign = "%" in saying.claim.text or "%" in saying.quote_words.text
    if not (has_sign or words & _SHARE_WORDS) or not may_differ(saying):
        return
    if not has_sign and all_count_the_same(saying):
        return
    here, there = saying.claim_words, saying.quote_words
    for figure in here.figures[:MOST_FIGURES]:
        same = [each for each in there.figures if each.value == figure.value][:MOST_FIGURES]
        is_share = _is_share(here, figure)
        if not same or any(_is_share(there, each) == is_share for each in same) or is_derived(figure, here.text, there):
            continue
        of_counts = there if is_share else here
        counted = next(
            filter(None, (counted_by(of_counts.text, each) for each in (same if is_share else [figure]))), None
        )
        if counted and counted.head and not _RATES & {*counted.roots}:
            number = here.text[figure.start : figure.end].strip()
            behind = " ".join(here.text[figure.end :].split()[:2]).rstrip(".,;:")
            said = number if figure.unit == PERCENT else f"{number} {behind}"
            given = there.text[same[0].start : same[0].end].strip()
            message = f"“{said}” is in claim `{saying.key}`, but the quotes have “{given}”{_of(counted, is_share)}"
            yield saying.violation(UNIT_NOT_QUOTED, (said,), message)


def _is_share(words: Words, figure: TextNumber) -> bool:
    return figure.unit == PERCENT or _POINTS.match(words.text, figure.end) is not None


def _of(counted: Counted, is_share: bool) -> str:
    return f" of “{counted.words}”" if is_share else ""


def rates_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """So much a day in a claim is so much a day in its quotes, and not a week."""
    if _A_TIME_WORDS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower) or not may_differ(saying):
        return
    here, there = (_rates(words) for words in (saying.claim_words, saying.quote_words))
    for value, (words, time) in here.items():
        if value in there and there[value][1] != time:
            message = f"“{words}” is in claim `{saying.key}`, but the quotes have “{there[value][0]}”"
            yield saying.violation(UNIT_NOT_QUOTED, (words,), message)


def _rates(words: Words) -> dict[Decimal, tuple[str, str]]:
    """Each figure of some words that is said of a time, as they have it, and of which: “300 barrels a day”, `day`."""
    found: dict[Decimal, tuple[str, str]] = {}
    for figure in words.figures[:MOST_FIGURES]:
        if rate := _A_TIME.match(words.text, figure.end):
            time = (rate["time"] or rate["adverb"]).lower()
            found.setdefault(figure.value, (words.text[figure.start : rate.end()].strip(), _TIMES.get(time, time)))
    return found


GUARDS_ON_WORDS = (percentages_are_no_points, shares_are_no_counts, rates_are_kept)
