"""A thread's questions and where they stand: answered, partly, overdue, due, or open; and what the team judges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Answer, Judgement
from dashboard.model.registry import Question, Thread
from dashboard.query.reading import Carried, Mode, Reading, carried_by_claims


class Standing(StrEnum):
    """Of a question."""

    ANSWERED = "answered"
    OVERDUE = "overdue"
    """Not answered, and the day by which it was to be has passed."""
    DUE = "due"
    """Not answered, and to be answered by a day to come."""
    OPEN = "open"
    """Not answered, and no day is set."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, by an event."""

    reading: Reading
    answer: Answer
    carried: Carried


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of the team, made on the strength of an event."""

    reading: Reading
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that is known of it."""

    key: str
    question: Question
    standing: Standing
    answers: tuple[Answered, ...]
    """In the order of their events; the last yes or no decides."""
    left_out: int
    """Answers that the mode does not have: as reported, those that no quote carries."""
    judgements: tuple[Judged, ...]
    """The latest first."""
    raised_by: tuple[Reading, ...]
    """Events with a claim that raises it."""

    @property
    def deciding(self) -> Answered | None:
        """The last yes or no."""
        whole = [each for each in self.answers if each.answer.outcome != "partly"]
        return whole[-1] if whole else None

    @property
    def stands(self) -> str:
        """In a word: yes or no; else open, due or overdue."""
        return self.deciding.answer.outcome if self.deciding is not None else self.standing.value

    @property
    def differs(self) -> bool:
        """Whether one event says yes and another no."""
        return len({each.answer.outcome for each in self.answers} - {"partly"}) > 1


def asked_of(
    thread: Thread, readings: Sequence[Reading], evidence: Evidence, mode: Mode, today: date
) -> tuple[Asked, ...]:
    """The questions of `thread`, in its order. `readings` are all events: one of another thread may answer, too."""
    standing = [reading for reading in readings if reading.event.review.status != "retracted"]
    return tuple(
        _asked(key, question, f"{thread.id}/{key}", standing, evidence, mode, today)
        for key, question in thread.questions.items()
    )


def judged_by(asked: Asked, day: date) -> Asked:
    """The same, with the judgements alone that had been made by `day`."""
    made = (each for each in asked.judgements if (on := each.judgement.on.earliest) is None or on <= day)
    return replace(asked, judgements=tuple(made))


def _asked(
    key: str,
    question: Question,
    reference: str,
    readings: Iterable[Reading],
    evidence: Evidence,
    mode: Mode,
    today: date,
) -> Asked:
    answers: list[Answered] = []
    judgements: list[Judged] = []
    raised: list[Reading] = []
    for reading in readings:
        event = reading.event
        answers += [
            Answered(reading, each, carried_by_claims(event, each.claims, evidence))
            for each in event.answers
            if each.question == reference
        ]
        judgements += [Judged(reading, each) for each in event.judgements if each.question == reference]
        if any(claim.question == reference for claim in event.claims.values()):
            raised.append(reading)
    held = tuple(each for each in answers if mode is Mode.ASSESSED or each.carried is Carried.QUOTED)
    own = judgements if mode is Mode.ASSESSED else []
    latest = tuple(sorted(own, key=lambda each: each.judgement.on.sort_key, reverse=True))
    standing = _standing(question, held, today)
    return Asked(key, question, standing, held, len(answers) - len(held), latest, tuple(raised))


def _standing(question: Question, answers: Iterable[Answered], today: date) -> Standing:
    if any(each.answer.outcome != "partly" for each in answers):
        return Standing.ANSWERED
    if question.due is None:
        return Standing.OPEN
    is_past = question.due.latest is not None and question.due.latest < today
    return Standing.OVERDUE if is_past else Standing.DUE
