"""What changed between two states, kind by kind."""

import json

import pytest

from dashboard.query.changes.change import Why
from dashboard.query.changes.novelty import Novelty

THREADS = "events/registry/threads.yaml"
QUOTED = """\
title: A base closes
claims:
  closed:
    text: The base was closed.
    quotes: [{source: dispatch, exact: The base was closed}]
"""


@pytest.mark.parametrize(
    ("when", "novelty"),
    [
        ('{reported: "2025-09-05", claims: [closed]}', Novelty.WORLD),
        ('{reported: "2025-09-04", claims: [closed]}', Novelty.US),
        ('{reported: "2009", claims: [closed]}', Novelty.US),
        ('{reported: "2025-09", claims: [closed]}', Novelty.UNCLEAR),
        ('{reported: "2025-09-04/..", claims: [closed]}', Novelty.UNCLEAR),
        ('{reported: "2025-09-04/..", lasted: true, claims: [closed]}', Novelty.US),
        ('{reported: "1999/2009", lasted: true, claims: [closed]}', Novelty.US),
        ('{reported: "2025-09-01/2025-09-30", claims: [closed]}', Novelty.UNCLEAR),
        (
            '{reported: "2025-09-09", claims: [closed], assessed: {date: "2009", basis: inferred, note: So.}}',
            Novelty.US,
        ),
        ('{reported: "2009", claims: [closed], assessed: {basis: unknown}}', Novelty.UNDATED),
        ("{}", Novelty.UNDATED),
    ],
)
def test_new_in_the_world_is_told_from_new_to_us(when, novelty, files, event):
    """The assessed date, else as reported, lies after the earlier day, or not, or allows both, or is not there."""
    files.after["events/a/base-closed.yaml"] = event(f"when: {when}")
    [new] = files.changes().new
    assert (new.event.id, new.novelty) == ("base-closed", novelty)


def test_what_lies_after_the_later_day_is_ahead(files, event):
    """An announcement is new, and has not happened yet."""
    files.after["events/a/planned.yaml"] = event('when: {reported: "2025-12", claims: [closed]}')
    files.after["events/a/done.yaml"] = event('when: {reported: "2025-09-09", claims: [closed]}')
    assert {new.event.id: new.ahead for new in files.changes().new} == {"done": False, "planned": True}


def test_a_field_is_told_with_what_it_was_and_is(files, event):
    """By dotted path; items of lists by what names them, wherever they stand."""
    files.before["events/a/base-closed.yaml"] = event(
        "weight: minor", "who:", "  - {actor: nato, role: mediator}", "  - {actor: quito, role: initiator}"
    )
    files.after["events/a/base-closed.yaml"] = event(
        *("weight: major", "who:", "  - {actor: quito, role: initiator, as_reported: Kito}"),
        "  - {actor: nato, role: mediator}",
        claim="The base was shut.",
    )
    [changed] = files.changes().changed
    assert [(each.dotted_path, each.before, each.after) for each in changed.fields] == [
        ("weight", "minor", "major"),
        ("who.quito.initiator.as_reported", None, "Kito"),
        ("claims.closed.text", "The base was closed.", "The base was shut."),
    ]


def test_a_value_is_told_before_what_it_rests_on(files, event):
    """Its basis, its sources and its note come behind it, whatever the letters that they begin with."""
    line = "when: {claims: [closed], assessed: {date: %r, basis: %s, %s}}"
    files.before["events/a/base-closed.yaml"] = event(line % ("2009", "inferred", "note: So."))
    files.after["events/a/base-closed.yaml"] = event(line % ("2010", "external", "sources: [voa], note: They say so."))
    [changed] = files.changes().changed
    assert [each.path[-1] for each in changed.fields] == ["date", "basis", "sources", "note"]


