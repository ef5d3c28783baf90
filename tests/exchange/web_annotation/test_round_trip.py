"""What is exported and imported again says the same, of the same words."""

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.verdicts import evidence_of
from dashboard.exchange.web_annotation import quoting
from dashboard.exchange.web_annotation.draft_events import drafts
from dashboard.exchange.web_annotation.reading import annotations_in, parse_json
from dashboard.exchange.web_annotation.writing import collection_lines
from dashboard.model.allowance import Allowance
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.model.vocabularies import CLAIM_KINDS
from dashboard.store.draft_files import folder_for, write_drafts
from dashboard.store.loading import load
from dashboard.store.workspace import Workspace

TEXT = (
    "The harbour of Lorne was opened on 4 May 2021. The “harbour” was closed again\nin 2023, he said. "
    "항구는 2023년에 닫혔다. The harbour was opened for a day. "
    "😀 Works had cost $12 million, and nobody knows why it took so long."
)
SOURCES = {
    "text": Source(id="text", kind="article", url="https://example.org/text", language="en"),
    "elsewhere": Source(id="elsewhere", kind="article"),
}


def exported(workspace):
    claims = [(event.id, key) for event in workspace.events.values() for key in event.claims]
    evidence = evidence_of(workspace.events, workspace.texts)
    written = "\n".join(collection_lines(workspace, evidence, claims))
    assert written.isascii()
    return parse_json(written.encode())


def there_and_back(workspace):
    """Into a workspace of the same sources, without events."""
    return drafts(annotations_in(exported(workspace)), replace(workspace, events={}), ())


def workspace_of(*events, text=TEXT):
    return Workspace(Path(), {event.id: event for event in events}, SOURCES, texts={"text": text})


@st.composite
def quotes(draw):
    """Words of the text, whole or with some left out, perhaps between context; or of a text that is not held."""
    if draw(st.integers(0, 4)) == 0:
        return Quote(source="elsewhere", exact=draw(st.sampled_from(["Words … left out", "Nobody “knows”"])))
    start = draw(st.integers(0, len(TEXT) - 12))
    end = draw(st.integers(start + 10, min(len(TEXT), start + 70)))
    exact = TEXT[start:end]
    if end - start > 30 and draw(st.booleans()):
        exact = f"{exact[:12]}{draw(st.sampled_from([' … ', '[...]', '…']))}{exact[-12:]}"
    exact = draw(st.sampled_from([exact, exact.replace("“", '"').replace("\n", " ")]))
    prefix = TEXT[max(0, start - 5) : start] if draw(st.booleans()) else ""
    suffix = TEXT[end : end + 5] if draw(st.booleans()) else ""
    return Quote(source="text", exact=exact, prefix=prefix, suffix=suffix)


TEXTS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40).filter(lambda text: text.strip())
REFERENCES = st.sampled_from(["x", "y-1", "nowhere", "b-2/x", "elsewhere/claim"])
ALLOWANCES = st.builds(
    Allowance,
    words=TEXTS | st.lists(TEXTS, max_size=3),
    reason=TEXTS.filter(lambda text: any(map(str.isalnum, text))),
)
SPEAKERS = st.sampled_from(["somebody", "nobody-known"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "kind": st.sampled_from(list(CLAIM_KINDS)),
    "by": st.none() | SPEAKERS | st.lists(SPEAKERS, max_size=3),
    "by_as_reported": st.none() | TEXTS | st.lists(TEXTS, max_size=3),
    "quoted_by": st.none() | SPEAKERS,
    "quoted_by_as_reported": st.none() | TEXTS,
    "quotes": st.lists(quotes(), max_size=3).map(tuple),
    "sources": st.sampled_from([(), ("elsewhere",)]),
    "basis": st.sampled_from([None, "inferred"]),
    "credibility": st.none() | st.integers(1, 6),
    "disputed_by": st.lists(REFERENCES, max_size=3).map(tuple),
    "question": st.none() | st.sampled_from(["thread/question", "question"]),
    "allow": st.dictionaries(st.sampled_from(["number-not-quoted", "No guard"]) | TEXTS, ALLOWANCES, max_size=2),
    "note": st.none() | TEXTS,
}
CLAIMS = st.fixed_dictionaries(FIELDS).map(lambda fields: Claim(**fields))
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b-2", "c"]), st.dictionaries(st.sampled_from(["x", "y-1", "z"]), CLAIMS, min_size=1)
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda each: each[0],
)


