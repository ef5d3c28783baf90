"""What a briefing would not tell any more is named, whatever decides that: threads, dates, filters, answers."""

from copy import deepcopy
from typing import Any, Final

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.markdown import markdown, read_manifest
from dashboard.briefing.outline.words import source_words
from dashboard.briefing.verify import verify_record, verify_written
from dashboard.model.briefing import Briefing
from tests.briefing.one_event import BRIEFING, RAW, validation_of
from tests.briefing.outline.rows_told import differing, rows_of
from tests.briefing.outline.test_basis import TODAY

ANSWER: Final = {"question": "basing/paid", "outcome": "partly", "claims": ["c"]}
RECORDS: Final[Any] = deepcopy(
    {
        **RAW,
        "events": {
            **RAW["events"],
            "second": {
                "title": "Second",
                "threads": ["basing", "navy"],
                "tags": ["ours"],
                "when": {"assessed": {"date": "2010-03-01", "basis": "external", "sources": ["wire"], "note": "So."}},
                "claims": {
                    "c": {"text": "Ships came.", "kind": "fact", "sources": ["more"]},
                    "d": {"text": "Few ships came.", "kind": "fact", "sources": ["wire"]},
                },
                "answers": [ANSWER],
            },
        },
        "threads": {**RAW["threads"], "navy": {"title": "Navy", "questions": {"ships": {"text": "Will ships come?"}}}},
        "sources": {**RAW["sources"], "more": {"kind": "article", "title": "More", "outlet": "The Mirror"}},
    }
)
NAVY_ALONE: Final = {"show": ["thread:navy"]}
BOTH: Final = {"show": ["thread:basing", "thread:navy"]}
SELECTIONS: Final = {
    "by name": {"events": ["main", "second"]},
    "one thread": NAVY_ALONE,
    "two threads": BOTH,
    "not of a thread": {"show": ["thread:-navy"]},
    "a tag": {"show": ["tag:ours"]},
    "days": {"from": "2009-12-01", "to": "2010-06-30"},
    "words": {"words": "ships"},
}
OWN: Final = {"none": (), "on the second event": ({"text": "Ships are there.", "claims": ["second/c"]},)}
SECOND: Final = RECORDS["events"]["second"]
EVENTS: Final = {
    "leaves both threads": {"second": {"threads": []}},
    "leaves one thread": {"second": {"threads": ["basing"]}},
    "leaves the other thread": {"second": {"threads": ["navy"]}},
    "every event leaves": {"second": {"threads": []}, "main": {"threads": []}},
    "every event leaves one thread": {"second": {"threads": ["navy"]}, "main": {"threads": []}},
    "happens after the day": {"second": {"when": {"assessed": {**SECOND["when"]["assessed"], "date": "2011-03-01"}}}},
    "happens on another day": {"second": {"when": {"assessed": {**SECOND["when"]["assessed"], "date": "2010-09-01"}}}},
    "has no tag": {"second": {"tags": []}},
    "has no word": {"second": {"claims": {key: {**SECOND["claims"][key], "text": "They came."} for key in "cd"}}},
    "does not answer": {"second": {"answers": []}},
    "answers by another claim": {"second": {"answers": [{**ANSWER, "claims": ["d"]}]}},
    "is retracted": {"second": {"review": {"status": "retracted", "note": "It did not happen."}}},
}
SECTIONS: Final = {"all": None, "outlook and sources": ["outlook", "sources"], "disputes": ["disputed", "sources"]}


def briefing_of(selection: Any, own: Any, sections: Any = None) -> Briefing:
    """A briefing of these events, with these sentences of its own."""
    fields = {"id": "made", "title": "Made", "marking": "GREEN", "as_of": "2010-12-31", "selection": selection}
    options = {"options": {"sections": sections}} if sections else {}
    return Briefing.model_validate({**fields, "bottom_line": own, **options})


