"""Phrases that are looked for in many texts: most have no word that begins one, and are not searched."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


class SignPhrases:
    """Phrases, as alternatives of a regular expression without case, each beginning and ending with a word."""

    def __init__(self, alternatives: str) -> None:
        """Each begins with a whole word that none of its groups goes beyond: `call(?:s|ed)? for`."""
        self._pattern = re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
        first = "|".join(dict.fromkeys(map(_first_word, _alternatives_of(alternatives))))
        self._may_begin = lru_cache(maxsize=65_536)(re.compile(first).fullmatch)

    def search(self, text: str, words: Iterable[str]) -> re.Match[str] | None:
        """The first phrase in a text of which these are the words, in small letters."""
        return self._pattern.search(text) if any(map(self._may_begin, words)) else None


def _alternatives_of(alternatives: str) -> Iterator[str]:
    """The alternatives that no group encloses."""
    depth, start = 0, 0
    for at, sign in enumerate(alternatives):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            yield alternatives[start:at]
            start = at + 1
    yield alternatives[start:]


def _first_word(phrase: str) -> str:
    """The part of an alternative that its first word must match."""
    depth = 0
    for at, sign in enumerate(phrase):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and (sign in " ’'-" or phrase.startswith((r"\s", "[’"), at)):
            return phrase[:at]
    return phrase
