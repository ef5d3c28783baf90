"""The outline: what a briefing says, where it stands, and what carries each sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.outline.outline import (
    FigureBlock,
    HeadingBlock,
    TableBlock,
    statements_of,
)
from dashboard.briefing.outline.selection import choose_events
from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.event import Commitment, Judgement, Relation
from dashboard.model.time_and_place import When, Where
from tests.briefing.golden_files import FOLDER, golden_files

FIX = "look at what changed, then: python -m tests.briefing.golden_files"
UNSIGNED = frozenset({"outlook", "sources"})
"""Sections with rows that state nothing of the world: questions of a thread, descriptions of sources."""


def section(outline, key):
    return next(each for each in outline.sections if each.key == key)


def test_the_seeds_briefing_is_the_golden_one(seed):
    """Every file of it, whatever day it is: it holds as of its own."""
    written = golden_files(seed)
    assert {*written, "README.md"} == {path.name for path in FOLDER.iterdir()}, FIX
    for name, text in written.items():
        assert text == (FOLDER / name).read_text(encoding="utf-8"), FIX


def test_sections_stand_in_their_order(seed, briefing):
    """All of them, or those that are asked for; never another order."""
    everything = outline_of(briefing(), seed)
    without = tuple(key for key in vocabularies.BRIEFING_SECTIONS if key != "changes")
    assert tuple(each.key for each in everything.sections) == without
    some = outline_of(briefing(options={"sections": ["sources", "bottom-line"]}), seed)
    assert [each.key for each in some.sections] == ["bottom-line", "sources"]


def test_the_annex_has_exceptions_of_relations_and_places(seed, briefing, with_records):
    """Each once for an event: with the claim that carries it, else with the first; beside the claim's own."""
    event, place = seed.workspace.events["us-troop-talks"], seed.workspace.places["manta"]
    relation = {
        "type": "leads-to",
        "event": "us-base-closed",
        "allow": {"effect-before-cause": {"words": "2009", "reason": "So it was."}},
    }
    carried = next(key for key, claim in list(event.claims.items())[2:] if claim.kind != "question")
    own = event.claims[carried].model_copy(
        update={"allow": {"name-not-quoted": Allowance(words=("Ana", "Ruiz"), reason="His own.")}}
    )
    changed = event.model_copy(
        update={
            "relations": (Relation.model_validate({**relation, "claims": [carried]}),),
            "where": Where(reported="manta"),
            "claims": {**event.claims, carried: own},
        }
    )
    allowed = place.model_copy(
        update={"allow": {"coordinates-outside-country": Allowance(words=("1, 2",), reason="It is at sea.")}}
    )
    workspace = with_records(events={event.id: changed}, places={"manta": allowed})
    outline = outline_of(briefing(selection={"events": [event.id]}), workspace)
    told = {each.claim: each.allowed for each in outline.annex if each.allowed}
    closed = seed.workspace.events["us-base-closed"].title
    assert told == {
        outline.annex[0].claim: ("coordinates-outside-country for “1, 2”, of the place Manta: It is at sea.",),
        f"{event.id}/{carried}": (
            "name-not-quoted for “Ana”, “Ruiz”: His own.",
            f"effect-before-cause for “2009”, of its relation to “{closed}”: So it was.",
        ),
    }


def test_events_stand_once_each_under_their_thread(seed, briefing):
    """By date, or in the order in which they are named; grouped by thread all the same."""
    ids = ["ecuador-referendum", "trump-korea-base-land", "us-base-closed"]
    blocks = section(outline_of(briefing(selection={"events": ids}), seed), "happened").blocks
    titles = {thread.id: thread.title for thread in seed.workspace.threads.values()}
    assert [each.text if isinstance(each, HeadingBlock) else each.id for each in blocks] == [
        titles["us-ecuador-basing"],
        "ecuador-referendum",
        "us-base-closed",
        titles["us-forces-korea-costs"],
        "trump-korea-base-land",
    ]


