"""What somebody types into the search box: words, phrases in quotation marks, and words that must not be there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.text.search_form import words_to_search, words_with_spans
from dashboard.text.transliteration import transliterate

MOST_TERMS: Final = 12
"""More than this are not looked for."""
MOST_CHARACTERS: Final = 300
LEAST_BEGUN: Final = 2
"""With fewer letters a word is searched as it is, and not as the beginning of others."""
_TERM: Final = re.compile(
    r'(?P<without>(?<!\S)-(?=["“„«\w]))?(?:["“”„«](?P<phrase>[^"“”„«»]+)(?:["”“»]|$)|(?P<word>[^\s"“”„«»]+))'
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that must stand one behind another."""

    words: tuple[str, ...]
    """In the form in which text is searched; at least one."""
    is_phrase: bool = False
    """Whether it was typed in quotation marks: then the last word is whole."""
    is_unwanted: bool = False
    """Whether it must not be there."""
    other_script: str = ""
    """The word in Latin letters, where it was typed in Cyrillic or Greek."""

    @property
    def is_begun(self) -> bool:
        """Whether the last word may be the beginning of a longer one."""
        return not self.is_phrase and len(self.words[-1]) >= LEAST_BEGUN and not self.words[-1].isdigit()

    @property
    def expression(self) -> str:
        """The term in the language of FTS5."""
        star = "*" if self.is_begun else ""
        said = f'"{" ".join(self.words)}"{star}'
        return f'({said} OR "{self.other_script}"{star})' if self.other_script else said

    def spans_in(self, words: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
        """Half-open spans of this term in a text of these words."""
        wanted = self.words
        for index in range(len(words) - len(wanted) + 1):
            *before, last = (word for word, _, _ in words[index : index + len(wanted)])
            if before == [*wanted[:-1]] and self._ends_with(last):
                yield words[index][1], words[index + len(wanted) - 1][2]

    def _ends_with(self, word: str) -> bool:
        wanted = tuple(filter(None, (self.words[-1], self.other_script)))
        forms = (word,) if word.isascii() else (word, transliterate(word))
        return any(form.startswith(wanted) if self.is_begun else form in wanted for form in forms)


@dataclass(frozen=True)
class SearchQuery:
    """All terms of a search."""

    typed: str
    terms: tuple[Term, ...]

    @cached_property
    def wanted_terms(self) -> tuple[Term, ...]:
        """The terms that must be there, each once."""
        return tuple(dict.fromkeys(term for term in self.terms if not term.is_unwanted))

    @cached_property
    def expression(self) -> str:
        """All of it in the language of FTS5; empty where nothing is wanted."""
        if not self.wanted_terms:
            return ""
        wanted = " AND ".join(term.expression for term in self.wanted_terms)
        unwanted = [term.expression for term in self.terms if term.is_unwanted]
        return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Half-open spans, in code points, of what is wanted in `text`: rising, none overlapping."""
        words = words_with_spans(text)
        spans: list[tuple[int, int]] = []
        for start, end in sorted(span for term in self.wanted_terms for span in term.spans_in(words)):
            if spans and start <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        return spans

    def count_in(self, text: str) -> int:
        """How many of the wanted terms stand in `text`."""
        words = words_with_spans(text)
        return sum(any(term.spans_in(words)) for term in self.wanted_terms)


def read_query(typed: str) -> SearchQuery:
    """The terms of what was typed, as far as they have a letter or a digit."""
    terms = []
    for found in _TERM.finditer(typed[:MOST_CHARACTERS]):
        phrase, word = found["phrase"], found["word"]
        words = tuple(words_to_search(phrase or word))
        if words:
            other = transliterate(words[0]) if word and len(words) == 1 and not words[0].isascii() else ""
            terms.append(Term(words, bool(phrase), found["without"] is not None, other if other.isalnum() else ""))
    return SearchQuery(typed.strip(), tuple(terms[:MOST_TERMS]))
