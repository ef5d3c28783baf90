"""Does a briefing still stand: one record is changed, and exactly what rests on it falls."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.markdown import markdown, read_manifest
from dashboard.briefing.outline.state import StoredHashes
from dashboard.briefing.verify import verify_record, verify_written
from dashboard.checks.validation import validate
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Answer
from dashboard.store.source_files import accept_text
from tests.briefing.outline.rows_told import differing, rows_of

TODAY = dt.date(2026, 1, 31)
FIELD = {"events": "title", "places": "name", "actors": "name", "threads": "title", "sources": "outlet"}


@pytest.fixture(scope="session")
def seal(seed, seed_briefing):
    """The seed's briefing as its Markdown carries it."""
    outline = outline_of(seed_briefing, seed)
    return read_manifest(markdown(outline, manifest_of(outline, seed, seed_briefing)), "b.md")[0]


def other(key, seed):
    """The keywords by which `with_records` changes one field: what the record is called."""
    kind, _, id_ = key.partition("#")[0].partition("/")
    record = getattr(seed.workspace, kind)[id_]
    return {kind: {id_: record.model_copy(update={FIELD[kind]: "Otherwise"})}}


def named(seal):
    """Keys of the fields by which records are called, of those that sentences are based on."""
    return sorted(key for key in seal.records if key.partition("#")[2] in ("title", "name"))


def test_nothing_falls_while_nothing_changes(seed, seed_briefing, seal):
    """The seed's briefing stands; if not, look at it, then: dateline brief verify us-troops-in-ecuador --accept"""
    assert verify_record(seed_briefing, seed, TODAY).stands
    verified = verify_written(seal, seed, TODAY)
    assert verified.stands
    assert len(verified.findings) > 50


@pytest.mark.proof
@settings(max_examples=40)
@given(data=st.data())
def test_a_changed_name_fells_exactly_what_rests_on_it(data, seed, seed_briefing, seal, with_records):
    """In the record and in the written file alike, each with the reason. None comes or goes: both list the same."""
    keys = [key for key in named(seal) if not key.startswith("sources/")]
    key = keys[data.draw(st.integers(0, len(keys) - 1))]
    changed = with_records(**other(key, seed))
    for verified in (verify_written(seal, changed, TODAY), verify_record(seed_briefing, changed, TODAY)):
        fallen = {finding.sentence.text for finding in verified.stale}
        resting = {finding.sentence.text for finding in verified.findings if key in seal.rests_on(finding.sentence)}
        assert fallen == resting
        assert fallen
        id_ = key.partition("#")[0].partition("/")[2]
        assert all(any(id_ in why for why in each.reasons) for each in verified.stale)


@pytest.mark.proof
@settings(max_examples=20)
@given(data=st.data())
def test_what_would_be_told_otherwise_falls(data, seed, seed_briefing, seal, with_records):
    """Nothing is left out of what a sentence is based on: with another name of a record, no sentence reads otherwise
    that stands.
    """
    keys = named(seal)
    key = keys[data.draw(st.integers(0, len(keys) - 1))]
    changed = with_records(**other(key, seed))
    now = {each.text for each in outline_of(seed_briefing, changed).statements()}
    fallen = {finding.sentence.text for finding in verify_written(seal, changed, TODAY).stale}
    assert {each.text for each in seal.sentences} - now <= fallen


def test_a_record_that_is_gone_fells_its_sentences(seed, seed_briefing, seal, with_records):
    """Of the written file all of them; of the record its own words, and the event is told as left."""
    changed = with_records(events={"ecuador-referendum": None})
    written = verify_written(seal, changed, TODAY)
    rows = "not told any more: nothing in the briefing names source "
    assert all(
        "gone: event ecuador-referendum" in each.reasons or each.reasons[0].startswith(rows) for each in written.stale
    )
    assert {each.sentence.text for each in written.stale} >= {
        seal.sentences[0].text,
        "Ecuador votes against foreign bases",
    }
    record = verify_record(seed_briefing, changed, TODAY)
    assert "gone: event ecuador-referendum" in record.left
    assert record.stale[0].reasons == ("gone: claim ecuador-referendum/result",)


def test_a_record_that_cannot_be_read_is_not_called_gone(seed_briefing, seal, workspace):
    """It is there, and its file is named; what rests on it falls, the record's own words, too."""
    file = "events/ecuador/ecuador-referendum.yaml"
    (workspace / file).write_text("title: [\n", encoding="utf-8")
    broken = validate(workspace)
    for verified in (verify_written(seal, broken, TODAY), verify_record(seed_briefing, broken, TODAY)):
        reasons = [why for each in verified.stale for why in each.reasons]
        assert "cannot be read: claim ecuador-referendum/result" in reasons
        assert f"cannot be read: event ecuador-referendum, in {file}" in (*reasons, *verified.left)
        assert not any(why.startswith("gone") for why in (*reasons, *verified.left))
        assert verified.stale[0].sentence.text == seal.sentences[0].text