def test_every_field_of_a_claim_is_tried():
    """A field that the model gets has to be exchanged, too."""
    assert FIELDS.keys() == Claim.model_fields.keys()


@settings(max_examples=20)
@given(EVENTS)
def test_claims_come_back_as_they_were(described):
    """Ids, keys, titles, and every field, be it right or not: that is told by validation."""
    assert_they_come_back(described)


@pytest.mark.proof
@given(EVENTS)
def test_a_hundred_times_claims_come_back_as_they_were(described):
    """The same of many more."""
    assert_they_come_back(described)


def assert_they_come_back(described):
    """What is written as annotations and read from them is what was there."""
    events = [Event(id=id_, title=f"Event {id_}", claims=claims) for id_, claims in described]
    back = there_and_back(workspace_of(*events))
    assert back.refused == ()
    assert [(event.id, event.title, event.claims) for event in back.events] == [
        (event.id, event.title, event.claims) for event in events
    ]


def test_the_seed_comes_back(root):
    """Every claim of every event, the same."""
    workspace = load(root)
    back = there_and_back(workspace)
    assert back.refused == ()
    assert {event.id: event.claims for event in back.events} == {
        id_: event.claims for id_, event in workspace.events.items()
    }


def test_the_seed_comes_back_without_a_problem(workspace):
    """Beside the same sources and registries, nothing is wrong with its claims; what events say did not come.

    So a title may name a place that only a field of its event had: a warning, until the field is written again.
    """
    events = [folder for folder in (workspace / "events").iterdir() if folder.is_dir() and folder.name != "registry"]
    annotations = list(annotations_in(exported(load(workspace))))
    for folder in events:
        shutil.rmtree(folder)
    back = drafts(annotations, load(workspace), ())
    files = write_drafts(workspace, folder_for(workspace, "imported"), back.events)
    validation = validate(workspace)
    assert len(validation.workspace.events) == len(files) == 18
    wrong = [problem for problem in validation.problems if problem.file in files]
    assert [str(problem) for problem in wrong if problem.code != "title-name-not-claimed"] == []
    assert len(wrong) == 2


def test_claims_follow_what_disputes_them_to_its_new_name():
    """Within the file; a claim that did not come along keeps its name, and so does one of another program's."""
    claims = {
        "x": {"text": "X.", "sources": ["elsewhere"], "disputed_by": ["y", "b/z", "a/y", "gone", "b/gone"]},
        "y": {"text": "Y.", "basis": "inferred", "disputed_by": ["t/a-claim"], "note": "N"},
    }
    a = Event.model_validate({"id": "a", "title": "A", "claims": claims})
    b = Event.model_validate({"id": "b", "title": "B", "claims": {"z": {"text": "Z.", "disputed_by": ["a/x"]}}})
    document = [
        *exported(workspace_of(a, b))["first"]["items"],
        {"tags": ["T"], "text": "A claim.", "target": "urn:dateline:source:elsewhere"},
    ]
    back = drafts(annotations_in(document), workspace_of(), ("a", "b", "b-2", "t"))
    assert {(event.id, key): claim.disputed_by for event in back.events for key, claim in event.claims.items()} == {
        ("a-2", "x"): ("y", "b-3/z", "a-2/y", "gone", "b/gone"),
        ("a-2", "y"): ("t/a-claim",),
        ("b-3", "z"): ("a-2/x",),
        ("t-2", "a-claim"): (),
    }


def test_a_dispute_reaches_into_the_event_that_takes_what_is_too_much():
    """A claim that was of the same event is then named with its event."""
    claims = {f"c{number}": {"text": "C.", "basis": "inferred", "note": "N"} for number in range(201)}
    event = Event.model_validate({"id": "a", "title": "A", "claims": claims})
    event.claims["c0"] = event.claims["c0"].model_copy(update={"disputed_by": ("c200", "c1")})
    first, second = there_and_back(workspace_of(event)).events
    assert (first.claims["c0"].disputed_by, list(second.claims)) == (("a-2/c200", "c1"), ["c200"])


@pytest.mark.proof
@given(EVENTS)
def test_claims_that_are_there_already_make_no_second_ones(described):
    """Each is told by a name that it has there; one that was changed since comes, and what it left behind is named."""
    workspace = workspace_of(*(Event(id=id_, title=f"Event {id_}", claims=claims) for id_, claims in described))
    document = exported(workspace)
    back = drafts(annotations_in(document), workspace, workspace.events)
    assert back.events == back.refused == ()
    assert [name.partition("/")[0] for name in back.here] == [id_ for id_, claims in described for _ in claims]


