"""Guards: numbers, money and percentages of a claim are given by its quotes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.derived_numbers import is_derived, longest_list, takes_time_for_earlier_ones
from dashboard.evidence.words import (
    COUNT,
    ORDINAL,
    PERCENT,
    ROUGH_WORDS,
    RoughNumber,
    TextNumber,
    counted_by,
    mantissa,
    root_of,
    rough_numbers_in,
)

NUMBER_NOT_QUOTED = guard(
    "number-not-quoted",
    "A number that is in no quote",
    "Every number, percentage and ordinal in a claim's text must be in its quotes, in digits or in words: “twenty” is "
    "20, “13.5 million” is 13,500,000. What follows from them is accepted: a sum or a difference of like things, a "
    "ratio (“ten times as many” for 500 and 50), how often before (“two earlier” for “the third time”), a share (“40” "
    "for “a third of 120”, “20 percent” for “one in five”), “two days” for “48 hours”, “half past two” for 2:30, a "
    "rounder number that is said to be one (“nearly 2,000” for 1,987), and the length of a list (“three” for three "
    "names or “Acme and two other firms”, “four” for “a Pole, a Dane and two Finns”). "
    "`one` and `first` are not checked. A number of rough size "
    "(“dozens”, “hundreds”) needs one of about the same size: “dozens” are not “hundreds”, but “345 people” are.",
    "quote the words that give the number, correct it, or `allow` it with the reason",
)
MONEY_NOT_QUOTED = guard(
    "money-not-quoted",
    "An amount of money that is in no quote",
    "Every amount of money in a claim's text must be in its quotes, with the same currency: “$13.5 million”, "
    "13,500,000 dollars and “13.5 million dollars” are the same.",
    "quote the words that give the amount, correct it, or `allow` it with the reason",
)

_WORD_BEHIND: Final = re.compile(r"\s+([a-z]{3,})\b")
_DECADES: Final = re.compile(r"[ -]decades?\b")


def figures_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """Every figure that a claim's text gives is given by one of its quotes."""
    if not saying.figures_may_differ:
        return
    told: set[str] = set()
    rough = _rough_numbers(saying)
    for figure in saying.claim_words.figures:
        if _is_within(figure, rough):
            continue
        if not _is_given(figure, saying):
            kind = NUMBER_NOT_QUOTED if figure.unit in (COUNT, PERCENT, ORDINAL) else MONEY_NOT_QUOTED
            words = saying.claim.text[figure.start : figure.end].strip()
            if words in told:
                continue
            told.add(words)
            message = f"“{words}” is in claim `{saying.key}`, but in none of its quotes"
            yield saying.violation(kind, (words,), message, _offer(saying))


def rough_numbers_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """Every number of rough size in a claim is given by one like it in its quotes, or by a number of that size."""
    quoted = saying.quote_words
    others = list(rough_numbers_in(quoted.text)) if (rough := _rough_numbers(saying)) else []
    figures = [each for each in quoted.figures if not _is_within(each, others)] if rough else []
    for each in rough:
        if any(map(each.is_like, others)) or each.is_given_by(figures, ()):
            continue
        if not each.may_be(longest_list(quoted.text)):
            words = saying.claim.text[each.start : each.end]
            message = f"“{words}” is in claim `{saying.key}`, but in none of its quotes"
            yield saying.violation(NUMBER_NOT_QUOTED, (words,), message)


def _rough_numbers(saying: ClaimContext) -> list[RoughNumber]:
    """The numbers of rough size in a claim; none where it quotes another language, which has other words for them."""
    if ROUGH_WORDS.isdisjoint(saying.claim_words.lower) or not saying.is_english:
        return []
    return list(rough_numbers_in(saying.claim.text))


def _is_within(figure: TextNumber, rough: Sequence[RoughNumber]) -> bool:
    """Whether a figure is a part of a number of rough size: `hundred` of `several hundred`."""
    return any(each.start <= figure.start and figure.end <= each.end for each in rough)


def _is_given(figure: TextNumber, saying: ClaimContext) -> bool:
    """Whether the quotes give the figure: not three earlier ones for “the third time”."""
    quoted = saying.quote_words
    if quoted.gives(figure) and not takes_time_for_earlier_ones(figure, saying.claim.text, quoted):
        return True
    return _is_given_otherwise(figure, saying)


def _is_given_otherwise(figure: TextNumber, saying: ClaimContext) -> bool:
    """Whether the quotes give the figure otherwise: as a pair, as a sum, in another unit, or in another language."""
    quoted = saying.quote_words
    if figure.value == 2 and figure.unit == COUNT and quoted.carries_two:
        return True
    if _looks_like_a_year(figure, saying) or any(map(quoted.gives, saying.claim_words.in_full(figure))):
        return True
    if _DECADES.match(saying.claim.text, figure.end) and figure.value * 10 in quoted.units:
        return True
    if is_derived(figure, saying.claim.text, quoted):
        return True
    return not saying.is_english and mantissa(figure.value) in quoted.mantissas


def _looks_like_a_year(figure: TextNumber, saying: ClaimContext) -> bool:
    """Whether the quotes count the same with what looks like a year there: “1,426 pilgrims” for “1426 pilgrims”."""
    years = [each for each in saying.quote_words.dates if each.year == figure.value and each.month is None]
    here = counted_by(saying.claim.text, figure) if years and figure.unit == COUNT else None
    behind = (_WORD_BEHIND.match(saying.quote_words.text, each.end) for each in years)
    return here is not None and any(word is not None and root_of(word[1]) in here.roots for word in behind)


def _offer(saying: ClaimContext) -> str:
    """The figures that the quotes do give."""
    quoted = saying.quote_words
    given = list(dict.fromkeys(quoted.text[each.start : each.end].strip() for each in quoted.figures))[:5]
    return f"the quotes give {', '.join(f'“{each}”' for each in given)}; {NUMBER_NOT_QUOTED.fix}" if given else ""


GUARDS_ON_WORDS = (figures_are_quoted, rough_numbers_are_quoted)