def test_a_part_that_is_new_or_gone_is_told_as_one(files, event):
    """A claim is one thing, however much is written in it."""
    more = "claims: {other: {text: More., sources: [voa]}, closed:"
    files.before["events/a/base-closed.yaml"] = event()
    files.after["events/a/base-closed.yaml"] = event().replace("claims: {closed:", more)
    [change] = files.changes().changed[0].fields
    assert (change.dotted_path, change.before) == ("claims.other", None)
    assert change.after == {"text": "More.", "kind": "fact", "sources": ["voa"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "weight: normal"),
        ("tags: [a]", "tags:\n- a\n# a remark"),
        ("when: {}", ""),
    ],
)
def test_what_says_the_same_is_no_change(one, other, files, event):
    """Defaults, order of keys, layout and comments are of no matter; nor is the folder of a file."""
    files.before["events/a/base-closed.yaml"] = event(one)
    files.after = {"events/a/base-closed.yaml": None, "events/b/base-closed.yaml": event(other)}
    assert files.changes().are_none


@pytest.mark.parametrize(
    ("by", "after"),
    [("nato", None), ("[nato]", None), ("[nato, quito]", ["nato", "quito"]), ("nato, quoted_by: quito", "quito")],
)
def test_a_second_speaker_is_a_change_and_a_list_of_one_is_none(by, after, files, event):
    """By field; and so is somebody who quotes the first."""
    files.before["events/a/base-closed.yaml"] = event().replace("{closed: {", "{closed: {by: nato, ")
    files.after["events/a/base-closed.yaml"] = event().replace("{closed: {", f"{{closed: {{by: {by}, ")
    found = [change for each in files.changes().changed for change in each.fields]
    field = "claims.closed.quoted_by" if after == "quito" else "claims.closed.by"
    expected = [] if after is None else [(field, None if after == "quito" else "nato", after)]
    assert [(each.dotted_path, each.before, each.after) for each in found] == expected


def test_part_of_nothing_is_another_thing_than_silence(files, event):
    """`part_of: null` says what leaving it out does not."""
    line = "amounts: {aid: {assessed: {value: 5, currency: USD, basis: external, sources: [voa]%s}}}"
    files.before["events/a/base-closed.yaml"] = event(line % "")
    files.after["events/a/base-closed.yaml"] = event(line % ", part_of: null")
    [change] = files.changes().changed[0].fields
    assert (change.dotted_path, change.before, change.after) == ("amounts.aid.assessed.part_of", None, "nothing")


def test_a_commitment_that_moved_has_both_rungs(files, event):
    """From floated to agreed; of a matter that had none, from nothing."""
    for name, before, after in (("a", "floated", "agreed"), ("b", None, "pledged")):
        files.before[f"events/a/{name}.yaml"] = event(f"commitment: {{level: {before}}}" if before else "")
        files.after[f"events/a/{name}.yaml"] = event(f"commitment: {{level: {after}}}")
    assert [each.rungs for each in files.changes().changed] == [("floated", "agreed"), (None, "pledged")]


def test_a_renamed_event_is_told_as_one(files, event):
    """Half of its words are enough; less is another event."""
    long = "The base at Manta was closed in 2009, at the request of the president of Ecuador."
    files.before = {"events/a/one.yaml": event(claim=long), "events/a/other.yaml": event(title="A talk begins")}
    files.after = {
        "events/a/one.yaml": None,
        "events/b/one-renamed.yaml": event(claim=long, title="The base closes"),
        "events/a/other.yaml": None,
        "events/a/third.yaml": event(title="Quite another matter", claim="Something else, which nobody had said yet."),
    }
    found = files.changes()
    [change] = found.changed
    assert (change.before.id, change.after.id, change.was_renamed) == ("one", "one-renamed", True)
    assert [each.dotted_path for each in change.fields] == ["title"]
    assert (list(found.removed), [each.event.id for each in found.new]) == (["other"], ["third"])


