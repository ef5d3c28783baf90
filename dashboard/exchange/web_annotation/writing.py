"""Claims as Web Annotations: one annotation a claim, its quotes as targets (W3C Recommendation, 23 February 2017)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dashboard import __version__
from dashboard.evidence.ellipsis import Span
from dashboard.evidence.verdicts import Evidence, QuoteFound
from dashboard.exchange.web_annotation import terms
from dashboard.exchange.web_annotation.names import (
    COLLECTION,
    GENERATOR,
    claim_name,
    event_name,
    part_name,
    source_name,
)
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace

CONTEXT: Final = ("http://www.w3.org/ns/anno.jsonld", {terms.PREFIX.removesuffix(":"): terms.NAMESPACE})
"""The standard's own first; the second defines the prefix of what it has no word for."""
CONTEXT_CHARACTERS: Final = 32
"""The length of a prefix or suffix in characters, if the record gives none."""
MOTIVATIONS: Final = {
    "fact": "describing",
    "statement": "describing",
    "assessment": "assessing",
    "question": "questioning",
}
"""By the kind of a claim."""

Json = dict[str, Any]


def collection_lines(workspace: Workspace, evidence: Evidence, claims: Iterable[tuple[str, str]]) -> Iterator[str]:
    """An annotation collection with all of `claims` (event id and key) on its one page, an annotation a line.

    ASCII alone.
    """
    events, named = workspace.events, list(claims)
    head = {"@context": CONTEXT, "id": COLLECTION, "type": "AnnotationCollection", "total": len(named)}
    page = {"id": f"{COLLECTION}:1", "type": "AnnotationPage", "startIndex": 0}
    yield f'{json.dumps(head)[:-1]}, "first": {json.dumps(page)[:-1]}, "items": ['
    for number, (event, key) in enumerate(named, 1):
        told = json.dumps(web_annotation(workspace, evidence, events[event], key))
        yield f"  {told}{',' if number < len(named) else ''}"
    yield "]}}"


def web_annotation(workspace: Workspace, evidence: Evidence, event: Event, key: str) -> Json:
    """One claim. Its text is the body, and a tag has the event's title; both selectors are of the held text.

    The standard asks for a target: a claim that rests on no source is one about its event.
    """
    claim = event.claims[key]
    targets = [
        target
        for index, found in enumerate(evidence.of(event.id, key).quotes)
        for target in _targets(workspace, found, (event.id, key, index))
    ]
    targets += [{"type": "SpecificResource", "source": _source(workspace, id_)} for id_ in claim.sources]
    about: list[Any] = [*targets] or [event_name(event.id)]
    creator = {"creator": {"type": "Person", "name": event.review.by}} if event.review.by else {}
    return {
        "id": claim_name(event.id, key),
        "type": "Annotation",
        "motivation": MOTIVATIONS[claim.kind],
        **creator,
        "generator": {"id": GENERATOR, "type": "Software", "name": f"Dateline {__version__}"},
        "body": list(_bodies(event, claim)),
        "target": about,
        **terms.of_claim(claim),
    }


def _bodies(event: Event, claim: Claim) -> Iterator[Json]:
    yield _body(claim.text, "describing")
    yield _body(claim.kind, "classifying")
    yield _body(event.title, "tagging")
    if claim.note:
        yield _body(claim.note, "commenting")


def _body(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _targets(workspace: Workspace, found: QuoteFound, name: tuple[str, str, int]) -> Iterator[Json]:
    """One for each span; a quote that does not stand, or whose text is not held, is given as it is written."""
    quote, source = found.quote, _source(workspace, found.quote.source)
    spans = found.finding.spans if found.finding is not None else ()
    own = {name: words for name, words in (("prefix", quote.prefix), ("suffix", quote.suffix)) if words}
    recorded = terms.of_quote(quote)
    if len(spans) < 2:
        around = own if own or not spans else _around(workspace.texts[quote.source], spans[0])
        selectors = [{"type": "TextQuoteSelector", "exact": quote.exact, **around}, *map(_position, spans)]
        yield {"type": "SpecificResource", "source": source, "selector": selectors, **(recorded if own else {})}
        return
    text = workspace.texts[quote.source]
    for part, span in enumerate(spans):
        around = _around(text, span)
        if part == 0 and quote.prefix:
            around["prefix"] = quote.prefix
        if part == len(spans) - 1 and quote.suffix:
            around["suffix"] = quote.suffix
        selectors = [{"type": "TextQuoteSelector", "exact": text[slice(*span)], **around}, _position(span)]
        target = {"id": part_name(*name, part), "type": "SpecificResource", "source": source, "selector": selectors}
        yield {**target, **(recorded if part == 0 else {})}


def _position(span: Span) -> Json:
    return {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def _around(text: str, span: Span) -> Json:
    start, end = span
    return {
        "prefix": text[max(0, start - CONTEXT_CHARACTERS) : start],
        "suffix": text[end : end + CONTEXT_CHARACTERS],
    }


def _source(workspace: Workspace, id_: str) -> Json:
    """The text as it is held, which the positions are of; `via` says where it was read."""
    described = workspace.sources.get(id_)
    given = {"language": described.language, "via": described.url} if described else {}
    known = {name: value for name, value in given.items() if value}
    return {"id": source_name(id_), "type": "Text", "format": "text/plain", **known}
