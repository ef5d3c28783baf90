"""Whatever stands in a claim or a quote, reading it takes a time that grows with its length alone."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import pytest

from dashboard.checks.context.measures import Measure
from dashboard.checks.guards import distances, durations
from dashboard.evidence.derived_numbers import is_derived
from dashboard.evidence.ellipsis import has_ellipsis, parts_of
from dashboard.evidence.sentences import sentences
from dashboard.evidence.words.calendar_words import dates_in
from dashboard.evidence.words.doubts import doubts_in
from dashboard.evidence.words.number_words import WRITTEN, value_of
from dashboard.evidence.words.reading import Words
from dashboard.evidence.words.relative_days import RelativeDate, relative_dates
from dashboard.evidence.words.speaking_names import speaks
from dashboard.evidence.words.speech import speakers_in
from dashboard.evidence.words.weakening import weakening_word

LENGTH: Final = 100_000
"""Characters. What takes the square of them takes minutes."""
MOST_FIGURES: Final = 300
"""The figures of a claim, which is short, against a long quote."""
MOST_SECONDS: Final = 5.0


def _measures(text: str) -> Iterator[Measure | None]:
    for pattern in (durations._ANY, distances._APART, durations._YEARS_LATER):
        yield from map(Measure.of, pattern.finditer(text))


def _doubts(text: str) -> list[bool]:
    words = Words(text)
    return [words.stems.drop(doubt, words.stems) for doubt in doubts_in(text, words.lower)]


def _derived(text: str) -> list[bool]:
    words = Words(text)
    return [is_derived(figure, text, words) for figure in words.figures[:MOST_FIGURES]]


def _relative(text: str) -> list[RelativeDate]:
    return list(relative_dates(text, date(2024, 5, 4), dates_in(text)))


def _weakening(text: str) -> str:
    return weakening_word(Words(text), Words("The harbour closed."))


def _given(text: str) -> list[bool]:
    words = Words(text)
    return [*map(words.gives, words.figures), *map(words.given_dates.gives, words.dates)]


@pytest.mark.parametrize(
    ("read", "piece"),
    [
        (lambda text: list(speakers_in(text)), "A. "),
        (lambda text: speaks(text, "A"), "A "),
        (lambda text: speaks(text, "A"), ", A, the said, "),
        (_doubts, "if "),
        (_doubts, "didn’t "),
        (_doubts, "not the "),
        (_doubts, "yet to "),
        (_derived, "7 days, Paris; "),
        (_derived, "40 ships "),
        (_relative, "yesterday "),
        (_relative, "4 May 2021 two days later "),
        (_weakening, "would "),
        (_weakening, "reportedly it may "),
        (_given, "2009 "),
        (_given, "May 1, "),
        (_given, "11, "),
        (_given, "7 "),
        (_given, "dozens "),
        (_measures, "1"),
        (_measures, "١"),
        (_measures, "million "),
        (_measures, ",111"),
        (_measures, "twenty-"),
        (has_ellipsis, " "),
        (parts_of, "\n"),
        (sentences, "."),
        (sentences, "!"),
        (lambda text: Words(text).keys.have("abcd"), "abcdqq "),
    ],
)
def test_the_time_is_linear(read: Callable[[str], object], piece: str) -> None:
    """Long runs of digits, spaces, dots, capitals, number words and words of doubt."""
    text = piece * (LENGTH // len(piece)) + "x"
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < MOST_SECONDS


def test_a_number_of_many_words_ends() -> None:
    """So that it is neither beyond all bounds nor read again from each of its words."""
    found = [value_of(match[0]) for match in WRITTEN.finditer("hundred " * 5000)]
    assert len(found) > 100
    assert all(value is not None and value[0].is_finite() for value in found)
