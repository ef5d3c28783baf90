"""Numbers that a text does not write but gives: sums, differences, shares, conversions, and what a list counts."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from dashboard.evidence.words.calendar_words import DateWords
from dashboard.evidence.words.content import FUNCTION_WORDS, content_words, root_of
from dashboard.evidence.words.counted import Counted, counted_by, single_measures
from dashboard.evidence.words.figures import COUNT, PERCENT, TextNumber
from dashboard.evidence.words.number_words import CARDINALS
from dashboard.evidence.words.reading import Words

LEAST_SUM: Final = 10
"""The least number that is taken for a sum or a difference: smaller ones come about by chance."""
MOST_FIGURES: Final = 12
"""The most figures of a text that are added up."""
MOST_CONVERTED: Final = 50
"""The most figures of a text that are compared with one in another unit."""
MOST_PARTS: Final = 4
"""The most figures that make one sum."""
LONGEST_LIST: Final = 20
_POINT: Final = Decimal(1)
"""How many points of percent a share may be from the exact one."""
_DAY, _YEAR = root_of("day"), root_of("year")
_SENTENCE: Final = re.compile(r"(?<=[a-z)”]{2}[.!?])\s+|\n\n")
_COMMA: Final = re.compile(r"[,;]\s*(?:and\s+|or\s+)?")
_ITEM: Final = re.compile(r"(?:(?:and|or|to|from|the|in|by|of|with|its|their)\s+)*[A-Z“\"]")
_BEGIN: Final = re.compile(r"\b(?:by|of|with|from|among|between|including|are|were)\s(?:the\s)?[A-Z][\w’'-]*\Z")
"""What comes before a list whose first name ends a part: `was attended by Israeli`."""
_AND: Final = re.compile(r"\s(?:and|&)\s(?:the\s)?(?=[A-Z])")
_BETWEEN_ITEMS: Final = re.compile(r"[,;]\s*(?:and\s+)?|\s+(?:and|plus|as well as)\s+")
_SO_MANY: Final = rf"\b(?P<number>an?|one|another|the|his|her|its|their|\d{{1,2}}|{'|'.join(CARDINALS)})\s+"
_FIRST_ITEM: Final = re.compile(rf"{_SO_MANY}(?P<noun>[\w’'-]+(?:\s[\w’'-]+){{0,2}})\Z", re.IGNORECASE)
_NEXT_ITEM: Final = re.compile(rf"(?:also\s+)?{_SO_MANY}(?P<noun>[\w’'-]+(?:\s[\w’'-]+)?)", re.IGNORECASE)
_SINGLE: Final = frozenset({"a", "an", "one", "another"})
_PLURAL: Final = re.compile(r"[^s]s\b")


def is_derived(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether a figure of `text` follows from what other words give, without being written there."""
    here = counted_by(text, figure)
    if _is_converted(here, given) or _is_total(figure, given) or _is_span(figure, here, given):
        return True
    if figure.unit == PERCENT:
        return _is_share(figure.value, given)
    if here is not None and here.measure:
        return False  # three decades are not what a list of three names counts
    if figure.unit != COUNT or not 2 <= figure.value <= LONGEST_LIST:
        return False
    return figure.value in _list_lengths(given.text) or _is_listed(int(figure.value), here, given.text)


def longest_list(text: str) -> int:
    """How many names the longest list of a text may have."""
    return max(_list_lengths(text), default=0)


def _is_converted(here: Counted | None, given: Words) -> bool:
    """Whether it is as much as a figure there in another unit: two days for 48 hours."""
    if here is None or not here.measure:
        return False
    figures = given.figures[:MOST_CONVERTED]
    if any(there.is_as_much_as(here) for each in figures if (there := counted_by(given.text, each))):
        return True
    return any(there.is_as_much_as(here) for there in single_measures(given.text))


def _is_span(figure: TextNumber, here: Counted | None, given: Words) -> bool:
    """Whether so many days, or years, lie between two dates there: the last may be counted, or not."""
    if here is None or here.measure != "time" or len(given.dates) > MOST_FIGURES:
        return False
    if _DAY in here.roots:
        years = {each.year for each in given.dates if each.year}
        year = min(years) if len(years) == 1 else None
        spans = list(_spans([day for each in given.dates if (day := _day_of(each, year))]))
    else:
        spans = list(_spans([each.year for each in given.dates if each.year])) if _YEAR in here.roots else []
    return any(figure.value in (span, span + 1) for span in spans if span)


