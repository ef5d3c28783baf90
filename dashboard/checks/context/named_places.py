"""Points of the registry that a text names: read off at a place in it, whole words only."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.evidence.words import lengths_by_beginning
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
        self._bearers = {name: each[0] if len(each) == 1 else None for name, each in bearers.items()}
        self._lengths = lengths_by_beginning((name, word[0]) for name in bearers if (word := _WORD.match(name)))

    def at(self, text: str, start: int) -> tuple[Place, int] | None:
        """The place whose longest name stands at `start`, alone, and the name's end."""
        word = _WORD.match(text, start)
        for length in self._lengths.get(word[0], ()) if word else ():
            end, name = start + length, text[start : start + length]
            if name in self._bearers and not text[end : end + 1].isalnum():
                place = self._bearers[name]
                return (place, end) if place is not None and not _GOES_ON.match(text, end) else None
        return None

    def all_in(self, text: str) -> Iterator[tuple[Place, int, int]]:
        """Every place that is named, with the half-open span of its name."""
        behind = 0
        for word in _WORD.finditer(text):
            if word.start() >= behind and (found := self.at(text, word.start())):
                place, behind = found
                yield place, word.start(), behind
