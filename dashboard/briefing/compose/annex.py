"""The end of a briefing: its sources with their grades, and every claim that it refers to, with the quotes."""

from collections.abc import Iterator

from dashboard.briefing.outline import (
    GONE,
    HELD,
    NAME,
    VERDICTS,
    AnnexEntry,
    AnnexQuote,
    Block,
    BriefingInput,
    Statement,
    TableBlock,
    TableRow,
    source_words,
)
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.evidence.verdicts import QuoteFound
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.tally import value_words
from dashboard.query.wording import INSERTED, credibility_words, reliability_words


def sources(chosen: BriefingInput) -> Iterator[Block]:
    """Every source that an event told of, or a claim referred to, rests on; in the order of their ids."""
    ids = {id_ for reading in chosen.readings for _, each in reading.event.assessed_values() for id_ in each.sources}
    for reference in chosen.numbering.numbers:
        if claim := _claim(reference, chosen):
            ids |= sources_of_claim(claim)
    if ids:
        headings = ("Source", "Kind", "Reliability", "Text", "Origin", "Address")
        yield TableBlock(headings, tuple(_source(id_, chosen) for id_ in sorted(ids)))


def entries(chosen: BriefingInput) -> tuple[AnnexEntry, ...]:
    """The annex, by number."""
    beside = _beside(chosen)
    return tuple(
        _entry(number, reference, chosen, tuple(beside.get(reference, ())))
        for reference, number in chosen.numbering.numbers.items()
    )


def _beside(chosen: BriefingInput) -> dict[str, list[str]]:
    """Exceptions of the relations, assessed values and places of events, by `event-id/claim`.

    Each stands at the entry of a claim that says so, else at the first.
    """
    of_event: dict[str, list[str]] = {}
    for reference in chosen.numbering.numbers:
        of_event.setdefault(reference.partition("/")[0], []).append(reference)
    found: dict[str, list[str]] = {}
    for id_, references in of_event.items():
        event = chosen.workspace.events.get(id_)
        for claims, words in _set_aside(event, chosen) if event else ():
            at = next((each for each in references if each.partition("/")[2] in claims), references[0])
            found.setdefault(at, []).append(words)
    return found


def _set_aside(event: Event, chosen: BriefingInput) -> Iterator[tuple[tuple[str, ...], str]]:
    """Claims that carry a relation, an assessed value or a place, and each of its exceptions in words."""
    workspace = chosen.workspace
    for relation in event.relations:
        other = workspace.events.get(relation.event)
        title = f"“{other.title}”" if other else relation.event
        for guard, each in relation.allow.items():
            yield relation.claims, f"{guard}{each.scope}, of its relation to {title}: {each.reason}"
    for path, assessed in event.assessed_values():
        for guard, each in assessed.allow.items():
            yield assessed.claims, f"{guard}{each.scope}, of its assessed {value_words(path)}: {each.reason}"
    where = event.where
    ids = {where.reported: where.claims} | {each.place: each.claims for each in event.toward}
    if where.assessed and where.assessed.place:
        ids.setdefault(where.assessed.place, where.assessed.claims or where.claims)
    for id_, claims in ids.items():
        if place := workspace.places.get(id_ or ""):
            for guard, each in place.allow.items():
                yield claims, f"{guard}{each.scope}, of the place {place.name}: {each.reason}"


def _claim(reference: str, chosen: BriefingInput) -> Claim | None:
    id_, _, key = reference.partition("/")
    event = chosen.workspace.events.get(id_)
    return event.claims.get(key) if event else None


def _source(id_: str, chosen: BriefingInput) -> TableRow:
    """A description: it states nothing about the world, and rests on the source's own record."""
    source = chosen.workspace.sources.get(id_)
    cells = (
        source_words(id_, source),
        source.kind.replace("-", " ") if source else "",
        reliability_words(source),
        "held" if id_ in chosen.workspace.texts else "not held",
        (source.origin or "") if source else "",
        (source.url or "") if source else "",
    )
    fields = (NAME, "kind", "reliability.grade", HELD, "origin", "url")
    rests_on = tuple(sorted(f"sources/{id_}#{field}" for field in fields))
    return TableRow(cells, Statement(": ".join(filter(None, cells)), rests_on=rests_on))


def _entry(number: int, reference: str, chosen: BriefingInput, beside: tuple[str, ...]) -> AnnexEntry:
    id_, _, key = reference.partition("/")
    claim = _claim(reference, chosen)
    event = chosen.workspace.events.get(id_)
    verdict = chosen.numbering.verdict(reference)
    title = event.title if event else id_
    if claim is None:
        return AnnexEntry(number, reference, title, "", "", GONE, VERDICTS[GONE], "", (), (), "", beside)
    found = chosen.evidence.of(id_, key)
    described = chosen.workspace.sources
    return AnnexEntry(
        number=number,
        claim=reference,
        event=title,
        text=claim.text,
        said=chosen.numbering.attribution_of(claim, in_full=True),
        verdict=verdict,
        means=VERDICTS[verdict],
        credibility=credibility_words(claim.credibility),
        quotes=tuple(_quote(quote, chosen) for quote in found.quotes),
        sources=tuple(source_words(source, described.get(source)) for source in claim.sources),
        note=claim.note or "",
        allowed=(*(f"{guard}{each.scope}: {each.reason}" for guard, each in claim.allow.items()), *beside),
        source_ids=claim.sources,
    )


def _quote(found: QuoteFound, chosen: BriefingInput) -> AnnexQuote:
    source = found.quote.source
    name = source_words(source, chosen.workspace.sources.get(source))
    return AnnexQuote(found.quote.exact.strip(), name, _where(found), source)


def _where(found: QuoteFound) -> str:
    finding = found.finding
    if finding is None:
        return "text not held"
    if finding.is_ambiguous:
        return f"found {len(finding.places):,} times: it is not clear which place is meant"
    if not finding.stands:
        return "this quote is not in the source"
    spans = " and ".join(f"{start}–{end}" for start, end in finding.spans)
    return f"at {spans}; {INSERTED}" if finding.beside_insertions else f"at {spans}"
