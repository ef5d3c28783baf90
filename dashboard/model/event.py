"""An event: one thing that happened, or was said, or is claimed to have."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.amount import Amount, OtherAmount
from dashboard.model.assessed import Assessed, AssessedActor
from dashboard.model.claim import Claim
from dashboard.model.record import (
    ActorId,
    ClaimKey,
    Date,
    EventId,
    Id,
    Many,
    OneOf,
    QuestionReference,
    Record,
    Text,
    ThreadId,
    Title,
)
from dashboard.model.time_and_place import OtherDate, OtherPlace, Toward, When, Where


def _modes_by_type(schema: dict[str, Any]) -> None:
    """Let editors offer, in a schema of `What`, the modes of the type that is written beside them."""
    schema["allOf"] = [
        {
            "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
            "then": {"properties": {"modes": {"items": {"enum": list(entry["modes"])} if entry["modes"] else False}}},
        }
        for name, entry in vocabularies.EVENT_TYPES.items()
    ]


class What(Record):
    """What kind of event it is, in the terms of PLOVER."""

    model_config = ConfigDict(json_schema_extra=_modes_by_type)

    type: Annotated[str, OneOf(vocabularies.EVENT_TYPES)] | None = None
    """Absent if no PLOVER type fits."""
    modes: Many[str] = ()
    """Modes of this type."""
    contexts: Many[Annotated[str, OneOf(vocabularies.CONTEXTS)]] = ()
    """What it is about; any number."""
    reality: Annotated[str, OneOf(vocabularies.REALITY)] = "actual"
    """Whether it happened, did not happen, or is only a possibility."""


class Commitment(Record):
    """How far the matter had come with this event."""

    level: Annotated[str, OneOf(vocabularies.COMMITMENT)]
    """The level, from floated to delivered or ended."""
    claims: Many[ClaimKey] = ()
    """Claims of this event that give the level."""


class Participant(Record):
    """An actor's part in the event."""

    actor: ActorId
    """An actor of the registry."""
    role: Annotated[str, OneOf(vocabularies.ROLES)]
    """initiator, recipient, mediator or mentioned."""
    as_reported: Text | None = None
    """The source's words for the actor, if the registry does not have that name."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes name the actor."""
    assessed: AssessedActor | None = None
    """The basis, if no held text names the actor, or if the actor differs from the source."""

    @property
    def is_assessed_alone(self) -> bool:
        """Whether the team holds it, and no words of a source report it."""
        return self.assessed is not None and not self.claims and not self.as_reported


class Relation(Record):
    """A relation to another event. Without claims it is the team's own view, needs a note and is drawn so."""

    type: Annotated[str, OneOf(vocabularies.RELATIONS)]
    """How this event is related to the other."""
    event: EventId
    """The id of the other event."""
    claims: Many[ClaimKey] = ()
    """Claims of this event that support it."""
    allow: dict[str, Allowance] = Field(default_factory=dict)
    """Guards that are suppressed for this relation, each for certain words, with a reason that readers see."""
    note: Text | None = None
    """The team's reason, if no claim supports it."""


class Answer(Record):
    """A thread's question that this event answers."""

    question: QuestionReference
    """`thread-id/question`."""
    outcome: Annotated[str, OneOf(vocabularies.OUTCOMES)]
    """The answer. Put it in quotes, because other programs may misread `no`."""
    claims: Many[ClaimKey] = ()
    """Claims of this event that answer it."""


class Judgement(Record):
    """A judgement of the team, based on this event (ICD 203)."""

    question: QuestionReference
    """`thread-id/question`."""
    likelihood: Annotated[str, OneOf(vocabularies.LIKELIHOOD)]
    """In the words of ICD 203. Each word is a range of percent."""
    confidence: Annotated[str, OneOf(vocabularies.CONFIDENCE)]
    """Confidence in the evidence and the reasoning. It is never in one sentence with the likelihood."""
    claims: Many[ClaimKey] = ()
    """Claims of this event that it is based on."""
    by: Text
    """Initials."""
    on: Date
    """The day of the judgement."""
    note: Text | None = None
    """The reasoning."""


class Review(Record):
    """Who has reviewed the record."""

    status: Annotated[str, OneOf(vocabularies.REVIEW)] = "draft"
    """draft, reviewed (with `by` and `on`) or retracted (with a note; it stays visible as retracted)."""
    by: Text | None = None
    """Initials."""
    on: Date | None = None
    """The day of the review."""
    note: Text | None = None
    """What the review found, or why the record is retracted."""


