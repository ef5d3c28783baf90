"""What a change is: of an event, a question, a source, an entry of a registry, a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from dashboard.evidence.verdicts import Verdict
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.registry import Actor, Place, Question, Thread
from dashboard.model.source import Source
from dashboard.query.changes.fields import FieldChange, Json, Unknown
from dashboard.query.changes.novelty import Novelty
from dashboard.query.changes.states import EntryKind, Key, State
from dashboard.query.questions import QuestionStatus

LEVEL: Final = ("commitment", "level")
STATUS: Final = ("review", "status")
"""Paths of the two fields of an event whose change is told before any other."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that was not recorded before."""

    event: Event
    date: EventDate | None
    """As assessed, else as reported."""
    novelty: Novelty
    ahead: bool
    """It lies after the later state's day as well."""
    verdicts: Mapping[Verdict, int]
    """How many of its claims have which: all three."""


class Why(StrEnum):
    """Why a claim has another verdict than it had."""

    QUOTE = "its quotes changed"
    SOURCE = "its sources changed"
    TEXT = "the text changed"
    LINE_ENDS = "the line ends of the text changed"
    TEXT_ADDED = "the text is held now"
    TEXT_GONE = "the text is not held any more"
    DESCRIPTION = "the description of the text changed"
    UNKNOWN = "reason unknown"


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """The change of the verdict of a claim that was there before."""

    claim: str
    before: Verdict
    after: Verdict
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that was recorded before, and is otherwise now."""

    before: Event | Unknown
    after: Event
    fields: tuple[FieldChange, ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def was_renamed(self) -> bool:
        """Whether it goes by another id; which folder its file lies in is of no matter."""
        return isinstance(self.before, Event) and self.before.id != self.after.id

    @property
    def rungs(self) -> tuple[Json, Json] | None:
        """How far the matter had come with it, before and after, where that is another now."""
        return next(((each.before, each.after) for each in self.fields if each.path == LEVEL), None)

    @property
    def was_retracted(self) -> bool:
        """Whether the team has taken it back."""
        return any(each.path == STATUS and each.after == "retracted" for each in self.fields)


@dataclass(frozen=True, slots=True)
class QuestionSnapshot:
    """A question of a thread, as one of the two states has it."""

    question: Question | Unknown
    standing: QuestionStatus | Unknown
    outcome: str | Unknown | None
    """The last answer, where there is one."""
    by: str | None = field(compare=False)
    """The event that gives it; that another one gives the same answer is no change of the question."""

    @property
    def stands(self) -> str:
        """The status in a word: yes or no if answered; else open, due or overdue."""
        return str(self.outcome if self.outcome and self.standing is QuestionStatus.ANSWERED else self.standing)

    @property
    def text(self) -> str:
        """The question in words."""
        return self.question.text if isinstance(self.question, Question) else str(self.question)

    @property
    def due(self) -> EventDate | None:
        """The day by which it is to be answered; None where there is none, or it is not known."""
        return self.question.due if isinstance(self.question, Question) else None


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question that is new, is gone, reads otherwise, or stands elsewhere than it did."""

    reference: str
    """`thread/question`."""
    before: QuestionSnapshot | None
    after: QuestionSnapshot | None
    fields: tuple[FieldChange, ...]
    """The fields that changed in the question itself."""

    @property
    def kind(self) -> Literal["asked", "withdrawn", "answered", "reopened", "fell due", "answer changed", "changed"]:
        """What happened to it, the weightiest first."""
        if self.before is None or self.after is None:
            return "asked" if self.before is None else "withdrawn"
        if self.is_doubtful:
            return "answer changed"
        if self.before.standing is not self.after.standing:
            if QuestionStatus.ANSWERED in (self.before.standing, self.after.standing):
                return "answered" if self.after.standing is QuestionStatus.ANSWERED else "reopened"
            if self.after.standing is QuestionStatus.OVERDUE:
                return "fell due"
        return "answer changed" if self.before.outcome != self.after.outcome else "changed"

    @property
    def is_doubtful(self) -> bool:
        """Whether it may have had this answer before: the event that gives it was there, and is another now."""
        return self.before is not None and self.after is not None and isinstance(self.before.outcome, Unknown)


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A source that is new, is gone, or is described otherwise or has another text than before."""

    id: str
    before: Source | Unknown | None
    after: Source | None
    text: Why | None
    """What happened to its text; None where it is the same, or none is held."""
    hashes: tuple[str | Unknown | None, str | None]
    """SHA-256 of the text, before and after; None where none is held."""
    fields: tuple[FieldChange, ...]

    @property
    def kind(self) -> Literal["new", "removed", "changed"]:
        """What happened to it."""
        if self.before is None and self.hashes[0] is None:
            return "new"
        return "removed" if self.after is None and self.hashes[1] is None else "changed"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """A place, an actor or a thread; the questions of a thread are told on their own."""

    kind: EntryKind
    id: str
    before: Place | Actor | Thread | Unknown | None
    after: Place | Actor | Thread | None
    fields: tuple[FieldChange, ...]

    @property
    def change(self) -> Literal["new", "removed", "changed"]:
        """What happened to it."""
        return "new" if self.before is None else "removed" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record that one of the states has and that cannot be read there: what changed in it is not known."""

    record: Key
    file: str
    before: bool
    """Whether it is the earlier state that cannot be read, or both."""
    after: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is otherwise in one state than in another; each record is named once.

    Of a briefing's hashes, `before` is unknown, and so is much of what was before.
    """

    day: date
    """After whose end things changed."""
    before: State | Unknown
    after: State
    new: tuple[NewEvent, ...]
    """By date, the undated last."""
    removed: Mapping[str, Event | Unknown]
    """By id."""
    changed: tuple[EventChange, ...]
    """Events that changed; renamed ones are among them."""
    questions: tuple[QuestionChange, ...]
    sources: tuple[SourceChange, ...]
    registry: tuple[EntryChange, ...]
    new_problems: tuple[Problem, ...] | Unknown
    fixed_problems: tuple[Problem, ...] | Unknown
    unreadable: tuple[Unreadable, ...]
    left: tuple[str, ...] = ()
    """By hashes: ids of events that are there, and that the briefing's selection does not have any more."""

    @property
    def states(self) -> tuple[State, ...]:
        """The states that are known, the earlier first."""
        return (self.before, self.after) if isinstance(self.before, State) else (self.after,)

    @property
    def place_names(self) -> dict[str, str]:
        """Names of all places by id: those of now, where both states have one."""
        return {id_: name for state in self.states for id_, name in state.place_names.items()}

    def new_in(self, novelty: Novelty) -> tuple[NewEvent, ...]:
        """New events of one kind."""
        return tuple(each for each in self.new if each.novelty is novelty)

    @property
    def are_none(self) -> bool:
        """Whether the two states are the same, as far as they can be read."""
        records = (self.new, self.removed, self.changed, self.left, self.questions, self.sources, self.registry)
        return not any((*records, self.new_problems, self.fixed_problems))
