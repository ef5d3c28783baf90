"""Names in a sentence with the words about them: by which it shows when two of them have changed places."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.words.doubts import stem
from dashboard.evidence.words.names import is_title, key_of, lengths_by_beginning
from dashboard.model.vocabularies import COUNTRY_FORMS, SMALL_WORDS

NEAR: Final = 4
"""Words with a meaning of their own that are taken on either side of a name, other names apart."""
_LEAST_LETTERS: Final = 3
_CAPITAL: Final = re.compile(r"\b[^\W\d_a-z]\w*")
_FIRST: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d.,]*")
_SENTENCE_END: Final = re.compile(r"[.;?!][”’\"')]*\s+(?=[^\W\d_a-z])|\n\n|;\s")
_BY: Final = re.compile(r"\bby (?:the )?$")
_DONE_TO: Final = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:was|were|been|be|being|is|are)\b(?:\s+\w+){1,6}?\s+by\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at its place in a text."""

    text: str
    bearers: frozenset[str]
    """Whom it may mean."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameInContext:
    """A name, and stems of the words near it: those before it, and those behind. What was done *by* it, it does."""

    named: NameMention
    before: frozenset[str]
    behind: frozenset[str]
    listed_with: frozenset[int]
    """Where the names begin that stand behind it without a word of meaning between: in a list any may come first."""

    def alike(self, other: "NameInContext") -> int:
        """How many words two of them share, on the same side."""
        return len(self.before & other.before) + len(self.behind & other.behind)


class NamesAbout:
    """Names of actors and places, to be found in texts; a country's also as its people and its adjective."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names`: of each actor or place by id, all that they are called."""
        forms_of = {form: forms for forms in COUNTRY_FORMS for form in forms}
        bearers: dict[str, set[str]] = {}
        for id_, called in names.items():
            for name in {form for each in called for form in forms_of.get(each, (each,))}:
                bearers.setdefault(name, set()).add(id_)
        self._bearers = {name: frozenset(ids) for name, ids in bearers.items()}
        self._lengths = lengths_by_beginning((name, first[0]) for name in bearers if (first := _FIRST.match(name)))
        self._begins = _FIRST if any(first[0].islower() for first in self._lengths) else _CAPITAL

    def named_in(self, text: str) -> list[NameMention]:
        """Every name in a text, the longest at each place."""
        found: list[NameMention] = []
        behind = 0
        for word in self._begins.finditer(text):
            lengths = self._lengths.get(word[0])
            if lengths is None or (start := word.start()) < behind:
                continue
            for length in lengths:
                name = text[start : start + length]
                end = start + len(name)
                if name in self._bearers and not text[end : end + 1].isalnum():
                    found.append(NameMention(name, self._bearers[name], start, end))
                    behind = end
                    break
        return found


def names_in_context(text: str, found: list[NameMention]) -> Iterator[NameInContext]:
    """The names that were `found` in `text`, each with the words about it in its sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        inside = [named for named in found if start <= named.start < end]
        words = _words(text, start, end, inside) if inside else []
        for named in inside:
            before = [key for at, key in words if at < named.start][-NEAR:]
            next_ = next((at for at, _ in words if at >= named.end), end)
            listed = frozenset(each.start for each in inside if named.end <= each.start < next_)
            behind = [key for at, key in words if at >= named.end][:NEAR]
            if _BY.search(text, start, named.start):
                before, behind = [], before + behind
            elif _DONE_TO.match(text, named.end, end):
                before, behind = before + behind, []
            yield NameInContext(named, frozenset(before), frozenset(behind), listed)


def _words(text: str, start: int, end: int, names: list[NameMention]) -> list[tuple[int, str]]:
    """Offset and stem of each word that means something by itself; titles, small words and names are left out."""
    return [
        (word.start(), stem(word[0]))
        for word in _WORD.finditer(text, start, end)
        if len(word[0]) >= _LEAST_LETTERS
        and word[0].lower() not in SMALL_WORDS
        and not is_title(key_of(word[0]))
        and not any(named.start <= word.start() < named.end for named in names)
    ]