def test_what_disputes_a_claim_that_comes_alone_is_named_where_it_is():
    """With its event: the draft has another name."""
    claims = {
        "x": {"text": "X.", "basis": "inferred", "disputed_by": ["y", "gone"], "note": "N"},
        "y": {"text": "Y.", "basis": "inferred", "note": "N"},
    }
    event = Event.model_validate({"id": "a", "title": "A", "claims": claims})
    document = exported(workspace_of(event))
    changed = event.model_copy(
        update={"claims": {**event.claims, "x": event.claims["x"].model_copy(update={"note": "M"})}}
    )
    back = drafts(annotations_in(document), workspace_of(changed), ("a",))
    assert back.here == ("a/y",)
    assert [(each.id, each.claims["x"].disputed_by) for each in back.events] == [("a-2", ("a/y", "gone"))]


@pytest.mark.parametrize(
    "exact",
    ["harbour of Lorne [...] on 4 May 2021", 'The  "harbour" was…again in 2023', "$12 million"],
)
def test_what_another_program_selects_anew_is_what_counts(exact):
    """Words of the record's own typing only while they are those that are selected."""
    quote = Quote(source="text", exact=exact, suffix=", and" if exact.startswith("$") else "")
    event = Event(id="e", title="T", claims={"c": Claim(text="C.", quotes=(quote,))})
    document = exported(workspace_of(event))
    (before,) = drafts(annotations_in(document), workspace_of(), ()).events
    assert before.claims["c"].quotes == (quote,)
    (item,) = document["first"]["items"]
    item["target"][-1]["selector"][0] = {"type": "TextQuoteSelector", "exact": "Works had cost"}
    (after,) = drafts(annotations_in(document), workspace_of(), ()).events
    assert after.claims["c"].quotes[0].exact.endswith("Works had cost")


