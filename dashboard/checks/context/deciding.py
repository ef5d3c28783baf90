"""The shortest words around a quote that make it stand once."""

from collections.abc import Iterator
from typing import Final

from dashboard.evidence.ellipsis import Place, parts_of
from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold
from dashboard.evidence.scripts import is_unspaced
from dashboard.model.claim import Quote

MOST_WORDS: Final = 8
"""The most words of context that are tried on either side of the quote."""
MOST_SIGNS: Final = 12
"""The most characters of context on either side in a script without spaces, where a word is one character."""
MOST_OFFERED: Final = 3
SEARCHED_CHARACTERS: Final = 400
MOST_STARTS: Final = 1_000
"""No context is looked for if the words occur more often than this: each try looks at every occurrence."""


def deciding_context(quote: Quote, finding: Finding, text: str, folded_text: FoldedText) -> str:
    """A hint with, for each of the first places, the prefix or suffix that decides for it: the shortest that does."""
    parts = parts_of(quote.exact)
    if any(folded_text.text.count(fold(part)) > MOST_STARTS for part in (quote.exact, *parts)):
        return ""
    bare = quote.model_copy(update={"prefix": "", "suffix": ""})
    offers = [
        f"for the one at offset {place[0][0]} add {offer}"
        for place in finding.places[:MOST_OFFERED]
        if (offer := _offer(bare, text, folded_text, place))
    ]
    return "; ".join(offers)


def _offer(quote: Quote, text: str, folded_text: FoldedText, place: Place) -> str:
    tried = [("prefix", words) for words in _before(text, place[0][0])]
    tried += [("suffix", words) for words in _behind(text, place[-1][1])]
    for name, words in sorted(tried, key=lambda each: len(each[1])):
        if find(quote.model_copy(update={name: words}), text, folded_text).places == (place,):
            return f'`{name}: "{_escape(words)}"`'
    return ""


def _before(text: str, start: int) -> Iterator[str]:
    """The last word before `start`, the last two, and so on; white space inside is one space."""
    before = text[max(0, start - SEARCHED_CHARACTERS) : start].strip()
    words = before.split()
    yield from (" ".join(words[-count:]) for count in range(1, min(MOST_WORDS, len(words)) + 1))
    if words and is_unspaced(words[-1]):
        yield from (before[-count:] for count in range(1, min(MOST_SIGNS, len(words[-1])) + 1))


def _behind(text: str, end: int) -> Iterator[str]:
    behind = text[end : end + SEARCHED_CHARACTERS].strip()
    words = behind.split()
    yield from (" ".join(words[:count]) for count in range(1, min(MOST_WORDS, len(words)) + 1))
    if words and is_unspaced(words[0]):
        yield from (behind[:count] for count in range(1, min(MOST_SIGNS, len(words[0])) + 1))


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
