"""What there is to see in a source's text, whoever reads it: its quotes, passages, coverage, mixed words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from dashboard.evidence.coverage import Coverage, Passage, coverage, passages_of
from dashboard.evidence.sentences import Span
from dashboard.model.source import Source
from dashboard.query.texts.marked_text import MarkKind, TextMark, lanes_of, parts_of

ALIKE: Final = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee")
"""Scripts that share shapes; Japanese, which mixes others as it must, is not meant."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_PLAIN: Final = re.compile(r"[\x00-\u024f]*")


def mixed_words(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """Each such word's half-open span, in code points, with the names of its scripts."""
    if _PLAIN.fullmatch(text):
        return ()
    return tuple(
        (match.span(), scripts)
        for match in _WORD.finditer(text)
        if not match[0].isascii() and len(scripts := _scripts(match[0])) > 1
    )


def _scripts(word: str) -> tuple[str, ...]:
    known = {script for letter in set(word) if (script := _script(letter)) in ALIKE}
    return tuple(script for script in ALIKE if script in known)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].capitalize()


@dataclass(frozen=True)
class ReadText:
    """One text with the quotes that stand in it."""

    text: str
    source: Source | None
    quotes: Mapping[str, tuple[Span, ...]]
    """Where each stands, by `EVENT/CLAIM/N`, in the order of the text: several spans where words are left out."""

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each quote, from 1: its name in the text and in the margin."""
        return {key: number for number, key in enumerate(self.quotes, start=1)}

    @cached_property
    def lanes(self) -> Mapping[str, int]:
        """The level of each quote's underline."""
        return lanes_of(self.marks)

    @cached_property
    def parts(self) -> tuple[Span, ...]:
        """What is shown at once."""
        return parts_of(self.text)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What the description names."""
        return passages_of(self.source, self.text) if self.source else ()

    @cached_property
    def mixed_script_words(self) -> tuple[tuple[Span, tuple[str, ...]], ...]:
        """Words of letters that look alike and are not, with their scripts."""
        return mixed_words(self.text)

    @cached_property
    def coverage(self) -> Coverage:
        """What becomes of its sentences."""
        return coverage(self.text, [span for spans in self.quotes.values() for span in spans], self.passages)

    @cached_property
    def marks(self) -> tuple[TextMark, ...]:
        """All of them: `N` of a key counts the passages, or the mixed words."""
        quoted = [TextMark(*span, key) for key, spans in self.quotes.items() for span in spans]
        named = [
            TextMark(*passage.span, f"passage/{index}", MarkKind.PART if passage.part else MarkKind.ASIDE)
            for index, passage in enumerate(self.passages)
        ]
        mixed = [
            TextMark(*span, f"mixed/{index}", MarkKind.MIXED) for index, (span, _) in enumerate(self.mixed_script_words)
        ]
        return (*quoted, *named, *mixed)
