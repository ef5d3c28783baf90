"""What stands behind one value or claim, for the small sheet that pointing at it opens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.model.amount import Amount
from dashboard.model.event import Event
from dashboard.model.time_and_place import When, Where
from dashboard.query.card.claims import CardClaim, CardQuote, CardSource, claim_of, source_of
from dashboard.query.citations import Citation, deciding_claim
from dashboard.query.disagreements import ClaimOfEvent, disputes_of
from dashboard.query.fields import EventTable
from dashboard.query.marks import MARK_OF_SUPPORT, Mark, mark_of_recorded
from dashboard.query.reading import Mode, Support
from dashboard.query.sources import Sources
from dashboard.query.values import disputable_rows

MOST_OPPONENTS: Final = 3
MOST_REPEATS: Final = 5
PARTS: Final = ("when", "where", "amounts")
"""Parts of an event that a sheet can be asked for by their path."""


@dataclass(frozen=True, slots=True)
class SheetOf:
    """What a sheet is asked for: a quote, a source, or a part of an event."""

    quote: str = ""
    """`EVENT/CLAIM/N`, N from 0."""
    source: str = ""
    event: str = ""
    part: str = ""
    """`when`, `where` or `amounts/KEY`."""


@dataclass(frozen=True, slots=True)
class SheetValue:
    """A date, place or amount: what it says, and what the other side says where that is something else."""

    label: str
    text: str
    other: str = ""
    note: str = ""
    """The team's reason."""
    words: CardQuote | None = None
    """What the source has, where the value is the team's own."""


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """The words behind it, who says so, who contradicts and who repeats it."""

    event: str
    """Empty of a source alone."""
    event_title: str
    mark: Mark
    value: SheetValue | None
    claim: CardClaim | None
    """None where no claim carries it: the team's own value."""
    quote: CardQuote | None
    source: CardSource | None
    is_changed: bool
    """Whether the source's text is not the one that was described, and nobody has accepted that."""
    opponents: tuple[CardClaim, ...] = ()
    more_opponents: int = 0
    origin: str = ""
    """The original report, where several sources here repeat it."""
    repeats: tuple[CardSource, ...] = ()
    """The other sources with the same report."""
    more_repeats: int = 0


def claim_sheet(asked: SheetOf, table: EventTable, sources: Sources) -> ClaimSheet | None:
    """The sheet; None where there is no such quote, source or value."""
    if asked.quote:
        return _of_quote(asked.quote, table, sources)
    if asked.source:
        return _of_source(asked.source, table, sources)
    return _of_value(asked.event, asked.part, table, sources)


def _of_quote(
    reference: str, table: EventTable, sources: Sources, value: SheetValue | None = None, mark: Mark | None = None
) -> ClaimSheet | None:
    id_, _, rest = reference.partition("/")
    key, _, number = rest.partition("/")
    event = table.workspace.events.get(id_)
    if event is None or key not in event.claims:
        return None
    claim = claim_of(ClaimOfEvent(event, key), table)
    quote = claim.quotes[int(number)] if number.isdecimal() and int(number) < len(claim.quotes) else None
    source = quote.source if quote else claim.deciding_source
    against = list(_opponents(claim, table))
    return ClaimSheet(
        id_,
        event.title,
        mark or claim.mark,
        value,
        claim,
        quote,
        source,
        bool(source and source.citation.source in table.workspace.altered_sources),
        tuple(claim_of(each, table) for each in against[:MOST_OPPONENTS]),
        max(0, len(against) - MOST_OPPONENTS),
        *_repeats(source, table, sources),
    )


def _of_source(
    id_: str,
    table: EventTable,
    sources: Sources,
    value: SheetValue | None = None,
    mark: Mark | None = None,
    event: str = "",
) -> ClaimSheet | None:
    if id_ not in table.workspace.sources:
        return None
    source = source_of(Citation(id_), table)
    found = table.workspace.events.get(event)
    return ClaimSheet(
        event,
        found.title if found else "",
        mark or Mark(Support.EXTERNAL, MARK_OF_SUPPORT[Support.EXTERNAL], source.citation),
        value,
        None,
        None,
        source,
        id_ in table.workspace.altered_sources,
        (),
        0,
        *_repeats(source, table, sources),
    )


def _of_value(id_: str, part: str, table: EventTable, sources: Sources) -> ClaimSheet | None:
    """The sheet of a date, a place or an amount, as the table's mode has it."""
    event, (name, _, key) = table.workspace.events.get(id_), part.partition("/")
    if event is None or name not in PARTS:
        return None
    recorded = event.amounts.get(key) if name == "amounts" else event.when if name == "when" else event.where
    row = next((row for _, each, row in disputable_rows(event, table) if each is recorded), None)
    if recorded is None or row is None:
        return None
    cell = row.value(table.mode)
    other = row.reported if cell is row.assessed else row.assessed
    note = recorded.assessed.note if recorded.assessed and table.mode is Mode.ASSESSED else None
    apart = other.text if other is not None and other.text != cell.text else ""
    words = _reported_words(event, recorded, table) if cell is row.assessed else None
    value = SheetValue(row.label, cell.text, apart, note or "", words)
    mark = mark_of_recorded(event, recorded, table, table.mode)
    cited = mark.citation
    if cited is not None and cited.quote:
        return _of_quote(cited.quote, table, sources, value, mark)
    found = _of_source(cited.source, table, sources, value, mark, id_) if cited else None
    return found or ClaimSheet(id_, event.title, mark, value, None, None, None, is_changed=False)


def _reported_words(event: Event, recorded: When | Where | Amount, table: EventTable) -> CardQuote | None:
    """The quote from which a part of an event is reported; None without one."""
    key = deciding_claim(event, recorded.claims, table.evidence)
    return claim_of(ClaimOfEvent(event, key), table).deciding_quote if key else None


def _opponents(claim: CardClaim, table: EventTable) -> Iterator[ClaimOfEvent]:
    """The claims against it, of its event and of others."""
    pairs, _ = disputes_of([claim.event], table.workspace, table.evidence, Mode.ASSESSED)
    for pair in pairs:
        if pair.claim.at == claim.at:
            yield pair.other
        elif pair.other.at == claim.at:
            yield pair.claim


def _repeats(source: CardSource | None, table: EventTable, sources: Sources) -> tuple[str, tuple[CardSource, ...], int]:
    """The original report, the first of the other sources that repeat it, and how many more there are."""
    origin = sources.origin_repeated(source.citation.source) if source else ""
    others = [each for each in sources.by_origin.get(origin, ()) if source and each != source.citation.source]
    if not origin or not others:
        return "", (), 0
    shown = tuple(source_of(Citation(each), table) for each in others[:MOST_REPEATS])
    return origin, shown, max(0, len(others) - MOST_REPEATS)
