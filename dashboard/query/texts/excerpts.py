"""The words around what a search found in a claim or a quote, where the title does not have it."""

from dataclasses import dataclass
from typing import Final

from dashboard.model.event import Event
from dashboard.query.texts.search import SearchTexts, marks, wanted_words

ROOM: Final = 110
"""So many characters of a longer text are shown."""
BEFORE: Final = 40
"""How many of these characters stand before the words that were found; more if the text ends soon after them."""
_LEFT_OUT: Final = "…"
_STAYS: Final = "\u00a0"
"""A space at which no line is broken."""


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
    """An excerpt of the text with most of the words that the title lacks, quotes first; None if it has them all.

    The event is one in which every word stands.
    """
    missing = [word for word in wanted_words(words) if word not in searched.texts["title"]]
    found = {where: sum(word in text for word in missing) for where, text in searched.texts.items() if where != "title"}
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
