"""Quotes are from the body of a text: headlines claim what articles do not say."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guards.registry import guard
from dashboard.evidence.finding import Finding
from dashboard.evidence.passages import Passages

QUOTE_NOT_FROM_BODY = guard(
    "quote-not-from-body",
    "A quote from a headline",
    "The source's description marks some or all of the quoted words as a headline, a caption or boilerplate. An "
    "editor writes the headline, and it often says more than the text; boilerplate is not about the event.",
    "quote a sentence of the main text that says it",
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The marked parts of one text, by where they begin."""

    starts: list[int]
    reaching: list[tuple[int, int, str]]
    """Of the parts that begin here or before, the one that ends last: end, start, what it is marked as."""

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
    for event in corpus.workspace.events.values() if marked else ():
        for name, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.quote.source in marked and found.finding is not None:
                    part = _part(found.finding, marked[found.quote.source])
                    if part is not None:
                        path = ("claims", name, "quotes", index, "exact")
                        message = f"the words are {part} of {found.quote.source}"
                        yield Violation(QUOTE_NOT_FROM_BODY, event, (name,), path, message)


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


GUARDS = (quote_is_from_the_body,)