def test_what_refers_to_a_renamed_event_did_not_change(files):
    """Its relation, its dispute and the whole of its amount are the same; what is otherwise beside them is told."""
    long = "The base at Manta was closed in 2009, at the request of the president of Ecuador."
    amount = "{assessed: {value: 2, currency: USD, basis: external, sources: [voa]}, purpose: all of it}"
    one = f"title: One\namounts: {{all: {amount}}}\nclaims: {{closed: {{text: {long!r}, sources: [voa]}}}}\n"
    other = """\
title: %s
relations: [{type: leads-to, event: %s, note: So it is.}]
amounts:
  part: {part_of: %s/all, purpose: a part, assessed: {value: 1, currency: USD, basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa], disputed_by: [%s/closed]}}
"""
    files.before = {"events/a/one.yaml": one, "events/a/other.yaml": other % ("Other", "one", "one", "one")}
    files.after = {
        "events/a/one.yaml": None,
        "events/a/one-now.yaml": one,
        "events/a/other.yaml": other % ("Otherwise", "one-now", "one-now", "one-now"),
    }
    changed = {each.after.id: [field.dotted_path for field in each.fields] for each in files.changes().changed}
    assert changed == {"one-now": [], "other": ["title"]}


def test_a_retraction_is_seen(files, event):
    """The record is kept, and the change is more than a field."""
    files.before["events/a/base-closed.yaml"] = event()
    files.after["events/a/base-closed.yaml"] = event("review: {status: retracted, note: It never happened.}")
    assert files.changes().changed[0].was_retracted


@pytest.mark.parametrize(
    ("file", "text", "verdicts", "why"),
    [
        ("seeds/dispatch.txt", "The base was shut.", ("quote found", "quote not found"), (Why.TEXT,)),
        ("seeds/dispatch.txt", None, ("quote found", "not checkable"), (Why.TEXT_GONE,)),
        (
            "events/a/base-closed.yaml",
            QUOTED.replace("was closed}", "is closed}"),
            ("quote found", "quote not found"),
            (Why.QUOTE,),
        ),
    ],
)
def test_a_verdict_that_changed_says_why(file, text, verdicts, why, files):
    """Its quotes or the text that they are of; the event's file need not have changed for it."""
    described = {"seeds/dispatch.yaml": "kind: article\n", "seeds/dispatch.txt": "The base was closed."}
    files.before = {**described, "events/a/base-closed.yaml": QUOTED}
    files.after[file] = text
    [changed] = files.changes().changed
    [verdict] = changed.verdicts
    assert (verdict.claim, verdict.before, verdict.after) == ("closed", *verdicts)
    assert verdict.why == why


def test_a_text_that_differs_in_line_ends_alone_is_told_so(files):
    """As where git converts them on one machine and not on another."""
    files.before["seeds/dispatch.txt"] = "The base\nwas closed.\n"
    files.after["seeds/dispatch.txt"] = "The base\r\nwas closed.\r\n"
    [change] = files.changes().sources
    assert (change.kind, change.text) == ("changed", Why.LINE_ENDS)


def test_sources_are_new_removed_or_changed(files):
    """By description or by text, each named once."""
    files.before = {"seeds/a.yaml": "kind: article\n", "seeds/b.yaml": "kind: article\n", "seeds/c.txt": "Words."}
    files.after = {
        "seeds/a.yaml": "kind: article\norigin: tass\n",
        "seeds/b.yaml": None,
        "seeds/c.txt": "Other words.",
        "seeds/d.yaml": "kind: report\n",
    }
    found = files.changes().sources
    assert [(each.id, each.kind, each.text) for each in found] == [
        ("a", "changed", None),
        ("b", "removed", None),
        ("c", "changed", Why.TEXT),
        ("d", "new", None),
    ]
    assert [each.dotted_path for each in found[0].fields] == ["origin"]


def threads(**questions):
    return json.dumps({"base": {"title": "A base", "questions": questions}})


def test_questions_are_asked_answered_fall_due_and_are_withdrawn(files, event):
    """Each as of the day of its state; what merely reads otherwise is told, too."""
    stays, due = {"text": "Will it stay?"}, {"text": "Is it over?", "due": "2025-09-08"}
    kept = {"answered": stays, "lapsed": due, "gone": stays, "reworded": stays, "same": stays}
    files.before[THREADS] = threads(**kept)
    later = {**kept, "asked": stays, "reworded": {"text": "Will it remain?"}}
    del later["gone"]
    files.after[THREADS] = threads(**later)
    answer = "answers: [{question: base/answered, outcome: 'no', claims: [closed]}]"
    files.after["events/a/base-closed.yaml"] = event(answer)
    found = {change.reference: change for change in files.changes().questions}
    assert {reference: change.kind for reference, change in found.items()} == {
        "base/answered": "answered",
        "base/asked": "asked",
        "base/gone": "withdrawn",
        "base/lapsed": "fell due",
        "base/reworded": "changed",
    }
    answered = found["base/answered"].after
    assert answered is not None
    assert (answered.outcome, answered.by) == ("no", "base-closed")
    assert [each.dotted_path for each in found["base/reworded"].fields] == ["text"]


