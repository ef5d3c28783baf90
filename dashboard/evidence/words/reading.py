"""A text as guards read it: what is asked of its words is worked out once, and only when it is asked."""

import re
from functools import cached_property
from typing import Final

from dashboard.evidence.words.calendar_words import DateWords, dates_in
from dashboard.evidence.words.figures import Figure, figures_in
from dashboard.evidence.words.names import NameWord, initials_of, name_words, spelled_out, words_of

_WORD: Final = re.compile(r"[^\W\d_]+")


class Words:
    """The words of one text, or of some quotes together."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lower(self) -> frozenset[str]:
        """Its words in small letters: a quick look that spares a close one."""
        return frozenset(_WORD.findall(self.text.lower()))

    @cached_property
    def dates(self) -> list[DateWords]:
        """The dates it gives."""
        return dates_in(self.text)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures it gives, those of dates apart."""
        return figures_in(self.text, [(date.start, date.end) for date in self.dates])

    @cached_property
    def keys(self) -> set[str]:
        """All its words, as names are compared, and what else the countries that it names may be called."""
        return spelled_out(words_of(self.text))

    @cached_property
    def initials(self) -> set[str]:
        """Of the runs of words with a capital."""
        return initials_of(self.text)

    @cached_property
    def names(self) -> list[NameWord]:
        """The words with a capital."""
        return name_words(self.text)
