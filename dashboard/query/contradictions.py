"""Claims that contradict each other, directly or through others, together: each claim once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.query.disputes import Dispute, Said

At = tuple[str, str]
"""Id of an event and key of a claim of it."""


@dataclass(frozen=True, slots=True)
class Contradicting:
    """A claim, and which of those told before it in its group it contradicts."""

    said: Said
    against: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A claim and all that contradict it, each other, or one of those."""

    claim: Said
    others: tuple[Contradicting, ...]


def contradictions_of(disputes: Iterable[Dispute]) -> tuple[Contradicted, ...]:
    """The groups of claims that disputes join, in the order of the first dispute of each.

    First in a group stands the claim that most others contradict; of several, the one that is disputed first.
    """
    claims: dict[At, Said] = {}
    against: dict[At, list[At]] = {}
    for dispute in disputes:
        for one, other in ((dispute.claim, dispute.other), (dispute.other, dispute.claim)):
            claims.setdefault(one.at, one)
            against.setdefault(one.at, []).append(other.at)
    seen: set[At] = set()
    groups = []
    for at in claims:
        if at not in seen:
            group = set(_reached(at, against))
            seen |= group
            first = max((each for each in against if each in group), key=lambda each: len(against[each]))
            groups.append(_told(first, claims, against))
    return tuple(groups)


def _told(first: At, claims: Mapping[At, Said], against: Mapping[At, list[At]]) -> Contradicted:
    before: list[At] = []
    others: list[Contradicting] = []
    for at in _reached(first, against):
        opposed = frozenset(against[at])
        others.append(Contradicting(claims[at], tuple(claims[each] for each in before if each in opposed)))
        before.append(at)
    return Contradicted(claims[first], tuple(others[1:]))


def _reached(start: At, against: Mapping[At, list[At]]) -> Iterator[At]:
    """The claim itself, then those against it, then those against these, and so on."""
    found = {start: None}
    waiting = [start]
    for at in waiting:
        yield at
        new = [each for each in dict.fromkeys(against[at]) if each not in found]
        found |= dict.fromkeys(new)
        waiting += new
