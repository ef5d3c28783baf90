"""Questions between two states: newly asked, answered, fallen due, reworded, withdrawn."""

from collections.abc import Iterator

from dashboard.model.registry import Thread
from dashboard.query.changes.change import AskedThen, QuestionChange
from dashboard.query.changes.fields import field_changes
from dashboard.query.changes.state import ALL, Key, State
from dashboard.query.questions import Asked, asked_of
from dashboard.query.reading import Mode, readings


def question_changes(before: State, after: State, unread: frozenset[Key]) -> tuple[QuestionChange, ...]:
    """By `thread/question`, as assessed, each as of its own day; those whose thread and answer both states can tell."""
    if ("thread", ALL) in unread:
        return ()
    return tuple(_changes(_asked(before), _asked(after), unread))


def _changes(was: dict[str, AskedThen], is_: dict[str, AskedThen], unread: frozenset[Key]) -> Iterator[QuestionChange]:
    for reference in sorted({*was, *is_}):
        one, other = was.get(reference), is_.get(reference)
        rests_on = {
            ("thread", reference.partition("/")[0]),
            *(("event", then.by) for then in (one, other) if then and then.by),
        }
        if one != other and unread.isdisjoint(rests_on):
            fields = field_changes(one.question, other.question) if one and other else ()
            yield QuestionChange(reference, one, other, fields)


def _asked(state: State) -> dict[str, AskedThen]:
    """Every question by `thread/question`."""
    validation = state.validation
    workspace, evidence = validation.workspace, validation.evidence
    threads: list[Thread] = [thread for thread in workspace.threads.values() if thread.questions]
    if not threads:
        return {}
    shown = readings(workspace.events.values(), workspace.places, evidence, Mode.ASSESSED)
    return {
        f"{thread.id}/{asked.key}": then(asked)
        for thread in threads
        for asked in asked_of(thread, shown, evidence, Mode.ASSESSED, state.day)
    }


def then(asked: Asked) -> AskedThen:
    """Where a question stands, as states are compared by it."""
    answer = asked.deciding or (asked.answers[-1] if asked.answers else None)
    outcome, by = (answer.answer.outcome, answer.reading.id) if answer else (None, None)
    return AskedThen(asked.question, asked.standing, outcome, by)
