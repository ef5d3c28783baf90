"""The outlook: which questions are open, which were answered, and how well their answers had been foretold.

A judgement gives the likelihood of a yes as a word of ICD 203, which stands for a range of percent. It is scored as the
middle of that range against what came: 1 for a yes, 0 for a no. Every number is exact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.evidence.verdicts import Evidence
from dashboard.model.registry import Thread
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.questions.questions import (
    QuestionStatus,
    RecordedAnswer,
    RecordedJudgement,
    TrackedQuestion,
    about_questions,
    track_questions,
)
from dashboard.query.reading import Mode, ResolvedEvent

LEAST_SCORED: Final = 10
"""The fewest scored questions for a score: with fewer, it would mostly measure luck."""


class Unscored(StrEnum):
    """Why an answered question says nothing about calibration."""

    UNJUDGED = "no forecast was made"
    TOO_LATE = "forecast on the day of the answer or later"
    UNDATED = "the date of the answer does not show whether the forecast came before it"


@dataclass(frozen=True, slots=True)
class OutlookQuestion:
    """One question of a thread, with where it stands."""

    thread: Thread
    asked: TrackedQuestion

    @property
    def reference(self) -> str:
        """`thread/question`."""
        return f"{self.thread.id}/{self.asked.key}"

    @property
    def day(self) -> date:
        """The last day on which it is due; the end of time without one."""
        due = self.asked.question.due
        return (due and (due.latest or due.earliest)) or date.max

    @property
    def is_partly_answered(self) -> bool:
        """An event answers it in part, and none wholly: it is open still."""
        return bool(self.asked.answers) and self.asked.deciding is None


@dataclass(frozen=True, slots=True)
class ResolvedQuestion:
    """A question that an event answered with yes or no."""

    question: OutlookQuestion
    answered: RecordedAnswer
    """By the last that says yes or no."""
    judged: RecordedJudgement | None
    """The last judgement made before the day of the answer, where it is scored."""
    unscored: Unscored | None
    """Why it is not; None where it is."""

    @property
    def is_yes(self) -> bool:
        """What came."""
        return self.answered.answer.outcome == "yes"

    @property
    def squared_error(self) -> Fraction | None:
        """Between what was judged and what came: from 0 to 1; None where nothing is scored."""
        if self.judged is None:
            return None
        return (middle_of(self.judged.judgement.likelihood) - (1 if self.is_yes else 0)) ** 2


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """All scored questions that were given one likelihood."""

    likelihood: str
    number: int
    yes: int

    @property
    def share(self) -> Fraction:
        """The share of these questions that were answered yes, from 0 to 1."""
        return Fraction(self.yes, self.number)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How likelihoods that were judged compare with what came."""

    scored: int
    unscored: tuple[tuple[Unscored, int], ...]
    """How many answered questions are not scored, by why; none that is zero."""
    brier: Fraction | None
    """Mean squared error (Brier, 1950), 0 the best and 1 the worst; None below `LEAST_SCORED`."""
    bins: tuple[CalibrationBin, ...]
    """From the least likely; those that are used. None below `LEAST_SCORED`."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """All questions, each in one of four lists."""

    overdue: tuple[OutlookQuestion, ...]
    """The longest overdue first."""
    due: tuple[OutlookQuestion, ...]
    """The next one first."""
    undated: tuple[OutlookQuestion, ...]
    """Open, and no day is set; in the order of the threads."""
    resolved: tuple[ResolvedQuestion, ...]
    """The latest answer first, those without a date last."""
    calibration: Calibration

    @property
    def number(self) -> int:
        """The number of all questions."""
        return len(self.overdue) + len(self.due) + len(self.undated) + len(self.resolved)

    @property
    def partly(self) -> int:
        """How many open ones are answered in part."""
        return sum(each.is_partly_answered for each in (*self.overdue, *self.due, *self.undated))


def middle_of(likelihood: str) -> Fraction:
    """The middle of the range that a word of ICD 203 stands for, from 0 to 1."""
    low, high = LIKELIHOOD[likelihood]
    return Fraction(low + high, 200)


def outlook_of(
    threads: Iterable[Thread], readings: Sequence[ResolvedEvent], evidence: Evidence, mode: Mode, today: date
) -> Outlook:
    """The questions of `threads`. `readings` are all events: any of them may answer."""
    asking = about_questions(readings)
    questions = [
        OutlookQuestion(thread, asked)
        for thread in threads
        if thread.questions
        for asked in track_questions(thread, asking, evidence, mode, today)
    ]
    resolved = [_resolve(each, each.asked.deciding) for each in questions if each.asked.deciding is not None]
    return Outlook(
        overdue=_by_day(questions, QuestionStatus.OVERDUE),
        due=_by_day(questions, QuestionStatus.DUE),
        undated=tuple(each for each in questions if each.asked.standing is QuestionStatus.OPEN),
        resolved=tuple(sorted(resolved, key=_latest_first)),
        calibration=calibration_of(resolved),
    )


def calibration_of(resolved: Iterable[ResolvedQuestion]) -> Calibration:
    """The calibration over answered questions, each counted once."""
    every = list(resolved)
    errors = [error for each in every if (error := each.squared_error) is not None]
    unscored = ((why, sum(each.unscored is why for each in every)) for why in Unscored)
    is_enough = len(errors) >= LEAST_SCORED
    return Calibration(
        scored=len(errors),
        unscored=tuple((why, number) for why, number in unscored if number),
        brier=sum(errors, Fraction(0)) / len(errors) if is_enough else None,
        bins=tuple(_bins(every)) if is_enough else (),
    )


def _bins(resolved: Sequence[ResolvedQuestion]) -> Iterable[CalibrationBin]:
    for likelihood in LIKELIHOOD:
        own = [each for each in resolved if each.judged and each.judged.judgement.likelihood == likelihood]
        if own:
            yield CalibrationBin(likelihood, len(own), sum(each.is_yes for each in own))


def _resolve(question: OutlookQuestion, answered: RecordedAnswer | None) -> ResolvedQuestion:
    assert answered is not None  # noqa: S101  the caller has looked; the type cannot say so
    judgements = question.asked.judgements
    when = answered.reading.date.value
    day = when.earliest if when else None
    if not judgements:
        return ResolvedQuestion(question, answered, None, Unscored.UNJUDGED)
    if day is None:
        return ResolvedQuestion(question, answered, None, Unscored.UNDATED)
    before = [each for each in judgements if each.judgement.on.latest and each.judgement.on.latest < day]
    if not before:
        return ResolvedQuestion(question, answered, None, Unscored.TOO_LATE)
    return ResolvedQuestion(question, answered, before[0], None)


def _by_day(questions: Sequence[OutlookQuestion], standing: QuestionStatus) -> tuple[OutlookQuestion, ...]:
    own = [each for each in questions if each.asked.standing is standing]
    return tuple(sorted(own, key=lambda each: (each.day, each.reference)))


def _latest_first(resolved: ResolvedQuestion) -> tuple[int, str]:
    when = resolved.answered.reading.date.value
    day = (when.latest or when.earliest) if when else None
    return (-day.toordinal() if day else 0, resolved.question.reference)
