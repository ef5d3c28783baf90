"""A thread's questions and where they stand: answered, partly, overdue, due, or open; and what the team judges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Answer, Event, Judgement
from dashboard.model.registry import Question, Thread
from dashboard.query.reading import Mode, ResolvedEvent, Support, support_of_reported


class QuestionStatus(StrEnum):
    """The status of a question."""

    ANSWERED = "answered"
    OVERDUE = "overdue"
    """Not answered, and the day by which it was to be has passed."""
    DUE = "due"
    """Not answered, and to be answered by a day to come."""
    OPEN = "open"
    """Not answered, and no day is set."""


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """An answer, by an event."""

    reading: ResolvedEvent
    answer: Answer
    carried: Support


@dataclass(frozen=True, slots=True)
class RecordedJudgement:
    """A judgement of the team, made on the strength of an event."""

    reading: ResolvedEvent
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class TrackedQuestion:
    """A question with all that is known of it."""

    key: str
    question: Question
    standing: QuestionStatus
    answers: tuple[RecordedAnswer, ...]
    """In the order of their events; the last yes or no decides."""
    left_out: int
    """Answers that the mode does not have: as reported, those that no quote carries."""
    judgements: tuple[RecordedJudgement, ...]
    """The latest first."""
    raised_by: tuple[ResolvedEvent, ...]
    """Events with a claim that raises it."""

    @property
    def deciding(self) -> RecordedAnswer | None:
        """The last yes or no."""
        whole = [each for each in self.answers if each.answer.outcome != "partly"]
        return whole[-1] if whole else None

    @property
    def stands(self) -> str:
        """The status in a word: yes or no if answered; else open, due or overdue."""
        return self.deciding.answer.outcome if self.deciding is not None else self.standing.value

    @property
    def differs(self) -> bool:
        """Whether one event says yes and another no."""
        return len({each.answer.outcome for each in self.answers} - {"partly"}) > 1


def about_questions(readings: Iterable[ResolvedEvent]) -> tuple[ResolvedEvent, ...]:
    """The few of `readings` that answer, judge or raise a question: no question has to look at the others."""
    return tuple(reading for reading in readings if names_question(reading.event))


def names_question(event: Event) -> bool:
    """Whether it answers, judges or raises one."""
    return bool(event.answers or event.judgements) or any(claim.question for claim in event.claims.values())


def track_questions(
    thread: Thread, readings: Sequence[ResolvedEvent], evidence: Evidence, mode: Mode, today: date
) -> tuple[TrackedQuestion, ...]:
    """The questions of `thread`, in its order. `readings` are all events: one of another thread may answer, too."""
    standing = [reading for reading in about_questions(readings) if reading.event.review.status != "retracted"]
    return tuple(
        _track_question(key, question, f"{thread.id}/{key}", standing, evidence, mode, today)
        for key, question in thread.questions.items()
    )


def with_judgements_by(asked: TrackedQuestion, day: date) -> TrackedQuestion:
    """The question with only those judgements that had been made by `day`."""
    made = (each for each in asked.judgements if (on := each.judgement.on.earliest) is None or on <= day)
    return replace(asked, judgements=tuple(made))


def _track_question(
    key: str,
    question: Question,
    reference: str,
    readings: Iterable[ResolvedEvent],
    evidence: Evidence,
    mode: Mode,
    today: date,
) -> TrackedQuestion:
    answers: list[RecordedAnswer] = []
    judgements: list[RecordedJudgement] = []
    raised: list[ResolvedEvent] = []
    for reading in readings:
        event = reading.event
        answers += [
            RecordedAnswer(reading, each, support_of_reported(event, each, evidence))
            for each in event.answers
            if each.question == reference
        ]
        judgements += [RecordedJudgement(reading, each) for each in event.judgements if each.question == reference]
        if any(claim.question == reference for claim in event.claims.values()):
            raised.append(reading)
    held = tuple(each for each in answers if mode is Mode.ASSESSED or each.carried is Support.QUOTED)
    own = judgements if mode is Mode.ASSESSED else []
    latest = tuple(sorted(own, key=lambda each: each.judgement.on.sort_key, reverse=True))
    standing = _status(question, held, today)
    return TrackedQuestion(key, question, standing, held, len(answers) - len(held), latest, tuple(raised))


def _status(question: Question, answers: Iterable[RecordedAnswer], today: date) -> QuestionStatus:
    if any(each.answer.outcome != "partly" for each in answers):
        return QuestionStatus.ANSWERED
    if question.due is None:
        return QuestionStatus.OPEN
    is_past = question.due.latest is not None and question.due.latest < today
    return QuestionStatus.OVERDUE if is_past else QuestionStatus.DUE


@dataclass(frozen=True, slots=True)
class Due:
    """A question of a thread that nobody has answered, and that has a due date."""

    thread: str
    key: str
    question: Question
    is_past: bool
    """The due date is over, and the question still open."""

    @property
    def reference(self) -> str:
        """`thread/question`, as records name it."""
        return f"{self.thread}/{self.key}"

    @property
    def day(self) -> date:
        """The last day on which it is due."""
        due = self.question.due
        return (due and (due.latest or due.earliest)) or date.max


def due_questions(
    threads: Iterable[Thread], readings: Sequence[ResolvedEvent], evidence: Evidence, mode: Mode, today: date
) -> tuple[Due, ...]:
    """Open questions of `threads`, by due date. `readings` are all events, as any of them may answer."""
    asking = about_questions(readings)
    found = [
        Due(thread.id, asked.key, asked.question, asked.standing is QuestionStatus.OVERDUE)
        for thread in threads
        for asked in (track_questions(thread, asking, evidence, mode, today) if _has_due(thread) else ())
        if asked.standing in (QuestionStatus.DUE, QuestionStatus.OVERDUE)
    ]
    return tuple(sorted(found, key=lambda due: (due.day, due.reference)))


def with_due_dates(threads: Iterable[Thread], today: date) -> tuple[Due, ...]:
    """Every question of `threads` that has a due date, answered or not: those that may be open on some day."""
    found = [
        Due(thread.id, key, question, question.due.latest is not None and question.due.latest < today)
        for thread in threads
        for key, question in thread.questions.items()
        if question.due
    ]
    return tuple(sorted(found, key=lambda due: (due.day, due.reference)))


def _has_due(thread: Thread) -> bool:
    return any(question.due for question in thread.questions.values())
