"""What is based on a question of a thread: its row in the outlook, and judgements on it."""

from collections.abc import Iterator

from dashboard.briefing.outline.basis import fields_of_event
from dashboard.briefing.outline.computed_fields import RETRACTED
from dashboard.briefing.outline.decided_fields import ANSWERED_BY, IS_ASKED, JUDGED_BY, RAISED_BY
from dashboard.model.event import Event, Judgement


def of_question(reference: str) -> Iterator[str]:
    """A question of a thread, when it is due, and what raises and answers it."""
    thread, _, key = reference.partition("/")
    yield from (f"threads/{thread}#questions.{key}.{field}" for field in ("text", "due", RAISED_BY, ANSWERED_BY))


def of_question_text(reference: str) -> Iterator[str]:
    """A question alone."""
    thread, _, key = reference.partition("/")
    yield f"threads/{thread}#questions.{key}.text"


def of_last_judgement(reference: str) -> Iterator[str]:
    """A question that is asked and open, and the last judgement on it."""
    thread, _, key = reference.partition("/")
    yield from (f"threads/{thread}#questions.{key}.{field}" for field in (IS_ASKED, JUDGED_BY))


def of_judgement(event: Event, judgement: Judgement, field: str) -> Iterator[str]:
    """One field of what the team judged on the strength of an event, and the claims that it names."""
    path = f"judgements.{judgement.question}.{judgement.by}.{judgement.on.text}"
    yield from fields_of_event(event, RETRACTED, f"{path}.{field}", f"{path}.claims")


def of_answer(event: Event, reference: str) -> Iterator[str]:
    """What an event answers to a question."""
    yield from fields_of_event(event, RETRACTED, *(f"answers.{reference}.{field}" for field in ("outcome", "claims")))


def of_raising(event: Event, key: str) -> Iterator[str]:
    """That a claim raises a question."""
    yield from fields_of_event(event, RETRACTED, f"claims.{key}.question")
