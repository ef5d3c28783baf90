"""Actors and amounts that the team holds and no words report: each stands in its event, with its basis."""

import datetime as dt
from copy import deepcopy
from dataclasses import replace

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.outline.outline import EventBlock
from dashboard.briefing.verify import verify_written
from dashboard.query.reading import Mode
from tests.briefing.conftest import case_of
from tests.briefing.one_event import BRIEFING, RAW, labels, validation_of
from tests.briefing.words_in import words_in

EXTERNAL = {"basis": "external", "sources": ["wire"], "claims": []}
INFERRED = {"basis": "inferred", "note": "Ours."}
FROM_OUTSIDE = "external: Associated Press, 19 September 2009"
WHO = "initiator: Boris Petrov; recipient: Cam Lee, Dee Roe"
ALL = f"{WHO}; also named: Eve Hall"
VOTES = "6,422,640 votes for a base"
RENT = "at least $7 million"


def raw_records():
    """The records of the one event, with values beside the others that are assessed alone."""
    raw = deepcopy({kind: dict(records) for kind, records in RAW.items()})
    names = {"boris": "Boris Petrov", "cam": "Cam Lee", "dee": "Dee Roe", "eve": "Eve Hall"}
    raw["actors"] |= {id_: {"name": name, "kind": "person"} for id_, name in names.items()}
    event = raw["events"]["main"]
    event["who"] += [
        {"actor": "cam", "role": "recipient", "assessed": EXTERNAL},
        {"actor": "boris", "role": "initiator", "assessed": EXTERNAL},
        {"actor": "dee", "role": "recipient", "assessed": EXTERNAL},
        {"actor": "eve", "role": "mentioned", "assessed": INFERRED},
    ]
    event["amounts"] |= {
        "votes": {"purpose": "a base", "assessed": {"value": 6422640, "unit": "votes", **EXTERNAL}},
        "later-rent": {"assessed": {"value": 7000000, "currency": "USD", "qualifier": "at-least", **INFERRED}},
    }
    return deepcopy(raw)


@pytest.fixture
def made(seed):
    """The validation of these records, after `change` has changed the event's."""

    def of(change=None):
        raw = raw_records()
        if change:
            change(raw["events"]["main"])
        return validation_of(raw, seed.workspace)

    return of


def told(validation, mode=Mode.ASSESSED):
    """What stands below the claims of the event."""
    outline = outline_of(BRIEFING, validation, mode)
    (section,) = (each for each in outline.sections if each.key == "happened")
    (block,) = (each for each in section.blocks if isinstance(each, EventBlock))
    return [each.text for each in block.statements if each.held]


def test_what_is_assessed_alone_stands_in_its_event(made):
    """Those who took part in one sentence, together where they have one basis; each amount apart."""
    assert told(made()) == [
        f"Assessed: {WHO} ({FROM_OUTSIDE}); also named: Eve Hall (inferred).",
        f"Assessed: {VOTES} ({FROM_OUTSIDE}).",
        f"Assessed, later rent: {RENT} (inferred).",
    ]


def test_what_is_reported_is_not_told_again(made):
    """What differs has its row, and what is held as reported its claim. As reported, nothing is assessed."""

    def reported(record):
        record["who"] = [{**each, "claims": ["closed"]} for each in record["who"]]
        quantity = {"currency": "USD", "value": 5}
        record["amounts"] = {key: {**each, "reported": quantity} for key, each in record["amounts"].items()}

    assert told(made(reported)) == []
    assert told(made(), Mode.REPORTED) == []


def test_a_quoted_value_refers_to_its_claims(made):
    """With their numbers and what was found of them."""

    def quoted(record):
        record["amounts"]["votes"]["assessed"] |= {"basis": "quoted", "sources": [], "claims": ["cost"]}

    statements = {each.text: each for each in outline_of(BRIEFING, made(quoted)).statements()}
    found = statements[f"Assessed: {VOTES} (quoted)."]
    assert (found.claims, found.verdicts, len(found.references)) == (("main/cost",), ("found, in doubt",), 1)


def test_what_the_team_holds_to_be_unknown_is_said_so(made):
    """In words, for neither would say that nobody knows."""

    def unknown(record):
        record["who"] = [{"actor": "boris", "role": "initiator", "assessed": {"basis": "unknown"}}]
        record["amounts"] = {"rent": {"purpose": "rent", "assessed": {"basis": "unknown"}}}

    assert told(made(unknown)) == [
        "Assessed: not known, initiator: Boris Petrov (unknown).",
        "Assessed: how much for rent is not known (unknown).",
    ]


