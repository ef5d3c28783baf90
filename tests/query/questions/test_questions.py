"""Open questions with a due date."""

from datetime import date

from dashboard.evidence.verdicts import Evidence
from dashboard.model.claim import Claim
from dashboard.model.event import Answer, Event
from dashboard.model.registry import Question, Thread
from dashboard.query.questions.questions import due_questions
from dashboard.query.reading import Mode, ResolvedEvent, Support, SupportedValue

THREAD = Thread(
    id="basing",
    title="Basing",
    questions={
        "later": Question(text="Will they stay?", due="2027"),
        "soon": Question(text="Will they go?", due="2026-12-01"),
        "past": Question(text="Did they sign?", due="2026-01"),
        "never": Question(text="Why?"),
    },
)


def test_open_questions_with_a_due_date_come_by_date():
    """Those without one are left out, and an overdue one is told to be past."""
    found = due_questions([THREAD], [], Evidence({}), Mode.ASSESSED, date(2026, 11, 25))
    assert [(due.reference, due.is_past) for due in found] == [
        ("basing/past", True),
        ("basing/soon", False),
        ("basing/later", False),
    ]
    assert [due.day for due in found] == [date(2026, 1, 31), date(2026, 12, 1), date(2027, 12, 31)]


def test_an_answered_question_is_not_due():
    """Yes or no settles it."""
    event = Event(
        id="gone",
        title="They go",
        answers=(Answer(question="basing/soon", outcome="yes"),),
        claims={"it": Claim(text="It happened.", sources=("somebody",))},
    )
    reading = ResolvedEvent(event, SupportedValue(None, Support.UNKNOWN), SupportedValue(None, Support.UNKNOWN), ())
    found = due_questions([THREAD], [reading], Evidence({}), Mode.ASSESSED, date(2026, 11, 25))
    assert "basing/soon" not in [due.reference for due in found]
