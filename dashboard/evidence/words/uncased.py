"""Names in scripts without capitals: nothing shows there which words are names, so that only those known are found."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.words.names import lengths_by_beginning

_BOUND_BEFORE: Final = frozenset({"ARABIC", "HEBREW", "SYRIAC"})
"""Their articles, prepositions and conjunctions are written together with the word behind them."""
_MOST_BOUND: Final = 3
_UNPARTED: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})
"""Their words are not parted from each other."""
_LEAST_LETTERS: Final = 2


@dataclass(frozen=True, slots=True)
class UncasedName:
    """A name as it stands in a text."""

    text: str
    bearers: frozenset[str]
    """Whom it may mean."""


def is_uncased(word: str) -> bool:
    """Whether it has letters, and none of them has a capital: `مانتا`, `한국`."""
    return word.lower() == word.upper() and any(each.isalpha() for each in word)


class UncasedNames:
    """Names of actors and places, those that are in scripts without capitals."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names`: of each actor or place by id, all that they are called."""
        bearers: dict[str, set[str]] = {}
        for id_, called in names.items():
            for name in called:
                if len(name) >= _LEAST_LETTERS and is_uncased(name):
                    bearers.setdefault(name, set()).add(id_)
        self._names = {name: UncasedName(name, frozenset(ids)) for name, ids in bearers.items()}
        self._lengths = lengths_by_beginning((name, name[:_LEAST_LETTERS]) for name in bearers)

    def named_in(self, text: str) -> Iterator[UncasedName]:
        """Every name that stands in a text, the longest first; what stands in a longer one alone is not named."""
        for name in sorted(self._standing_in(text), key=lambda each: (-len(each.text), each.text)):
            start = text.find(name.text)
            is_named = False
            while start >= 0:
                end = start + len(name.text)
                if _stands_alone(text, start, end):
                    is_named = True
                    text = f"{text[:start]}{' ' * len(name.text)}{text[end:]}"
                start = text.find(name.text, end)
            if is_named:
                yield name

    def _standing_in(self, text: str) -> set[UncasedName]:
        """Every name whose letters stand there, as part of whatever word: asked at each place, not of each name."""
        found: set[UncasedName] = set()
        for start in range(len(text) - 1 if self._names else 0):
            for length in self._lengths.get(text[start : start + _LEAST_LETTERS], ()):
                if name := self._names.get(text[start : start + length]):
                    found.add(name)
        return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name begins and ends where a word may, as its script parts or binds them."""
    script = unicodedata.name(text[start], "").partition(" ")[0]
    if script in _UNPARTED:
        return True
    before = next((place for place in range(start, 0, -1) if not text[place - 1].isalpha()), 0)
    if script in _BOUND_BEFORE:
        return start - before <= _MOST_BOUND and not text[end : end + 1].isalpha()
    return before == start  # case endings are bound to its end
