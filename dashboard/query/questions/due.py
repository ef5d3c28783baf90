"""Open questions that have a date by which they will be answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.evidence.verdicts import Evidence
from dashboard.model.registry import Question, Thread
from dashboard.query.questions.questions import QuestionStatus, track_questions
from dashboard.query.reading import Mode, ResolvedEvent


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
    found = [
        Due(thread.id, asked.key, asked.question, asked.standing is QuestionStatus.OVERDUE)
        for thread in threads
        for asked in (track_questions(thread, readings, evidence, mode, today) if _has_due(thread) else ())
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
