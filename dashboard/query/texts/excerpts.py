"""Excerpts: the words around what a search found, and a quote in the sentence of its source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dashboard.evidence.sentences import Span, sentences_around
from dashboard.evidence.verdicts import QuoteFound
from dashboard.model.event import Event
from dashboard.query.texts.search import SearchTexts, marks, wanted_words

ROOM: Final = 110
"""So many characters of a longer text are shown."""
BEFORE: Final = 40
"""How many of these characters stand before the words that were found; more if the text ends soon after them."""
_LEFT_OUT: Final = "…"
_STAYS: Final = "\u00a0"
"""A space at which no line is broken."""
MOST_AROUND: Final = 240
"""Characters of the sentence before the words, and behind them; a longer one is cut between words."""
_LONG_WORD: Final = 40
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of what one claim says."""

    claim: str
    """Its key."""
    is_quoted: bool
    """Whether the words are a quote's; else they are the claim's own."""
    text: str
    """On one line, with `…` where something is left out."""


def excerpt_of(event: Event, searched: SearchTexts, words: str) -> Excerpt | None:
    """An excerpt of the text with most of the words that title and fields lack, quotes first; None if they have all.

    The event is one in which every word stands.
    """
    missing = [word for word in wanted_words(words) if not any(word in text for text in searched.fields.values())]
    found = {where: sum(word in text for word in missing) for where, text in searched.claims.items()}
    if not any(found.values()):
        return None
    best = max(found, key=lambda where: (found[where], "/" in where))
    key, _, index = best.partition("/")
    claim = event.claims[key]
    text = claim.quotes[int(index)].exact if index else claim.text
    return Excerpt(key, bool(index), around(" ".join(text.split()), " ".join(missing)))


def around(text: str, words: str) -> str:
    """`text` as far as there is room for it, with the first of the words in it; cut between words where it can be."""
    spans = marks(text, words)
    if len(text) <= ROOM or not spans:
        return text
    start, end = spans[0]
    first = max(0, min(start - BEFORE, len(text) - ROOM))
    last = max(first + ROOM, end)
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space > 0 else last
    before = _LEFT_OUT + _STAYS if first else ""
    behind = _STAYS + _LEFT_OUT if last < len(text) else ""
    return f"{before}{text[first:last]}{behind}"


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of the sentence."""

    text: str
    """On one line; `…` stands where it is cut."""
    is_quoted: bool


def sentence_of(found: QuoteFound, texts: Mapping[str, str]) -> tuple[SentencePart, ...]:
    """The sentence in which a quote stands, in the text of its source; nothing where it stands in no text held."""
    text = texts.get(found.quote.source)
    return quoted_sentence(text, found.finding.spans) if text is not None and found.finding else ()


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
