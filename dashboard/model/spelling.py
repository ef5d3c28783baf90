"""What an unknown word was meant to be: a slip of the pen, or another word for the same; never the opposite."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from dashboard.model.vocabularies import ENGLISH, OPPOSITES, SYNONYMS, VOCABULARIES, WORDS_OF_TYPES

LEAST_BEGUN: Final = 3
"""Letters of a word that is another's beginning: `lat`."""
MOST_SLIPS: Final = 3
"""The most letters that are wrong, missing, too many or exchanged with their neighbour in a slip of the pen."""
LETTERS_A_SLIP: Final = 4
"""So many letters does a word have at least for each slip in it."""
ENDINGS: Final = ("s", "es", "d", "ed", "ing", "ion", "ly", "er", "or", "al", "ally", "ment", "e")
"""What one form of a word has more than another."""

_JOINTS: Final = re.compile(r"[\s_-]+")
_NUMBER: Final = re.compile(r"\d+")
_WORDS: Final = re.compile(r"[a-z0-9]+")
_NEGATIONS: Final = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "de", "mis", "not", "no", "never", "counter")
_PAIRS: Final = (
    *((frozenset(one.split()), frozenset(other.split())) for one, other in OPPOSITES),
    *((frozenset({one}), frozenset({other})) for one, other in (("north", "south"), ("east", "west"), ("pro", "anti"))),
    *((frozenset({one}), frozenset({other})) for one, other in (("major", "minor"), ("import", "export"))),
)
"""Words that say the opposite of each other."""


def nearest(word: str, words: Iterable[str]) -> str:
    """“did you mean …?” for the one of `words` that was meant; nothing where none was, or it may be several."""
    known = list(words)
    meant = (
        _synonym(word, known)
        or _word_with_slips(word, known)
        or _word_begun_with(word, known)
        or _reference_with(word, known)
    )
    return f"did you mean `{meant}`?" if meant else ""


def _synonym(word: str, words: Collection[str]) -> str:
    """The word of a vocabulary for another word that is in use for the same."""
    plain = _JOINTS.sub("-", word.strip().lower())
    return next((each for each in words if plain in SYNONYMS.get(each, ())), "")


def _word_with_slips(word: str, words: Iterable[str]) -> str:
    """The one word with the fewest slips, if they are few for its length and leave its meaning."""
    plain = _plain(word)
    fewest, found = MOST_SLIPS + 1, list[str]()
    for each in words:
        other = _plain(each)
        most = min(MOST_SLIPS, fewest, max(len(plain), len(other)) // LETTERS_A_SLIP)
        slips = OSA.distance(plain, other, score_cutoff=most)
        if (
            slips <= most
            and not _differ_in_meaning(plain, other)
            and (plain not in known_words() or _is_form(plain, other))
        ):
            found = [*found, each] if slips == fewest else [each]
            fewest = slips
    return found[0] if len(found) == 1 else ""


def _word_begun_with(word: str, words: Iterable[str]) -> str:
    """The one word of which only the beginning is written: `lat`, or `third` of `third-party`."""
    plain = _plain(word)
    begun = [each for each in words if _plain(each).startswith(plain)] if len(plain) >= LEAST_BEGUN else []
    if len(begun) != 1 or _differ_in_meaning(plain, _plain(begun[0])):
        return ""
    return begun[0] if plain not in known_words() or _is_form(plain, _plain(begun[0])) else ""


def _reference_with(word: str, words: Iterable[str]) -> str:
    """The one reference that has all words of a shorter one: `harbour/second-quay` for `harbour/quay`."""
    parts = set(_WORDS.findall(word))
    longer = [each for each in words if parts <= set(_WORDS.findall(each))] if "/" in word else []
    return longer[0] if len(longer) == 1 else ""


@cache
def known_words() -> frozenset[str]:
    """Words that are right as they are, in whatever list: no slip of the pen makes them of another word."""
    listed = {word for words in (*ENGLISH.values(), *WORDS_OF_TYPES.values(), *VOCABULARIES) for word in words}
    opposites = {word for pair in _PAIRS for words in pair for word in words}
    return frozenset(map(_plain, listed | opposites))


def _is_form(one: str, other: str) -> bool:
    """Whether one word is another form of the other, or its first part."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return long.startswith(short) and (long[len(short) :] in ENDINGS or long[len(short)] == "-")


def _plain(word: str) -> str:
    return _JOINTS.sub("-", word.strip().lower())


def _differ_in_meaning(one: str, other: str) -> bool:
    """Whether one of two similar words is the other's opposite, or has another number."""
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return True
    short, long = sorted((one, other), key=len)
    if any(long == f"{negation}{short}" or long == f"{negation}-{short}" for negation in _NEGATIONS):
        return True
    ones, others = set(one.split("-")), set(other.split("-"))
    new, gone = ones - others, others - ones
    return any((new & first and gone & second) or (new & second and gone & first) for first, second in _PAIRS)
