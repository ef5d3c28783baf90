"""What disputes what: pairs of claims that contradict each other, of many events or on the card of one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.cache import SharedCache
from dashboard.checks.named_ids import split_reference
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.disagreements.reported_values import opponents_of
from dashboard.query.reading import Mode
from dashboard.store.workspace import Workspace

At = tuple[str, str]
"""Id of an event and key of a claim of it."""
DOUBTED: Final = (4, 5)
"""Grades of credibility by which the team says that it does not believe a claim: doubtful, improbable."""


_PAIRS: Final[SharedCache[tuple["Dispute", ...]]] = SharedCache(2)


@dataclass(frozen=True, slots=True)
class ClaimOfEvent:
    """A claim and the event that it is of."""

    event: Event
    key: str

    @property
    def at(self) -> tuple[str, str]:
        """Id of the event and key of the claim: what tells it from every other."""
        return (self.event.id, self.key)

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.event.claims[self.key]


@dataclass(frozen=True, slots=True)
class Dispute:
    """`claim` is disputed by `other`."""

    claim: ClaimOfEvent
    other: ClaimOfEvent


def disputes_of(
    ids: Iterable[str], workspace: Workspace, evidence: Evidence, mode: Mode
) -> tuple[tuple[Dispute, ...], int]:
    """The disputes in which a claim of one of the events `ids` stands on either side, in the workspace's order.

    And the number of those that are left out: as reported, where quotes do not carry both sides. A reference that
    names no claim is a problem of the record, and no dispute.
    """
    wanted = frozenset(ids)
    found = [each for each in _pairs(workspace) if {each.claim.event.id, each.other.event.id} & wanted]
    shown = tuple(each for each in found if mode is Mode.ASSESSED or _is_quoted(each, evidence))
    return shown, len(found) - len(shown)


def disputed_claims(workspace: Workspace) -> frozenset[At]:
    """Claims of any event that dispute another claim, or are disputed by one."""
    return frozenset(side.at for pair in _pairs(workspace) for side in (pair.claim, pair.other))


def _pairs(workspace: Workspace) -> tuple[Dispute, ...]:
    """Each pair once: of claims of which one names the other, or that report values of which one alone can be true.

    Kept while the workspace is the same: each card, each sheet and every count asks for them.
    """
    return _PAIRS.get(id(workspace), workspace, lambda: tuple(_find_pairs(workspace)))


def _find_pairs(workspace: Workspace) -> Iterator[Dispute]:
    seen: set[frozenset[tuple[str, str]]] = set()
    events = workspace.events
    for event in events.values():
        has_others = event.has_other_values
        for key, claim in event.claims.items():
            for reference in opponents_of(event, key, workspace.places) if has_others else claim.disputed_by:
                other_id, other_key = split_reference(event, reference)
                other = events.get(other_id)
                pair = frozenset({(event.id, key), (other_id, other_key)})
                if other is not None and other_key in other.claims and len(pair) > 1 and pair not in seen:
                    seen.add(pair)
                    yield Dispute(ClaimOfEvent(event, key), ClaimOfEvent(other, other_key))


def _is_quoted(dispute: Dispute, evidence: Evidence) -> bool:
    sides = (dispute.claim, dispute.other)
    return all(evidence.of(each.event.id, each.key).verdict is not Verdict.NOT_CHECKABLE for each in sides)


@dataclass(frozen=True, slots=True)
class OpposingClaim:
    """A claim, and which of those told before it in its group it contradicts."""

    said: ClaimOfEvent
    against: tuple[ClaimOfEvent, ...]


@dataclass(frozen=True, slots=True)
class DisputeGroup:
    """A claim and all that contradict it, each other, or one of those."""

    claim: ClaimOfEvent
    others: tuple[OpposingClaim, ...]


def contradictions_of(disputes: Iterable[Dispute]) -> tuple[DisputeGroup, ...]:
    """The groups of claims that disputes join, in the order of the first dispute of each.

    First in a group stands the claim that most others contradict; of several, the one that is disputed first.
    """
    claims: dict[At, ClaimOfEvent] = {}
    against: dict[At, list[At]] = {}
    for dispute in disputes:
        for one, other in ((dispute.claim, dispute.other), (dispute.other, dispute.claim)):
            claims.setdefault(one.at, one)
            against.setdefault(one.at, []).append(other.at)
    seen: set[At] = set()
    groups = []
    for at in claims:
        if at not in seen:
            group = set(_connected_claims(at, against))
            seen |= group
            first = max((each for each in against if each in group), key=lambda each: len(against[each]))
            groups.append(_dispute_group(first, claims, against))
    return tuple(groups)


def _dispute_group(first: At, claims: Mapping[At, ClaimOfEvent], against: Mapping[At, list[At]]) -> DisputeGroup:
    before: list[At] = []
    others: list[OpposingClaim] = []
    for at in _connected_claims(first, against):
        opposed = frozenset(against[at])
        others.append(OpposingClaim(claims[at], tuple(claims[each] for each in before if each in opposed)))
        before.append(at)
    return DisputeGroup(claims[first], tuple(others[1:]))


def _connected_claims(start: At, against: Mapping[At, list[At]]) -> Iterator[At]:
    """The claim itself, then those against it, then those against these, and so on."""
    found = {start: None}
    waiting = [start]
    for at in waiting:
        yield at
        new = [each for each in dict.fromkeys(against[at]) if each not in found]
        found |= dict.fromkeys(new)
        waiting += new


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`claim` and those against it; at least one of them all is of the event in hand."""

    claim: ClaimOfEvent
    others: tuple[ClaimOfEvent, ...]
    elsewhere: int = 0
    """How many more claims, of further events, stand against `claim`."""