def test_an_export_keeps_the_rules_of_the_standard():
    """What the Web Annotation Data Model says MUST be, for collection, page, annotation, body, target and selectors."""
    quotes_ = [
        {"source": "text", "exact": "was closed again in 2023"},
        {"source": "text", "exact": "harbour of Lorne … on 4 May 2021"},
        {"source": "text", "exact": "The harbour was", "suffix": " opened for"},
    ]
    claims = {"c": {"text": "It closed.", "kind": "assessment", "quotes": quotes_, "sources": ["elsewhere"]}}
    event = Event.model_validate(
        {"id": "e", "title": "T", "claims": claims, "review": {"status": "reviewed", "by": "AR", "on": "2026-01-01"}}
    )
    guess = Event.model_validate(
        {"id": "g", "title": "T", "claims": {"i": {"text": "So.", "basis": "inferred", "note": "N"}}}
    )
    found = exported(workspace_of(event, guess))
    assert found["@context"] == ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:terms#"}]
    assert (found["type"], found["total"]) == ("AnnotationCollection", 2)
    page = found["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    annotation, inferred = page["items"]
    assert inferred["target"] == ["urn:dateline:event:g"]
    assert inferred["dateline:basis"] == "inferred"
    assert (annotation["id"], annotation["type"]) == ("urn:dateline:claim:e:c", "Annotation")
    assert annotation["motivation"] == "assessing"
    assert annotation["creator"] == {"type": "Person", "name": "AR"}
    assert annotation["body"][0] == {
        "type": "TextualBody",
        "value": "It closed.",
        "format": "text/plain",
        "purpose": "describing",
    }
    whole, first, second, with_suffix, source = annotation["target"]
    assert whole["source"] == {
        "id": "urn:dateline:source:text",
        "type": "Text",
        "format": "text/plain",
        "language": "en",
        "via": "https://example.org/text",
    }
    assert source == {
        "type": "SpecificResource",
        "source": {"id": "urn:dateline:source:elsewhere", "type": "Text", "format": "text/plain"},
    }
    for target, words in (
        (whole, "was closed again\nin 2023"),
        (first, "harbour of Lorne"),
        (second, "on 4 May 2021"),
        (with_suffix, "The harbour was"),
    ):
        quoted, position = target["selector"]
        assert (quoted["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert TEXT[position["start"] : position["end"]] == words
    assert whole["selector"][0]["prefix"] == TEXT[: TEXT.index("was closed")][-32:]
    assert with_suffix["selector"][0] == {
        "type": "TextQuoteSelector",
        "exact": "The harbour was",
        "suffix": " opened for",
    }
    assert first["id"] != second["id"]


@pytest.mark.parametrize(
    ("title", "id_"), [("Harbour costs, 2021!", "harbour-costs-2021"), ("Порт", "text"), ("x" * 90, "x" * 60)]
)
def test_events_are_named_for_their_tag(title, id_):
    """Else for their source; never longer than an id may be."""
    annotation = {
        "tags": [title],
        "text": "A claim.",
        "target": {
            "source": "https://www.example.org/text/#top",
            "selector": {"type": "TextQuoteSelector", "exact": "$12 million"},
        },
    }
    (event,) = drafts(annotations_in([annotation]), workspace_of(), ()).events
    assert (event.id, event.title, list(event.claims)) == (id_, title, ["a-claim"])


def test_a_tag_that_nobody_sees_is_no_title():
    """The next is; nothing of the annotation is lost for it."""
    annotation = {"tags": ["\u202e", "  ", "Ports"], "text": "A claim.", "target": "urn:dateline:source:elsewhere"}
    found = drafts(annotations_in([annotation]), workspace_of(), ())
    assert ([event.title for event in found.events], found.refused) == (["Ports"], ())


def test_ids_that_are_taken_are_not_taken_again():
    """Neither of events, nor of claims within one."""
    annotation = {"tags": ["T"], "text": "A claim.", "target": "urn:dateline:source:elsewhere"}
    found = drafts(annotations_in([annotation] * 201), workspace_of(), ("t", "t-2"))
    assert [(event.id, len(event.claims)) for event in found.events] == [("t-3", 200), ("t-4", 1)]
    assert list(found.events[0].claims)[:3] == ["a-claim", "a-claim-2", "a-claim-3"]


def test_context_is_kept_only_where_the_words_need_it():
    """Other programs always give both sides."""

    def imported(exact, prefix, suffix):
        selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        (event,) = drafts(
            annotations_in([{"target": {"source": "https://example.org/text", "selector": selector}}]),
            workspace_of(),
            (),
        ).events
        ((quote,),) = [claim.quotes for claim in event.claims.values()]
        return quote

    assert imported("$12 million", "cost ", ", and") == Quote(source="text", exact="$12 million")
    assert imported("harbour", "The ", " was") == Quote(source="text", exact="harbour", suffix=" was")
    assert imported("was", "harbour ", " opened for") == Quote(source="text", exact="was", suffix=" opened for")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"target": "https://unknown.example/"}, "not a source in this workspace is https://unknown.example/"),
        ({"target": "urn:dateline:source:unknown"}, "not a source in this workspace"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "bell \u0007"}, "text"),
        ({"text": "half \ud800"}, "text"),
        ({"tags": ["bell \u0007"]}, "title"),
    ],
)
def test_what_no_record_can_hold_is_refused(changes, reason):
    """By the field that would hold it."""
    annotation = {"text": "A claim.", "target": "urn:dateline:source:elsewhere", **changes}
    found = drafts(annotations_in([annotation]), workspace_of(), ())
    assert found.events == ()
    assert reason in str(found.refused[0])


def test_one_address_of_two_sources_names_neither():
    """Which is meant, nobody can say; `source` can."""
    twins = {id_: Source(id=id_, kind="article", url="https://example.org/x") for id_ in ("one", "two")}
    workspace = Workspace(Path(), sources=twins)
    annotation = {"text": "A claim.", "target": "https://example.org/x"}
    assert drafts(annotations_in([annotation]), workspace, ()).events == ()
    (event,) = drafts(annotations_in([annotation]), workspace, (), "two").events
    assert event.claims["a-claim"].sources == ("two",)


def test_a_name_too_long_for_an_id_names_no_claim():
    """However it is written in the file."""
    annotation = {
        "id": f"urn:dateline:claim:{'a' * 81}:b",
        "text": "A claim.",
        "target": "urn:dateline:source:elsewhere",
    }
    (event,) = drafts(annotations_in([annotation]), workspace_of(), ()).events
    assert event.id == "annotations-of-elsewhere"


TERMS: dict[str, Any] = {
    "dateline:by": "somebody",
    "dateline:by_as_reported": "Somebody",
    "dateline:credibility": 2,
    "dateline:disputed_by": ["e/c"],
    "dateline:question": "t/q",
    "dateline:allow": [
        {"dateline:guard": "number-not-quoted", "dateline:words": ["15", "16"], "dateline:reason": "A sum."}
    ],
}


def with_terms(terms):
    annotation = {"text": "A claim.", "target": "urn:dateline:source:elsewhere"}
    return drafts(annotations_in([{**annotation, **terms}, annotation]), workspace_of(), ())


