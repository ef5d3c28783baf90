"""An event: one thing that happened, or was said, or is claimed to have."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.amount import Amount
from dashboard.model.assessed import Assessed, AssessedActor, AssessedDate, AssessedPlace
from dashboard.model.claim import Claim
from dashboard.model.record import Date, Id, Many, OneOf, Record, Reference, Text, Title


class What(Record):
    """What kind of event it is, in PLOVER's words."""

    type: Annotated[str, OneOf(vocabularies.EVENT_TYPES)] | None = None
    """Absent where PLOVER has none that fits."""
    modes: Many[str] = ()
    """Of the type's own modes."""
    contexts: Many[Annotated[str, OneOf(vocabularies.CONTEXTS)]] = ()
    """What it is about: any number of them."""
    reality: Annotated[str, OneOf(vocabularies.REALITY)] = "actual"
    """Whether it happened, did not, or is spoken of as a possibility."""


class Commitment(Record):
    """How far the matter had come with this event."""

    level: Annotated[str, OneOf(vocabularies.COMMITMENT)]
    """The rung of the ladder, from floated to delivered or ended."""
    claims: Many[Id] = ()
    """Claims of this event that say how far it had come."""


class When(Record):
    """When it happened, as reported and as assessed."""

    reported: Date | None = None
    """EDTF, always quoted in the file; absent where the words give none."""
    as_reported: Text | None = None
    """The words, where they say something that no EDTF can: `Earlier this year`."""
    lasted: bool = False
    """It filled the span (a base stood there); otherwise it happened at some time within."""
    claims: Many[Id] = ()
    """Claims of this event whose quotes give the date, or the words."""
    assessed: AssessedDate | None = None
    """The date that the team holds to be true, beside the one reported."""


class Where(Record):
    """Where it happened, or was said, as reported and as assessed."""

    reported: Id | None = None
    """A place of the registry."""
    as_reported: Text | None = None
    """The words, where they name the place in another way than the registry."""
    claims: Many[Id] = ()
    """Claims of this event whose quotes give the place."""
    assessed: AssessedPlace | None = None
    """The place that the team holds to be true, beside the one reported."""


class Toward(Record):
    """A second place, drawn as a thin line from the mark."""

    place: Id
    """A place of the registry."""
    as_: Annotated[str, OneOf(vocabularies.TOWARD)] = Field(alias="as")
    """about (a remark), destination or target."""
    claims: Many[Id] = ()
    """Claims of this event whose quotes give the place."""
    assessed: Assessed | None = None
    """The basis, where no held text says it."""


class Participant(Record):
    """An actor's part in the event."""

    actor: Id
    """An actor of the registry."""
    role: Annotated[str, OneOf(vocabularies.ROLES)]
    """initiator, recipient, mediator or mentioned."""
    as_reported: Text | None = None
    """The name in the words, where it is not one of the registry's."""
    claims: Many[Id] = ()
    """Claims of this event whose quotes name the actor."""
    assessed: AssessedActor | None = None
    """The basis, where no held text names the actor, or where it is another than the words say."""


class Relation(Record):
    """This event `type` that one. Without claims it is the team's own, needs a note, and is drawn so."""

    type: Annotated[str, OneOf(vocabularies.RELATIONS)]
    """How this event stands to the other."""
    event: Id
    """The id of the other event."""
    claims: Many[Id] = ()
    """Claims of this event that say so."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Guards that are set aside for this relation, each with the reason, which is shown."""
    note: Text | None = None
    """Why the team holds it, where no claim says so."""


class Answer(Record):
    """A thread's question that this event answers."""

    question: Reference
    """`thread-id/question`."""
    outcome: Annotated[str, OneOf(vocabularies.OUTCOMES)]
    """The answer; quote it, as `no` alone is easily misread."""
    claims: Many[Id] = ()
    """Claims of this event that answer it."""


class Judgement(Record):
    """The team's own, made on the strength of this event (ICD 203)."""

    question: Reference
    """`thread-id/question`."""
    likelihood: Annotated[str, OneOf(vocabularies.LIKELIHOOD)]
    """In the words of ICD 203; each stands for a range of percent."""
    confidence: Annotated[str, OneOf(vocabularies.CONFIDENCE)]
    """In the evidence and the reasoning: never in one sentence with the likelihood."""
    claims: Many[Id] = ()
    """Claims of this event that it rests on."""
    by: Text
    """Initials."""
    on: Date
    """The day of the judgement."""
    note: Text | None = None
    """The reasoning."""


class Review(Record):
    """Who has looked at the record."""

    status: Annotated[str, OneOf(vocabularies.REVIEW)] = "draft"
    """draft, reviewed (with `by` and `on`) or retracted (with a note; kept, and shown as such)."""
    by: Text | None = None
    """Initials."""
    on: Date | None = None
    """The day of the review."""
    note: Text | None = None
    """What the review found; why the record is retracted."""


class Event(Record):
    """One YAML file under `events/FOLDER/`. Its id is the file's stem."""

    id: Id
    """Not written in the file: the file's stem."""
    title: Title
    """The team's words: a headline. Its numbers and names are those of the event's claims, quotes and fields."""
    what: What = What()
    """The kind of event, in the words of PLOVER."""
    threads: Many[Id] = ()
    """Storylines of the registry; the first gives the lane and the colour."""
    commitment: Commitment | None = None
    """How far the matter had come with this event."""
    weight: Annotated[str, OneOf(vocabularies.WEIGHTS)] = "normal"
    """The team's: what a front page leads with."""
    tags: Many[Annotated[str, Field(min_length=1, max_length=80)]] = ()
    """Words of the team, to filter by."""
    when: When = When()
    """The date. May be absent: the event is then listed as undated."""
    where: Where = Where()
    """The place. May be absent: the event is then listed as unplaced."""
    toward: Many[Toward] = ()
    """Second places, drawn as thin lines from the mark."""
    who: Many[Participant] = ()
    """Who took part, and as what."""
    amounts: dict[Id, Amount] = Field(default_factory=dict)
    """Money and counts, by key."""
    claims: Annotated[dict[Id, Claim], Field(min_length=1)]
    """By key. At least one: an event that nothing carries is not drawn."""
    relations: Many[Relation] = ()
    """How this event stands to others."""
    answers: Many[Answer] = ()
    """Threads' questions that this event answers."""
    judgements: Many[Judgement] = ()
    """The team's own judgements, made on the strength of this event."""
    review: Review = Review()
    """Whether anybody has looked at the record; a draft otherwise."""

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
        for path, assessed in self.assessed_values():
            yield (*path, "claims"), assessed.claims

    def exceptions(self) -> Iterator[tuple[tuple[str | int, ...], dict[str, Text]]]:
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
