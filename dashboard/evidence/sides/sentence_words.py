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

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark that ends a clause."""
        return self.text in _STOPS

    @property
    def ends_clause(self) -> bool:
        """Whether what stands before it and what stands behind it are two clauses."""
        return self.is_mark or self.lower in _BREAKS


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[SentenceWord, ...]:
    """The words of a sentence, and its marks, but for what is in brackets."""
    plain = _IN_BRACKETS.sub(lambda found: " " * len(found[0]), text) if "(" in text else text
    return tuple(SentenceWord(match[0], match.start(), match.end()) for match in _TOKEN.finditer(plain))
