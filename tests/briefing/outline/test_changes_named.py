"""What `brief verify` names is what differs between a document from before a change of the records and a new one."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.verify import verify_record, verify_written
from dashboard.model.briefing import Briefing
from tests.briefing.one_event import BRIEFING, RAW, validation_of
from tests.briefing.outline.rows_told import differing, rows_of
from tests.briefing.outline.test_basis import CASES, TODAY

MAIN: Final = RAW["events"]["main"]
GONE: Final = object()
EXTERNAL: Final = {"basis": "external", "sources": ["wire"], "note": "A note."}
EXCEPTION: Final = {"point-off-country": {"words": ["1, 2"], "reason": "A reason."}}
SAME: Final = {
    "who.actor": "who took part is known by actor and role: another actor is another participant, though named alike",
    "judgements.on": "a judgement of another day is another judgement, though it says the same",
}
"""Fields by which a part of an event is known, and why a sentence falls by them though it reads as before."""


def other(claim: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A second event, of which the briefing does not tell."""
    said = {"text": "It is so.", "kind": "fact", "sources": ["wire"], **(claim or {})}
    return {"title": "Other", "claims": {"c": said}, **fields}


def dated(date: str) -> dict[str, Any]:
    """When a second event happened."""
    return {"assessed": {"date": date, **EXTERNAL}}


def answers(question: str, outcome: str = "yes") -> list[dict[str, Any]]:
    """What a second event answers."""
    return [{"question": question, "outcome": outcome, "claims": ["c"]}]


ASKS: Final = {"kind": "question", "question": "basing/closes"}
PARTS: Final = {
    "a question is raised by a claim of another question": [("events/main/claims/asks/question", "basing/closes")],
    "a question is answered that was not": [("events/main/answers/0/question", "basing/paid")],
    "a new claim raises a question": [
        (
            "events/main/claims/new",
            {"text": "Is it?", "kind": "question", "sources": ["wire"], "question": "basing/closes"},
        )
    ],
    "another event raises a question": [("events/other", other(ASKS))],
    "another event raises a question after the day": [("events/other", other(ASKS, when=dated("2011-02")))],
    "another event answers": [("events/other", other(answers=answers("basing/paid")))],
    "another event answers in part": [("events/other", other(answers=answers("basing/paid", "partly")))],
    "another event answers last": [("events/other", other(answers=answers("basing/closes"), when=dated("2009-10-01")))],
    "another event answers first": [
        ("events/other", other(answers=answers("basing/closes"), when=dated("2009-08-01")))
    ],
    "another event names a claim that disputes its own": [("events/other", other({"disputed_by": ["main/cost"]}))],
    "another event names a claim that nobody disputed": [("events/other", other({"disputed_by": ["main/asks"]}))],
    "another event is there": [("events/other", other())],
    "a later judgement": [
        (
            "events/main/judgements",
            [*MAIN["judgements"], {**MAIN["judgements"][0], "on": "2010-02-01", "likelihood": "unlikely"}],
        )
    ],
    "a question is gone": [("threads/basing/questions/paid", GONE)],
    "a question more": [("threads/basing/questions/more", {"text": "More?"})],
    "a second thread": [("events/main/threads", ["basing", "second"]), ("threads/second", {"title": "Second"})],
    "another thread": [("events/main/threads", ["second"]), ("threads/second", {"title": "Second"})],
    "an unknown thread": [("events/main/threads", ["basing", "none"])],
    "no thread": [("events/main/threads", GONE)],
    "the thread is gone": [("threads/basing", GONE)],
    "retracted": [("events/main/review", {"status": "retracted", "note": "It did not happen."})],
    "a second amount": [
        (
            "events/main/amounts/other",
            {"reported": {"value": 7, "currency": "USD", "qualifier": "exact"}, "claims": ["cost"]},
        )
    ],
    "a second amount by assessment": [
        ("events/main/amounts/other", {"assessed": {"value": 7, "currency": "USD", "qualifier": "exact", **EXTERNAL}})
    ],
    "somebody more by assessment": [
        ("events/main/who", [*MAIN["who"], {"actor": "ben", "role": "mediator", "assessed": EXTERNAL}])
    ],
    "a second place more": [
        ("events/main/toward", [*MAIN["toward"], {"place": "land", "as": "target", "claims": ["cost"]}])
    ],
    "a relation with an exception at a claim": [
        ("events/main/relations/0/claims", ["cost"]),
        ("events/main/relations/0/allow", EXCEPTION),
    ],
    "an exception of the place that is reported": [("places/land/allow", EXCEPTION)],
    "an exception of a second place": [("places/far/allow", EXCEPTION)],
    "the country of an area": [("places/land/country", "PE")],
    "the name of an area": [("places/land/name", "Peru")],
    "the name of a second place": [("places/far/name", "Peru")],
    "the point of a second place": [("places/far/latitude", 20.0)],
    "the country of a point": [("places/far/country", "PE")],
    "the name of whom the team means": [("actors/ben/name", "Bob")],
    "the origin of a quoted source": [("sources/held/origin", "ap")],
    "the grade of a quoted source": [("sources/held/reliability", {"grade": "B", "reason": "Known."})],
    "the outlet of a quoted source": [("sources/held/outlet", "Other")],
    **{
        f"{record} is gone": [(record, GONE)]
        for record in (
            "actors/ana",
            "actors/ben",
            "places/base",
            "places/land",
            "places/far",
            "sources/wire",
            "sources/held",
        )
    },
    **{
        f"{path} is gone": [(f"events/main/{path}", GONE)]
        for path in (
            *("when", "when/reported", "when/as_reported", "when/assessed", "when/also_reported"),
            *("where", "where/reported", "where/as_reported", "where/assessed", "where/also_reported"),
            *("amounts", "amounts/cost/assessed", "amounts/cost/also_reported", "amounts/cost/purpose"),
            *("who", "who/0/assessed", "toward", "toward/0/assessed", "commitment", "claims/asks"),
            *("relations", "answers", "judgements", "what", "tags"),
        )
    },
}
QUICK: Final = (
    "a question is raised by a claim of another question",
    "a question is answered that was not",
    "amounts is gone",
)


