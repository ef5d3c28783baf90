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
    reality: Annotated[str, OneOf(vocabularies.REALITY)] = "actual"


class Commitment(Record):
    """How far the matter had come with this event."""

    level: Annotated[str, OneOf(vocabularies.COMMITMENT)]
    claims: Many[Id] = ()


class When(Record):
    """When it happened, as reported and as assessed."""

    reported: Date | None = None
    """EDTF, always quoted in the file; absent where the words give none."""
    as_reported: Text | None = None
    """The words, where they say something that no EDTF can: `Earlier this year`."""
    lasted: bool = False
    """It filled the span (a base stood there); otherwise it happened at some time within."""
    claims: Many[Id] = ()
    assessed: AssessedDate | None = None


class Where(Record):
    """Where it happened, or was said, as reported and as assessed."""

    reported: Id | None = None
    """A place of the registry."""
    as_reported: Text | None = None
    claims: Many[Id] = ()
    assessed: AssessedPlace | None = None


class Toward(Record):
    """A second place, drawn as a thin line from the mark."""

    place: Id
    as_: Annotated[str, OneOf(vocabularies.TOWARD)] = Field(alias="as")
    """about (a remark), destination or target."""
    claims: Many[Id] = ()
    assessed: Assessed | None = None


class Participant(Record):
    """An actor's part in the event."""

    actor: Id
    role: Annotated[str, OneOf(vocabularies.ROLES)]
    as_reported: Text | None = None
    """The name in the words, where it is not one of the registry's."""
    claims: Many[Id] = ()
    assessed: AssessedActor | None = None


class Relation(Record):
    """This event `type` that one. Without claims it is the team's own, needs a note, and is drawn so."""

    type: Annotated[str, OneOf(vocabularies.RELATIONS)]
    event: Id
    claims: Many[Id] = ()
    note: Text | None = None


class Answer(Record):
    """A thread's question that this event answers."""

    question: Reference
    outcome: Annotated[str, OneOf(vocabularies.OUTCOMES)]
    claims: Many[Id] = ()


class Judgement(Record):
    """The team's own, made on the strength of this event (ICD 203)."""

    question: Reference
    likelihood: Annotated[str, OneOf(vocabularies.LIKELIHOOD)]
    confidence: Annotated[str, OneOf(vocabularies.CONFIDENCE)]
    claims: Many[Id] = ()
    by: Text
    """Initials."""
    on: Date
    note: Text | None = None


class Review(Record):
    """Who has looked at the record."""

    status: Annotated[str, OneOf(vocabularies.REVIEW)] = "draft"
    by: Text | None = None
    """Initials."""
    on: Date | None = None
    note: Text | None = None


class Event(Record):
    """One YAML file under `events/FOLDER/`. Its id is the file's stem."""

    id: Id
    """Not written in the file: the file's stem."""
    title: Title
    """The team's words: a headline, not checked against quotes."""
    what: What = What()
    threads: Many[Id] = ()
    commitment: Commitment | None = None
    weight: Annotated[str, OneOf(vocabularies.WEIGHTS)] = "normal"
    """The team's: what a front page leads with."""
    tags: Many[Annotated[str, Field(min_length=1, max_length=80)]] = ()
    when: When = When()
    where: Where = Where()
    toward: Many[Toward] = ()
    who: Many[Participant] = ()
    amounts: dict[Id, Amount] = Field(default_factory=dict)
    claims: Annotated[dict[Id, Claim], Field(min_length=1)]
    """By key. At least one: an event that nothing carries is not drawn."""
    relations: Many[Relation] = ()
    answers: Many[Answer] = ()
    judgements: Many[Judgement] = ()
    review: Review = Review()

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

    def assessed_values(self) -> Iterator[tuple[tuple[str | int, ...], Assessed]]:
        """Every assessed value of the event, with its path in the file."""
        for name in ("when", "where"):
            if (assessed := getattr(self, name).assessed) is not None:
                yield (name, "assessed"), assessed
        for name in ("toward", "who"):
            for index, part in enumerate(getattr(self, name)):
                if part.assessed is not None:
                    yield (name, index, "assessed"), part.assessed
        for key, amount in self.amounts.items():
            if amount.assessed is not None:
                yield ("amounts", key, "assessed"), amount.assessed
