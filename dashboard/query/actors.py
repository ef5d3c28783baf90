"""Actors: what each did, had done to it, said, and by which words it was named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from dashboard.evidence.verdicts import VERDICTS, Evidence, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.registry import Actor
from dashboard.query.interactions import Interaction, ResolvedParticipant, interaction_of, parts_of
from dashboard.query.reading import Mode, ResolvedEvent, Support, support_of_claims, support_of_reported


@dataclass(frozen=True, slots=True)
class AttributedClaim:
    """A claim that an actor says, alone or with others, or passes on."""

    reading: ResolvedEvent
    key: str
    claim: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name the actor otherwise than the registry does. Shown, never made an alias by itself."""

    words: str
    reading: ResolvedEvent
    claims: tuple[str, ...]
    """Keys of the event's claims that the words stand in."""
    carried: Support
    """How the words are carried, not who is meant by them."""
    note: str | None = None
    """What the team remarks on it."""
    is_somebody_else: bool = False
    """The record names another actor; the team holds this one to be meant."""


@dataclass(slots=True)
class Dossier:
    """Everything that the events say of one actor, in the order of the events."""

    id: str
    actor: Actor | None
    """None where the registry has no such actor."""
    did: list[Interaction] = field(default_factory=list)
    received: list[Interaction] = field(default_factory=list)
    sayings: list[AttributedClaim] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    events: dict[str, list[str]] = field(default_factory=dict)
    """Event id to the actor's roles in it; `speaker` for one who is only quoted, or who speaks as well, and `quoting`
    for one who passes on what somebody else said."""

    @property
    def name(self) -> str:
        """The name that is shown: the id if the actor is not registered."""
        return self.actor.name if self.actor else self.id


@dataclass(frozen=True, slots=True)
class Unregistered:
    """Somebody who says a claim, or passes it on, and is known by the words for them alone: `Analysts`."""

    words: str
    sayings: tuple[AttributedClaim, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Everybody in the events, and everybody in the registry. Two are told apart by identity: each is of thousands."""

    dossiers: Mapping[str, Dossier]
    """By id, in the registry's order; then those whom it lacks, by id."""
    interactions: tuple[Interaction, ...]
    unregistered: tuple[Unregistered, ...]


def cast_of(readings: Sequence[ResolvedEvent], actors: Mapping[str, Actor], evidence: Evidence, mode: Mode) -> Cast:
    """Who is in `readings`, as `mode` has it; every actor of the registry besides, however little there is of them.

    As reported, a saying counts only where quotes of held texts carry it, or fail to.
    """
    dossiers = {id_: Dossier(id_, actor) for id_, actor in actors.items()}
    interactions: list[Interaction] = []
    nameless: dict[str, list[AttributedClaim]] = defaultdict(list)
    for reading in readings:
        parts = parts_of(reading.event, evidence, mode)
        if (interaction := interaction_of(reading, parts)) is not None:
            interactions.append(interaction)
            _take_interaction(interaction, dossiers)
        _take_parts(reading, parts, dossiers, evidence)
        for saying in _sayings(reading, evidence, mode):
            _take_statement(saying, dossiers, nameless, evidence)
    registered = {id_: dossiers[id_] for id_ in actors}
    strangers = {id_: dossiers[id_] for id_ in sorted(dossiers.keys() - actors.keys())}
    return Cast(
        registered | strangers,
        tuple(interactions),
        tuple(Unregistered(words, tuple(s)) for words, s in nameless.items()),
    )


def verdicts_of(sayings: Sequence[AttributedClaim]) -> Mapping[Verdict, int]:
    """How many have which verdict: all three, adding up to all."""
    counts = Counter(saying.verdict for saying in sayings)
    return {verdict: counts[verdict] for verdict in VERDICTS}


def _dossier(dossiers: dict[str, Dossier], actor: str) -> Dossier:
    if actor not in dossiers:
        dossiers[actor] = Dossier(actor, None)
    return dossiers[actor]


def _take_interaction(interaction: Interaction, dossiers: dict[str, Dossier]) -> None:
    for actor in dict.fromkeys(part.actor for part in interaction.initiators):
        _dossier(dossiers, actor).did.append(interaction)
    for actor in dict.fromkeys(part.actor for part in interaction.recipients):
        _dossier(dossiers, actor).received.append(interaction)


def _take_parts(
    reading: ResolvedEvent, parts: Iterable[ResolvedParticipant], dossiers: dict[str, Dossier], evidence: Evidence
) -> None:
    for part in parts:
        dossier = _dossier(dossiers, part.actor)
        _note_role(dossier, reading.event, part.role)
        words = _words_for(part, dossiers)
        if words is not None and not _is_registered(words, dossier):
            carried = support_of_reported(reading.event, part.recorded, evidence)
            note = part.recorded.assessed.note if part.recorded.assessed else None
            is_other = part.recorded.actor != part.actor
            _note_naming(dossier, Naming(words, reading, part.recorded.claims, carried, note, is_other))


def _words_for(part: ResolvedParticipant, dossiers: Mapping[str, Dossier]) -> str | None:
    """The words that name who took part; where the team holds another to be meant, at least the name of the first."""
    recorded = part.recorded
    if recorded.as_reported is not None or recorded.actor == part.actor:
        return recorded.as_reported
    named = dossiers.get(recorded.actor)
    return named.name if named else recorded.actor


def _is_registered(words: str, dossier: Dossier) -> bool:
    return dossier.actor is not None and words in dossier.actor.names


def _note_naming(dossier: Dossier, naming: Naming) -> None:
    """Unless the same event has given the words already."""
    of_this_event = takewhile(lambda each: each.reading is naming.reading, reversed(dossier.namings))
    if all(each.words != naming.words for each in of_this_event):
        dossier.namings.append(naming)


def _sayings(reading: ResolvedEvent, evidence: Evidence, mode: Mode) -> list[AttributedClaim]:
    found = (
        AttributedClaim(reading, key, claim, evidence.of(reading.id, key).verdict)
        for key, claim in reading.event.claims.items()
        if claim.is_somebody_s
    )
    return [saying for saying in found if mode is Mode.ASSESSED or saying.verdict is not Verdict.NOT_CHECKABLE]


def _take_statement(
    saying: AttributedClaim,
    dossiers: dict[str, Dossier],
    nameless: dict[str, list[AttributedClaim]],
    evidence: Evidence,
) -> None:
    claim = saying.claim
    for voice in dict.fromkeys(claim.voices):
        if voice.actor is None:
            nameless[voice.words or ""].append(saying)
            continue
        dossier = _dossier(dossiers, voice.actor)
        dossier.sayings.append(saying)
        _note_role(dossier, saying.reading.event, "quoting" if voice == claim.quoter else "speaker")
        if voice.words and not _is_registered(voice.words, dossier):
            carried = support_of_claims(saying.reading.event, (saying.key,), evidence)
            _note_naming(dossier, Naming(voice.words, saying.reading, (saying.key,), carried))


def _note_role(dossier: Dossier, event: Event, role: str) -> None:
    roles = dossier.events.setdefault(event.id, [])
    if role not in roles:
        roles.append(role)
