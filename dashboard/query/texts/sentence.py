"""The words of a quote in the sentence of the source in which they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dashboard.evidence.sentences import Span, sentences_around

MOST_AROUND: Final = 240
"""Characters of the sentence before the words, and behind them; a longer one is cut between words."""
_LONG_WORD: Final = 40
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of the sentence."""

    text: str
    """On one line; `…` stands where it is cut."""
    is_quoted: bool


def quoted_sentence(text: str, spans: Sequence[Span]) -> tuple[SentencePart, ...]:
    """The sentence, or the sentences, of `text` that have the words at `spans`, in order; nothing without any.

    Spans are half-open, in code points, and rise. Of several, as of a quote with words left out, those between too.
    """
    return tuple(_stretches(text, spans)) if spans else ()


def _stretches(text: str, spans: Sequence[Span]) -> Iterator[SentencePart]:
    start, end = spans[0][0], spans[-1][1]
    first, last = sentences_around(text, start, end, MOST_AROUND)
    yield from _plain(_before(text, first, start))
    for (left, right), following in pairwise([*spans, (end, end)]):
        yield SentencePart(_collapse_spaces(text[left:right]), is_quoted=True)
        yield from _plain(text[right : following[0]])
    yield from _plain(_behind(text, end, last))


def _plain(text: str) -> Iterator[SentencePart]:
    if text:
        yield SentencePart(_collapse_spaces(text), is_quoted=False)


def _collapse_spaces(text: str) -> str:
    return _SPACES.sub(" ", text)


def _before(text: str, first: int, start: int) -> str:
    """The text from `first` to `start`; if the sentence begins further away, from the next whole word."""
    piece, looked = text[first:start], start - MOST_AROUND
    if looked <= 0 or text[looked:first].strip() or not piece.strip():
        return piece
    cut = _SPACES.search(piece, 0, _LONG_WORD)
    return f"… {piece[cut.end() :] if cut else piece}"


def _behind(text: str, end: int, last: int) -> str:
    """Until `last`; where that is as far as was looked, until the last word that is whole."""
    piece, looked = text[end:last], end + MOST_AROUND
    if looked >= len(text) or text[last:looked].strip() or not piece.strip():
        return piece
    cuts = [each.start() for each in _SPACES.finditer(piece, max(0, len(piece) - _LONG_WORD))]
    return f"{piece[: cuts[-1]] if cuts else piece} …"
