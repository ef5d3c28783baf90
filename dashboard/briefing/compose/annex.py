"""The end of a briefing: its sources with their grades, and every claim that it refers to, with the quotes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.briefing.outline import (
    GONE,
    HELD,
    IN_WORDS,
    NAME,
    VERDICTS,
    AnnexEntry,
    AnnexQuote,
    Block,
    BriefingInput,
    BriefingSection,
    Statement,
    TableBlock,
    TableRow,
    basis,
    exceptions_of,
    map_statements,
    resting_too,
    source_words,
    statements_of,
)
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.evidence.verdicts import QuoteFound
from dashboard.model.claim import Claim
from dashboard.model.event import Event
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


def with_annex(sections: Sequence[BriefingSection], chosen: BriefingInput) -> tuple[BriefingSection, ...]:
    """The sections; what the annex alone tells of a claim is rested on by the sentence that has the claim's words.

    Where there is none, it is by those that were written because of the claim; else by those that refer to it. The
    headline of its event belongs to that where no sentence has it, and the names of its sources where no table has.
    """
    sentences = (each for section in sections for block in section.blocks for each in statements_of(block))
    every = {key for each in sentences for key in each.rests_on}
    has_sources = any(section.key == "sources" for section in sections)
    further: dict[str, tuple[str, ...]] = {}
    for event, references in _claims_with_numbers(chosen):
        for reference, exceptions in _exception_keys(event, references).items():
            key = reference.partition("/")[2]
            if key not in event.claims:
                continue
            own, ground, carrier = (f"events/{event.id}#claims.{key}.{field}" for field in (IN_WORDS, "by", "basis"))
            is_titled = not every.isdisjoint(basis.of_field(event, "title"))
            title = () if is_titled else basis.of_title_of_entry(event)
            names = (name for name in basis.of_source_names(event, key) if not has_sources)
            beside = (*title, *names, *exceptions)
            if own in every:
                further[own] = beside
            elif ground in every:
                further[ground] = (*basis.of_annex_entry(event, key), *beside)
            else:
                further[carrier] = (*basis.of_whole_entry(event, key), *beside)
    return _resting_further(sections, further)


def _resting_further(
    sections: Sequence[BriefingSection], further: Mapping[str, tuple[str, ...]]
) -> tuple[BriefingSection, ...]:
    """The sections; a sentence that rests on one of these fields rests on those with it, too."""

    def resting(statement: Statement) -> Statement:
        keys = {key for each in statement.rests_on for key in further.get(each, ())}
        return resting_too(statement, keys) if keys else statement

    return tuple(
        replace(section, blocks=tuple(map_statements(block, resting) for block in section.blocks))
        for section in sections
    )


def _exception_keys(event: Event, references: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Keys of the exceptions at each claim: its event's that name it; at the first also those told nowhere else."""
    keys = [reference.partition("/")[2] for reference in references]
    elsewhere = [key for key in event.claims if key not in keys]
    return {
        reference: tuple(
            basis.of_exceptions(event, (key, *elsewhere) if key == keys[0] else (key,), of_none=key == keys[0])
        )
        for reference, key in zip(references, keys, strict=True)
    }


def _claims_with_numbers(chosen: BriefingInput) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Events with those of their claims that have a number, in the order of the numbers."""
    of_event: dict[str, list[str]] = {}
    for reference in chosen.numbering.numbers:
        of_event.setdefault(reference.partition("/")[0], []).append(reference)
    for id_, references in of_event.items():
        if event := chosen.workspace.events.get(id_):
            yield event, tuple(references)


def _beside(chosen: BriefingInput) -> dict[str, list[str]]:
    """Exceptions of the relations, assessed values and places of events, by `event-id/claim`.

    Each stands at the entries of the claims that it names; where none of them has an entry, at the event's first.
    """
    found: dict[str, list[str]] = {}
    for event, references in _claims_with_numbers(chosen):
        for claims, words in exceptions_of(event, chosen.workspace):
            for at in [each for each in references if each.partition("/")[2] in claims] or references[:1]:
                found.setdefault(at, []).append(words)
    return found


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
