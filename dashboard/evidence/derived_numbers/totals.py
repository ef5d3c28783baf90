"""Sums, differences and products of the numbers that a text gives."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from dashboard.evidence.derived_numbers.lists import list_lengths
from dashboard.evidence.thesaurus import are_related
from dashboard.evidence.words import COUNT, ORDINAL, PERCENT, Counted, TextNumber, Words, counted_by

LEAST_SUM: Final = 10
"""The least number that is taken for a sum or a difference: smaller ones come about by chance."""
MOST_FIGURES: Final = 12
"""The most figures of a text that are added up."""
MOST_PARTS: Final = 4
"""The most figures that make one sum."""
_SENTENCE: Final = re.compile(r"(?<=[a-z\d)”%][.!?])\s+|\n\n")
_EACH: Final = re.compile(r"\b(?:each|apiece|every|per|a\shead|both)\b", re.IGNORECASE)
_AND: Final = re.compile(r"\b(?:and|plus)\b")
_MOST_TIMES: Final = 20
_DIFFERS: Final = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:more|fewer|less|points?|higher|lower|ahead|behind|extra|additional|missing)\b",
    re.IGNORECASE,
)
"""What says behind a number that it is a difference, however small."""
_DIFFERS_BY: Final = re.compile(
    r"\b(?:by|margin\sof|majority\sof|lead\sof|another|gain(?:ed|s|ing)?|lost|remaining|other)\s(?:[\w-]+\s)?\Z",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(r"\b(?:together|in\s(?:all|total)|altogether|total\w*|combined|sum)\b", re.IGNORECASE)
"""What says that a number is a sum, however small."""
_REACH: Final = 24


def is_total(figure: TextNumber, text: str, given: Words) -> bool:
    """Whether it is the sum of some figures there, or the difference of two, of the same unit."""
    if figure.unit == ORDINAL or figure.value < 2 or len(given.units) > 2 * MOST_FIGURES:
        return False
    products = list(_products(given))
    return any(_comes_to(figure, text, unit, given, products) for unit in _units(figure, text, given))


def _units(figure: TextNumber, text: str, given: Words) -> Iterable[str]:
    """The units in which its parts may be given: a bare number may be of money, and so many points of percent."""
    if figure.unit != COUNT:
        return (figure.unit,)
    counted = counted_by(text, figure)
    if counted is not None and "point" not in counted.roots:
        return (COUNT,)
    return {COUNT, *(each.unit for each in given.figures[: 2 * MOST_FIGURES])} - {ORDINAL}


def _comes_to(figure: TextNumber, text: str, unit: str, given: Words, products: list[tuple[Decimal, str]]) -> bool:
    """Whether figures of a unit come to a number."""
    value = figure.value
    of_each = {each for each, its_unit in products if its_unit == unit}
    if value in of_each:
        return True
    values = {each for each, units in given.units.items() if unit in units and each > 1}
    if unit == COUNT:
        values -= _unlike(counted_by(text, figure), given)
    is_large = value >= LEAST_SUM
    if (is_large or _says_difference(figure, text)) and len(values) <= MOST_FIGURES and _is_difference(value, values):
        return True
    if not (is_large or _TOGETHER.search(text)) or (unit == PERCENT and value > 100):
        return False
    return value in _doubles(given, unit) or _is_sum(value, values | of_each)


def _unlike(here: Counted | None, given: Words) -> set[Decimal]:
    """The numbers that count something else than what is counted here: trucks, where it is soldiers."""
    if here is None:
        return set()
    figures = given.figures[: 2 * MOST_FIGURES]
    counted = [(each.value, there) for each in figures if (there := counted_by(given.text, each))]
    is_exact = any(here.head == there.head for _, there in counted)
    unlike = {value for value, there in counted if _is_unlike(here, there, is_exact=is_exact)}
    return unlike - {value for value, there in counted if not _is_unlike(here, there, is_exact=is_exact)}


def _is_unlike(here: Counted, there: Counted, *, is_exact: bool) -> bool:
    """Whether one is no part of the other; `is_exact` where what is counted here is counted there by the same word."""
    if here.is_people and there.is_given_singly:
        return False
    if here.measure != there.measure or here.is_of_another_sort(there):
        return True
    if not (is_exact and here.head and there.head) or (here.is_people and there.is_people):
        return False
    return set(here.roots).isdisjoint(there.roots) and not are_related(here.head, there.head)


def _says_difference(figure: TextNumber, text: str) -> bool:
    before = text[max(0, figure.start - _REACH) : figure.start]
    return _DIFFERS.match(text, figure.end) is not None or _DIFFERS_BY.search(before) is not None


def _is_difference(value: Decimal, values: Iterable[Decimal]) -> bool:
    return any(abs(one - other) == value for one, other in combinations(values, 2))


def _is_sum(value: Decimal, values: set[Decimal]) -> bool:
    if not 1 < len(values) <= MOST_FIGURES:
        return False
    return any(sum(parts) == value for size in range(2, MOST_PARTS + 1) for parts in combinations(values, size))


def _doubles(given: Words, unit: str) -> Iterator[Decimal]:
    """What two equal figures of one sentence come to: “20 years for fraud and 20 years for theft”."""
    for figures, sentence in _sentences(given):
        for one, other in combinations(figures[:MOST_FIGURES], 2):
            between = sentence[one.end : other.start]
            if one.value == other.value and one.unit == other.unit == unit and _AND.search(between):
                yield 2 * one.value


@lru_cache(maxsize=4)
def _products(given: Words) -> tuple[tuple[Decimal, str], ...]:
    return tuple(_find_products(given))


def _find_products(given: Words) -> Iterator[tuple[Decimal, str]]:
    """What a number comes to that a text gives of each: “Chad and Mali sent 500 troops each”, with its unit."""
    if _EACH.search(given.text) is None:
        return
    for figures, sentence in _sentences(given):
        if _EACH.search(sentence) is None:
            continue
        times = {each.value for each in figures if each.unit == COUNT and 2 <= each.value <= _MOST_TIMES}
        times |= {Decimal(each) for each in list_lengths(sentence) if 2 <= each <= _MOST_TIMES}
        many = {(each.value, each.unit) for each in figures if each.unit not in (PERCENT, ORDINAL)}
        yield from ((by * value, unit) for by in sorted(times)[:MOST_FIGURES] for value, unit in many if value != by)


@lru_cache(maxsize=4)
def _sentences(given: Words) -> tuple[tuple[list[TextNumber], str], ...]:
    return tuple(_find_sentences(given))


def _find_sentences(given: Words) -> Iterator[tuple[list[TextNumber], str]]:
    """The sentences of a text with two figures or more, or one of each, with the figures at their places there."""
    start = 0
    figures = iter(given.figures[: 4 * MOST_FIGURES])
    figure = next(figures, None)
    for match in (*_SENTENCE.finditer(given.text), None):
        end = match.start() if match else len(given.text)
        inside: list[TextNumber] = []
        while figure is not None and figure.start < end:
            if figure.start >= start:
                inside.append(TextNumber(figure.value, figure.unit, figure.start - start, figure.end - start))
            figure = next(figures, None)
        if inside:
            yield inside[:MOST_FIGURES], given.text[start:end]
        start = match.end() if match else end
