"""The forms of English verbs that say that something was done, and the verbs that they may be of."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from dashboard.model.vocabularies import IRREGULAR_VERBS

_IRREGULAR: Final[Mapping[str, str]] = {form: verb for verb, *done in IRREGULAR_VERBS for form in done if form != verb}
IRREGULAR_FORMS: Final = frozenset(_IRREGULAR)
"""All of them: `sank`, `sunk`."""
_OF_VERBS_IN_EE: Final = frozenset({"freed", "agreed", "disagreed", "decreed", "guaranteed", "refereed"})
"""The other words that end alike are no such forms: `need`, `speed`."""
_LEAST_LETTERS: Final = 4
_DOUBLED: Final = 4
"""Letters from which a doubled consonant may be of the ending: `plan-n-ed`."""


@lru_cache(maxsize=65_536)
def bases_of(word: str) -> tuple[str, ...]:
    """The verbs of which a word in small letters may be the past or the participle: `close` of `closed`.

    None where it is no such form; of a regular one, all ways to take its ending off, whether English has them or not.
    """
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if len(word) < _LEAST_LETTERS or not word.endswith("ed"):
        return ()
    if word.endswith("eed"):
        return (word[:-1],) if word in _OF_VERBS_IN_EE else ()
    if word.endswith("ied"):
        return (f"{word[:-3]}y",)
    bare = word[:-2]
    undoubled = (bare[:-1],) if len(bare) >= _DOUBLED and bare[-1] == bare[-2] else ()
    return (bare, f"{bare}e", *undoubled)


@lru_cache(maxsize=1024)
def past_of(verb: str) -> frozenset[str]:
    """The past and the participle of a verb: `sent` of `send`; of a regular one as it is written most often."""
    if irregular := frozenset(form for form, base in _IRREGULAR.items() if base == verb):
        return irregular
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return frozenset({f"{verb[:-1]}ied"})
    return frozenset({f"{verb}d" if verb.endswith("e") else f"{verb}ed"})


@lru_cache(maxsize=65_536)
def present_of(word: str) -> tuple[str, ...]:
    """The verbs of which a word in small letters may be the third person: `free` of `frees`."""
    if len(word) < _LEAST_LETTERS or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ()
    if word.endswith("ies"):
        return (f"{word[:-3]}y",)
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def gerunds_of(verb: str) -> tuple[str, ...]:
    """The forms in -ing that a verb may have: `sending`, `closing`, `cutting`."""
    return (f"{verb}ing", f"{verb}{verb[-1:]}ing", *([f"{verb[:-1]}ing"] if verb.endswith("e") else []))


def occurrences(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a word in small letters stands in a text, by itself and in any case."""
    lower, at = text.lower(), -1
    while (at := lower.find(word, at + 1)) >= 0:
        end = at + len(word)
        if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
            yield at, end
