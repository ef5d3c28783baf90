"""Guards: a number counts in a claim what it counts in the quotes."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.bindings import misplaced_figure
from dashboard.evidence.derived_numbers import longest_list, unfounded_span
from dashboard.evidence.words import (
    COUNT,
    FUNCTION_WORDS,
    MONTHS,
    NUMBER_WORDS,
    Counted,
    TextNumber,
    Words,
    counted_by,
    root_of,
    roots_behind,
    roots_near,
    roots_of_part,
)
from dashboard.model.problem import ProblemKind

UNIT_NOT_QUOTED = guard(
    "unit-not-quoted",
    "A number in another unit than in the quotes",
    "The quotes have the number, but with another unit of time, length, weight, area, volume or power: “ten "
    "kilometres” is not “ten miles”, and “5 percent” not “5 percentage points” and not 5 seats. A conversion is "
    "accepted: “two days” for “48 hours”. Or the claim has a span without a number (“for an hour”, “a week later”),"
    " and "
    "neither a word nor the dates of the quotes give it.",
    "write the unit of the quotes, quote the words that have it, or `allow` it with the reason",
)
COUNTED_OTHERWISE = guard(
    "counted-otherwise",
    "A number of something else than in the quotes",
    "The quotes have the number, but of other things: the claim counts with it what the quotes name elsewhere, "
    "people for things (“3,000 ships” for “3,000 people”), or things of another sort (“300 kits” for “300 doses”). Or "
    "a part is as large as the whole, though the quotes have the number once: “27 cases, 27 of them fatal”.",
    "count what the quotes count, quote the words that count it, or `allow` it with the reason",
    "warning",
)
NUMBERS_EXCHANGED = guard(
    "numbers-exchanged",
    "Two numbers that may be swapped",
    "The claim and its quotes have the same two numbers, of money, shares or things, but the words near each number in "
    "the claim are the words near the other number in the quotes. Or the claim has as reached what the quotes have as "
    "the old value (“now 9” for “from 9 to 10”), or “a day after” for what their dates put a day before. Or a number "
    "stands alone beside what the quotes have another number for: “in Tamale 31 died” for “in Tamale 14 died, in"
    " Kumasi "
    "31 were killed”.",
    "put each number where the quotes have it, or `allow` it with the reason",
    "warning",
)
_DIGITS: Final = re.compile(r"\d[\d.,]*\b")
_WITH_WORD_BEHIND: Final = re.compile(
    r"(\d[\d.,]*\b)((?:[ \u00a0-](?:thousand|million|billion|trillion|cubic|square)\b){0,2}(?:[ \u00a0-]\w+)?)"
)
_DATE: Final = re.compile(rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{1,2}},)?(?: [12]\d{{3}})?\b")
_BETWEEN_WORDS: Final = re.compile(r"(?:\S+ ){0,2}[$€£¥]?\d[\d.,]*\b(?: [\w’']+)?")
_TWO: Final = 2
_ENDS_WITH: Final = r"(?:[$€£¥] ?)?(\d[\d.,]*\b)"
_FROM_TO: Final = re.compile(
    rf"\bfrom {_ENDS_WITH}[^.;:!?\d]{{0,40}}?(?:\b[12]\d{{3}}\b[^.;:!?\d]{{0,20}}?)? to {_ENDS_WITH}"
)
"""A change with its two ends in digits."""
_SUMS: Final = re.compile(r"[$€£¥%]|percent|per cent")
"""What has the words behind a number looked at as well, which may have moved with the numbers left in their places."""
_BEHIND: Final = 16
"""So many characters behind a number must be as in the quotes for its place to be plainly the same."""
MOST_FIGURES: Final = 20
"""The most figures of a claim that are looked at: each is compared with each other."""
_NAMES: Final = re.compile(r"\b[A-Z][\w’-]+")


def _names_of_part(text: str, figure: TextNumber, others: Sequence[TextNumber]) -> frozenset[str]:
    """The roots of the names in a figure's own part of the sentence: they may be all that is exchanged."""
    return roots_of_part(text, figure, others) & frozenset(map(root_of, _NAMES.findall(text)))


_MEASURES: Final = (_names_of_part, roots_of_part, roots_behind, roots_near)
"""What is near a figure: of money and shares, the last is too wide."""
_SPANS: Final = frozenset({"hour", "day", "week", "fortnight", "month", "year", "decade", "century"})
LEAST_OF_THINGS: Final = 100
"""So many things, at least, are no list of those that a measure is of: “60,000 sacks” for “60,000 tonnes”."""
LEAST_MORE: Final = 2
"""So many more words must two numbers share with each other's surroundings than with their own."""


