"""What disputes what: pairs of claims, each pair once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.checks.named import split_reference
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.reading import Mode


@dataclass(frozen=True, slots=True)
class Said:
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

    claim: Said
    other: Said


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
                    yield Dispute(Said(event, key), Said(other, other_key))


def _is_quoted(dispute: Dispute, evidence: Evidence) -> bool:
    sides = (dispute.claim, dispute.other)
    return all(evidence.of(each.event.id, each.key).verdict is not Verdict.NOT_CHECKABLE for each in sides)