def disagreements_of(event: Event, workspace: Workspace, evidence: Evidence) -> tuple[Disagreement, ...]:
    """Every pair of claims that contradict each other and of which one is the event's, by the claim disputed.

    As reported and as assessed alike: nothing that is said is hidden. Its own claims first, in the order of the file.
    """
    pairs, _ = disputes_of([event.id], workspace, evidence, Mode.ASSESSED)
    others: dict[tuple[str, str], list[ClaimOfEvent]] = {}
    claims: dict[tuple[str, str], ClaimOfEvent] = {}
    for pair in pairs:
        claim, other = pair.claim, pair.other
        if claim.event.id != event.id and _names(other, claim):
            claim, other = other, claim  # each disputes the other: then it is told from the event in hand
        claims[claim.at] = claim
        others.setdefault(claim.at, []).append(other)
    found = (_disagreement(claims[at], others[at], workspace.events) for at in claims)
    return tuple(sorted(found, key=lambda each: each.claim.event.id != event.id))


def doubtful_claims(event: Event, found: Sequence[Disagreement]) -> tuple[ClaimOfEvent, ...]:
    """Claims that no claim contradicts, but the team does: graded doubtful or improbable, with a note that says why."""
    disputed = {each.claim.at for each in found}
    return tuple(
        ClaimOfEvent(event, key)
        for key, claim in event.claims.items()
        if claim.credibility in DOUBTED and claim.note and (event.id, key) not in disputed
    )


def is_claim(event: Event, reference: str, events: Mapping[str, Event]) -> bool:
    """Whether `reference`, as `event` writes it, names a claim."""
    id_, key = split_reference(event, reference)
    return id_ in events and key in events[id_].claims


def _names(said: ClaimOfEvent, other: ClaimOfEvent) -> bool:
    """Whether the record of the one says that the other disputes it."""
    return any(split_reference(said.event, each) == other.at for each in said.claim.disputed_by)


def _disagreement(claim: ClaimOfEvent, others: Sequence[ClaimOfEvent], events: Mapping[str, Event]) -> Disagreement:
    named = {reference for reference in claim.claim.disputed_by if is_claim(claim.event, reference, events)}
    return Disagreement(claim, tuple(others), max(0, len(named) - len(others)))
