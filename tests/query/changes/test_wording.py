"""Changes in words."""

import pytest

from dashboard.evidence.verdicts import Verdict
from dashboard.query.changes.change import VerdictChange, Why
from dashboard.query.changes.fields import FieldChange
from dashboard.query.changes.sections import sections_of
from dashboard.query.changes.wording import change_words, field_words, verdict_words

PLACES = {"manta": "Manta", "quito": "Quito"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("title", "title"),
        ("when.assessed.date", "assessed date"),
        ("when.assessed.note", "date, assessed, note"),
        ("where.as_reported", "place, as reported"),
        ("claims.closed.text", "claim closed, text"),
        ("amounts.drones.reported.value", "amount drones as reported"),
        ("threads", "threads"),
    ],
)
def test_a_path_is_told_in_words(path, words):
    """As people call the fields, not as the file does."""
    assert field_words(tuple(path.split("."))) == words


@pytest.mark.parametrize(
    ("path", "before", "after", "words"),
    [
        ("when.assessed.date", "2009", "2009-09-18", "assessed date: 2009 → 18 September 2009"),
        ("when.reported", None, "2009~", "reported date: new: about 2009"),
        ("where.reported", "quito", "manta", "reported place: Quito → Manta"),
        ("where.reported", "2009", "gone", "reported place: 2009 → gone"),
        ("tags", ["a", "b"], None, "tags: removed: a, b"),
        ("claims.closed.by", "noboa", ["noboa", "rubio"], "claim closed, by: noboa → noboa, rubio"),
        ("amounts.dead.as_reported", "dozens", "hundreds", "amount dead, as reported: dozens → hundreds"),
        ("when.lasted", False, True, "date, lasted: no → yes"),
        (
            "amounts.aid.reported.value",
            "13500000",
            "6000000.5",
            "amount aid as reported: 13,500,000 → 6,000,000.5",
        ),
        ("radius_km", 2.0, 20.5, "radius km: 2 → 20.5"),
        ("claims.new", None, {"text": "It was.", "kind": "fact"}, "claim new: new: It was."),
        ("title", "A", {"assessed": {"basis": "external", "value": "A"}}, "title: A → A (assessed)"),
        ("published", None, {"assessed": {"basis": "external", "date": "2009"}}, "published: new: 2009 (assessed)"),
    ],
)
def test_a_change_says_what_was_and_what_is(path, before, after, words):
    """Dates, places and numbers in words; of a part, what says most."""
    assert change_words(FieldChange(tuple(path.split(".")), before, after), PLACES) == words


def test_claims_that_fared_alike_share_a_line():
    """A text that changed may take twenty claims with it."""
    lost = [VerdictChange(key, Verdict.FOUND, Verdict.NOT_FOUND, (Why.TEXT,)) for key in ("a", "b")]
    told = verdict_words([*lost, VerdictChange("c", Verdict.NOT_FOUND, Verdict.FOUND, (Why.QUOTE,))])
    assert told == (
        "claims a, b: quote found → quote not found (the text changed)",
        "claim c: quote not found → quote found (its quotes changed)",
    )


def test_long_values_are_cut_where_they_differ():
    """What differs at the end of a long sentence is still seen."""
    start = "The base at Manta was closed, at the request of the president of Ecuador, after ten years, in "
    told = change_words(FieldChange(("title",), f"{start}2009", f"{start}2010"), {})
    assert told == "title: …, after ten years, in 2009 → …, after ten years, in 2010"
    assert len(change_words(FieldChange(("title",), None, "x" * 5_000), {})) < 120


def test_every_record_has_one_line_under_the_weightiest_of_its_changes(files, event):
    """A commitment that moved outweighs a verdict, and that a title."""
    quoted = "claims: {said: {text: It was closed., quotes: [{source: dispatch, exact: The base was closed}]}}"
    files.before = {"seeds/dispatch.yaml": "kind: article\n", "seeds/dispatch.txt": "The base was closed."} | {
        f"events/a/{name}.yaml": f"title: {name}\n{quoted}\n" for name in ("both", "verdict")
    }
    files.before["events/a/title.yaml"] = event(title="One")
    files.after = {
        "seeds/dispatch.txt": "The base was shut.",
        "events/a/both.yaml": f"title: both\ncommitment: {{level: ended}}\n{quoted}\n",
        "events/a/title.yaml": event(title="Another"),
        "events/a/taken.yaml": event("when: {reported: '2025-09-09', claims: [closed]}", "commitment: {level: agreed}"),
    }
    found = {section.title: section.lines for section in sections_of(files.changes())}
    assert [line.text for line in found["Happened since: after 4 September 2025"]] == [
        "taken: A base closes (9 September 2025; agreed)"
    ]
    [moved] = found["Changed commitments"]
    assert moved.details[:2] == (
        "commitment: nothing → ended",
        "claim said: quote found → quote not found (the text changed)",
    )
    assert [line.id for line in found["Changed verdicts"]] == ["verdict"]
    assert [line.details for line in found["Changed"]] == [("title: One → Another",)]
