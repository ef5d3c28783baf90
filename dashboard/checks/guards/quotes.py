"""A quote is long enough to say something, and speaks of what the claim speaks of."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import share_a_word
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guards.registry import guard
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.store.yaml_problem import excerpt

QUOTE_TOO_SHORT = guard(
    "quote-too-short",
    "A quote of one or two words",
    "One or two words are in almost any text and prove almost nothing. A quote needs at least three words. In scripts "
    "without spaces between words, six characters of Chinese or Japanese count as three words, and so do twelve "
    "letters of Thai, Lao, Khmer or Burmese.",
    "quote the whole sentence",
)
QUOTE_OF_OTHER_WORDS = guard(
    "quote-of-other-words",
    "A quote about something else",
    "The quote shares no noun, verb, name or number, in any form, with the claim, or with the names and reported "
    "words of the event's values. Checked only if the claim and the source are both in English.",
    "quote the words that say it, or remove this quote",
)
FEWEST_WORDS: Final = 3
_LOOKED_AT: Final = 7
"""Words that are split off a quote to be counted: among so many there are some with letters, or it is none."""
_PLAINLY_THREE: Final = re.compile(r"\W*\w\S*\s+\w\S*\s+\w")
_TWO_A_WORD: Final = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FOUR_A_WORD: Final = re.compile("[\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17a2]")
"""Letters, without the signs above and below them."""


def quote_has_three_words(corpus: Corpus) -> Iterator[Violation]:
    """Every quote has three words, or as much in a script without spaces."""
    for event, name, index, quote in _quotes(corpus):
        if _words(quote.exact) < FEWEST_WORDS:
            message = f"“{excerpt(quote.exact)}” is too short to prove anything"
            yield Violation(QUOTE_TOO_SHORT, event, (name,), ("claims", name, "quotes", index, "exact"), message)


def quote_has_a_word_of_its_claim(corpus: Corpus) -> Iterator[Violation]:
    """Every quote in English of a claim in English has one of the words that the record has for it."""
    sources = corpus.workspace.sources
    for event, name, index, quote in _quotes(corpus):
        if not _plainly_shares(event.claims[name].text, quote.exact):
            source = sources.get(quote.source)
            if source is not None and not share_a_word(corpus.workspace, event, name, quote.exact, source.language):
                path = ("claims", name, "quotes", index, "exact")
                message = f"the quote shares no word with claim `{name}`"
                yield Violation(QUOTE_OF_OTHER_WORDS, event, (name,), path, message)


def _quotes(corpus: Corpus) -> Iterator[tuple[Event, str, int, Quote]]:
    """Every quote that stands in its source, as far as that is held; one that does not is a problem already."""
    for event in corpus.workspace.events.values():
        for name, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.finding is None or found.finding.stands:
                    yield event, name, index, found.quote


def _words(exact: str) -> float:
    """How many words there are, if not three at least."""
    if exact.isascii() and _PLAINLY_THREE.match(exact):
        return FEWEST_WORDS
    words = [word for word in exact.split(None, _LOOKED_AT) if any(map(str.isalnum, word))]
    unspaced = len(_TWO_A_WORD.findall(exact)) / 2 + len(_FOUR_A_WORD.findall(exact)) / 4
    spaced = [word for word in words if not (_TWO_A_WORD.search(word) or _FOUR_A_WORD.search(word))]
    return len(spaced) + unspaced


def _plainly_shares(text: str, exact: str) -> bool:
    """Whether a long word of the claim stands in the quote as it is; most often one of the first does."""
    return any(len(word) > 5 and word in exact for word in text.split())


GUARDS = (quote_has_three_words, quote_has_a_word_of_its_claim)