@pytest.mark.parametrize(
    ("path", "value", "falling"),
    [
        (("who", 2, "actor"), "eve", {ALL}),
        (("who", 2, "role"), "mediator", {ALL}),
        (("who", 2, "claims"), ["cost"], {ALL}),
        (("who", 2, "assessed", "actor"), "eve", {ALL}),
        (("who", 2, "assessed", "basis"), "inferred", {ALL}),
        (("who", 2, "assessed", "sources"), ["held"], {ALL}),
        (("who", 2, "assessed", "claims"), ["cost"], {ALL}),
        (("who", 2, "assessed", "note"), "Another.", set()),
        (("who", 4, "role"), "mediator", {ALL}),
        (("who", 4), {"actor": "eve", "role": "mentioned", "claims": ["cost"]}, {ALL}),
        (("who", 0, "role"), "mediator", {"held who"}),
        (("who", 0, "claims"), ["cost"], {"held who"}),
        (("who", slice(5, 5)), [{"actor": "ben", "role": "recipient", "assessed": EXTERNAL}], {ALL}),
        (("who", slice(5, 5)), [{"actor": "ben", "role": "recipient", "claims": ["cost"]}], set()),
        (("amounts", "votes", "purpose"), "rent", {VOTES}),
        (("amounts", "votes", "reported"), {"value": 6, "unit": "votes"}, {VOTES}),
        (("amounts", "votes", "assessed", "value"), 6422641, {VOTES}),
        (("amounts", "votes", "assessed", "unit"), "people", {VOTES}),
        (("amounts", "votes", "assessed", "qualifier"), "about", {VOTES}),
        (("amounts", "votes", "assessed", "purpose"), "rent", {VOTES}),
        (("amounts", "votes", "assessed", "part_of"), "cost", {VOTES}),
        (("amounts", "votes", "assessed", "basis"), "inferred", {VOTES}),
        (("amounts", "votes", "assessed", "sources"), ["held"], {VOTES}),
        (("amounts", "votes", "assessed", "claims"), ["cost"], {VOTES}),
        (("amounts", "votes", "assessed", "note"), "Another.", set()),
        (("amounts", "later-rent", "assessed", "value"), 8000000, {RENT}),
        (("amounts", "fee"), {"assessed": {"value": 3, "currency": "USD", "basis": "inferred", "note": "x"}}, set()),
        (("tags",), [], set()),
    ],
)
def test_a_changed_field_fells_the_sentence_that_tells_it(seed, made, path, value, falling):
    """That one alone, among all sentences of the briefing."""
    before = made()
    outline = outline_of(BRIEFING, before)
    seal = manifest_of(outline, before, BRIEFING)
    named = labels(outline)
    assert verify_written(seal, before, dt.date(2010, 12, 31)).stands

    def change(record):
        at = record
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    after = made(change)
    fallen = {named[each.sentence.text] for each in verify_written(seal, after, dt.date(2010, 12, 31)).stale}
    assert {each.removeprefix("assessed ") for each in fallen} == falling
    now = {statement.text for statement in outline_of(BRIEFING, after).statements()}
    assert {named[each.text] for each in seal.sentences if each.text not in now} <= fallen


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_them(made, form, tmp_path, tool):
    """In the words of the outline, with the basis behind them."""
    words = words_in(form, case_of(BRIEFING, made(), drawn=False), tmp_path, tool)
    for each in (WHO, VOTES):
        assert f"Assessed: {each} (external: " in words
    shown = RENT.replace("$", "\\$") if form == "md" else RENT
    assert f"Assessed, later rent: {shown} (inferred)." in words


def test_a_value_that_its_source_no_longer_gives_falls_alone(seed, made):
    """A check objects to it now: its sentence says so, names its source as before, and is the only one that falls."""
    before = made()
    outline = outline_of(BRIEFING, before)
    seal = manifest_of(outline, before, BRIEFING)
    objected = replace(before.evidence, objections={"main": frozenset({("amounts", "votes", "assessed", "value")})})
    after = replace(before, evidence=objected)
    fallen = verify_written(seal, after, dt.date(2010, 12, 31)).stale
    assert [each.sentence.text for each in fallen] == [f"Assessed: {VOTES} ({FROM_OUTSIDE})."]
    assert fallen[0].changes == ("changed: event main: amount votes, how it is carried",)
    assert f"Assessed: {VOTES} ({FROM_OUTSIDE.replace('external', 'questioned')})." in told(after)