def test_events_after_its_day_are_not_told(seed, briefing):
    """Unless they are named: a filter knows nothing that was to come."""
    early = choose_events(briefing(as_of="2025-09-30"), seed)
    assert "ecuador-referendum" not in {reading.id for reading in early.readings}
    named = choose_events(briefing(as_of="2025-09-30", selection={"events": ["ecuador-referendum"]}), seed)
    assert [reading.id for reading in named.readings] == ["ecuador-referendum"]


@pytest.mark.parametrize("facet", vocabularies.FACETS)
def test_every_facet_chooses_events(seed, briefing, facet):
    """Each lets some through by one of its values, and none by a value that nothing has."""
    values = {
        "thread": "us-ecuador-basing",
        "type": "reject",
        "actor": "marco-rubio",
        "country": "EC",
        "place": "quito",
        "area": "-82,-5.5,-75,2",
        "source": "voa",
        "commitment": "ended",
        "tag": "none",
        "verdict": "quote found",
        "origins": "one",
        "review": "draft",
        "problems": "without",
    }
    some = choose_events(briefing(selection={"show": [f"{facet}:{values[facet]}"]}), seed)
    assert some.readings
    assert not choose_events(briefing(selection={"show": [f"{facet}:nothing-like-it"]}), seed).readings


def test_a_question_stands_as_of_the_day(seed, briefing):
    """Open before the referendum, answered after it."""
    for day, stands in (("2025-09-30", "open"), ("2025-12-31", "answered: no, 16 November 2025")):
        (table,) = (each for each in section(outline_of(briefing(as_of=day), seed), "outlook").blocks)
        assert table.rows[0].cells[2] == stands


def test_a_judgement_is_two_sentences(seed, briefing):
    """How likely in one, how sure in the other; both carry the evidence and the initials."""
    judged = {
        "question": "us-ecuador-basing/drones-delivered",
        "likelihood": "likely",
        "confidence": "low",
        "claims": ["us-drones-for-navy/drones"],
        "by": "AB",
    }
    likely, sure = section(outline_of(briefing(judgements=[judged]), seed), "judgements").blocks
    assert "likely (55 to 80\u00a0%)" in likely.text
    assert "onfidence" not in likely.text
    assert sure.text == "Confidence in this judgement: low."
    assert {(each.by, each.claims) for each in (likely, sure)} == {("AB", ("us-drones-for-navy/drones",))}


def test_the_outlook_tells_the_last_judgement_of_what_is_open(seed, briefing, with_records):
    """With its day, by the briefing's day; not those that it took the place of, nor of what was answered."""
    made = {"confidence": "low", "claims": ["closed"], "by": "AB"}
    judgements = tuple(
        Judgement(question=f"us-ecuador-basing/{question}", likelihood=likelihood, on=on, **made)
        for question, likelihood, on in (
            ("drones-delivered", "likely", "2025-10-01"),
            ("drones-delivered", "unlikely", "2025-11-01"),
            ("drones-delivered", "very-likely", "2026-02-01"),
            ("permanent-base", "likely", "2025-10-01"),
        )
    )
    event = seed.workspace.events["us-base-closed"].model_copy(update={"judgements": judgements})
    judged = with_records(events={event.id: event})
    for day, words in (("2025-12-31", ["unlikely"]), ("2025-10-31", ["likely", "likely"]), ("2025-09-30", [])):
        blocks = section(outline_of(briefing(as_of=day), judged), "outlook").blocks[1:]
        assert [each.text.partition("yes: ")[2].partition(" (")[0] for each in blocks[::2]] == words
    (_, sure) = section(outline_of(briefing(), judged), "outlook").blocks[1:]
    assert sure.text == "Confidence in this judgement of 1 November 2025: low."


