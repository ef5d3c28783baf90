"""The claims of a card in their places: against one another, doubted by the team alone, and all others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event
from dashboard.query.card.claims import CardClaim, claim_of
from dashboard.query.disagreements import ClaimOfEvent, Disagreement, disagreements_of, doubtful_claims
from dashboard.query.fields import EventTable
from dashboard.query.values import EventValue, disputable_rows

KINDS: Final = ("When", "Where", "How much")


@dataclass(frozen=True, slots=True)
class DisputedKind:
    """One kind of value in a disagreement."""

    kind: str
    values: Mapping[tuple[str, str], EventValue]
    """Claim (event and key) to what it says; without those that say nothing of it."""
    is_disputed: bool
    """Whether the disputed claim and one against it both give it, and differently."""
    assessed: tuple[EventValue, ...]
    """The team's values, if a claim of the disputed claim's own event gives one."""


@dataclass(frozen=True, slots=True)
class CardDispute:
    """A claim, those against it, and what the team holds of the values in which they differ."""

    claim: CardClaim
    others: tuple[CardClaim, ...]
    kinds: tuple[DisputedKind, ...]
    elsewhere: int
    """How many more claims, of further events, stand against `claim`."""


@dataclass(frozen=True, slots=True)
class CardClaims:
    """Every claim of an event, and those of other events against them."""

    disputes: tuple[CardDispute, ...]
    doubts: tuple[CardClaim, ...]
    """Claims that the team alone contradicts, in their notes."""
    others: tuple[CardClaim, ...]


def claims_of(event: Event, table: EventTable) -> CardClaims:
    """The claims in the order of the card."""
    above: set[tuple[str, str]] = set()

    def place(said: ClaimOfEvent) -> CardClaim:
        is_first = said.event.id == event.id and said.at not in above
        above.add(said.at)
        return claim_of(said, table, is_first=is_first)

    found = disagreements_of(event, table.workspace, table.evidence)
    disputes = tuple(
        CardDispute(place(each.claim), tuple(map(place, each.others)), tuple(_kinds(each, table)), each.elsewhere)
        for each in found
    )
    doubts = tuple(map(place, doubtful_claims(event, found)))
    left = [said for key in event.claims if (said := ClaimOfEvent(event, key)).at not in above]
    return CardClaims(disputes, doubts, tuple(map(place, left)))


def _kinds(found: Disagreement, table: EventTable) -> Iterator[DisputedKind]:
    """The kinds in dispute, and "When" if another event's claim gives a date: it says since when they disagree."""
    claim, own = found.claim, found.claim.event
    stated = {said.at: _stated_by(said, table) for said in (claim, *found.others)}
    apart = [each.at for each in found.others if each.event.id != own.id]
    for kind in KINDS:
        values = {at: each[kind] for at, each in stated.items() if kind in each}
        mine = values.get(claim.at)
        is_disputed = mine is not None and any(
            _contradict(mine, each, of_one_event=at[0] == own.id) for at, each in values.items()
        )
        if is_disputed or (kind == "When" and apart and not values.keys().isdisjoint((claim.at, *apart))):
            team = [row.assessed for each, _, row in disputable_rows(own, table) if each == kind]
            is_given = any(event == own.id for event, _ in values)
            held = tuple(each for each in team if each and each.text and is_given)
            yield DisputedKind(kind, values, is_disputed, held)


def _stated_by(said: ClaimOfEvent, table: EventTable) -> Mapping[str, EventValue]:
    """What the claim says of each kind: the reported value where that names the claim, or the assessed one it backs."""
    found: dict[str, EventValue] = {}
    for kind, part, row in disputable_rows(said.event, table):
        cell = _reported_by(said, row.reported, part.claims)
        if cell is None and part.assessed is not None and _backs(said, part.assessed):
            cell = row.assessed
        if cell is not None and cell.text:
            before = found.get(kind)
            found[kind] = replace(before, text=f"{before.text}\n{cell.text}") if before else cell
    return found


def _reported_by(said: ClaimOfEvent, reported: EventValue, claims: Sequence[str]) -> EventValue | None:
    """The value that the claim reports: of several, its own."""
    if not reported.parts:
        return reported if said.key in claims else None
    own = next((each for each in reported.parts if said.key in each.claims), None)
    return EventValue(own.value, own.mark, parts=(own,), differs=reported.differs) if own else None


def _contradict(one: EventValue, other: EventValue, *, of_one_event: bool) -> bool:
    """Whether values are not the same, and not two by several sources of one event that may both be true."""
    return one.text != other.text and (one.differs or not (of_one_event and one.parts and other.parts))


def _backs(said: ClaimOfEvent, assessed: Assessed) -> bool:
    """Whether the assessed value names the claim, or rests on sources that all carry it."""
    is_of_its_sources = bool(assessed.sources) and set(assessed.sources) <= sources_of_claim(said.claim)
    return said.key in assessed.claims or (assessed.basis == "external" and is_of_its_sources)
