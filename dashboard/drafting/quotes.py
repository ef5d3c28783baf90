"""A quote made of selected words: exact, with as much before and behind it as makes it the only one."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pydantic import ValidationError

from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold_once
from dashboard.evidence.sentences import Span, sentences_around
from dashboard.model.claim import Quote

MOST_CHARACTERS: Final = 5000
"""The longest quote that a record may have."""
_REACH: Final = 600
_MOST_WORDS: Final = 12
"""So many words before and behind are tried, one more each time."""


class NotQuotable(ValueError):
    """The selected words cannot be a quote; the message says why and what to do."""


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends, within the text."""
    start, end = max(0, span[0]), min(len(text), span[1])
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def quote_of(source: str, text: str, span: Span) -> Quote:
    """The quote of the words at `span`, a half-open span in code points of a source's text. Raises `NotQuotable`."""
    start, end = trim(text, span)
    if start >= end:
        raise NotQuotable("Select some words of the text first.")
    if end - start > MOST_CHARACTERS:
        raise NotQuotable(
            f"The selection has {end - start:,} characters, but a quote has at most {MOST_CHARACTERS:,}. "
            "Select fewer words."
        )
    for exact in dict.fromkeys((" ".join(text[start:end].split()), text[start:end])):
        for prefix, suffix in _surroundings(text, start, end):
            if _stands_twice(text, text[start - len(prefix) : end + len(suffix)]):
                continue
            try:
                quote = Quote(source=source, exact=exact, prefix=prefix, suffix=suffix)
            except ValidationError as error:
                raise NotQuotable(f"These words cannot be quoted: {error.errors()[0]['msg']}.") from error
            found = find(quote, text, lambda: fold_once(text))
            if found.stands and found.spans[0][0] < end and found.spans[-1][1] > start:
                return quote
    raise NotQuotable(
        "These words are in the text more than once, and so are the words around them. Select more words."
    )


def _stands_twice(text: str, words: str) -> bool:
    """Whether the very same words stand in the text once more: it takes a tenth of looking a quote up."""
    return text.find(words, text.find(words) + 1) >= 0


def sentence_at(text: str, span: Span) -> Span:
    """The whole sentences around a span."""
    start, end = trim(text, span)
    return sentences_around(text, start, end, _REACH)


def _surroundings(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Nothing; then ever more words before; then ever more on both sides."""
    yield "", ""
    before = list(_words_before(text, start))
    behind = list(_words_behind(text, end))
    yield from ((prefix, "") for prefix in before)
    yield from (("", suffix) for suffix in behind)
    yield from zip(before, behind, strict=False)


def _words_before(text: str, start: int) -> Iterator[str]:
    at = start
    for _ in range(_MOST_WORDS):
        found = re.search(r"\S+\s*\Z", text[max(0, at - 100) : at])
        if found is None:
            return
        at -= len(found[0])
        yield text[at:start]


def _words_behind(text: str, end: int) -> Iterator[str]:
    for word in islice(re.compile(r"\s*\S+").finditer(text, end, end + 1000), _MOST_WORDS):
        yield text[end : word.end()]
