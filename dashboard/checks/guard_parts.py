"""Quotes are from the body of a text: headlines claim what articles do not say."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.checks.corpus import Corpus
from dashboard.checks.guards import Breach, guard
from dashboard.evidence.finding import Finding
from dashboard.evidence.passages import Passages

QUOTE_NOT_FROM_BODY = guard(
    "quote-not-from-body",
    "A quote from a headline",
    "The source's description marks the words, or some of them, as a headline, a caption or boilerplate. A headline is "
    "an editor's, and often says more than the text below it; boilerplate is not about the event.",
    "quote the sentence of the text that says it",
)
Marked = Mapping[str, Sequence[tuple[int, int, str]]]
"""Source to the spans of its parts, half-open, each with what it is marked as."""


def quote_is_from_the_body(corpus: Corpus) -> Iterator[Breach]:
    """No quote overlaps a part that the source's description marks."""
    marked = _marked(corpus)
    for event in corpus.workspace.events.values() if marked else ():
        for name, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.quote.source in marked and found.finding is not None:
                    part = _part(found.finding, marked[found.quote.source])
                    if part is not None:
                        path = ("claims", name, "quotes", index, "exact")
                        message = f"the words are {part} of {found.quote.source}"
                        yield Breach(QUOTE_NOT_FROM_BODY, event, (name,), path, message)


def _part(finding: Finding, parts: Sequence[tuple[int, int, str]]) -> str | None:
    if not finding.stands:
        return None
    for start, end in finding.spans:
        for first, last, as_ in parts:
            if start < last and first < end:
                whole = first <= start and end <= last
                return f"{'in' if whole else 'partly in'} {_with_article(as_)}"
    return None


def _with_article(part: str) -> str:
    return part if part == "boilerplate" else f"a {part}"


def _marked(corpus: Corpus) -> Marked:
    """Spans of the parts that stand in their text once; the others are a problem already."""
    marked: dict[str, list[tuple[int, int, str]]] = {}
    for source in corpus.workspace.sources.values():
        text = corpus.workspace.texts.get(source.id)
        if text is None or not source.parts:
            continue
        passages = Passages(source.id, text)
        found = ((passages.find(part.exact), part.as_) for part in source.parts)
        spans = [(start, end, as_) for finding, as_ in found if finding.stands for start, end in finding.spans]
        if spans:
            marked[source.id] = spans
    return marked


GUARDS = (quote_is_from_the_body,)
