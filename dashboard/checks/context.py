"""The shortest words around a quote that make it stand once."""

import re
from collections.abc import Iterator

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import FoldedText
from dashboard.model.claim import Quote

MOST_WORDS = 8
"""Of context that is tried on either side."""
MOST_OFFERED = 3


def deciding_context(quote: Quote, finding: Finding, text: str, folded_text: FoldedText) -> str:
    """A hint with, for each of the first places, the prefix or suffix that decides for it."""
    bare = quote.model_copy(update={"prefix": "", "suffix": ""})
    places = finding.spans[:MOST_OFFERED]
    offers = [
        f"for the one at offset {start} add {offer}"
        for start, end in places
        if (offer := _offer(bare, text, folded_text, start, end))
    ]
    return "; ".join(offers)


def _offer(quote: Quote, text: str, folded_text: FoldedText, start: int, end: int) -> str:
    for prefix, suffix in zip(_before(text, start), _behind(text, end), strict=True):
        for name, words in (("prefix", prefix), ("suffix", suffix)):
            tried = quote.model_copy(update={name: words})
            if words and find(tried, text, folded_text).spans == ((start, end),):
                return f'`{name}: "{_escaped(words)}"`'
    return ""


def _before(text: str, start: int) -> Iterator[str]:
    """The last word before `start`, the last two, and so on; white space inside is one space."""
    words = re.split(r"\s+", text[max(0, start - 400) : start].strip())
    for count in range(1, MOST_WORDS + 1):
        yield " ".join(words[-count:])


def _behind(text: str, end: int) -> Iterator[str]:
    words = re.split(r"\s+", text[end : end + 400].strip())
    for count in range(1, MOST_WORDS + 1):
        yield " ".join(words[:count])


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
