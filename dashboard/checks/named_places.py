"""Points of the registry that a text names: read off at a place in it, whole words only."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.model.registry import Place

_GOES_ON: Final = re.compile(
    r"['’]s?\b|-\w|\s+[A-Z]|\s+(?:border|coast|frontier|province|region|district|state|bay|area)\b"
)
"""Behind a name, what makes it the name of something else: `Manta Province`, `Quito's suburbs`."""
_WORD: Final = re.compile(r"\w+")


class NamedPlaces:
    """Places by their names. A name that several places bear names none of them."""

    def __init__(self, places: Iterable[Place]) -> None:
        bearers: dict[str, list[Place]] = {}
        for place in places:
            for name in {place.name, *place.aliases}:
                bearers.setdefault(name, []).append(place)
        self._by_word: dict[str, list[tuple[str, Place | None]]] = {}
        for name in sorted(bearers, key=len, reverse=True):
            if word := _WORD.match(name):
                one = bearers[name][0] if len(bearers[name]) == 1 else None
                self._by_word.setdefault(word[0], []).append((name, one))

    def at(self, text: str, start: int) -> tuple[Place, int] | None:
        """The place whose longest name stands at `start`, alone, and the name's end."""
        word = _WORD.match(text, start)
        for name, place in self._by_word.get(word[0], ()) if word else ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                return (place, end) if place is not None and not _GOES_ON.match(text, end) else None
        return None

    def all_in(self, text: str) -> Iterator[tuple[Place, int, int]]:
        """Every place that is named, with the half-open span of its name."""
        behind = 0
        for word in _WORD.finditer(text):
            if word.start() >= behind and (found := self.at(text, word.start())):
                place, behind = found
                yield place, word.start(), behind