@pytest.mark.parametrize(
    "terms",
    [
        TERMS,
        {key.replace("dateline:", "urn:dateline:terms#"): value for key, value in TERMS.items()},
        {**TERMS, "dateline:by": ["somebody"], "dateline:disputed_by": "e/c", "dateline:basis": None},
        {**TERMS, "dateline:allow": TERMS["dateline:allow"][0], "other:by": 7, "by": 7, "datelined": 7},
    ],
    ids=["as exported", "written out", "compacted", "others"],
)
def test_terms_are_read_as_json_ld_may_write_them(terms):
    """With the prefix or what it stands for; one of a thing with or without its list; null is nothing."""
    (event,) = with_terms(terms).events
    assert event.claims["a-claim"] == Claim(
        text="A claim.",
        sources=("elsewhere",),
        by="somebody",
        by_as_reported="Somebody",
        credibility=2,
        disputed_by=("e/c",),
        question="t/q",
        allow={"number-not-quoted": Allowance(words=("15", "16"), reason="A sum.")},
    )


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("by", "No id", "dateline:by: "),
        ("by", ["one", "No id"], "dateline:by.1: "),
        ("by_as_reported", ["One", " "], "dateline:by_as_reported.1: "),
        ("by_as_reported", " ", "dateline:by_as_reported: "),
        ("credibility", 7, "dateline:credibility: "),
        ("credibility", "2", "dateline:credibility: "),
        ("credibility", True, "dateline:credibility: "),
        ("disputed_by", ["a/b/c"], "dateline:disputed_by.0: "),
        ("disputed_by", [{"id": "a"}], "dateline:disputed_by.0: "),
        ("question", {}, "dateline:question: "),
        ("basis", "guessed", "dateline:basis: "),
        ("allow", {"number-not-quoted": "A sum."}, "`dateline:allow` has an entry without `dateline:guard`"),
        ("allow", [{"dateline:guard": "g"}], "`dateline:reason`"),
        ("allow", [{"dateline:guard": "g", "dateline:reason": ""}], "dateline:allow.g.reason: "),
        ("allow", [{"dateline:guard": "g", "dateline:reason": "r"}] * 2, "two reasons for `g`"),
        ("allow", [{"dateline:guard": "g" * 81, "dateline:reason": "r"}], "81 characters"),
        ("allow", [{"dateline:guard": "g\ud800", "dateline:reason": "r"}], "incomplete character"),
        ("credibilty", 2, "`dateline:credibilty` is no term of Dateline; did you mean `credibility`?"),
        ("text", "Other words.", "`dateline:text` is no term of Dateline"),
    ],
)
def test_a_malformed_term_is_named_and_its_annotation_alone_refused(name, value, reason):
    """The other annotations are read all the same."""
    found = with_terms({f"dateline:{name}": value})
    assert [refused.number for refused in found.refused] == [1]
    assert reason in str(found.refused[0])
    assert [list(event.claims) for event in found.events] == [["a-claim"]]


def test_a_term_that_is_there_twice_is_refused():
    """Once by its prefix and once written out: which counts, nobody can say."""
    found = with_terms({"dateline:by": "a", "urn:dateline:terms#by": "b"})
    assert "`dateline:by` twice" in str(found.refused[0])


def test_a_malformed_term_of_a_target_is_named():
    """As one of the annotation is."""
    selector = {"type": "TextQuoteSelector", "exact": "$12 million"}
    for term, reason in (({"dateline:exact": 7}, "`dateline:exact`"), ({"dateline:words": "x"}, "`dateline:words`")):
        target = {"source": "urn:dateline:source:text", "selector": selector, **term}
        (refused,) = drafts(annotations_in([{"target": target}]), workspace_of(), ()).refused
        assert reason in str(refused)


def test_a_text_is_folded_once_for_all_its_annotations(monkeypatch):
    """However many of them quote it other than letter for letter: a long text takes a second to fold."""
    count = Counter[str]()
    monkeypatch.setattr(quoting, "fold_with_offsets", lambda text: count.update([text]) or fold_with_offsets(text))
    words = ({"type": "TextQuoteSelector", "exact": f"“harbour” was {typed}"} for typed in ("closed  again", "shut"))
    made = drafts(
        annotations_in([{"target": {"source": "urn:dateline:source:text", "selector": each}} for each in words]),
        workspace_of(),
        (),
    )
    assert sum(len(event.claims) for event in made.events) == 2
    assert count == {TEXT: 1}