def numbers_count_the_same(saying: ClaimContext) -> Iterator[Violation]:
    """Each number of a claim that the quotes have counts the same there, or as much in another unit."""
    if all_count_the_same(saying) or not may_differ(saying):
        return
    for figure in _large(saying.claim_words):
        here = counted_by(saying.claim.text, figure)
        same = [each for each in saying.quote_words.figures if each.value == figure.value][:MOST_FIGURES]
        there = [counted_by(saying.quote_words.text, each) for each in same]
        known = [each for each in there if each is not None]
        if (
            here
            and figure.value == longest_list(saying.quote_words.text)
            and here.roots[-1] in saying.quote_words.roots
        ):
            continue  # “two vessels” for “vessels 21555 and 21551”
        if here and known and len(known) == len(there) and (kind := _difference(here, known, saying)):
            number = saying.claim.text[figure.start : figure.end].strip()
            message = (
                f"“{number} {here.words}” is in claim `{saying.key}`, but in the quotes the number is of "
                f"“{known[0].words}”"
            )
            yield saying.violation(kind, (f"{number} {here.words}",), message)


def _difference(here: Counted, there: Sequence[Counted], saying: ClaimContext) -> ProblemKind | None:
    """How what a figure counts differs from all that the same figure counts in the quotes."""
    if all(map(here.is_of_another_sort, there)) and not any(each.may_be(here) for each in there):
        return COUNTED_OTHERWISE
    if any(_have_in_common(here, each) or here.is_as_much_as(each) for each in there):
        return None
    if here.measure and all(each.measure for each in there):
        return UNIT_NOT_QUOTED
    if _are_people_for_households(here, there):
        return COUNTED_OTHERWISE
    if here.is_anybody or any(each.is_anybody or each.may_be(here) for each in there):
        return None
    if here.amount >= LEAST_OF_THINGS and here.head and not here.measure and all(each.measure for each in there):
        return COUNTED_OTHERWISE
    return COUNTED_OTHERWISE if here.measure or here.roots[-1] in saying.quote_words.roots else None


def _are_people_for_households(here: Counted, there: Sequence[Counted]) -> bool:
    """Whether one side counts people, and the other the households that they live in."""
    return (here.is_people and all(each.is_households for each in there)) or (
        here.is_households and all(each.is_people for each in there)
    )


def _have_in_common(here: Counted, there: Counted) -> bool:
    """Whether two figures count the same by a word of theirs; of two measures, by the unit."""
    if here.measure and there.measure:
        return not here.units.isdisjoint(there.units)
    return not set(here.roots).isdisjoint(there.roots)


def numbers_keep_their_places(saying: ClaimContext) -> Iterator[Violation]:
    """No two numbers of a claim stand where the quotes have the other one."""
    if _all_keep_their_places(saying) or not may_differ(saying):
        return
    claim, quotes = saying.claim.text, saying.quote_words.text
    here = [each for each in saying.claim_words.figures if not _is_of_clock(claim, each)]
    there = [each for each in saying.quote_words.figures[:MOST_FIGURES] if not _is_of_clock(quotes, each)]
    if pair := _turned_round(claim, quotes):
        message = f"“{pair[0]}” and “{pair[1]}” are in claim `{saying.key}` where the quotes have the other one"
        yield saying.violation(NUMBERS_EXCHANGED, pair, message)
        return
    for one, other in combinations(here[:MOST_FIGURES], 2):
        if one.value == other.value or one.unit != other.unit or min(one.value, other.value) <= 1:
            continue
        ones, others = ([each for each in there if each.value == figure.value] for figure in (one, other))
        if not ones or not others:
            continue
        nears = _MEASURES if one.unit == COUNT else _MEASURES[:-1]
        if _keep_their_names((claim, one, other, here), (quotes, ones, others, there)):
            continue
        if any(_is_crossed(near, (claim, one, other, here), (quotes, ones, others, there)) for near in nears):
            first, second = (claim[each.start : each.end].strip() for each in (one, other))
            message = f"“{first}” and “{second}” are in claim `{saying.key}` where the quotes have the other one"
            yield saying.violation(NUMBERS_EXCHANGED, (first, second), message)
            return


def _is_of_clock(text: str, figure: TextNumber) -> bool:
    """Whether a figure is the hour or the minute of `12:50`."""
    return text[figure.end : figure.end + 1] == ":" or text[figure.start - 1 : figure.start] == ":"


def spans_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """A span of time without a number, “for an hour”, is given by the quotes, in this unit or another."""
    if _SPANS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower) or not saying.is_english:
        return
    if span := unfounded_span(saying.claim_words, saying.quote_words):
        message = f"“{span}” is in claim `{saying.key}`, but no quote gives it"
        yield saying.violation(UNIT_NOT_QUOTED, (span,), message)


def numbers_are_of_their_parts(saying: ClaimContext) -> Iterator[Violation]:
    """No number of a claim is told of what the quotes have another number for."""
    if _stand_as_quoted(saying) or not may_differ(saying):
        return
    if not (pair := misplaced_figure(saying.claim_words, saying.quote_words)):
        return
    message = f"“{pair[0]}” is in claim `{saying.key}` where the quotes have “{pair[1]}”"
    yield saying.violation(NUMBERS_EXCHANGED, pair, message)


def _turned_round(claim: str, quotes: str) -> tuple[str, str] | None:
    """The two numbers of a change “from 4 percent to 9 percent” that a claim has the other way round."""
    there = [match.groups() for match in _FROM_TO.finditer(quotes)]
    for match in _FROM_TO.finditer(claim):
        low, high = match.groups()
        if (high, low) in there and (low, high) not in there:
            return low, high
    return None