def test_what_nobody_knows_is_told(seed, briefing, with_records):
    """Questions that claims raise; events without a day, a place, or words for how far they came."""
    event = seed.workspace.events["us-base-closed"]
    bare = event.model_copy(
        update={
            "when": When(),
            "where": Where(),
            "threads": (),
            "commitment": Commitment(level="ended"),
        }
    )
    workspace = with_records(events={event.id: bare})
    made = briefing(selection={"events": [event.id, "us-troop-talks"]})
    outline = outline_of(made, workspace)
    question, _heading, table = section(outline, "unknown").blocks
    assert question.claims == ("us-troop-talks/open",)
    (row,) = table.rows
    assert row.cells[1] == "undated; unplaced; no claim gives its commitment level"
    assert section(outline, "happened").blocks[-2].text == "In no thread"
    rungs = [
        row.cells[1]
        for block in section(outline, "commitment").blocks
        if isinstance(block, TableBlock)
        for row in block.rows
    ]
    assert rungs == ["Rubio and Sommerfeld meet the press"]


def test_figures_have_a_row_for_each_event(seed, briefing):
    """Described in words, and as a table, for who does not see them."""
    outline = outline_of(briefing(options={"figures": ["timeline"]}), seed)
    (figure,) = section(outline, "figures").blocks
    assert isinstance(figure, FigureBlock)
    assert (figure.name, len(figure.table.rows)) == ("timeline", len(choose_events(briefing(), seed).readings))
    assert "Timeline of 12 events" in figure.description


def test_a_marking_of_ones_own_has_no_colour(seed, briefing):
    """That of the protocol has its label, meaning and colours."""
    label = outline_of(briefing(), seed).marking
    assert (label.text, label.color, label.ground) == ("TLP:GREEN", "#33ff00", "#000000")
    own = outline_of(briefing(marking={"text": "For the board", "meaning": "Burn it"}), seed).marking
    assert (own.text, own.meaning, own.color) == ("For the board", "Burn it", "")


def test_a_claim_that_is_not_there_is_told_as_gone(seed, briefing):
    """The sentence stays, and does not look as if anything carried it."""
    outline = outline_of(briefing(bottom_line=[{"text": "So it is.", "claims": ["us-base-closed/never"]}]), seed)
    assert section(outline, "bottom-line").blocks[0].evidence == "gone"
    assert outline.annex[0].verdict == "gone"


@settings(max_examples=25)
@given(data=st.data())
def test_every_sentence_traces_to_a_claim_or_to_initials(data, seed, briefing):
    """Or tells a value of the team's and its basis. Each number leads to its claim's entry, and each entry is named."""
    events = seed.workspace.events
    claims = [f"{event.id}/{key}" for event in events.values() for key in event.claims]
    sentence = st.fixed_dictionaries(
        {"text": st.text(min_size=1).filter(lambda text: any(each.isalnum() for each in text) and text.isprintable())},
        optional={"claims": st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True)},
    ).map(lambda each: each if "claims" in each else {**each, "by": "AB"})
    chosen_events = data.draw(st.lists(st.sampled_from(sorted(events)), min_size=1, max_size=6, unique=True))
    made = briefing(
        selection={"events": chosen_events},
        bottom_line=data.draw(st.lists(sentence, max_size=3)),
        words=data.draw(
            st.dictionaries(st.sampled_from(vocabularies.WORDED_SECTIONS), st.lists(sentence, max_size=2), max_size=2)
        ),
    )
    outline = outline_of(made, seed)
    numbers = {entry.number: entry.claim for entry in outline.annex}
    assert list(numbers) == list(range(1, len(numbers) + 1))
    for part in outline.sections:
        for each in (found for block in part.blocks for found in statements_of(block)):
            is_held = bool(each.held) and all(value.basis and f"({value.basis})" in each.text for value in each.held)
            assert each.by or each.claims or is_held or (part.key in UNSIGNED and each.records)
            assert {numbers[number] for number in each.references} == set(each.claims)
    assert {number for each in outline.statements() for number in each.references} == set(numbers)
