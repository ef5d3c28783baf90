"""Search: every word in titles, claims and quotes, however it is typed, and a reader’s words in one text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold, fold_with_offsets
from dashboard.evidence.sentences import Span
from dashboard.model.event import Event

MAX_WORDS = 12
"""More words than this are not looked for."""
MOST_HITS: Final = 5_000
"""No more than so many are counted."""
MOST_CHARACTERS: Final = 200
"""The most characters, without spaces, that may be searched for; longer words find nothing."""
_ALIKE: Final = ("'‘’‚‛′ʼ`´", '"“”„‟″«»', "-‐‑‒–—―−")
_INVISIBLE: Final = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*"


@dataclass(frozen=True, slots=True)
class SearchTexts:
    """An event's texts, folded and without case."""

    fields: Mapping[str, str]
    """Field to its text."""
    claims: Mapping[str, str]
    """`KEY` to a claim's text, `KEY/0` to its first quote."""
    together: str
    """All of them, so that one look decides."""


def search_texts(event: Event, fields: Mapping[str, str]) -> SearchTexts:
    """The texts of an event that are searched: those of `fields`, and of its claims."""
    own = {key: fold(text).casefold() for key, text in fields.items()}
    claims = {where: fold(text).casefold() for where, text in _claims(event)}
    return SearchTexts(own, claims, "\n".join((*own.values(), *claims.values())))


def hits(event: SearchTexts, words: str) -> tuple[str, ...]:
    """Keys of the event's texts that have one of the words; empty unless every word is somewhere in the event."""
    wanted = wanted_words(words)
    if not wanted or any(word not in event.together for word in wanted):
        return ()
    texts = (*event.fields.items(), *event.claims.items())
    return tuple(where for where, text in texts if any(word in text for word in wanted))


def wanted_words(words: str) -> tuple[str, ...]:
    """The words that are looked for: folded, without case, each once."""
    return tuple(dict.fromkeys(fold(words).casefold().split()))[:MAX_WORDS]


def marks(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of `text`, in code points, where one of the words stands: in order, none overlapping."""
    wanted = wanted_words(words)
    if not wanted:
        return ()
    folding = fold_with_offsets(text)
    spans = sorted(span for word in wanted for span in _places(folding, word))
    return tuple(_merge(spans))


def _claims(event: Event) -> Iterator[tuple[str, str]]:
    for key, claim in event.claims.items():
        yield key, claim.text
        for index, quote in enumerate(claim.quotes):
            yield f"{key}/{index}", quote.exact


def _places(folding: FoldedText, word: str) -> Iterator[tuple[int, int]]:
    """Spans in the original. Case is folded letter by letter, so that offsets stay those of the folded text."""
    text = "".join(_same_length(character) for character in folding.text)
    start = text.find(word)
    while start >= 0:
        yield folding.span(start, start + len(word))
        start = text.find(word, start + len(word))


def _same_length(character: str) -> str:
    lowered = character.casefold()
    return lowered if len(lowered) == 1 else character


def _merge(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for span in spans:
        if current is None or span[0] > current[1]:
            if current:
                yield current
            current = span
        else:
            current = (current[0], max(current[1], span[1]))
    if current:
        yield current


def found_words(text: str, words: str) -> tuple[Span, ...]:
    """Half-open spans, in code points, of `words` in `text`, rising, `MOST_HITS` at most.

    Capitals, kinds of quotation marks and dashes, white space and what cannot be seen make no difference.
    """
    wanted = words.split()
    if not wanted or sum(map(len, wanted)) > MOST_CHARACTERS:
        return ()
    pattern = re.compile(r"\s+".join(_INVISIBLE.join(map(_sign, word)) for word in wanted), re.IGNORECASE)
    spans: list[Span] = []
    for match in pattern.finditer(text):
        spans.append(match.span())
        if len(spans) == MOST_HITS:
            break
    return tuple(spans)


def _sign(sign: str) -> str:
    return next((f"[{re.escape(alike)}]" for alike in _ALIKE if sign in alike), re.escape(sign))