def test_a_claim_that_is_gone_is_named(seed, seal, with_records):
    """Beside the event that changed."""
    event = seed.workspace.events["us-base-closed"]
    kept = {key: claim for key, claim in event.claims.items() if key != "policy"}
    changed = with_records(events={"us-base-closed": event.model_copy(update={"claims": kept})})
    reasons = {why for finding in verify_written(seal, changed, TODAY).stale for why in finding.reasons}
    assert reasons == {"changed: event us-base-closed: list of claims", "gone: claim us-base-closed/policy"}


def test_a_quote_that_falls_with_its_text_is_named(seed, seal, with_records):
    """Every claim of the text; those of other sources stand."""
    changed = with_records(texts={"us-troops-ecuador": "Nothing."}, hashes={"us-troops-ecuador": "0" * 64})
    verified = verify_written(seal, changed, TODAY)
    fallen = verified.stale
    reasons = {why for finding in fallen for why in finding.reasons}
    assert "a quote of claim us-base-closed/closed is not in its source exactly once; it was quote found" in reasons
    assert verified.texts == ("changed: text of source us-troops-ecuador",)
    assert seal.sentences[0] not in {finding.sentence for finding in fallen}


@pytest.mark.parametrize(
    ("words", "others"),
    [("comes with a historical context", "has a long history"), ("was closed in 2009", "was closed in 2008")],
)
def test_changed_words_of_a_text_fell_what_differs(seed_briefing, seed, seal, workspace, words, others):
    """What quotes the text is not checkable, for a text that is held but nobody accepted: pages, documents and this say
    the same. Once it is accepted, what does not quote the words stands.
    """
    file = workspace / "seeds/us-troops-ecuador.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(words, others), encoding="utf-8")
    before = rows_of(outline_of(seed_briefing, seed), seed_briefing, seed)
    for is_accepted in (False, True):
        if is_accepted:
            accept_text(workspace, "us-troops-ecuador")
        changed = validate(workspace)
        outline = outline_of(seed_briefing, changed)
        old, new = differing(before, rows_of(outline, seed_briefing, changed))
        written, record = verify_written(seal, changed, TODAY), verify_record(seed_briefing, changed, TODAY)
        assert {each.sentence.text for each in written.stale} == old
        assert {each.sentence.text for each in record.stale} == new
        assert written.texts == ("changed: text of source us-troops-ecuador",)
        reasons = {why for each in written.stale for why in each.reasons if "us-security-package/welcomed" in why}
        is_told = "not checkable, text changed" in dict(outline.verdicts)
        counted = changed.evidence.count(changed.workspace.events)["quote found"]
        if is_accepted:
            assert (reasons, is_told, counted > 0) == (set(), False, True)
            assert bool(old) is ("2009" in words)
        else:
            why = "its source’s text was changed, and nobody has accepted the change"
            claim = "claim us-security-package/welcomed was “quote found”, and is now “not checkable”"
            assert (reasons, is_told, counted) == ({f"{claim}: {why}"}, True, 0)


@pytest.mark.proof
def test_every_changed_digit_of_a_text_fells_what_quotes_it(seed, seal, with_records):
    """The mutation test, from the source's text to the sentences: those whose quote has the digit lose it."""
    text = seed.workspace.texts["us-troops-ecuador"]
    found = 0
    for digit in re.finditer(r"\d", text):
        other = text[: digit.start()] + str((int(digit[0]) + 1) % 10) + text[digit.end() :]
        changed = with_records(texts={"us-troops-ecuador": other}, hashes={"us-troops-ecuador": "0" * 64})
        quoting = {
            f"{event}/{key}"
            for event, claims in seed.evidence.claims.items()
            for key, evidence in claims.items()
            for quote in evidence.quotes
            if quote.finding and any(start <= digit.start() < end for start, end in quote.finding.spans)
        }
        for finding in verify_written(seal, changed, TODAY).findings:
            told = {why.split()[4] for why in finding.reasons if why.startswith("a quote of claim")}
            assert told == quoting & set(finding.sentence.claims)
            found += bool(told)
    assert found > 10


