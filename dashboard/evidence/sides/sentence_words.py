"""The words of a sentence with their places, and the small words of English that tell its build."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"(?:[A-Z]\.){2,}(?:-\w+)?|[^\W_]+(?:[’'-][^\W_]+)*|[.;:!?,()—–“”\"]")
_IN_BRACKETS: Final = re.compile(r"\([^()]{1,60}\)")
_STOPS: Final = frozenset(".;:!?()—–")
_BREAK_WORDS: Final = """
    but while whereas after before when as because since although though if whether that than until once where so
    amid despite during following without including per yet
"""
_BREAKS: Final = frozenset(_BREAK_WORDS.split())
RELATIVES: Final = frozenset({"who", "which", "whom", "that"})
_PREPOSITION_WORDS: Final = """
    of on upon against to for from with at in near by over between about into toward towards around across off through
    under behind inside outside within along among alongside besides
"""
PREPOSITIONS: Final = frozenset(_PREPOSITION_WORDS.split())
BE: Final = frozenset({"was", "were", "is", "are", "been", "being", "be", "got"})
FUTURE: Final = frozenset({"will", "would", "shall"})
HELPERS: Final = FUTURE | {"has", "have", "had", "may", "might", "could", "can", "did", "does"}
PLURALS: Final = frozenset({"police", "people", "men", "women", "gunmen", "both", "sides"})
"""Words for several that do not end in -s."""
UNCHANGED: Final = frozenset({"hit", "cut", "put", "set", "shut", "let", "beat", "quit", "split", "hurt", "spread"})
"""Verbs whose past is as they are."""
PRONOUNS: Final = frozenset({"i", "we", "it", "they", "he", "she"})
DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those"})


class SentenceWord(NamedTuple):
    """A word, or a mark between words, at its place in a sentence."""

    text: str
    start: int
    end: int
    lower: str
    """The word in small letters."""
    is_mark: bool
    """Whether it is a mark that ends a clause."""
    ends_clause: bool
    """Whether what stands before it and what stands behind it are two clauses."""


def sentence_word(text: str, start: int, end: int) -> SentenceWord:
    """The word of a text at its place."""
    lower, is_mark = text.lower(), text in _STOPS
    return SentenceWord(text, start, end, lower, is_mark, is_mark or lower in _BREAKS)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[SentenceWord, ...]:
    """The words of a sentence, and its marks, but for what is in brackets."""
    plain = _IN_BRACKETS.sub(lambda found: " " * len(found[0]), text) if "(" in text else text
    return tuple(sentence_word(match[0], *match.span()) for match in _TOKEN.finditer(plain))
