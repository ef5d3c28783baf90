"""Points on which sources differ from each other, or the team from them: each with its sides, as plain data."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.amount import Amount, AssessedAmount, Quantity
from dashboard.model.event import Event
from dashboard.query.card import CardQuote, claim_of
from dashboard.query.disagreements import ClaimOfEvent, disputes_of, label_of
from dashboard.query.fields import EventTable
from dashboard.query.marks import Mark
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.values import Difference, EventValue, differences_of

At = tuple[str, str]
"""Id of an event and key of a claim of it."""
TOPICS: Final = {
    "date": "Date",
    "place": "Place",
    "amount": "Amount",
    "actor": "Actor",
    "statement": "Statement",
}
"""What sources can differ in, with its title."""


@dataclass(frozen=True, slots=True)
class DivergentSide:
    """What one side says."""

    text: str
    mark: Mark
    sources: tuple[str, ...]
    """Ids of the sources that say so, each once; none where the team infers it."""
    quote: CardQuote | None = None
    """The words that carry it, where a source with words is quoted."""
    quantity: Quantity | AssessedAmount | None = None
    """The number with its unit, where it is an amount."""
    is_team_s: bool = False
    """Whether it is the team's own value, and no source's words."""
    event: str = ""
    """Its event, where that is another one."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """One point on which sources differ."""

    topic: str
    """A key of `TOPICS`."""
    label: str
    """`When`, `How much, drones`; of statements what they are."""
    event: Event
    sides: tuple[DivergentSide, ...]
    taken: str
    """What the team takes to be true of it, in a sentence."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources on any side, each once."""
        return tuple(dict.fromkeys(source for side in self.sides for source in side.sources))

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors of its event, each once."""
        return tuple(dict.fromkeys(each.actor for each in self.event.who))


def divergences_of(readings: Iterable[ResolvedEvent], table: EventTable) -> tuple[Divergence, ...]:
    """All points on which the events' sources differ: values in the order of the events, then statements."""
    shown = tuple(readings)
    values = [_of_value(each, table) for each in differences_of((reading.event for reading in shown), table)]
    told = {pair for each in values for pair in permutations(map(_claim_at, each.sides), 2)}
    return (*values, *_of_statements(shown, table, told))


def _of_value(found: Difference, table: EventTable) -> Divergence:
    event, reported, held = found.event, found.reported, found.assessed
    amount = _amount(event, found.label)
    if reported.parts:
        given = [amount.reported, *(each.reported for each in amount.also_reported)] if amount else []
        if len(given) != len(reported.parts):
            given = [None] * len(reported.parts)
        sides = [
            DivergentSide(
                part.value or part.name, part.mark, _sources(event, part.claims), _quote(part.mark, table), quantity
            )
            for part, quantity in zip(reported.parts, given, strict=True)
        ]
    else:
        cited = _quote(reported.mark, table)
        claims = [cited.source.citation.quote.split("/")[1]] if cited and cited.source.citation.quote else []
        number = amount.reported if amount else None
        sides = [DivergentSide(_line(reported.text), reported.mark, _sources(event, claims), cited, number)]
    taken = next((side for side in sides if held is not None and side.text == _line(held.text)), None)
    if held is not None and held.text and taken is None:
        quantity = amount.assessed if amount and amount.assessed and amount.assessed.value is not None else None
        own = held.basis.sources or ((held.mark.citation.source,) if held.mark.citation else ())
        sides.append(
            DivergentSide(_line(held.text), held.mark, own, _quote(held.mark, table), quantity, is_team_s=True)
        )
    return Divergence(_topic(found.label), found.label, event, tuple(sides), _decision(held, taken))


def _decision(held: EventValue | None, side: DivergentSide | None) -> str:
    """Which side the team took."""
    if held is None or not held.text:
        return "The team has assessed nothing yet."
    if side is not None:
        return f"The team takes {side.text}."
    why = "it infers this" if held.basis.is_inferred else "from another source" if held.basis.sources else "assessed"
    return f"The team holds {_line(held.text)}: {why}."


def _of_statements(
    readings: Sequence[ResolvedEvent], table: EventTable, told: Collection[tuple[At | None, At | None]]
) -> Iterator[Divergence]:
    """Claims that contradict each other, but for pairs whose values have been told."""
    pairs, _ = disputes_of((each.id for each in readings), table.workspace, table.evidence, table.mode)
    for pair in pairs:
        if (pair.claim.at, pair.other.at) in told:
            continue
        sides = tuple(_statement(each, pair.claim.event.id, table) for each in (pair.claim, pair.other))
        note = pair.claim.claim.note or pair.other.claim.note
        taken = f"The team’s note: {note}" if note and table.mode is Mode.ASSESSED else "The team has no note on it."
        yield Divergence("statement", "Statement", pair.claim.event, sides, taken)


def _statement(said: ClaimOfEvent, home: str, table: EventTable) -> DivergentSide:
    claim = claim_of(said, table)
    sources = tuple(each.citation.source for each in claim.every_source)
    event = said.event.id if said.event.id != home else ""
    return DivergentSide(claim.text, claim.mark, sources, claim.deciding_quote, event=event)


def _claim_at(side: DivergentSide) -> At | None:
    """The claim that a side's words are of."""
    cited = side.mark.citation.quote if side.mark.citation else None
    return (cited.split("/")[0], cited.split("/")[1]) if cited else None


def _quote(mark: Mark, table: EventTable) -> CardQuote | None:
    """The quote to which a mark leads."""
    reference = mark.citation.quote if mark.citation else None
    if reference is None:
        return None
    id_, key, number = reference.split("/")
    quotes = claim_of(ClaimOfEvent(table.workspace.events[id_], key), table).quotes
    return quotes[int(number)] if int(number) < len(quotes) else None


def _sources(event: Event, claims: Iterable[str]) -> tuple[str, ...]:
    known = [event.claims[key] for key in claims if key in event.claims]
    return tuple(dict.fromkeys(source for claim in known for source in sorted(sources_of_claim(claim))))


def _amount(event: Event, label: str) -> Amount | None:
    """The amount that a label is of."""
    return next((each for each in event.amounts.values() if label_of(event, each) == label), None)


def _topic(label: str) -> str:
    """What kind of value a row of the card has, by its label."""
    if label.startswith("When"):
        return "date"
    if label.startswith("How much"):
        return "amount"
    return "place" if label in ("Where", "About", "Destination", "Target") else "actor"


def _line(text: str) -> str:
    return text.replace("\n", ", ")