@pytest.mark.parametrize("sections", SECTIONS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_what_would_not_be_told_any_more_is_named(seed, selection, sections):
    """Each sentence that a new document would not have so, and no other; of the record, that something left it."""
    before = validation_of(RECORDS, seed.workspace)
    for own_name, own in OWN.items():
        made = briefing_of(SELECTIONS[selection], own, SECTIONS[sections])
        outline = outline_of(made, before)
        seal, is_whole = read_manifest(markdown(outline, manifest_of(outline, before, made)), "made.md")
        assert is_whole
        record = made.model_copy(update={"built_on": seal.built_on})
        rows = rows_of(outline, made, before)
        assert verify_written(seal, before, TODAY).stands
        assert verify_record(record, before, TODAY).stands
        for name, changes in EVENTS.items():
            raw = deepcopy(RECORDS)
            for id_, fields in changes.items():
                raw["events"][id_] |= fields
            now = validation_of(raw, seed.workspace)
            old, new = differing(rows, rows_of(outline_of(made, now), made, now))
            told = f"{own_name}: {name}"
            assert {each.sentence.text for each in verify_written(seal, now, TODAY).stale} == old, told
            verified = verify_record(record, now, TODAY)
            assert {each.sentence.text for each in verified.stale} == new, told
            assert verified.stands is not bool(old or new), told


def test_a_sentence_that_is_worded_otherwise_by_a_later_version_stands(seed):
    """What it rests on is the same; only the words of the program are others."""
    before = validation_of(RECORDS, seed.workspace)
    seal = manifest_of(outline_of(BRIEFING, before), before, BRIEFING)
    sentences = tuple(each.model_copy(update={"text": f"In other words: {each.text}"}) for each in seal.sentences)
    assert verify_written(seal.model_copy(update={"sentences": sentences}), before, TODAY).stands


def test_a_file_of_before_is_verified_by_its_fields_alone(seed):
    """It does not tell from which record it was written."""
    before = validation_of(RECORDS, seed.workspace)
    made = briefing_of(NAVY_ALONE, ())
    seal = manifest_of(outline_of(made, before), before, made).model_copy(update={"briefing": None})
    raw = deepcopy(RECORDS)
    raw["events"]["second"]["threads"] = []
    assert verify_written(seal, before, TODAY).stands
    assert not verify_written(seal, validation_of(raw, seed.workspace), TODAY).stands


@pytest.mark.parametrize(
    ("sections", "own", "fields", "is_named"),
    [
        (["outlook"], (), {"claims": {"c": {**SECOND["claims"]["c"], "text": "Boats came."}}}, True),
        (["outlook"], (), {"claims": {"c": {**SECOND["claims"]["c"], "sources": ["wire"]}}}, True),
        (["outlook"], (), {"claims": {"c": {**SECOND["claims"]["c"], "note": "Seen."}}}, True),
        (["outlook"], (), {"title": "The second"}, True),
        (["outlook"], (), {"tags": ["theirs"], "weight": "major"}, False),
        (["outlook"], (), {"claims": {**SECOND["claims"], "d": {**SECOND["claims"]["d"], "text": "None."}}}, False),
        (["bottom-line"], OWN["on the second event"], {"title": "The second"}, True),
        (["bottom-line"], OWN["on the second event"], {"tags": []}, False),
    ],
)
def test_what_the_annex_alone_tells_is_named_where_a_sentence_refers_to_it(seed, sections, own, fields, is_named):
    """A claim of an event of which the briefing does not tell, in its words, and the headline of that event."""
    raw = deepcopy(RECORDS)
    raw["events"]["second"] |= {"threads": ["navy"]}
    before = validation_of(raw, seed.workspace)
    made = briefing_of({"events": ["main"]}, own, sections)
    outline = outline_of(made, before)
    assert [entry.event for entry in outline.annex if entry.claim == "second/c"] == ["Second"]
    referring = {each.text for each in outline.statements() if "second/c" in each.claims}
    seal = manifest_of(outline, before, made)
    raw["events"]["second"] |= fields
    now = validation_of(raw, seed.workspace)
    named = referring if is_named else set()
    assert {each.sentence.text for each in verify_written(seal, now, TODAY).with_changes} == named
    record = made.model_copy(update={"built_on": seal.built_on})
    assert {each.sentence.text for each in verify_record(record, now, TODAY).with_changes} == named


@pytest.mark.parametrize("field", ["title", "outlet"])
@pytest.mark.parametrize("sections", [["happened"], ["happened", "sources"], ["bottom-line"]])
def test_the_name_of_a_source_is_named_where_it_stands(seed, sections, field):
    """In its row; where the briefing has no table of sources, at the claims in whose entries of the annex it is."""
    before = validation_of(RECORDS, seed.workspace)
    made = briefing_of({"events": ["second"]}, OWN["on the second event"], sections)
    outline = outline_of(made, before)
    seal = manifest_of(outline, before, made)
    raw = deepcopy(RECORDS)
    raw["sources"]["more"][field] = "The Glass"
    now = validation_of(raw, seed.workspace)
    told = {each.text for each in outline.statements() if "The Mirror" in each.text or each.text == "Ships came."}
    own = {each.text for each in outline.statements() if each.text == "Ships are there."}
    rows = {each.text for each in outline.statements() if each.text.startswith("The Mirror")}
    expected = rows if "sources" in sections else own if sections == ["bottom-line"] else told
    is_in_name = source_words("more", now.workspace.sources["more"]) != "The Mirror"
    fallen = {each.sentence.text for each in verify_written(seal, now, TODAY).with_changes}
    assert fallen == (expected if is_in_name else set())
    assert is_in_name is (field == "outlet")


def test_of_several_opponents_one_that_goes_takes_no_other_line_with_it(seed):
    """The claim that all of them contradict is named, as its block is another one; the others read as before."""

    def records(*ids):
        raw = deepcopy(RECORDS)
        raw["events"]["main"]["claims"]["cost"]["disputed_by"] = [f"{id_}/c" for id_ in ids]
        for id_ in ("left", "right", "third"):
            against = ["right/c"] if id_ == "third" and "right" in ids else []
            claim = {
                "text": f"It was free, says the {id_}.",
                "kind": "fact",
                "sources": ["wire"],
                "disputed_by": against,
            }
            raw["events"][id_] = {"title": id_.capitalize(), "claims": {"c": claim}}
        return validation_of(raw, seed.workspace)

    made = briefing_of({"events": ["main", "left", "right", "third"]}, (), ["disputed", "sources"])
    every = ("left", "right", "third")
    before = records(*every)
    outline = outline_of(made, before)
    seal = manifest_of(outline, before, made)
    assert verify_written(seal, before, TODAY).stands
    for gone, named in {"left": {"left"}, "third": {"third"}, "right": {"right", "third"}}.items():
        now = records(*(id_ for id_ in every if id_ != gone))
        stale = {each.sentence.text for each in verify_written(seal, now, TODAY).stale}
        assert stale == differing(rows_of(outline, made, before), rows_of(outline_of(made, now), made, now))[0]
        assert {id_ for id_ in every if f"It was free, says the {id_}." in stale} == named
        assert "It cost 5 dollars." in stale
