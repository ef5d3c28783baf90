"""Interactions: who did what to whom, by PLOVER's four quadrants. An event is one, of however many actors."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product
from typing import Final

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event, Participant
from dashboard.model.vocabularies import EVENT_TYPES
from dashboard.query.reading import Mode, ResolvedEvent, Support, support_of_assessed, support_of_reported


class Quad(StrEnum):
    """PLOVER's quadrants, and a fifth for events that none of its types fits."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"
    UNCLASSIFIED = "no type"


@dataclass(frozen=True, slots=True)
class ResolvedParticipant:
    """An actor's part in an event, as the mode has it."""

    actor: str
    """Id; not always one of the registry's."""
    carried: Support
    recorded: Participant
    """As the record has it; its actor is another where the team holds `actor` to be meant."""

    @property
    def role(self) -> str:
        """initiator, recipient, mediator or mentioned."""
        return self.recorded.role


@dataclass(frozen=True, slots=True)
class Interaction:
    """What one event says was done. Without recipients, the initiators acted alone, or with one another."""

    reading: ResolvedEvent
    quad: Quad
    initiators: tuple[ResolvedParticipant, ...]
    recipients: tuple[ResolvedParticipant, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """All interactions of one quadrant from one actor to another."""

    source: str
    target: str
    quad: Quad
    is_mutual: bool
    """Both were initiators and nobody was a recipient: they met, agreed, fought. Then `source` < `target`."""
    events: tuple[str, ...]


_QUADS: Final[Mapping[str, Quad]] = {type_: Quad(words["quad"]) for type_, words in EVENT_TYPES.items()}


def quad_of(event: Event) -> Quad:
    """The quadrant of the event's type."""
    return _QUADS[event.what.type] if event.what.type else Quad.UNCLASSIFIED


def parts_of(event: Event, evidence: Evidence, mode: Mode) -> tuple[ResolvedParticipant, ...]:
    """Who took part. As reported: those alone whom a claim of a held text carries, rightly or not."""
    found = (_part(event, each, evidence, mode) for each in event.who)
    return tuple(part for part in found if part is not None)


def interaction_of(reading: ResolvedEvent, parts: Sequence[ResolvedParticipant]) -> Interaction | None:
    """What those with `parts` in the event did; None where nobody started it or was its aim."""
    initiators = tuple(part for part in parts if part.role == "initiator")
    recipients = tuple(part for part in parts if part.role == "recipient")
    return Interaction(reading, quad_of(reading.event), initiators, recipients) if initiators or recipients else None


def ties_of(interactions: Sequence[Interaction], among: Collection[str]) -> tuple[Tie, ...]:
    """Who acts on whom `among` these actors; the ties of most events first.

    An event with two initiators and no recipient ties them to each other. Nobody is tied to themselves.
    """
    events: dict[tuple[str, str, Quad, bool], list[str]] = defaultdict(list)
    for interaction in interactions:
        for source, target, is_mutual in _pairs(interaction, among):
            events[source, target, interaction.quad, is_mutual].append(interaction.reading.id)
    ties = [Tie(source, target, quad, mutual, tuple(ids)) for (source, target, quad, mutual), ids in events.items()]
    return tuple(sorted(ties, key=lambda tie: (-len(tie.events), tie.source, tie.target, tie.quad)))


def busiest(interactions: Sequence[Interaction], most: int, always: str | None = None) -> tuple[tuple[str, ...], int]:
    """The `most` actors that have a part in most interactions with somebody else, and how many more there are.

    `always` is among them where it has such a part at all.
    """
    counts: dict[str, int] = defaultdict(int)
    for interaction in interactions:
        actors = {part.actor for part in (*interaction.initiators, *interaction.recipients)}
        for actor in actors if ties_somebody(interaction) else ():
            counts[actor] += 1
    ranked = sorted(counts, key=lambda actor: (actor != always, -counts[actor], actor))
    return tuple(ranked[:most]), max(0, len(ranked) - most)


def counts_by_quad(interactions: Sequence[Interaction]) -> Mapping[Quad, int]:
    """How many interactions are of which quadrant: all five, adding up to all."""
    counts = dict.fromkeys(Quad, 0)
    for interaction in interactions:
        counts[interaction.quad] += 1
    return counts


def _part(event: Event, participant: Participant, evidence: Evidence, mode: Mode) -> ResolvedParticipant | None:
    actor, assessed = participant.actor, participant.assessed
    carried = support_of_reported(event, participant, evidence)
    if mode is Mode.REPORTED:
        if not carried.is_by_quotes:
            return None
    elif assessed is not None:
        if assessed.basis == "unknown":
            return None
        actor, carried = assessed.actor or actor, support_of_assessed(event, participant, evidence)
    return ResolvedParticipant(actor, carried, participant)


def ties_somebody(interaction: Interaction) -> bool:
    """Whether any of its pairs is of two actors, told without making the pairs."""
    initiators, recipients = (
        {part.actor for part in parts} for parts in (interaction.initiators, interaction.recipients)
    )
    if not recipients:
        return len(initiators) > 1
    return bool(initiators) and len(initiators | recipients) > 1


def _pairs(interaction: Interaction, among: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    initiators, recipients = (
        sorted({part.actor for part in parts if part.actor in among})
        for parts in (interaction.initiators, interaction.recipients)
    )
    if interaction.recipients:
        yield from ((a, b, False) for a, b in product(initiators, recipients) if a != b)
    else:
        yield from ((a, b, True) for a, b in combinations(initiators, 2))
