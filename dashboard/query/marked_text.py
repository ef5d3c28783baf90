"""A text cut for reading: into parts of bounded length, lines, and pieces that bear the same marks.

Everything is counted in code points. A browser counts UTF-16 units, so it is given pieces, never offsets.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dashboard.evidence.finding import find
from dashboard.evidence.folding import FoldedText, folded
from dashboard.model.claim import Quote
from dashboard.model.source import Source

PART_CHARACTERS: Final = 20_000
"""So much of a text is shown at once."""
_UNFOLDED: Final = FoldedText("", (), ())


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of the text, in code points, and what it is marked for."""

    start: int
    end: int
    key: str
    """`EVENT/CLAIM/N` of a quote, `aside/N` of a sentence that is set aside."""

    @property
    def is_aside(self) -> bool:
        """Whether no claim needs these words."""
        return self.key.startswith("aside/")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that bears the same marks from end to end."""

    text: str
    marks: tuple[Mark, ...] = ()
    """All that cover it: the one that began last comes first, for it is the innermost."""
    begins: tuple[Mark, ...] = ()
    """Those of them that begin here; of a quote with words left out, where the first of its parts does."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the file, or what of it is in the part."""

    number: int
    """From 1."""
    pieces: tuple[Piece, ...]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not any(piece.text.strip() for piece in self.pieces)


def parts_of(text: str, size: int = PART_CHARACTERS) -> tuple[tuple[int, int], ...]:
    """Half-open spans of at most `size`, that add up to the text: cut at a line's end, else a space, else anywhere."""
    spans, start = [], 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            half = start + size // 2
            end = (text.rfind("\n", half, end) + 1) or (text.rfind(" ", half, end) + 1) or end
        spans.append((start, end))
        start = end
    return tuple(spans) or ((0, 0),)


def part_at(parts: Sequence[tuple[int, int]], offset: int) -> int:
    """Index of the part in which the character at `offset` is."""
    return max(0, bisect_right([start for start, _ in parts], offset) - 1)


def marks_aside(source: Source, text: str) -> tuple[Mark, ...]:
    """Where the sentences stand that are set aside; found as quotes are, and nothing of those that do not stand."""
    marks = []
    for index, sentence in enumerate(source.set_aside):
        quote = Quote(source=source.id, exact=sentence.exact)
        finding = find(quote, text, _UNFOLDED if sentence.exact in text else _folded(text))
        marks += [Mark(start, end, f"aside/{index}") for place in finding.places[:1] for start, end in place]
    return tuple(marks)


def lines_of(text: str, marks: Sequence[Mark], part: tuple[int, int]) -> tuple[TextLine, ...]:
    """The lines of one part, each cut into pieces at the ends of its marks."""
    number = text.count("\n", 0, part[0]) + 1
    lines, start = [], part[0]
    inside = sorted(
        (mark for mark in marks if mark.start < part[1] and mark.end > part[0]),
        key=lambda mark: (mark.start, -mark.end, mark.key),
    )
    begun: set[str] = set()
    waiting, touching = list(reversed(inside)), list[Mark]()
    while start < part[1]:
        end = text.find("\n", start, part[1])
        end = part[1] if end < 0 else end
        touching = [mark for mark in touching if mark.end > start]
        while waiting and waiting[-1].start < end:
            touching.append(waiting.pop())
        lines.append(TextLine(number, tuple(_pieces(text, touching, (start, end), begun))))
        start, number = end + 1, number + 1
    return tuple(lines)


def _pieces(text: str, marks: Sequence[Mark], line: tuple[int, int], begun: set[str]) -> list[Piece]:
    start, end = line
    end -= text[start:end].endswith("\r")
    cuts = sorted({start, end, *(at for mark in marks for at in (mark.start, mark.end) if start < at < end)})
    pieces, active, waiting = [], list[Mark](), list(reversed(marks))
    for left, right in pairwise(cuts):
        while waiting and waiting[-1].start <= left:
            active.insert(0, waiting.pop())
        active = [mark for mark in active if mark.end > left]
        begins = tuple(mark for mark in reversed(active) if mark.key not in begun)
        begun.update(mark.key for mark in begins)
        pieces.append(Piece(text[left:right], tuple(active), begins))
    return pieces


@lru_cache(maxsize=2)
def _folded(text: str) -> FoldedText:
    return folded(text)