def _spans(points: list[int]) -> Iterator[int]:
    return (abs(one - other) for one, other in combinations(points, 2))


def _day_of(date: DateWords, year: int | None) -> int | None:
    """The number of a day, where all of it is told; its year may be that of the others."""
    if date.month and date.day and (date.year or year):
        try:
            return dt.date(date.year or year or 1, date.month, date.day).toordinal()
        except ValueError:
            return None
    return None


def _is_total(figure: TextNumber, given: Words) -> bool:
    """Whether it is the sum of some figures there, or the difference of two, of the same unit."""
    if figure.value < LEAST_SUM or len(given.units) > 2 * MOST_FIGURES:
        return False
    values = {value for value, units in given.units.items() if figure.unit in units and value > 1}
    if not 1 < len(values) <= MOST_FIGURES:
        return False
    if any(abs(one - other) == figure.value for one, other in combinations(values, 2)):
        return True
    return any(sum(parts) == figure.value for size in range(2, MOST_PARTS + 1) for parts in combinations(values, size))


def _is_share(percent: Decimal, given: Words) -> bool:
    """Whether one count there is so many percent of another."""
    if len(given.units) > 2 * MOST_FIGURES:
        return False
    counts = {value for value, units in given.units.items() if value > 1 and units.keys() - {PERCENT}}
    return len(counts) <= MOST_FIGURES and any(
        abs(100 * min(pair) / max(pair) - percent) <= _POINT for pair in combinations(counts, 2)
    )


@lru_cache(maxsize=16)
def _list_lengths(text: str) -> frozenset[int]:
    """How many names the lists of a text may have: worked out once for all figures of a claim."""
    return frozenset(_lengths(text))


def _lengths(text: str) -> Iterator[int]:
    """How many names each list may have: `and` joins two of them, or stands in the name of one."""
    for sentence in _SENTENCE.split(text):
        yield sentence.count(";") + 1
        least = most = 0
        for part in _COMMA.split(sentence):
            if not _is_name(part):
                yield from range(max(least, 2), most + 1)
                least = most = int(_BEGIN.search(part) is not None)
                continue
            least, most = least + 1, most + 1 + len(_AND.findall(part))
        yield from range(max(least, 2), most + 1)


def _is_listed(number: int, here: Counted | None, text: str) -> bool:
    """Whether a list has so many: “a Pole, a Dane and two Finns” are four, and “2 shells and 1 bomb” no 3 shells."""
    for items in _counted_lists(text):
        if sum(count for count, _ in items) == number:
            named = [here.head in roots for _, roots in items] if here else []
            if all(named) or not any(named):
                return True
    return False


@lru_cache(maxsize=16)
def _counted_lists(text: str) -> tuple[tuple[tuple[int, frozenset[str]], ...], ...]:
    """The lists of things each of which is counted, or is one: how many each item is, and the roots of its words."""
    found: list[list[tuple[int, frozenset[str]]]] = []
    for sentence in _SENTENCE.split(text):
        items: list[tuple[int, frozenset[str]]] = []
        for part in _BETWEEN_ITEMS.split(sentence):
            if items and (item := _item(_NEXT_ITEM.match(part))):
                items.append(item)
                continue
            item = _item(_FIRST_ITEM.search(part))
            items = [item] if item else []
            found.append(items)
    return tuple(tuple(items) for items in found if len(items) > 1)


def _item(match: re.Match[str] | None) -> tuple[int, frozenset[str]] | None:
    """How many an item of a list is; None for what is none, or has no number: “the guards”."""
    if match is None:
        return None
    number, noun = match["number"].lower(), match["noun"]
    roots = frozenset(word.root for word in content_words(noun))
    if number.isdigit() or number in CARDINALS:
        return int(number) if number.isdigit() else CARDINALS[number], roots
    return None if number not in _SINGLE and _PLURAL.search(noun) else (1, roots)


def _is_name(part: str) -> bool:
    """Whether a part of a sentence begins with a name, small words before it apart: not “During the call”."""
    item = _ITEM.match(part)
    return item is not None and part[item.end() - 1 :].split(maxsplit=1)[0].lower() not in FUNCTION_WORDS - {"the"}
