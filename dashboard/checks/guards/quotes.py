"""Guards: a quote is long enough, speaks of what its claim speaks of, and is from the body of its text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Self

from dashboard.checks.context import share_a_word
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.finding import Finding, Passages
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.model.problem import ProblemKind
from dashboard.store.file_problems import excerpt

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
    "words of the event's values, and has no word that means about the same. "
    "Checked only if the claim and the source are both in English.",
    "quote the words that say it, or remove this quote",
)
QUOTE_NOT_FROM_BODY = guard(
    "quote-not-from-body",
    "A quote from a headline",
    "The source's description marks some or all of the quoted words as a headline, a caption or boilerplate. An "
    "editor writes the headline, and it often says more than the text; boilerplate is not about the event.",
    "quote a sentence of the main text that says it",
)
FEWEST_WORDS: Final = 3
LONGEST_IN_FULL: Final = 80
AT_EACH_END: Final = 5
"""Words of a longer quote that an exception names, at its beginning and at its end."""
_YEAR: Final = re.compile(r"\b[12]\d{3}\b")
_BY_YEAR: Final = re.compile(
    r"\b(?:the (?:following|next|previous|same|preceding) (?:year|month)|(?:a |\w+ )?(?:years?|months?"
    r"|decades?) (?:later|earlier|before"
    r"|after|on))\b",
    re.IGNORECASE,
)
"""Words for which a quote may be there that gives no more than a year."""
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
            yield _violation(QUOTE_TOO_SHORT, event, name, index, message)


def quote_has_a_word_of_its_claim(corpus: Corpus) -> Iterator[Violation]:
    """Every quote in English of a claim in English has one of the words that the record has for it."""
    sources = corpus.workspace.sources
    for event, name, index, quote in _quotes(corpus):
        if not _plainly_shares(event.claims[name].text, quote.exact):
            source = sources.get(quote.source)
            if _YEAR.search(quote.exact) and _BY_YEAR.search(event.claims[name].text):
                continue  # it gives the year by which another quote says “the following year”
            if source is not None and not share_a_word(corpus.workspace, event, name, quote.exact, source.language):
                message = f"the quote shares no word with claim `{name}`"
                yield _violation(QUOTE_OF_OTHER_WORDS, event, name, index, message)


def _quotes(corpus: Corpus) -> Iterator[tuple[Event, str, int, Quote]]:
    """Every quote that stands in its source, as far as that is held; one that does not is a problem already."""
    for event in corpus.events.values():
        for name, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.finding is None or found.finding.stands:
                    yield event, name, index, found.quote


def _violation(kind: ProblemKind, event: Event, name: str, index: int, message: str) -> Violation:
    words = _both_ends(event.claims[name].quotes[index].exact)
    return Violation(kind, event, (name,), ("claims", name, "quotes", index, "exact"), (words,), message)


def _both_ends(exact: str) -> str:
    """A quote as an exception names it: with `…` for what is in the middle of a long one."""
    words = exact.split()
    if len(words) <= 2 * AT_EACH_END or len(exact) <= LONGEST_IN_FULL:
        return " ".join(words)
    return f"{' '.join(words[:AT_EACH_END])} … {' '.join(words[-AT_EACH_END:])}"


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


@dataclass(frozen=True, slots=True)
class _Parts:
    """The marked parts of one text, by where they begin."""

    starts: list[int]
    reaching: list[tuple[int, int, str]]
    """For each start, the part that ends last of those that begin there or before: end, start, what it is marked as."""

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int, str]]) -> Self:
        """`spans` are half-open: start, end, what the part is marked as."""
        by_start = sorted(spans)
        return cls(
            [span[0] for span in by_start], list(accumulate(((end, start, as_) for start, end, as_ in by_start), max))
        )

    def around(self, start: int, end: int) -> str | None:
        """How a span lies in a part, in words; None where it overlaps none."""
        before = bisect_left(self.starts, end)
        if not before or self.reaching[before - 1][0] <= start:
            return None
        last, first, as_ = self.reaching[before - 1]
        return f"{'in' if first <= start and end <= last else 'partly in'} {_with_article(as_)}"


def quote_is_from_the_body(corpus: Corpus) -> Iterator[Violation]:
    """No quote overlaps a part that the source's description marks."""
    marked = _parts_by_source(corpus)
    for event in corpus.events.values() if marked else ():
        for name, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.quote.source in marked and found.finding is not None:
                    part = _part(found.finding, marked[found.quote.source])
                    if part is not None:
                        message = f"the words are {part} of {found.quote.source}"
                        yield _violation(QUOTE_NOT_FROM_BODY, event, name, index, message)


def _part(finding: Finding, parts: _Parts) -> str | None:
    around = (parts.around(start, end) for start, end in finding.spans) if finding.stands else ()
    return next((words for words in around if words), None)


def _with_article(part: str) -> str:
    return part if part == "boilerplate" else f"a {part}"


def _parts_by_source(corpus: Corpus) -> dict[str, _Parts]:
    """The marked parts of each source's text, by source id; parts that are not found once are already a problem."""
    marked: dict[str, _Parts] = {}
    for source in corpus.workspace.sources.values():
        text = corpus.workspace.texts.get(source.id)
        if text is None or not source.parts:
            continue
        passages = Passages(source.id, text)
        found = ((passages.find(part.exact), part.as_) for part in source.parts)
        spans = [(start, end, as_) for finding, as_ in found if finding.stands for start, end in finding.spans]
        if spans:
            marked[source.id] = _Parts.of(spans)
    return marked


GUARDS = (quote_has_three_words, quote_has_a_word_of_its_claim, quote_is_from_the_body)