def test_entries_of_registries_are_told_without_their_questions(files):
    """A thread whose questions alone changed is told by its questions."""
    files.before = {
        THREADS: threads(one={"text": "Will it stay?"}),
        "events/registry/places.yaml": "manta: {name: Manta, precision: city, latitude: -0.9, longitude: -80.7}\n",
    }
    files.after = {
        THREADS: threads(),
        "events/registry/places.yaml": "manta: {name: Manta, precision: city, latitude: -0.95, longitude: -80.7}\n",
        "events/registry/actors.yaml": "nato: {name: NATO, kind: international-organisation}\n",
    }
    found = files.changes()
    assert [(each.kind, each.id, [field.dotted_path for field in each.fields]) for each in found.registry] == [
        ("place", "manta", ["latitude"]),
        ("actor", "nato", []),
    ]
    assert [each.kind for each in found.questions] == ["withdrawn"]


def test_problems_are_new_or_fixed_not_moved(files, event):
    """A line more above it, another folder or another name makes no new problem."""
    late = "when: {reported: '2025-09-05', claims: [nobody]}"
    long = "The base at Manta was closed in 2009, at the request of the president of Ecuador."
    files.before = {
        "events/a/moved.yaml": event(late),
        "events/a/fixed.yaml": event(late, title="Another base closes"),
        "events/a/named.yaml": event(late, claim=long),
    }
    files.after = {
        "events/a/moved.yaml": None,
        "events/b/moved.yaml": "# a remark\n" + event(late),
        "events/a/fixed.yaml": event(title="Another base closes"),
        "events/a/named.yaml": None,
        "events/a/named-anew.yaml": event(late, claim=long),
        "events/a/bad.yaml": event("weight: huge"),
    }
    found = files.changes()
    assert {each.file for each in found.fixed_problems} == {"events/a/fixed.yaml"}
    assert {each.file for each in found.new_problems} == {"events/a/bad.yaml"}


@pytest.mark.parametrize("broken", ["before", "after"])
def test_a_broken_record_is_named_and_neither_new_nor_removed(broken, files, event):
    """What cannot be read in one state, the other is not compared with."""
    good = {
        "events/a/base-closed.yaml": event(),
        "seeds/voa.yaml": "kind: article\n",
        "events/registry/places.yaml": "manta: {name: Manta, precision: country, country: EC}\n",
        "events/registry/threads.yaml": threads(one={"text": "Will it stay?"}),
    }
    bad = dict.fromkeys(good, "title: [") | {"events/registry/places.yaml": "manta: {name: Manta}\n"}
    files.before, files.after = (bad, good) if broken == "before" else (good, bad)
    found = files.changes()
    assert (found.new, found.removed, found.changed, found.questions, found.registry) == ((), {}, (), (), ())
    assert found.sources == ()
    assert [(*each.record, each.before) for each in found.unreadable] == [
        ("event", "base-closed", broken == "before"),
        ("place", "manta", broken == "before"),
        ("source", "voa", broken == "before"),
        ("thread", "*", broken == "before"),
    ]
    assert found.fixed_problems if broken == "before" else found.new_problems


def test_two_items_of_one_name_are_both_told(files, event):
    """Somebody named twice in one role is two items, however odd that is."""
    line = "  - {actor: nato, role: mediator%s}"
    files.before["events/a/base-closed.yaml"] = event("who:", line % "", line % ", as_reported: Nato")
    files.after["events/a/base-closed.yaml"] = event("who:", line % "", line % ", as_reported: NATO")
    [change] = files.changes().changed[0].fields
    assert (change.dotted_path, change.before, change.after) == ("who.nato.mediator#2.as_reported", "Nato", "NATO")
