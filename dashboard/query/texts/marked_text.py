"""A text cut for reading: into parts of bounded length, paragraphs, and pieces that bear the same marks.

Everything is counted in code points. A browser counts UTF-16 units, so it is given pieces, never offsets.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from dashboard.evidence.sentences import Span, paragraphs

PART_CHARACTERS: Final = 20_000
"""So much of a text is shown at once."""
LANES: Final = 3
"""So many underlines fit below a line; what lies deeper shares the last."""


class MarkKind(StrEnum):
    """What words are marked for."""

    QUOTE = "quote"
    ASIDE = "aside"
    """No claim needs them."""
    PART = "part"
    """They are no part of the body: a headline, a caption, boilerplate."""
    TARGET = "target"
    """The address names them."""
    HIT = "hit"
    """They were searched for."""
    MIXED = "mixed"
    """A word of letters of two scripts."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A half-open span of the text, in code points, and what it is marked for."""

    start: int
    end: int
    key: str
    """`EVENT/CLAIM/N` of a quote, whose parts share it; else whatever tells it from others of its kind."""
    kind: MarkKind = MarkKind.QUOTE


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text that bears the same marks from end to end."""

    text: str
    marks: tuple[TextMark, ...] = ()
    """All that cover it: the one that began last comes first, for it is the innermost."""
    begins: tuple[TextMark, ...] = ()
    """The marks that begin here; a quote with words left out begins where the first of its parts does."""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """One paragraph of the text, or what of it is in the part."""

    number: int
    """The number of its first line in the file, from 1."""
    start: int
    """Offset of its first character, or of the first in the part."""
    pieces: tuple[TextPiece, ...]


def parts_of(text: str, size: int = PART_CHARACTERS) -> tuple[Span, ...]:
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


def part_at(parts: Sequence[Span], offset: int) -> int:
    """Index of the part in which the character at `offset` is."""
    return max(0, bisect_right([start for start, _ in parts], offset) - 1)


def lanes_of(marks: Iterable[TextMark]) -> Mapping[str, int]:
    """The level of each quote's underline, from 0: overlapping quotes differ as long as there are levels left."""
    hulls: dict[str, Span] = {}
    for mark in marks:
        if mark.kind is MarkKind.QUOTE:
            start, end = hulls.get(mark.key, (mark.start, mark.end))
            hulls[mark.key] = min(start, mark.start), max(end, mark.end)
    free = [0] * LANES
    lanes = {}
    for key, (start, end) in sorted(hulls.items(), key=lambda each: (each[1][0], -each[1][1], each[0])):
        lane = next((lane for lane, at in enumerate(free) if at <= start), LANES - 1)
        lanes[key] = lane
        free[lane] = max(free[lane], end)
    return lanes


def paragraphs_of(text: str, marks: Sequence[TextMark], part: Span) -> Iterator[TextParagraph]:
    """The paragraphs of one part, each cut into pieces at the ends of its marks. Blank lines are left out."""
    inside = sorted(
        (mark for mark in marks if mark.start < part[1] and mark.end > part[0]),
        key=lambda mark: (mark.start, -mark.end, mark.key),
    )
    waiting, touching, begun = list(reversed(inside)), list[TextMark](), set[str]()
    number, counted = 1, 0
    for start, end in _within(paragraphs(text), part):
        number, counted = number + text.count("\n", counted, start), start
        touching = [mark for mark in touching if mark.end > start]
        while waiting and waiting[-1].start < end:
            touching.append(waiting.pop())
        yield TextParagraph(number, start, tuple(_pieces(text, touching, (start, end), begun)))


def _within(spans: Sequence[Span], part: Span) -> Iterator[Span]:
    first = max(0, bisect_right(spans, (part[0],)) - 1)
    for start, end in spans[first:]:
        if start >= part[1]:
            return
        if max(start, part[0]) < min(end, part[1]):
            yield max(start, part[0]), min(end, part[1])


def _pieces(text: str, marks: Sequence[TextMark], paragraph: Span, begun: set[str]) -> Iterator[TextPiece]:
    start, end = paragraph
    cuts = sorted({start, end, *(at for mark in marks for at in (mark.start, mark.end) if start < at < end)})
    active, waiting = list[TextMark](), list(reversed(marks))
    for left, right in pairwise(cuts):
        while waiting and waiting[-1].start <= left:
            active.insert(0, waiting.pop())
        active = [mark for mark in active if mark.end > left]
        begins = tuple(mark for mark in reversed(active) if mark.key not in begun)
        begun.update(mark.key for mark in begins)
        yield TextPiece(_without_returns(text, left, right), tuple(active), begins)


def _without_returns(text: str, left: int, right: int) -> str:
    """Line breaks are LF, however the file has them."""
    piece = text[left:right]
    if piece.endswith("\r") and text[right : right + 1] == "\n":
        piece = piece[:-1]
    return piece.replace("\r\n", "\n")
