"""What was known when, told by commits, and by reviews where there are none."""

import datetime as dt

import pytest

from dashboard.checks.validation import validate
from dashboard.query.playing import KnownDays, KnownThen, known_days, known_step
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