def _keep_their_names(
    said: tuple[str, TextNumber, TextNumber, Sequence[TextNumber]],
    quoted: tuple[str, Sequence[TextNumber], Sequence[TextNumber], Sequence[TextNumber]],
) -> bool:
    """Whether each of two figures of a claim stands beside a name beside which it stands in the quotes, no other."""
    claim, one, other, here = said
    quotes, ones, others, there = quoted
    names = _names_of_part(claim, one, here), _names_of_part(claim, other, here)
    beside = [[_names_of_part(quotes, each, there) for each in each_of] for each_of in (ones, others)]
    own = [any(mine & each for each in each_of) for mine, each_of in zip(names, beside, strict=True)]
    crossed = [any(mine & each for each in each_of) for mine, each_of in zip(names, reversed(beside), strict=True)]
    return all(own) and not any(crossed)


def _is_crossed(
    near: Callable[[str, TextNumber, Sequence[TextNumber]], frozenset[str]],
    said: tuple[str, TextNumber, TextNumber, Sequence[TextNumber]],
    quoted: tuple[str, Sequence[TextNumber], Sequence[TextNumber], Sequence[TextNumber]],
) -> bool:
    """Whether two figures of a claim have the other one’s words near them, by some measure of what is near."""
    claim, one, other, here = said
    quotes, ones, others, there = quoted
    near_ones, near_others = ([near(quotes, each, there) for each in each_of] for each_of in (ones, others))
    near_one, near_other = near(claim, one, here), near(claim, other, here)
    crossed = _most_shared(near_one, near_others), _most_shared(near_other, near_ones)
    own = _most_shared(near_one, near_ones) + _most_shared(near_other, near_others)
    return sum(crossed) >= own + LEAST_MORE and (near is roots_near or all(crossed))


def _most_shared(near: frozenset[str], there: Sequence[frozenset[str]]) -> int:
    return max(len(near & each) for each in there)


def all_count_the_same(saying: ClaimContext) -> bool:
    """A quick look: whether all numbers of the claim are in digits, and stand in its quotes before the same word."""
    if not NUMBER_WORDS.isdisjoint(saying.claim_words.lower):
        return False
    quoted = saying.quote_words.text.lower()
    pairs = _WITH_WORD_BEHIND.findall(saying.claim.text.lower())
    return all((number if word[1:] in FUNCTION_WORDS else f"{number}{word}") in quoted for number, word in pairs)


def _all_keep_their_places(saying: ClaimContext) -> bool:
    """A quick look: whether there are not two numbers, or all are digits between the same words in the quotes.

    But for sums and shares, it is enough that they stand one behind the other as there.
    """
    if not NUMBER_WORDS.isdisjoint(saying.claim_words.lower):
        return False
    claim, quoted = saying.claim.text.lower(), saying.quote_words.text.lower()
    places = [(claim.rfind(" ", 0, max(0, each.start() - 1)) + 1, each.end()) for each in _DIGITS.finditer(claim)]
    behind = _BEHIND if _SUMS.search(claim) else 0
    if len(places) < _TWO or all(claim[start : end + behind] in quoted for start, end in places):
        return True
    if behind or not _are_in_order(_DIGITS.findall(claim), _DIGITS.findall(quoted)):
        return False
    there = _NAMES.findall(saying.quote_words.text)
    return _are_in_order([name for name in _NAMES.findall(saying.claim.text) if name in there], there)


def _stand_as_quoted(saying: ClaimContext) -> bool:
    """A quick look: whether the quotes have hardly two numbers, or all of the claim stand between the same words"
    " there."""
    if not NUMBER_WORDS.isdisjoint(saying.claim_words.lower):
        return False
    text, quoted = saying.claim.text.lower(), saying.quote_words.text.lower()
    if NUMBER_WORDS.isdisjoint(saying.quote_words.lower) and _numbers_in(quoted) <= _numbers_in(text):
        return True
    return all(match[0].rstrip(".,") in quoted for match in _BETWEEN_WORDS.finditer(_DATE.sub("", text)))


def _numbers_in(text: str) -> set[str]:
    return {each.rstrip(".,") for each in _DIGITS.findall(text)}


def _are_in_order(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether words stand one behind the other among others."""
    others = iter(there)
    return all(word in others for word in here)


def may_differ(saying: ClaimContext) -> bool:
    """A quick look: whether the claim has all numbers of the quotes, or all of its own between the same words."""
    return saying.has_figures and saying.is_english and saying.claim.text not in saying.quote_words.text


def _large(words: Words) -> list[TextNumber]:
    """The figures of more than one that count something, the first of them."""
    return [figure for figure in words.figures[:MOST_FIGURES] if figure.unit == COUNT and figure.value > 1]


GUARDS_ON_WORDS = (numbers_count_the_same, numbers_keep_their_places, numbers_are_of_their_parts, spans_are_quoted)
