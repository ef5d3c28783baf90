"""Words of a text that say something, by their roots: `increasing` and `increased` are alike, `the` is left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

import snowballstemmer

from dashboard.model.vocabularies import ENGLISH, IRREGULAR_VERBS

FUNCTION_WORDS: Final = ENGLISH["function"]
"""Words that hold a sentence together, in small letters."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_STEMMER: Final = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME: Final = Lock()
"""The stemmer keeps the word that it works on; pages are drawn in several threads."""


@dataclass(frozen=True, slots=True)
class ContentWord:
    """One word that says something."""

    text: str
    root: str
    start: int
    end: int
    """Half-open span, in code points."""


@lru_cache(maxsize=65_536)
def root_of(word: str) -> str:
    """The root of an English word (Snowball's stemmer): `suspend` of `Suspended`, `ecuador` of `Ecuador’s`."""
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(_POSSESSIVE.sub("", word).lower()))


ROOTS_OF_BASES: Final[Mapping[str, str]] = {
    root_of(form): root_of(verb) for verb, *forms in IRREGULAR_VERBS for form in forms if form != verb
}
"""The root of each irregular verb by that of a form of it that has another: `sit` by `sat`."""


def telling_roots(text: str) -> frozenset[str]:
    """The roots of the words of a text that say something, and its numbers in digits."""
    return frozenset((*(word.root for word in content_words(text)), *_DIGITS.findall(text)))


def content_words(text: str) -> Iterator[ContentWord]:
    """Every word of `text` that says something, in order; what a hyphen joins is a word each."""
    for match in _WORD.finditer(text):
        if len(match[0]) > 1 and match[0].lower() not in FUNCTION_WORDS:
            yield ContentWord(match[0], root_of(match[0]), *match.span())
