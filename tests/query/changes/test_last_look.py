"""What a reader has missed since the last look."""

from dashboard.query.changes.last_look import MissedLine, missed_since

QUOTED = """\
title: A base closes
claims:
  closed:
    text: The base was closed.
    quotes: [{source: dispatch, exact: The base was closed}]
"""
THREADS = """\
bases:
  title: Bases
  questions:
    vote: {text: Will there be a vote?, due: "2025-09-10"}
    stay: {text: Will they stay?, due: "2026-12-31"}
"""


def by_title(files):
    return {group.title: group.lines for group in missed_since(files.changes())}


def test_what_happened_is_told_apart_from_what_was_learned(files, event):
    """The newest first; what has no date last."""
    dates = {"late": "2025-09-09", "early": "2025-09-06", "old": "2009", "undated": None}
    for id_, day in dates.items():
        files.after[f"events/a/{id_}.yaml"] = event(
            f'when: {{reported: "{day}", claims: [closed]}}' if day else "tags: [x]"
        )
    found = by_title(files)
    assert [line.id for line in found["Happened"]] == ["late", "early"]
    assert [line.id for line in found["Learned"]] == ["old", "undated"]
    assert [line.detail for line in found["Learned"]] == ["2009", "undated"]


def test_what_fell_is_told_by_what_it_was_and_is(files, event):
    """A quote that is not in its text any more, what the team took back, and what is gone."""
    for id_ in ("back", "gone"):
        files.before[f"events/a/{id_}.yaml"] = event("tags: [x]")
    files.before |= {"seeds/dispatch.yaml": "kind: article\n", "seeds/dispatch.txt": "The base was closed."}
    files.before["events/a/quoted.yaml"] = QUOTED
    files.after["events/a/quoted.yaml"] = QUOTED.replace("was closed}", "was opened}")
    files.after["events/a/back.yaml"] = event("review: {status: retracted, note: Wrong.}")
    files.after["events/a/gone.yaml"] = None
    found = by_title(files)["Fell"]
    assert {line.id: line.detail for line in found} == {
        "gone": "removed",
        "back": "retracted",
        "quoted": "1 claim: quote found → quote not found",
    }
    assert [line.is_there for line in found if line.id == "gone"] == [False]


def test_a_question_falls_due_by_the_day_alone(files):
    """Though no record changed."""
    files.before["events/registry/threads.yaml"] = files.after["events/registry/threads.yaml"] = THREADS
    found = by_title(files)
    assert found == {"Fell due": (MissedLine("question", "bases/vote", "Will there be a vote?", "10 Sept 2025"),)}


def test_where_nothing_changed_nothing_is_told(files):
    """No group is empty."""
    assert by_title(files) == {}