def test_a_text_that_came_to_be_held_changes_the_verdict(seed, seal, with_records):
    """A claim that could not be checked, and can be, is another claim to who reads it."""
    event = seed.workspace.events["us-base-closed"]
    unquoted = event.claims["closed"].model_copy(update={"quotes": (), "sources": ("us-troops-ecuador",)})
    changed = with_records(events={event.id: event.model_copy(update={"claims": {**event.claims, "closed": unquoted}})})
    reasons = {why for finding in verify_written(seal, changed, TODAY).stale for why in finding.reasons}
    assert "claim us-base-closed/closed was “quote found”, and is now “not checkable”" in reasons


@pytest.mark.parametrize(
    ("due", "reason"),
    [("2026-01-30", "overdue: its question was due 30 January 2026"), ("2026-01-31", None), (None, None)],
)
def test_a_judgement_whose_day_has_come_is_overdue(seed, briefing, with_records, due, reason):
    """The day itself is still in time."""
    thread = seed.workspace.threads["us-ecuador-basing"]
    question = {"text": "Will the drones be delivered?", **({"due": due} if due else {})}
    asked = type(thread).model_validate(
        {"id": thread.id, "title": thread.title, "questions": {"drones-delivered": question}}
    )
    workspace = with_records(threads={thread.id: asked})
    made = _judged(briefing, "us-ecuador-basing/drones-delivered")
    written = manifest_of(outline_of(made, workspace), workspace, made)
    judged = [each for each in verify_written(written, workspace, TODAY).findings if each.sentence.by]
    assert len(judged) == 2
    assert {each.reasons for each in judged} == {(reason,) if reason else ()}


def test_a_judgement_whose_question_is_answered_is_none_any_more(seed, briefing):
    """The referendum has answered it."""
    made = _judged(briefing, "us-ecuador-basing/permanent-base")
    written = manifest_of(outline_of(made, seed), seed, made)
    judged = [each for each in verify_written(written, seed, TODAY).findings if each.sentence.by]
    assert {each.reasons for each in judged} == {("answered: no, by event ecuador-referendum",)}


@pytest.mark.parametrize(
    ("due", "reason"),
    [("2026-01-30", "overdue: its question was due 30 January 2026"), ("2026-01-31", None), ("2025-12-30", None)],
)
def test_a_row_of_the_outlook_falls_once_its_day_has_passed(seed, briefing, with_records, due, reason):
    """Where it told that the day was to come; one that told that it had passed is right."""
    thread = seed.workspace.threads["us-ecuador-basing"]
    question = thread.questions["drones-delivered"].model_copy(update={"due": EventDate.parse(due)})
    asked = thread.model_copy(update={"questions": {"drones-delivered": question}})
    workspace = with_records(threads={thread.id: asked})
    made = briefing()
    written = manifest_of(outline_of(made, workspace), workspace, made)
    rows = [each for each in verify_written(written, workspace, TODAY).findings if each.sentence.question]
    assert [each.reasons for each in rows] == [(reason,) if reason else ()]


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_row_of_the_outlook_falls_once_its_question_is_answered(seed, briefing, with_records, is_answered):
    """Where it told that it was open, or another answer; the rows of other questions stand, and the answered ones."""
    event, question = seed.workspace.events["us-drones-for-navy"], "us-ecuador-basing/deployment-ends"
    answered = {}
    for outcome in ("yes", "no"):
        answer = Answer(question=question, outcome=outcome, claims=("drones",))
        answered[outcome] = with_records(events={event.id: event.model_copy(update={"answers": (answer,)})})
    before = answered["no"] if is_answered else seed
    made = briefing(options={"sections": ["outlook"]})
    written = manifest_of(outline_of(made, before), before, made)
    verified = verify_written(written, answered["yes"], TODAY)
    why = "answered: yes, by event us-drones-for-navy"
    told = [(each.sentence.question, each.reasons[-1]) for each in verified.findings if each.reasons]
    assert (question, why) in told
    assert {each for each in told if not each[1].startswith("changed")} == {(question, why)}
    assert not any(each.reasons for each in verify_written(written, before, TODAY).findings)


def test_a_briefing_without_a_state_says_so(seed, briefing):
    """Nothing can be said of what changed; what is wrong today is told all the same."""
    made = briefing(bottom_line=[{"text": "So it is.", "claims": ["us-base-closed/never"]}])
    verified = verify_record(made, seed, TODAY)
    assert (verified.is_known, verified.stands) == (False, False)
    assert [finding.reasons for finding in verified.stale] == [("gone: claim us-base-closed/never",)]


def _judged(briefing, question):
    judgement = {"question": question, "likelihood": "unlikely", "confidence": "low", "by": "AB"}
    return briefing(judgements=[{**judgement, "claims": ["us-drones-for-navy/drones"]}])


