"""What was probably meant by words that nothing has: words of the workspace that differ by a slip of the pen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.query.search.index import SearchIndex
from dashboard.query.search.search_query import SearchQuery, Term, read_query
from dashboard.text.search_form import words_with_spans

_LETTERS_A_SLIP: Final = 4
"""So many letters does a word have at least for each letter in it that is wrong, missing, too many or exchanged."""
_MOST_SLIPS: Final = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Other words to search for."""

    words: str
    events: int
    """How many events have them."""


def suggestion_for(index: SearchIndex, query: SearchQuery) -> Suggestion | None:
    """What was query, with each word that nothing has as one that something has; None where that finds nothing."""
    known = index.words
    meant = [_meant(term, known, index) for term in query.terms]
    if "" in meant or not meant:
        return None
    corrected = read_query(" ".join(meant))
    events = index.events.find(corrected.expression, 1)[1]
    found = events or index.names.find(corrected.expression, 1)[1] or index.passages.find(corrected.expression, 1)[1]
    return Suggestion(corrected.typed, events) if found and corrected.expression != query.expression else None


def _meant(term: Term, known: Mapping[str, int], index: SearchIndex) -> str:
    """The term as it was probably meant, to be typed; empty where nothing is like it."""
    words = [_nearest(word, known, is_begun=term.is_begun and word == term.words[-1]) for word in term.words]
    if not all(words):
        return ""
    written = " ".join(_as_written(word, index) for word in words)
    said = f'"{written}"' if term.is_phrase or len(words) > 1 else written
    return f"-{said}" if term.is_unwanted else said


def _nearest(word: str, known: Mapping[str, int], *, is_begun: bool) -> str:
    """The word itself where something has it; else the one with the fewest slips, and of these the most common."""
    if word in known or (is_begun and any(each.startswith(word) for each in known)):
        return word
    most = min(_MOST_SLIPS, len(word) // _LETTERS_A_SLIP)
    if not most or word.isdigit():
        return ""
    like = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=most, limit=None)
    return min(like, key=lambda each: (each[1], -known[each[0]], each[0]), default=("",))[0]


def _as_written(word: str, index: SearchIndex) -> str:
    """A word of the index as it is written where it stands first."""
    exactly = f'"{word}"'
    texts = [entry.title for entry in index.names.find(exactly, 1, ("title",))[0]]
    texts += [event.title for event in index.events.find(exactly, 1, ("title",))[0]]
    for text in texts:
        for form, start, end in words_with_spans(text):
            if form == word:
                return text[start:end]
    return word