class Event(Record):
    """One YAML file under `events/FOLDER/`. Its id is the file's stem."""

    id: Id
    """Not written in the file: the file's stem."""
    title: Title
    """A headline in the team's words. Its numbers and names must be in the event's claims, quotes or fields."""
    what: What = What()
    """The kind of event, in the terms of PLOVER."""
    threads: Many[ThreadId] = ()
    """Storylines of the registry. The first one sets the lane and the colour."""
    commitment: Commitment | None = None
    """How far the matter had come with this event."""
    weight: Annotated[str, OneOf(vocabularies.WEIGHTS)] = "normal"
    """How important the event is, according to the team."""
    tags: Many[Annotated[str, Field(min_length=1, max_length=80)]] = ()
    """The team's own words, for filters."""
    when: When = When()
    """The date. May be absent: the event is then listed as undated."""
    where: Where = Where()
    """The place. May be absent: the event is then listed as unplaced."""
    toward: Many[Toward] = ()
    """Second places, drawn as thin lines from the mark."""
    who: Many[Participant] = ()
    """Who took part, and in which role."""
    amounts: dict[Id, Amount] = Field(default_factory=dict)
    """Money and counts, by key."""
    claims: Annotated[dict[Id, Claim], Field(min_length=1)]
    """By key. At least one, because an event without evidence is not drawn."""
    relations: Many[Relation] = ()
    """How this event is related to others."""
    answers: Many[Answer] = ()
    """Threads' questions that this event answers."""
    judgements: Many[Judgement] = ()
    """The team's own judgements, based on this event."""
    review: Review = Review()
    """The state of its review; without one it is a draft."""

    def claims_named(self) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
        """Every list of claim keys in the event, with its path in the file."""
        for name in ("commitment", "when", "where"):
            part = getattr(self, name)
            if part is not None:
                yield (name, "claims"), part.claims
        for name in ("toward", "who", "relations", "answers", "judgements"):
            for index, part in enumerate(getattr(self, name)):
                yield (name, index, "claims"), part.claims
        for key, amount in self.amounts.items():
            yield ("amounts", key, "claims"), amount.claims
        for path, other in self.other_values():
            yield (*path, "claims"), other.claims
        for path, assessed in self.assessed_values():
            yield (*path, "claims"), assessed.claims

    @property
    def has_other_values(self) -> bool:
        """Whether a date, a place or an amount of it is reported in several ways."""
        if self.when.also_reported or self.where.also_reported:
            return True
        return any(each.also_reported for each in self.amounts.values())

    def other_values(self) -> Iterator[tuple[tuple[str | int, ...], OtherDate | OtherPlace | OtherAmount]]:
        """Every value that is reported beside a first one, with its path in the file."""
        for index, date in enumerate(self.when.also_reported):
            yield ("when", "also_reported", index), date
        for index, place in enumerate(self.where.also_reported):
            yield ("where", "also_reported", index), place
        for key, amount in self.amounts.items():
            for index, other in enumerate(amount.also_reported):
                yield ("amounts", key, "also_reported", index), other

    def exceptions(self) -> Iterator[tuple[tuple[str | int, ...], dict[str, Allowance]]]:
        """What sets guards aside, as far as it does: every `allow`, with the path of what it is of."""
        for key, claim in self.claims.items():
            if claim.allow:
                yield ("claims", key), claim.allow
        for index, relation in enumerate(self.relations):
            if relation.allow:
                yield ("relations", index), relation.allow
        for path, assessed in self.assessed_values():
            if assessed.allow:
                yield path, assessed.allow

    @property
    def headline_claims(self) -> tuple[str, ...]:
        """The claims that tell what happened: all but questions, where there are others."""
        return tuple(key for key, claim in self.claims.items() if claim.kind != "question") or tuple(self.claims)

    def assessed_values(self) -> Iterator[tuple[tuple[str | int, ...], Assessed]]:
        """Every assessed value of the event, with its path in the file."""
        if self.when.assessed is not None:
            yield ("when", "assessed"), self.when.assessed
        if self.where.assessed is not None:
            yield ("where", "assessed"), self.where.assessed
        for index, toward in enumerate(self.toward):
            if toward.assessed is not None:
                yield ("toward", index, "assessed"), toward.assessed
        for index, part in enumerate(self.who):
            if part.assessed is not None:
                yield ("who", index, "assessed"), part.assessed
        for key, amount in self.amounts.items():
            if amount.assessed is not None:
                yield ("amounts", key, "assessed"), amount.assessed
