"""A text as guards read it: what is asked of its words is worked out once, and only when it is asked."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from dashboard.evidence.words.calendar_words import DateWords, GivenDates, dates_in, years_of_span
from dashboard.evidence.words.content import ContentWord, content_words, root_of, telling_roots
from dashboard.evidence.words.doubts import Stems, agrees
from dashboard.evidence.words.figures import COUNT, ORDINAL, TextNumber, figures_in, mantissa
from dashboard.evidence.words.names import Keys, NameWord, initials_of, name_words, spelled_out, words_of
from dashboard.evidence.words.number_words import SAME_AS_TWO, SCALES, SHORT_SCALES

_ACRONYM: Final = re.compile(r"\b[A-Z]{2,6}\b|\b(?:[A-Z]\.){2,6}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN_SMALL: Final = "".join(chr(sign) if chr(sign).islower() else " " for sign in range(128))
"""What each sign of ASCII is to the words in small letters: plain English is split by it in a third of the time."""

_SCALES: Final = {word: scale for word, scale in SCALES.items() if scale >= SCALES["thousand"]}
_SCALE: Final = re.compile(rf"(?<![a-z])(?:{'|'.join((*_SCALES, *SHORT_SCALES))})s?\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?;][”’\"')]*\s+(?=[A-Z])|\n\n")
_ALONE: Final = re.compile(
    r"\s*(?:\Z|[.,;:)”!?](?!\d)|(?:and|or|but|while|by|in|to|for|from|at|this|next|last|on|more|less|each|apiece|a|per"
    r"|already|so|of)\b)"
)
"""What stands behind a number that counts nothing of its own."""
_MOST: Final = 1000
"""A number as large as this leaves out no scale."""
_FAR: Final = 160


class Words:
    """The words of one text, or of some quotes together."""

    def __init__(self, text: str, worked_out: Callable[[], Iterable[DateWords]] = tuple) -> None:
        """`worked_out` gives the dates that the words give by another day: “yesterday”."""
        self.text = text
        self._worked_out = worked_out
        self._agreeing: dict[str, int] = {}

    @cached_property
    def in_order(self) -> list[str]:
        """Its words in small letters, one behind the other."""
        text = self.text.lower()
        return text.translate(_BETWEEN_SMALL).split() if text.isascii() else _WORD.findall(text)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Its words in small letters: a quick look that spares a close one."""
        return frozenset(self.in_order)

    @cached_property
    def content(self) -> list[ContentWord]:
        """Its words that say something, in order."""
        return list(content_words(self.text))

    @cached_property
    def content_roots(self) -> frozenset[str]:
        """The roots of its words that say something, and its numbers in digits."""
        return telling_roots(self.text)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all its words."""
        return frozenset(map(root_of, self.lower))

    @cached_property
    def dates(self) -> list[DateWords]:
        """The dates it gives."""
        return dates_in(self.text)

    @cached_property
    def given_dates(self) -> GivenDates:
        """The dates of these words, also those worked out, to be asked whether they give a date."""
        spans = (years for each in self.dates if (years := years_of_span(self.text[each.start : each.end])))
        ends = [DateWords(year, None, None, 0, 0) for years in spans for year in years]
        return GivenDates([*self.dates, *ends, *self._worked_out()])

    @cached_property
    def figures(self) -> list[TextNumber]:
        """The figures it gives, those of dates apart."""
        return figures_in(self.text, [(date.start, date.end) for date in self.dates])

    @cached_property
    def elided_figures(self) -> list[TextNumber]:
        """In full, the figures that leave out a scale or unit: “two million dollars, and one and a half”."""
        return list(figures_in_full(self.text, self.figures))

    def in_full(self, figure: TextNumber) -> list[TextNumber]:
        """What a figure of these words may be in full."""
        return [each for each in self.elided_figures if each.start == figure.start]

    @cached_property
    def units(self) -> Mapping[Decimal, Mapping[str, TextNumber]]:
        """A figure of each value that it gives, and of each unit."""
        units: dict[Decimal, dict[str, TextNumber]] = {}
        for figure in (*self.figures, *self.elided_figures):
            units.setdefault(figure.value, {}).setdefault(figure.unit, figure)
        return units

    @cached_property
    def mantissas(self) -> frozenset[str]:
        """Mantissas of the values that these words give, and of the numbers in their dates."""
        in_dates = [part for date in self.dates for part in (date.year, date.day) if part]
        return frozenset(map(mantissa, (*self.units, *map(Decimal, in_dates))))

    @cached_property
    def stems(self) -> Stems:
        """Its words, to be asked whether they drop a doubt."""
        return Stems(self.text)

    def agreeing(self, what: str) -> int:
        """How many of its words say a doubt of that sort, in whatever words."""
        if what not in self._agreeing:
            self._agreeing[what] = len(agrees(what, self.text))
        return self._agreeing[what]

    @property
    def carries_two(self) -> bool:
        """Whether a word such as `both` carries the number two."""
        return not SAME_AS_TWO.isdisjoint(self.lower)

    def gives(self, figure: TextNumber) -> bool:
        """Whether it gives the figure, in the same unit or without."""
        return figure.is_given_by(self.units.get(figure.value, {}).values())

    @cached_property
    def keys(self) -> Keys:
        """All its words, as names are compared, and what else the countries that it names may be called."""
        return Keys(spelled_out(words_of(self.text)))

    @cached_property
    def initials(self) -> set[str]:
        """The initials of runs of capitalised words."""
        return initials_of(self.text)

    @cached_property
    def acronyms(self) -> set[str]:
        """Its words in capitals alone, small and without dots: `rok` of `R.O.K.`"""
        return {word.replace(".", "").lower() for word in _ACRONYM.findall(self.text)}

    @cached_property
    def names(self) -> list[NameWord]:
        """The words with a capital."""
        return name_words(self.text)


def figures_in_full(text: str, figures: Sequence[TextNumber]) -> Iterator[TextNumber]:
    """The bare figures of a text behind one with a scale or unit in the same sentence, with that scale and unit."""
    full: TextNumber | None = None
    scale = Decimal(1)
    for figure in figures:
        if figure.unit == ORDINAL:
            continue
        words = text[figure.start : figure.end]
        own = _scale(words)
        if figure.unit != COUNT or own > 1:
            full, scale = figure, own
        elif full is not None and figure.value < _MOST and _ALONE.match(text, figure.end):
            between = text[full.end : min(figure.start, full.end + _FAR + 1)]
            if len(between) <= _FAR and not _SENTENCE_END.search(between):
                yield TextNumber(figure.value * scale, full.unit, figure.start, figure.end)


def _scale(words: str) -> Decimal:
    """By what the number before it is multiplied: a million of `2.5 million dollars`."""
    found = [match[0].lower() for match in _SCALE.finditer(words)]
    word = found[-1] if found else ""
    return next(
        (scales[each] for scales in (_SCALES, SHORT_SCALES) for each in (word, word[:-1]) if each in scales), Decimal(1)
    )
