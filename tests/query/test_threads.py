"""The story of a thread: its ladder, its sums, its questions, its disputes."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.registry import Thread
from dashboard.query.disagreements.disputes import disputes_of
from dashboard.query.disagreements.ledger import ledger_of
from dashboard.query.ladder import OVER, RISING, Join, joins_of, steps_of
from dashboard.query.questions.questions import QuestionStatus, track_questions
from dashboard.query.reading import Mode, Support, resolve_events
from dashboard.query.threads import NO_THREAD, events_by_thread, parts_of, story_of, thread_statuses
from dashboard.store.loading import load
from dashboard.store.workspace import Workspace

TODAY = dt.date(2026, 11, 25)
TEXTS = {"held": "They pledge $5 million. The base was closed in 2009."}
QUOTED = {"text": "T", "quotes": [{"source": "held", "exact": "They pledge $5 million"}]}
FAILED = {"text": "T", "quotes": [{"source": "held", "exact": "They pledge $6 million"}]}
OUTSIDE = {"text": "T", "sources": ["voa"]}
EXTERNAL = {"basis": "external", "sources": ["voa"]}


def event(id_, level=None, day=None, *, claim=OUTSIDE, **fields):
    when = {"assessed": {**EXTERNAL, "date": day}} if day else {}
    return Event.model_validate(
        {
            "id": id_,
            "title": id_,
            "threads": ["t"],
            "claims": {"c": claim},
            "commitment": {"level": level, "claims": ["c"]} if level else None,
            "when": {**when, "lasted": "/" in (day or "")},
            **fields,
        }
    )


def evidence(events):
    return evidence_of({each.id: each for each in events}, TEXTS)


def read(events, mode=Mode.ASSESSED):
    return resolve_events(events, {}, evidence(events), mode)


def joins(*events, mode=Mode.ASSESSED):
    found = read(events, mode)
    steps = steps_of(found, evidence(events), mode)
    return joins_of(steps, found, evidence(events), mode)


def leads(to, type_="leads-to"):
    return {"relations": [{"type": type_, "event": to, "claims": ["c"]}]}


def dollars(value, part_of=None, *, reported=True, currency="USD", **fields):
    side = {"value": value, "currency": currency}
    own = {"reported": side, "claims": ["c"]} if reported else {"assessed": {**EXTERNAL, **side}}
    return {**own, "part_of": part_of, **fields}


def totals(ledger, mode, kind="promised"):
    return {
        total.quantity.currency or total.quantity.unit: (total.quantity.value, total.added)
        for total in ledger.totals(kind, mode)
    }


def test_every_rung_leads_up_or_is_over():
    """The ladder has nine rungs, floated the lowest."""
    assert (RISING[0], RISING[-1], len(RISING) + len(OVER)) == ("floated", "delivered", 9)


def test_unrelated_events_of_a_thread_are_not_joined():
    """A later rung is not the next step of an earlier one unless a record says so."""
    assert joins(event("a", "floated", "2020-01-01"), event("b", "pledged", "2020-02-01")) == ()


def test_a_relation_joins_and_reaches_through_events_without_a_rung():
    """leads-to points onward, responds-to back."""
    found = joins(
        event("a", "floated", "2020-01-01", **leads("b")),
        event("b", None, "2020-02-01", **leads("c")),
        event("c", "pledged", "2020-03-01"),
        event("d", "declined", "2020-04-01", **leads("a", "responds-to")),
    )
    assert set(found) == {Join("a", "c", "relation"), Join("a", "d", "relation")}


@pytest.mark.parametrize("type_", ["part-of", "repeats", "conflates"])
def test_other_relations_join_nothing(type_):
    """They do not say that one thing led to another."""
    assert joins(event("a", "floated", "2020-01-01", **leads("b", type_)), event("b", "pledged", "2020-03-01")) == ()


def test_a_span_is_joined_to_what_ended_it_on_its_last_day():
    """Only where the one and the other are the only ones of that day."""
    span, end = event("a", "underway", "1999/2009-09-18"), event("b", "ended", "2009-09-18")
    assert joins(span, end) == (Join("a", "b", "same day"),)
    assert joins(span, end, event("c", "declined", "2009-09-18")) == ()
    assert joins(span, event("d", "underway", "2001/2009-09-18"), end) == ()
    assert joins(event("a", "underway", "1999/2009-09"), event("b", "ended", "2009-09-30")) == ()


def test_as_reported_a_rung_and_a_relation_need_a_quote():
    """What rests on outside sources is left off the ladder; a failed quote stays, and says so."""
    events = [
        event("a", "floated", claim=QUOTED, **leads("c")),
        event("b", "pledged"),
        event("c", "ended", claim=FAILED),
        event("d", "agreed", claim=QUOTED, review={"status": "retracted", "note": "N"}),
    ]
    steps = steps_of(read(events, Mode.REPORTED), evidence(events), Mode.REPORTED)
    assert [(step.id, step.carried) for step in steps] == [("a", Support.QUOTED), ("c", Support.NOT_FOUND)]
    assert joins(*events, mode=Mode.REPORTED) == (Join("a", "c", "relation"),)
    assert joins(event("a", "floated", **leads("c")), *events[2:], mode=Mode.REPORTED) == ()


def test_a_part_is_counted_once_and_apart_as_the_team_holds():
    """The drones of the seed: a part of the package as reported, on top of it as assessed."""
    drones = dollars(6, "package/p")
    drones["assessed"] = {**EXTERNAL, "value": 6, "currency": "USD", "part_of": None}
    events = [
        event("drones", "pledged", claim=QUOTED, amounts={"d": drones}),
        event("package", "pledged", claim=QUOTED, amounts={"p": dollars(13)}),
    ]
    ledger = ledger_of(events, {}, evidence(events))
    assert [line.reference for line in ledger.lines] == ["package/p", "drones/d"]
    assert totals(ledger, Mode.REPORTED) == {"USD": (13, 1)}
    assert totals(ledger, Mode.ASSESSED) == {"USD": (19, 2)}
    assert totals(ledger, Mode.ASSESSED, "delivered") == {}


def test_currencies_and_units_are_never_added():
    """Each has a sum of its own; doubt of a part is doubt of the sum."""
    planes = {"assessed": {**EXTERNAL, "value": 3, "unit": "aircraft", "qualifier": "at-least"}}
    many = {"a": dollars(5), "b": dollars(7, currency="EUR"), "c": planes, "d": planes}
    events = [event("e", "agreed", claim=QUOTED, amounts=many)]
    ledger = ledger_of(events, {}, evidence(events))
    assert totals(ledger, Mode.ASSESSED) == {"USD": (5, 1), "EUR": (7, 1), "aircraft": (6, 2)}
    assert [each.quantity.qualifier for each in ledger.totals("promised", Mode.ASSESSED)] == [
        "exact",
        "exact",
        "at-least",
    ]


def test_an_amount_in_words_is_listed_and_not_added():
    """In either mode; where the team has a number, that is added."""
    words = {"as_reported": "hundreds of dollars", "claims": ["c"]}
    many = {"a": dollars(5), "b": words, "c": {**words, "assessed": {**EXTERNAL, "value": 300, "currency": "USD"}}}
    events = [event("e", "agreed", claim=QUOTED, amounts=many)]
    ledger = ledger_of(events, {}, evidence(events))
    assert totals(ledger, Mode.REPORTED) == {"USD": (5, 1)}
    assert totals(ledger, Mode.ASSESSED) == {"USD": (305, 2)}
    assert [line.reported.left for line in ledger.lines] == [None, "words", "words"]
    assert [line.assessed.left for line in ledger.lines] == [None, "words", None]
    assert [(line.assessed.words, line.assessed.quantity is None) for line in ledger.lines[1:]] == [
        ("hundreds of dollars", True),
        (None, False),
    ]


def test_a_range_is_listed_and_not_added():
    """Neither end of it is the sum that was promised."""
    seven = dollars(7)
    events = [
        event(
            "e",
            "agreed",
            claim=QUOTED,
            amounts={"a": dollars(5), "b": {**seven, "reported": {**seven["reported"], "to": 9}}},
        )
    ]
    ledger = ledger_of(events, {}, evidence(events))
    assert totals(ledger, Mode.REPORTED) == {"USD": (5, 1)}
    assert [line.reported.left for line in ledger.lines] == [None, "range"]


@pytest.mark.parametrize("level", [None, "floated", "discussed", "declined", "lapsed", "ended"])
def test_what_is_not_promised_is_listed_and_not_added(level):
    """A floated sum, or the votes of a refusal, are no promise."""
    events = [event("e", level, claim=QUOTED, amounts={"a": dollars(5)})]
    ledger = ledger_of(events, {}, evidence(events))
    assert [line.kind for line in ledger.lines] == ["other"]
    assert totals(ledger, Mode.REPORTED) == totals(ledger, Mode.ASSESSED) == {}


@pytest.mark.parametrize(
    ("claim", "amount", "left"),
    [(FAILED, dollars(5), ("quote not found", "quote not found")), (OUTSIDE, dollars(5), ("not quoted", None))],
)
def test_as_reported_only_what_is_quoted_is_added(claim, amount, left):
    """A failed quote is added on neither side."""
    events = [event("e", "pledged", claim=claim, amounts={"a": amount})]
    (line,) = ledger_of(events, {}, evidence(events)).lines
    assert (line.reported.left, line.assessed.left) == left


def test_what_is_repeated_is_counted_once_and_what_is_retracted_not_at_all():
    """Saying the same sum again promises nothing more."""
    again = leads("a", "repeats")
    events = [
        event("a", "pledged", claim=QUOTED, amounts={"x": dollars(5)}),
        event("b", "pledged", claim=QUOTED, amounts={"x": dollars(5), "y": dollars(2)}, **again),
        event("c", "pledged", claim=QUOTED, amounts={"x": dollars(9)}, review={"status": "retracted", "note": "N"}),
    ]
    assert totals(ledger_of(events, {}, evidence(events)), Mode.ASSESSED) == {"USD": (7, 2)}


def test_a_delivery_is_not_taken_from_the_promise():
    """Both are told: what was promised, and what of it has come."""
    events = [
        event("a", "pledged", claim=QUOTED, amounts={"x": dollars(5)}),
        event("b", "delivered", claim=QUOTED, amounts={"x": dollars(2, "a/x")}),
    ]
    ledger = ledger_of(events, {}, evidence(events))
    assert totals(ledger, Mode.ASSESSED) == {"USD": (5, 1)}
    assert totals(ledger, Mode.ASSESSED, "delivered") == {"USD": (2, 1)}


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(-1, 7)), min_size=1, max_size=8))
def test_every_amount_is_in_the_sum_or_says_why_not(amounts):
    """Whatever is part of what, in circles too: the sum is that of what is a part of nothing."""
    parts = {
        f"k{index}": dollars(value, f"k{whole}" if 0 <= whole < len(amounts) else None)
        for index, (value, whole) in enumerate(amounts)
    }
    events = [event("e", "pledged", claim=QUOTED, amounts=parts)]
    ledger = ledger_of(events, {}, evidence(events))
    assert sorted(line.key for line in ledger.lines) == sorted(parts)
    assert {line.key for line in ledger.lines if line.reported.left is None} == {
        key for key, amount in parts.items() if amount["part_of"] is None
    }
    added = sum(amount["reported"]["value"] for amount in parts.values() if amount["part_of"] is None)
    assert totals(ledger, Mode.REPORTED).get("USD", (0, 0))[0] == added


QUESTION = Thread.model_validate(
    {
        "id": "t",
        "title": "T",
        "questions": {
            "past": {"text": "P", "due": "2025"},
            "coming": {"text": "C", "due": "2026-11-25"},
            "none": {"text": "N"},
        },
    }
)


def standing(*events, mode=Mode.ASSESSED):
    return {each.key: each for each in track_questions(QUESTION, read(events, mode), evidence(events), mode, TODAY)}


def answer(id_, day, outcome, key="none", **fields):
    return event(id_, None, day, answers=[{"question": f"t/{key}", "outcome": outcome, "claims": ["c"]}], **fields)


def test_a_question_is_open_due_or_overdue_until_it_is_answered():
    """A due day that is today has not passed."""
    asked = standing()
    assert [asked[key].standing for key in ("past", "coming", "none")] == [
        QuestionStatus.OVERDUE,
        QuestionStatus.DUE,
        QuestionStatus.OPEN,
    ]
    asked = standing(answer("a", "2025-01-01", "yes", "past"), answer("b", "2025-01-01", "partly", "coming"))
    assert (asked["past"].standing, asked["coming"].standing) == (QuestionStatus.ANSWERED, QuestionStatus.DUE)
    assert [each.reading.id for each in asked["coming"].answers] == ["b"]


def test_the_last_answer_decides_and_a_retracted_one_does_not():
    """Where events differ, it says so."""
    asked = standing(
        answer("b", "2025-01-01", "yes"),
        answer("a", "2025-02-01", "no"),
        answer("c", "2025-03-01", "yes", review={"status": "retracted", "note": "N"}),
    )["none"]
    assert (asked.deciding.answer.outcome, asked.differs) == ("no", True)


def test_as_reported_answers_need_a_quote_and_judgements_are_left_out():
    """What is left out is counted."""
    judged = [{"question": "t/none", "likelihood": "likely", "confidence": "low", "by": "AB", "on": "2026-01-01"}]
    events = [answer("a", "2025-01-01", "no", judgements=judged)]
    asked = standing(*events, mode=Mode.REPORTED)["none"]
    assert (asked.standing, asked.left_out, asked.judgements) == (QuestionStatus.OPEN, 1, ())
    assert len(standing(*events)["none"].judgements) == 1


def test_a_dispute_is_told_once_and_a_reference_to_nothing_is_none():
    """Two claims that name each other are one pair; as reported, quotes carry both sides."""
    events = {
        "a": event("a", claim={**QUOTED, "disputed_by": ["b/c", "b/none"]}),
        "b": event("b", claim={**OUTSIDE, "disputed_by": ["a/c"]}),
    }
    found, left = disputes_of(["a"], Workspace(Path(), events=events), evidence(events.values()), Mode.ASSESSED)
    assert ([(each.claim.event.id, each.other.event.id) for each in found], left) == ([("a", "b")], 0)
    assert disputes_of(["b"], Workspace(Path(), events=events), evidence(events.values()), Mode.REPORTED) == ((), 1)
    assert disputes_of(["x"], Workspace(Path(), events=events), evidence(events.values()), Mode.ASSESSED) == ((), 0)


def test_actors_have_their_roles_and_what_they_say():
    """An actor that the team holds to be another is that other, as assessed."""
    who = [{"actor": "x", "role": "initiator", "claims": ["c"], "assessed": {**EXTERNAL, "actor": "y"}}]
    events = [event("a", who=who, claim={**QUOTED, "by": "x", "kind": "statement"})]
    assessed = parts_of(events, evidence(events), Mode.ASSESSED)
    assert [(part.actor, dict(part.roles), part.said) for part in assessed] == [
        ("x", {}, 1),
        ("y", {"initiator": 1}, 0),
    ]
    (part,) = parts_of(events, evidence(events), Mode.REPORTED)
    assert (part.actor, dict(part.roles), part.said, part.events) == ("x", {"initiator": 1}, 1, 1)
    together = [event("a", claim={**QUOTED, "by": ["x", "y"], "quoted_by": "z", "kind": "statement"})]
    assert [(part.actor, part.said) for part in parts_of(together, evidence(together), Mode.REPORTED)] == [
        ("x", 1),
        ("y", 1),
        ("z", 1),
    ]


def test_every_event_stands_with_each_of_its_threads_or_with_none():
    """A thread that is not registered is none."""
    events = read([event("a", threads=["t", "u"]), event("b", threads=["gone"]), event("c", threads=[])])
    found = events_by_thread(events, {"t": QUESTION, "u": QUESTION})
    assert {thread: [reading.id for reading in each] for thread, each in found.items()} == {
        "t": ["a"],
        "u": ["a"],
        NO_THREAD: ["b", "c"],
    }


def test_the_seed_tells_its_story(root):
    """The sums that the article gives, and those that the team holds."""
    workspace = load(root)
    found = evidence_of(workspace.events, workspace.texts)
    every = resolve_events(workspace.events.values(), workspace.places, found, Mode.ASSESSED)
    thread = workspace.threads["us-ecuador-basing"]
    own = tuple(reading for reading in every if thread.id in reading.event.threads)
    story = story_of(thread, own, every, workspace, found, Mode.ASSESSED, TODAY)
    assert story.joins == (Join("us-base-hosted", "us-base-closed", "same day"),)
    assert totals(story.ledger, Mode.REPORTED) == {"USD": (13_500_000, 1)}
    assert totals(story.ledger, Mode.ASSESSED) == {"USD": (19_500_000, 2)}
    assert totals(story.ledger, Mode.ASSESSED, "delivered") == {}
    assert story.questions[0].deciding.answer.outcome == "no"
    assert (len(story.disputes), story.rungs_left_out, story.retracted_count) == (2, 0, 0)


def test_a_thread_stands_where_its_latest_event_with_a_level_left_it():
    """Not at a later event that says nothing of it, nor at a retracted or an undated one."""
    events = [
        event("early", "floated", "2024-01-01"),
        event("agreed", "agreed", "2025-01-01"),
        event("silent", None, "2025-06-01"),
        event("taken-back", "ended", "2025-07-01", review={"status": "retracted"}),
        event("some-day", "lapsed"),
        event("other", None, "2025-09-01", threads=["u", "t", "gone"]),
        event("bare", None, threads=["v"]),
        event("none", "agreed", "2025-10-01", threads=["gone"]),
    ]
    threads = {id_: Thread(id=id_, title=id_) for id_ in ("t", "u", "v", "w")}
    found = thread_statuses(read(events), threads, evidence(events), Mode.ASSESSED)
    assert [(each.thread.id, each.events, each.latest and each.latest.id) for each in found] == [
        ("t", 6, "agreed"),
        ("u", 1, "other"),
        ("v", 1, None),
    ]


def test_as_reported_a_thread_stands_where_quotes_say():
    """What only a source without a text says is the team's."""
    events = [event("quoted", "pledged", "2024-01-01", claim=QUOTED), event("outside", "ended", "2025-01-01")]
    threads = {"t": Thread(id="t", title="t")}
    told = {
        mode: [each.latest.id for each in thread_statuses(read(events), threads, evidence(events), mode)]
        for mode in Mode
    }
    assert told[Mode.ASSESSED] == ["outside"]
    assert told[Mode.REPORTED] != ["outside"]
