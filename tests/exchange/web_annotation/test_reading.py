"""Annotations of W3C's model and of Hypothesis, the JSON that they come in, and what is refused of them."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exchange.web_annotation.annotation import Annotation, RefusedAnnotation, SelectedText
from dashboard.exchange.web_annotation.reading import (
    MOST_ANNOTATIONS,
    MOST_BYTES,
    NotAnnotations,
    NotJson,
    annotations_in,
    next_page,
    parse_json,
)

QUOTE = {"type": "TextQuoteSelector", "exact": "the base", "prefix": "It was ", "suffix": " that"}


def one(**given):
    (found,) = annotations_in({"id": "urn:x:1", "target": {"source": "urn:s", "selector": QUOTE}, **given})
    return found


SELECTED = SelectedText("urn:s", "the base", "It was ", " that")


@pytest.mark.parametrize(
    "document",
    [
        {"type": "Annotation", "target": {"source": "urn:s", "selector": QUOTE}},
        [{"target": [{"source": {"id": "urn:s"}, "selector": [{"type": "TextPositionSelector", "start": 1}, QUOTE]}]}],
        {"type": "AnnotationPage", "items": [{"target": {"source": "urn:s", "selector": QUOTE}}]},
        {"type": "AnnotationCollection", "first": {"items": [{"target": {"source": ["urn:s"], "selector": QUOTE}}]}},
        {"rows": [{"target": [{"source": "urn:s", "selector": [{"type": "RangeSelector"}, QUOTE]}]}], "total": 1},
        {"client_version": "1", "annotations": [{"uri": "urn:s", "target": [{"selector": [QUOTE]}]}]},
        {"target": {"source": "urn:s", "selector": {"type": "FragmentSelector", "refinedBy": QUOTE}}},
        {"target": {"source": "urn:s", "selector": {**QUOTE, "exact": "more than the base", "refinedBy": [QUOTE]}}},
    ],
    ids=["single", "list", "page", "collection", "rows", "export", "refined", "refined quote"],
)
def test_annotations_are_read_from_every_form(document):
    """One of a thing may stand without its list; the most refined quote counts."""
    (found,) = annotations_in(document)
    assert isinstance(found, Annotation)
    assert found.targets == (SELECTED,)


def test_bodies_are_told_apart_by_their_purpose():
    """Text, note, tags and kind."""
    bodies = [
        {"type": "TextualBody", "value": "The claim.", "purpose": "describing"},
        {"type": "TextualBody", "value": "A tag", "purpose": "tagging"},
        {"type": "TextualBody", "value": "assessment", "purpose": "classifying"},
        {"type": "TextualBody", "value": "A remark.", "purpose": ["commenting"]},
        "https://elsewhere.example/a",
        7,
    ]
    found = one(body=bodies, creator={"name": "Ana"})
    assert isinstance(found, Annotation)
    assert (found.text, found.kind, found.note, found.tags) == (
        "The claim.",
        "assessment",
        "A remark.\nAnnotated by Ana.",
        ("A tag",),
    )
    simple = one(bodyValue="Said simply.", motivation="questioning")
    assert isinstance(simple, Annotation)
    assert (simple.text, simple.kind) == ("Said simply.", "question")


def test_hypothesis_keeps_text_tags_and_user_beside_each_other():
    """Its own names for what the standard puts into bodies."""
    found = one(text="A claim.", tags=["talks", "base"], user="acct:ana@example", motivation=None)
    assert isinstance(found, Annotation)
    assert (found.text, found.tags, found.note) == ("A claim.", ("talks", "base"), "Annotated by acct:ana@example.")


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        (7, "not an object"),
        ({"id": "urn:x", "body": []}, "no target"),
        ({"target": []}, "no target"),
        ({"target": 7}, "neither an IRI nor an object"),
        ({"target": {"selector": QUOTE}}, "names no source"),
        ({"target": {"source": "urn:s", "selector": {"type": "CssSelector", "value": "p"}}}, "no TextQuoteSelector"),
        ({"target": {"source": "urn:s", "selector": {"type": "TextQuoteSelector", "exact": 7}}}, "no `exact`"),
        ({"target": {"source": "urn:s", "selector": "urn:selector"}}, "no TextQuoteSelector"),
        ({"target": "urn:s", "references": ["abc"]}, "a reply"),
        ({"target": "urn:s", "motivation": "replying"}, "a reply"),
    ],
)
def test_what_no_claim_can_be_made_of_is_refused_with_its_reason(given_, reason):
    """By its number; the others are read all the same."""
    good = {"target": {"source": "urn:s", "selector": QUOTE}}
    refused, kept = annotations_in([given_, good])
    assert isinstance(refused, RefusedAnnotation)
    assert refused.number == 1
    assert reason in str(refused)
    assert isinstance(kept, Annotation)


@pytest.mark.parametrize("document", [None, 7, "text", {}, [], {"items": []}, {"first": "urn:page"}, {"items": "x"}])
def test_a_document_without_annotations_is_refused(document):
    """Whatever JSON it is."""
    with pytest.raises(NotAnnotations, match="has no annotations"):
        list(annotations_in(document))


@pytest.mark.parametrize(
    ("document", "further"),
    [
        ({"first": {"items": [], "next": "urn:page:2"}}, "urn:page:2"),
        ({"items": [], "next": {"id": "urn:page:3"}}, "urn:page:3"),
        ({"items": []}, ""),
        ({"first": "urn:page"}, ""),
        ([], ""),
    ],
)
def test_a_collection_that_goes_on_says_where(document, further):
    """Nothing is fetched; whoever imports is told."""
    assert next_page(document) == further


def test_very_many_annotations_are_refused():
    """Before any of them is looked at."""
    with pytest.raises(NotAnnotations, match="Split it"):
        list(annotations_in([{}] * (MOST_ANNOTATIONS + 1)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "type",
                    "target",
                    "source",
                    "selector",
                    "exact",
                    "body",
                    "value",
                    "purpose",
                    "refinedBy",
                    "tags",
                    "text",
                    "creator",
                    "name",
                    "motivation",
                    "items",
                    "first",
                    "references",
                    "dateline:by",
                    "dateline:disputed_by",
                    "dateline:allow",
                    "dateline:guard",
                    "dateline:reason",
                    "dateline:exact",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_whatever_json_it_is_nothing_breaks(document):
    """Every annotation is read or refused, or the document is."""
    try:
        found = list(annotations_in(document))
    except NotAnnotations:
        return
    assert all(isinstance(each, Annotation | RefusedAnnotation) for each in found)


def test_an_export_of_hypothesis_is_read():
    """A file as its client writes it, with a highlight, a page note and a reply."""
    file = Path(__file__).parent / "hypothesis-export.json"
    found = list(annotations_in(json.loads(file.read_text(encoding="utf-8"))))
    kinds = [type(each).__name__ for each in found]
    assert kinds == ["Annotation", "Annotation", "Annotation", "RefusedAnnotation"]


@pytest.mark.parametrize("key", ["target", "body", "tags", "dateline:disputed_by", "dateline:allow"])
def test_an_annotation_of_thousands_of_entries_is_refused(key):
    """Alone: its neighbours are read."""
    whole = {"bodyValue": "x", "target": "urn:dateline:source:pier"}
    refused, read = annotations_in([{**whole, key: ["x"] * 40_000}, whole])
    assert isinstance(refused, RefusedAnnotation)
    assert "40,000" in refused.reason
    assert isinstance(read, Annotation)


def test_json_is_read():
    """With or without a byte order mark."""
    assert parse_json('{"a": ["é", 1, null]}'.encode()) == {"a": ["é", 1, None]}
    assert parse_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "not JSON"),
        (b"title: YAML", "not JSON"),
        (b'{"a": 1,}', "not JSON"),
        (b'{"a": 1} {"b": 2}', "Extra data"),
        (b"\xff\xfe[\x00]\x00", "not UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"id": 1, "b": {"exact": "x", "exact": "y"}}', "“exact” twice"),
        (b"[" * 200_000 + b"]" * 200_000, "nested too deep"),
        (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "nested too deep"),
        (b"[" + b"1" * 10_000 + b"]", "JSON in the file cannot be read"),
        (b'"' + b"x" * MOST_BYTES + b'"', "Split it"),
    ],
    ids=["empty", "yaml", "comma", "two", "utf-16", "nan", "infinity", "key", "lists", "objects", "number", "size"],
)
def test_what_is_no_json_is_refused_in_a_sentence(raw, told):
    """Neither a traceback nor a crash."""
    with pytest.raises(NotJson, match=told):
        parse_json(raw)


def test_an_object_of_thousands_of_keys_is_refused_at_once():
    """With a key twice at its end, which was looked for among all of them, for each of them."""
    keys = ", ".join(f'"key-{number}": 1' for number in range(40_000))
    begun = time.process_time()
    with pytest.raises(NotJson, match=r"40,001 keys\. The limit is 1,000"):
        parse_json(f'{{{keys}, "key-39999": 2}}'.encode())
    assert time.process_time() - begun < 2
