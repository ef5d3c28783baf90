"""What is exported and imported again says the same, of the same words."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.ellipsis import parts_of
from dashboard.evidence.finding import find
from dashboard.evidence.folding import folded
from dashboard.evidence.verdicts import evidence_of
from dashboard.exchange.web_annotation.drafts import Drafts, drafts
from dashboard.exchange.web_annotation.json_text import parsed
from dashboard.exchange.web_annotation.reading import annotations_in
from dashboard.exchange.web_annotation.writing import collection_lines
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event
from dashboard.model.source import Source
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


def exported(workspace: Workspace) -> Any:
    claims = [(event.id, key) for event in workspace.events.values() for key in event.claims]
    evidence = evidence_of(workspace.events, workspace.texts)
    written = "\n".join(collection_lines(workspace, evidence, claims))
    assert written.isascii()
    return parsed(written.encode())


def there_and_back(workspace: Workspace) -> Drafts:
    return drafts(annotations_in(exported(workspace)), workspace, ())


def workspace_of(*events: Event, text: str = TEXT) -> Workspace:
    return Workspace(Path(), {event.id: event for event in events}, SOURCES, texts={"text": text})


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
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


CLAIMS = st.builds(
    Claim,
    text=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40).filter(
        lambda text: text.strip() == text
    ),
    kind=st.sampled_from(["fact", "statement", "assessment", "question"]),
    quotes=st.lists(quotes(), max_size=3).map(tuple),
    sources=st.sampled_from([(), ("elsewhere",)]),
    note=st.sampled_from([None, "A remark."]),
).filter(lambda claim: claim.quotes or claim.sources)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b-2", "c"]), st.dictionaries(st.sampled_from(["x", "y-1", "z"]), CLAIMS, min_size=1)
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda each: each[0],
)


@given(EVENTS)
def test_claims_come_back_as_they_were(described: list[tuple[str, dict[str, Claim]]]) -> None:
    """Ids, keys, texts, kinds, notes, sources; quotes with the same words at the same place."""
    events = [Event(id=id_, title=f"Event {id_}", claims=claims) for id_, claims in described]
    back = there_and_back(workspace_of(*events))
    assert back.refused == ()
    assert [(event.id, event.title, list(event.claims)) for event in back.events] == [
        (event.id, event.title, list(event.claims)) for event in events
    ]
    for event, other in zip(events, back.events, strict=True):
        for key, claim in event.claims.items():
            again = other.claims[key]
            assert (again.text, again.kind, again.note, again.sources) == (
                claim.text,
                claim.kind,
                claim.note,
                claim.sources,
            )
            assert len(again.quotes) == len(claim.quotes)
            for quote, same in zip(claim.quotes, again.quotes, strict=True):
                _is_same(quote, same)


def _is_same(quote: Quote, same: Quote) -> None:
    assert same.source == quote.source
    if quote.source != "text":
        assert same.exact == quote.exact
        return
    before, after = find(quote, TEXT, folded(TEXT)), find(same, TEXT, folded(TEXT))
    if before.stands:
        assert after.spans == before.spans
    if len(before.spans) > 1:
        assert parts_of(same.exact) == tuple(TEXT[start:end].strip() for start, end in before.spans)
    else:
        assert same.exact == quote.exact


def test_the_seed_comes_back(root: Path) -> None:
    """All claims that rest on something, verified as before."""
    workspace = load(root)
    back = there_and_back(workspace)
    assert back.refused == ()
    kept = {(event.id, key): claim for event in back.events for key, claim in event.claims.items()}
    for event in workspace.events.values():
        for key, claim in event.claims.items():
            if claim.quotes or claim.sources:
                same = kept[event.id, key]
                assert (same.text, same.sources, same.note) == (claim.text, claim.sources, claim.note)
                assert [quote.exact for quote in same.quotes] == [quote.exact for quote in claim.quotes]
    assert len(kept) == sum(
        bool(claim.quotes or claim.sources) for event in workspace.events.values() for claim in event.claims.values()
    )


def test_an_export_keeps_the_rules_of_the_standard() -> None:
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
    assert (found["@context"], found["type"], found["total"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        1,
    )
    page = found["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    (annotation,) = page["items"]
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
def test_events_are_named_for_their_tag(title: str, id_: str) -> None:
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


def test_a_tag_that_nobody_sees_is_no_title() -> None:
    """The next is; nothing of the annotation is lost for it."""
    annotation = {"tags": ["\u202e", "  ", "Ports"], "text": "A claim.", "target": "urn:dateline:source:elsewhere"}
    found = drafts(annotations_in([annotation]), workspace_of(), ())
    assert ([event.title for event in found.events], found.refused) == (["Ports"], ())


def test_ids_that_are_taken_are_not_taken_again() -> None:
    """Neither of events, nor of claims within one."""
    annotation = {"tags": ["T"], "text": "A claim.", "target": "urn:dateline:source:elsewhere"}
    found = drafts(annotations_in([annotation] * 201), workspace_of(), ("t", "t-2"))
    assert [(event.id, len(event.claims)) for event in found.events] == [("t-3", 200), ("t-4", 1)]
    assert list(found.events[0].claims)[:3] == ["a-claim", "a-claim-2", "a-claim-3"]


def test_context_is_kept_only_where_the_words_need_it() -> None:
    """Other programs always give both sides."""

    def imported(exact: str, prefix: str, suffix: str) -> Quote:
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
        ({"target": "https://unknown.example/"}, "no source of this workspace is https://unknown.example/"),
        ({"target": "urn:dateline:source:unknown"}, "no source of this workspace"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "bell \u0007"}, "text"),
        ({"text": "half \ud800"}, "text"),
        ({"tags": ["bell \u0007"]}, "title"),
    ],
)
def test_what_no_record_can_hold_is_refused(changes: dict[str, Any], reason: str) -> None:
    """By the field that would hold it."""
    annotation = {"text": "A claim.", "target": "urn:dateline:source:elsewhere", **changes}
    found = drafts(annotations_in([annotation]), workspace_of(), ())
    assert found.events == ()
    assert reason in str(found.refused[0])


def test_one_address_of_two_sources_names_neither() -> None:
    """Which is meant, nobody can say; `source` can."""
    twins = {id_: Source(id=id_, kind="article", url="https://example.org/x") for id_ in ("one", "two")}
    workspace = Workspace(Path(), sources=twins)
    annotation = {"text": "A claim.", "target": "https://example.org/x"}
    assert drafts(annotations_in([annotation]), workspace, ()).events == ()
    (event,) = drafts(annotations_in([annotation]), workspace, (), "two").events
    assert event.claims["a-claim"].sources == ("two",)


def test_a_name_too_long_for_an_id_names_no_claim() -> None:
    """However it is written in the file."""
    annotation = {
        "id": f"urn:dateline:claim:{'a' * 81}:b",
        "text": "A claim.",
        "target": "urn:dateline:source:elsewhere",
    }
    (event,) = drafts(annotations_in([annotation]), workspace_of(), ()).events
    assert event.id == "annotations-of-elsewhere"
