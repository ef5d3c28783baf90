"""What disputes what: pairs of claims, each pair once; and claims that contradict each other, however indirectly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.checks.named_ids import split_reference
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.reading import Mode


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
    ids: Iterable[str], events: Mapping[str, Event], evidence: Evidence, mode: Mode
) -> tuple[tuple[Dispute, ...], int]:
    """The disputes in which a claim of one of the events `ids` stands on either side, in the order of `events`.

    And the number of those that are left out: as reported, where quotes do not carry both sides. A reference that
    names no claim is a problem of the record, and no dispute.
    """
    wanted = frozenset(ids)
    found = [each for each in _pairs(events) if {each.claim.event.id, each.other.event.id} & wanted]
    shown = tuple(each for each in found if mode is Mode.ASSESSED or _is_quoted(each, evidence))
    return shown, len(found) - len(shown)


def _pairs(events: Mapping[str, Event]) -> Iterator[Dispute]:
    seen: set[frozenset[tuple[str, str]]] = set()
    for event in events.values():
        for key, claim in event.claims.items():
            for reference in claim.disputed_by:
                other_id, other_key = split_reference(event, reference)
                other = events.get(other_id)
                pair = frozenset({(event.id, key), (other_id, other_key)})
                if other is not None and other_key in other.claims and len(pair) > 1 and pair not in seen:
                    seen.add(pair)
                    yield Dispute(ClaimOfEvent(event, key), ClaimOfEvent(other, other_key))


def _is_quoted(dispute: Dispute, evidence: Evidence) -> bool:
    sides = (dispute.claim, dispute.other)
    return all(evidence.of(each.event.id, each.key).verdict is not Verdict.NOT_CHECKABLE for each in sides)


At = tuple[str, str]
"""Id of an event and key of a claim of it."""


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
