"""Figures that leave out what a figure before them has: “two million dollars, and Spain one and a half”."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from dashboard.evidence.words.figures import COUNT, ORDINAL, TextNumber
from dashboard.evidence.words.number_words import SCALES, SHORT_SCALES

_SCALES: Final = {word: scale for word, scale in SCALES.items() if scale >= SCALES["thousand"]}
_SCALE: Final = re.compile(rf"(?<![a-z])(?:{'|'.join((*_SCALES, *SHORT_SCALES))})s?\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?;][”’\"')]*\s+(?=[A-Z])|\n\n")
_ALONE: Final = re.compile(
    r"\s*(?:\Z|[.,;:)”!?](?!\d)|(?:and|or|but|while|by|in|to|for|from|at|this|next|last|on|more|less|each|apiece|a|per"
    r"|already|so|of)\b)"
)
"""What stands behind a number that counts nothing of its own."""
_MOST: Final = 1000
"""A number as large as this leaves out no scale."""
_FAR: Final = 160


def figures_in_full(text: str, figures: Sequence[TextNumber]) -> Iterator[TextNumber]:
    """The bare figures of a text behind one with a scale or unit in the same sentence, with that scale and unit."""
    full: TextNumber | None = None
    scale = Decimal(1)
    for figure in figures:
        if figure.unit == ORDINAL:
            continue
        words = text[figure.start : figure.end]
        own = _scale(words)
        if figure.unit != COUNT or own > 1:
            full, scale = figure, own
        elif full is not None and figure.value < _MOST and _ALONE.match(text, figure.end):
            between = text[full.end : min(figure.start, full.end + _FAR + 1)]
            if len(between) <= _FAR and not _SENTENCE_END.search(between):
                yield TextNumber(figure.value * scale, full.unit, figure.start, figure.end)


def _scale(words: str) -> Decimal:
    """By what the number before it is multiplied: a million of `2.5 million dollars`."""
    found = [match[0].lower() for match in _SCALE.finditer(words)]
    word = found[-1] if found else ""
    return next(
        (scales[each] for scales in (_SCALES, SHORT_SCALES) for each in (word, word[:-1]) if each in scales), Decimal(1)
    )