def test_an_event_that_leaves_the_thread_fells_all_that_is_told_of_it(seed, seed_briefing, seal, with_records):
    """Whatever would not be written any more; an event that joins another thread as well is told as before."""
    event = seed.workspace.events["us-base-hosted"]
    left = with_records(events={event.id: event.model_copy(update={"threads": ()})})
    verified = verify_written(seal, left, TODAY)
    gone = {each.text for each in seal.sentences} - {each.text for each in outline_of(seed_briefing, left).statements()}
    assert len(gone) > 5
    assert gone <= {each.sentence.text for each in verified.stale}
    reasons = {why for each in verified.stale for why in each.reasons}
    assert "event us-base-hosted does not match the filters of the briefing" in str(reasons)
    joined = with_records(events={event.id: event.model_copy(update={"threads": (*event.threads, "another")})})
    assert verify_written(seal, joined, TODAY).stands


@pytest.mark.parametrize("is_told", [True, False])
def test_the_name_of_a_speaker_fells_the_row_of_the_claim_alone(seed, briefing, with_records, is_told):
    """Own words and judgements on the claim stand: they do not have the name, unless nothing else leads to it."""
    claims = ["us-air-force-at-manta/operating"]
    question = "us-ecuador-basing/deployment-ends"
    judged = {"question": question, "likelihood": "unlikely", "confidence": "low", "claims": claims, "by": "AB"}
    own = briefing(
        selection={"events": ["us-air-force-at-manta" if is_told else "us-base-closed"]},
        bottom_line=[{"text": "They are there.", "claims": claims}],
        judgements=[judged],
    )
    seal = manifest_of(outline_of(own, seed), seed, own)
    verified = verify_written(seal, with_records(**other("actors/us-embassy-quito#name", seed)), TODAY)
    fallen = {each.sentence.text for each in verified.with_changes}
    own_words = {each.text for each in seal.sentences if each.text == "They are there." or "AB" in each.by}
    assert len(own_words) == 3
    assert fallen & own_words == (set() if is_told else own_words)
    assert fallen


@pytest.mark.parametrize("event", ["us-security-package", "us-base-if-invited", "us-troop-talks"])
def test_a_row_of_a_source_falls_with_the_event_that_named_it(seed, seed_briefing, seal, with_records, event):
    """Where no other does. Of all else, what would not be written any more; each says what became of the event."""
    before = rows_of(outline_of(seed_briefing, seed), seed_briefing, seed)
    left = seed.workspace.events[event].model_copy(update={"threads": ()})
    for now, why in ((left, f"event {event} does not match the filters"), (None, f"gone: event {event}")):
        changed = with_records(events={event: now})
        old, _ = differing(before, rows_of(outline_of(seed_briefing, changed), seed_briefing, changed))
        fallen = {each.sentence.text: each.reasons for each in verify_written(seal, changed, TODAY).stale}
        assert set(fallen) == old
        rows = [text for text in fallen if ": not held:" in text]
        assert bool(rows) is (event != "us-security-package")
        assert all("nothing in the briefing names source" in str(fallen[text]) for text in rows)
        assert why in str(fallen)


def test_a_file_of_before_does_not_tell_what_named_its_sources(seed, seal, with_records):
    """Nothing is said of its rows of sources, and of who says a claim, each change."""
    kept = [key for key in seal.records if not key.endswith(".attribution")]
    new = {place: kept.index(key) for place, key in enumerate(seal.records) if key in kept}
    fields = {
        record: {path: told for path, told in StoredHashes(seal.built_on).fields(record).items() if path in ("", *own)}
        for record in seal.built_on.fields
        if (own := [key.partition("#")[2] for key in kept if key.startswith(f"{record}#")])
    }
    sentences = []
    for each in seal.sentences:
        is_row = any(key.endswith("#held") for key in seal.rests_on(each))
        on = [place for place in each.on if place in new and not (is_row and seal.records[place].startswith("events/"))]
        sentences.append(each.model_copy(update={"on": tuple(new[place] for place in on)}))
    built_on = seal.built_on.model_copy(update={"fields": fields})
    own = {"records": tuple(kept), "sentences": tuple(sentences), "built_on": built_on, "briefing": None}
    before = seal.model_copy(update=own)
    event = seed.workspace.events["us-troop-talks"]
    claims = {**event.claims, "ecuador-side": event.claims["ecuador-side"].model_copy(update={"by": ()})}
    unsaid = with_records(events={event.id: event.model_copy(update={"claims": claims})})
    assert verify_written(seal, unsaid, TODAY).stands
    assert [each.sentence.text for each in verify_written(before, unsaid, TODAY).stale] == [claims["ecuador-side"].text]
    gone = verify_written(before, with_records(events={event.id: None}), TODAY)
    assert not any(": not held:" in each.sentence.text for each in gone.stale)
