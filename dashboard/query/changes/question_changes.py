"""Questions between two states: newly asked, answered, fallen due, reworded, withdrawn."""

from collections.abc import Iterator

from dashboard.model.registry import Thread
from dashboard.query.changes.change import QuestionChange, QuestionSnapshot
from dashboard.query.changes.fields import field_changes
from dashboard.query.changes.states import ALL, Key, State
from dashboard.query.questions import TrackedQuestion, track_questions
from dashboard.query.reading import Mode, resolve_events


def question_changes(before: State, after: State, unread: frozenset[Key]) -> tuple[QuestionChange, ...]:
    """Changed questions by `thread/question`, assessed on each state's day, if both states could be read."""
    if ("thread", ALL) in unread:
        return ()
    return tuple(_changes(_questions_by_reference(before), _questions_by_reference(after), unread))


def _changes(
    was: dict[str, QuestionSnapshot], is_: dict[str, QuestionSnapshot], unread: frozenset[Key]
) -> Iterator[QuestionChange]:
    for reference in sorted({*was, *is_}):
        one, other = was.get(reference), is_.get(reference)
        rests_on = {
            ("thread", reference.partition("/")[0]),
            *(("event", then.by) for then in (one, other) if then and then.by),
        }
        if one != other and unread.isdisjoint(rests_on):
            asked = [each.question for each in (one, other) if each and each.question]
            fields = field_changes(*asked) if one and other else ()
            yield QuestionChange(reference, one, other, fields)


def _questions_by_reference(state: State) -> dict[str, QuestionSnapshot]:
    """Every question by `thread/question`."""
    validation = state.validation
    workspace, evidence = validation.workspace, validation.evidence
    threads: list[Thread] = [thread for thread in workspace.threads.values() if thread.questions]
    if not threads:
        return {}
    shown = resolve_events(workspace.events.values(), workspace.places, evidence, Mode.ASSESSED)
    return {
        f"{thread.id}/{asked.key}": snapshot_of(asked)
        for thread in threads
        for asked in track_questions(thread, shown, evidence, Mode.ASSESSED, state.day)
    }


def snapshot_of(asked: TrackedQuestion) -> QuestionSnapshot:
    """The snapshot of a question: the parts of its state by which two states are compared."""
    answer = asked.deciding or (asked.answers[-1] if asked.answers else None)
    outcome, by = (answer.answer.outcome, answer.reading.id) if answer else (None, None)
    return QuestionSnapshot(asked.question, asked.standing, outcome, by)