def with_parts(changes: list[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    """The records with other values at paths: `events/main/title`."""
    raw: Any = deepcopy(dict(RAW))
    for path, value in changes:
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("/"))
        at = raw
        for step in steps:
            at = at[step]
        if value is GONE:
            del at[last]
        else:
            at[last] = value
    return raw


def cases() -> Iterator[Any]:
    """Every change: of each field of each kind of record, then of whole parts."""
    for kind, id_, field, path, value, _ in CASES:
        if field not in SAME:
            steps = "/".join(map(str, (kind, id_, *path)))
            changes = [(steps, GONE if value is None else value)]
            marks = [] if (kind, field) == ("threads", "title") else [pytest.mark.proof]
            yield pytest.param(changes, id=f"{kind}-{field}", marks=marks)
    for name, changes in PARTS.items():
        yield pytest.param(changes, id=name, marks=[] if name in QUICK else [pytest.mark.proof])


@pytest.fixture(scope="module")
def built(seed):
    """The briefing as it was written, its rows, and its record with what it was built on."""
    validation = validation_of(RAW, seed.workspace)
    outline = outline_of(BRIEFING, validation)
    seal = manifest_of(outline, validation, BRIEFING)
    return seal, rows_of(outline, BRIEFING, validation), BRIEFING.model_copy(update={"built_on": seal.built_on})


@pytest.mark.parametrize("changes", list(cases()))
def test_the_sentences_that_are_named_are_those_that_differ(seed, built, changes):
    """Of the written file, those that the new document does not have so; of the record, those that it has anew.

    What vanishes from the record's document without a sentence that differs is told as what is no longer used.
    """
    assert_exact(*built, validation_of(with_parts(changes), seed.workspace))


def assert_exact(seal, before, record: Briefing, validation) -> None:
    """What is named is what differs."""
    now = rows_of(outline_of(record, validation), record, validation)
    old, new = differing(before, now)
    assert {each.sentence.text for each in verify_written(seal, validation, TODAY).stale} == old
    verified = verify_record(record, validation, TODAY)
    assert {each.sentence.text for each in verified.stale} == new
    assert verified.stands is not bool(old or new)


@pytest.mark.parametrize(
    "gone", [("assessed/purpose",), ("reported", "also_reported", "assessed/purpose"), ("reported",)]
)
def test_what_an_amount_is_for_is_named_where_a_row_tells_it(seed, gone):
    """A row that tells what both sides are for, where they differ in it; a sentence of the team's amount alone."""
    before: Any = deepcopy(dict(RAW))
    for path in gone:
        *steps, last = path.split("/")
        at = before["events"]["main"]["amounts"]["cost"]
        for step in steps:
            at = at[step]
        del at[last]
    after = deepcopy(before)
    after["events"]["main"]["amounts"]["cost"]["purpose"] = "rent"
    validation = validation_of(before, seed.workspace)
    outline = outline_of(BRIEFING, validation)
    seal = manifest_of(outline, validation, BRIEFING)
    record = BRIEFING.model_copy(update={"built_on": seal.built_on})
    assert_exact(seal, rows_of(outline, BRIEFING, validation), record, validation_of(after, seed.workspace))


SAID: Final = "Ana Paz said that the base closed in 2009."


@pytest.mark.parametrize(
    ("text", "fields", "is_named"),
    [
        (SAID, {"by": GONE, "by_as_reported": GONE}, False),
        (SAID, {"by": "ben", "by_as_reported": GONE}, True),
        (SAID, {"quoted_by": "ben"}, True),
        ("The base closed in 2009.", {"by": GONE, "by_as_reported": GONE}, True),
    ],
)
def test_who_says_a_claim_is_named_where_a_document_says_it_otherwise(seed, text, fields, is_named):
    """A speaker whom the claim's text has say it is named nowhere else: without it, the document is the same."""
    before = with_parts([("events/main/claims/closed/text", text)])
    after = deepcopy(before)
    for field, value in fields.items():
        claim = after["events"]["main"]["claims"]["closed"]
        if value is GONE:
            del claim[field]
        else:
            claim[field] = value
    for one, other_one in ((before, after), (after, before)):
        fallen = named_between(one, other_one, seed)
        assert fallen == ({text, "It is over."} if is_named else set())


MORE: Final = ("sources/more", {"kind": "article", "title": "More", "outlet": "The Mirror"})
QUOTES: Final = "events/main/claims/cost/quotes"
SOURCES: Final = "events/main/claims/cost/sources"
HELD: Final = "events/main/when/assessed/sources"
OTHERS: Final = "events/main/claims/asks/sources"
NAMING: Final = {
    "a claim quotes it": [(QUOTES, [*MAIN["claims"]["cost"]["quotes"], {"source": "more", "exact": "x"}])],
    "a claim names it": [(SOURCES, ["more"])],
    "a claim that a table alone refers to": [(OTHERS, ["wire", "more"])],
    "a value names it": [(HELD, ["wire", "more"])],
    "a value on no row names it": [("events/main/toward/0/assessed/sources", ["wire", "more"])],
    "a claim and a value": [(SOURCES, ["more"]), (HELD, ["wire", "more"])],
    "the claim goes": [("events/main/claims/new", {"text": "So.", "kind": "fact", "sources": ["more"]})],
}


@pytest.mark.parametrize("naming", [pytest.param(changes, id=name) for name, changes in NAMING.items()])
def test_a_row_of_a_source_is_named_where_nothing_names_the_source_any_more(seed, naming):
    """Only then: while anything else does, and where something else takes its place, the row stands."""
    none = with_parts([MORE])
    every = with_parts([MORE, *naming])
    row = "The Mirror: article: not graded: not held"
    assert row in named_between(every, none, seed)
    for kept in ([(OTHERS, ["wire", "more"])], [("events/main/who/0/assessed/sources", ["wire", "more"])]):
        assert row not in named_between(with_parts([MORE, *naming, *kept]), with_parts([MORE, *kept]), seed)
    assert row not in named_between(every, with_parts([MORE, ("events/main/claims/closed/sources", ["more"])]), seed)


def named_between(before: Any, after: Any, seed) -> set[str]:
    """The sentences that are named of a document on the one records, by the others: those that differ."""
    validation = validation_of(before, seed.workspace)
    outline = outline_of(BRIEFING, validation)
    seal = manifest_of(outline, validation, BRIEFING)
    record = BRIEFING.model_copy(update={"built_on": seal.built_on})
    now = validation_of(after, seed.workspace)
    assert_exact(seal, rows_of(outline, BRIEFING, validation), record, now)
    return {each.sentence.text for each in verify_written(seal, now, TODAY).stale}
