"""What stands against what on one event's card: a claim, and the claims that say otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.checks.named_ids import split_reference
from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.query.disagreements.disputes import ClaimOfEvent, disputes_of
from dashboard.query.reading import Mode

DOUBTED: Final = (4, 5)
"""Grades of credibility by which the team says that it does not believe a claim: doubtful, improbable."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`claim` and those against it; at least one of them all is of the event in hand."""

    claim: ClaimOfEvent
    others: tuple[ClaimOfEvent, ...]
    elsewhere: int = 0
    """How many more claims, of further events, stand against `claim`."""


def disagreements_of(event: Event, events: Mapping[str, Event], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Every pair of claims that contradict each other and of which one is the event's, by the claim disputed.

    As reported and as assessed alike: nothing that is said is hidden. Its own claims first, in the order of the file.
    """
    pairs, _ = disputes_of([event.id], events, evidence, Mode.ASSESSED)
    others: dict[tuple[str, str], list[ClaimOfEvent]] = {}
    claims: dict[tuple[str, str], ClaimOfEvent] = {}
    for pair in pairs:
        claim, other = pair.claim, pair.other
        if claim.event.id != event.id and _names(other, claim):
            claim, other = other, claim  # each disputes the other: then it is told from the event in hand
        claims[claim.at] = claim
        others.setdefault(claim.at, []).append(other)
    found = (_disagreement(claims[at], others[at], events) for at in claims)
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
