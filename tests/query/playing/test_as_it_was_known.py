"""What was known when, told by commits, and by reviews where there are none."""

import datetime as dt
from functools import partial

import pytest

from dashboard.checks.validation import validate
from dashboard.query.changes import State
from dashboard.query.playing import KnownDays, KnownThen, known_days, known_step
from dashboard.store import git
from dashboard.store.loading import Loader, files_by_content
from tests.repositories import committed

FIRST, SECOND, THIRD = dt.date(2025, 9, 5), dt.date(2025, 9, 8), dt.date(2025, 9, 30)


def event_file(workspace, id_):
    """The file of an event."""
    return next((workspace / "events").glob(f"*/{id_}.yaml"))


@pytest.fixture
def history(workspace):
    """A workspace that came to know one event after the others, and another title of one of them later."""
    late = event_file(workspace, "us-drones-for-navy")
    text = late.read_text(encoding="utf-8")
    late.unlink()
    committed(workspace, FIRST.isoformat())
    late.write_text(text, encoding="utf-8")
    committed(workspace, SECOND.isoformat(), at="08:00:00Z")
    (workspace / "notes.txt").write_text("No record.", encoding="utf-8")
    committed(workspace, "2025-09-20")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    late.write_text(text.replace(title, "title: Drones for the navy of Ecuador"), encoding="utf-8")
    committed(workspace, THIRD.isoformat())
    return workspace


def steps_of(workspace):
    """What was known on each day."""
    now = validate(workspace)
    days = known_days(workspace, now.workspace.events.values())
    return days, [known_step(workspace, days, index, now) for index in range(len(days.days))]


def test_commits_tell_what_was_known(history):
    """Each day on which a record changed is a step, with the records as they were at its end."""
    days, (one, two, three) = steps_of(history)
    assert days.days == (FIRST, SECOND, THIRD)
    assert two.events - one.events == {"us-drones-for-navy"}
    assert three.events == two.events
    titles = [step.validation.workspace.events["us-drones-for-navy"].title for step in (two, three)]
    assert titles == ["Drones for Ecuador’s navy", "Drones for the navy of Ecuador"]
    assert one.words == f"commit {days.commits[FIRST].commit[:12]}"


def test_a_step_tells_what_came_with_it(history):
    """What is new, and what is another than it was; of the first, everything is new."""
    days, (one, two, three) = steps_of(history)
    told = [KnownThen.after(before, step, days) for before, step in ((None, one), (one, two), (two, three))]
    assert told[0].new == one.events
    assert [each.new for each in told[1:]] == [{"us-drones-for-navy"}, frozenset()]
    assert [each.changed for each in told] == [frozenset(), frozenset(), {"us-drones-for-navy"}]


@pytest.fixture
def as_now(history):
    """The files as they are now, for steps to be read from."""
    loader = Loader(history)
    validation = validate(loader)
    name_of = partial(git.content_name, digits=40)
    return State(THIRD, validation, files=files_by_content(history, loader.files_kept, name_of))


def test_a_step_that_is_read_from_others_is_the_same(history, as_now):
    """Whichever steps it is read from; and nothing of what they have in common is opened again."""
    days, steps = steps_of(history)
    near = [as_now]
    for index in (2, 0, 1):
        step = known_step(history, days, index, as_now.validation, lambda: tuple(near))
        whole = steps[index].validation
        assert step.validation.workspace.events == whole.workspace.events
        assert step.validation.workspace.texts == whole.workspace.texts
        assert step.validation.problems == whole.problems
        assert step.validation.evidence == whole.evidence
        near.append(step.state)
    events = as_now.validation.workspace.events
    assert all(each is events[id_] for id_, each in near[1].validation.workspace.events.items())


def test_a_source_that_was_another_then_is_read_as_it_was(history, as_now):
    """What rests on it is looked at again: its quotes are not found in the text of then."""
    text = history / "seeds" / "us-troops-ecuador.txt"
    whole = text.read_text(encoding="utf-8")
    text.write_text("Nothing of that.\n", encoding="utf-8")
    committed(history, "2025-10-02")
    text.write_text(whole, encoding="utf-8")
    committed(history, "2025-10-05")
    days = known_days(history, ())
    at = days.at(dt.date(2025, 10, 2))
    step = known_step(history, days, at, as_now.validation, lambda: (as_now,))
    alone = known_step(history, days, at, as_now.validation)
    assert step.validation.problems == alone.validation.problems
    assert step.validation.evidence == alone.validation.evidence
    assert step.validation.evidence != as_now.validation.evidence


def test_a_file_that_changed_since_it_was_read_has_no_name(history):
    """What was read of it is not what it holds."""
    loader = Loader(history)
    validate(loader)
    file = event_file(history, "us-base-closed")
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    named = {name for name, _ in files_by_content(history, loader.files_kept, lambda _content: "name")}
    assert f"events/ecuador/{file.name}" not in named
    assert len(named) == len(loader.files_kept) - 1


def test_a_day_stands_at_the_last_step_before_it():
    """Before the first one, at the first."""
    days = KnownDays((FIRST, SECOND), {})
    assert [days.at(dt.date(2025, 9, day)) for day in (1, 5, 7, 8, 30)] == [0, 0, 0, 1, 1]


def test_reviews_tell_where_git_does_not(workspace):
    """Events without a review are in no step: when they were known, nothing tells."""
    for id_, day in (("us-base-closed", "2025-09-05"), ("us-base-notice", "2025-09-30")):
        file = event_file(workspace, id_)
        text = file.read_text(encoding="utf-8")
        review = f'review: {{status: reviewed, by: AB, on: "{day}"}}'
        file.write_text(text.replace("review: {status: draft}", review), encoding="utf-8")
    days, (one, two) = steps_of(workspace)
    assert days.days == (FIRST, THIRD)
    assert (one.events, two.events) == ({"us-base-closed"}, {"us-base-closed", "us-base-notice"})
    assert one.words == "days of reviews"


def test_nothing_is_known_where_nothing_tells(workspace):
    """No history and no review: there is no day to play."""
    assert known_days(workspace, validate(workspace).workspace.events.values()).days == ()
