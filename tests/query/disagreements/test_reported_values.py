"""Values that sources report differently: which cannot both be true, and what follows for their claims."""

from pathlib import Path

import pytest

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.disagreements import (
    differ,
    disagreements_of,
    disputed_claims,
    ledger_of,
    opponents_of,
    said_by_sources,
)
from dashboard.store.workspace import Workspace

PLACES = {
    id_: Place.model_validate({"id": id_, "name": id_, **fields})
    for id_, fields in {
        "ecuador": {"precision": "country", "country": "EC"},
        "peru": {"precision": "country", "country": "PE"},
        "quito": {"precision": "city", "country": "EC", "latitude": -0.22, "longitude": -78.51},
        "manta": {"precision": "city", "country": "EC", "latitude": -0.95, "longitude": -80.73},
        "manta-base": {"precision": "site", "country": "EC", "latitude": -0.95, "longitude": -80.68},
        "coast": {"precision": "region", "country": "EC"},
        "highlands": {"precision": "region", "country": "EC"},
    }.items()
}
SAID = {"text": "T", "sources": ["wire"]}


def event(**fields):
    return Event.model_validate({"id": "e", "title": "E", "claims": {"a": SAID, "b": SAID, "c": SAID}, **fields})


def when(one, *others, **fields):
    also = [{"reported": date, "claims": [key]} for date, key in zip(others, "bc", strict=False)]
    return event(when={"reported": one, "claims": ["a"], "also_reported": also, **fields})


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2021-05-11", "2021-05-12", True),
        ("2021-05-11", "2021-05", False),
        ("2021-05-11", "2021", False),
        ("2021-05-11", "2020", True),
        ("2021-05-11", "2021-05-12~", False),
        ("2021-05-11", "2021-05-10/2021-05-12", False),
        ("2021-05-11", "2021-05-12/..", True),
    ],
)
def test_dates_differ_where_no_day_is_within_both(one, other, apart):
    """A coarser date, an interval around it and a doubtful date contradict nothing."""
    assert differ(when(one, other).when, PLACES) is apart


def test_what_lasted_differs_in_its_beginning_or_in_its_end():
    """A base from 1999 to 2009 is not one from 1999 to 2008, though they overlap."""
    assert differ(when("1999/2009", "1999/2008", lasted=True).when, PLACES)
    assert not differ(when("1999/2009", "1999-11/2009-09", lasted=True).when, PLACES)
    assert not differ(when("1999/2009", "1999/2008").when, PLACES)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("quito", "manta", True),
        ("quito", "ecuador", False),
        ("quito", "peru", True),
        ("manta", "manta-base", False),
        ("coast", "highlands", True),
        ("coast", "ecuador", False),
        ("quito", "unknown-to-the-registry", False),
    ],
)
def test_places_differ_where_none_may_be_in_the_other(one, other, apart):
    """A country of the town, and a site at its edge, contradict nothing."""
    where = {"reported": one, "claims": ["a"], "also_reported": [{"reported": other, "claims": ["b"]}]}
    assert differ(event(where=where).where, PLACES) is apart


def people(value, **fields):
    return {"value": value, "unit": "people", **fields}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (people(717), people(769), True),
        (people(717, qualifier="at-least"), people(769), False),
        (people(769, qualifier="at-least"), people(717), True),
        (people(769, qualifier="at-most"), people(717), False),
        (people(700, qualifier="about"), people(769), False),
        (people(700, qualifier="about"), people(800), True),
        (people(87, to=107), people(100), False),
        (people(87, to=107), people(110, to=120), True),
        (people(5), {"value": 6, "unit": "ships"}, False),
        ({"value": 5, "currency": "USD"}, {"value": 6, "currency": "EUR"}, False),
    ],
)
def test_amounts_differ_where_no_number_is_within_both(one, other, apart):
    """Bounds and ranges are as wide as they say; two units or currencies are not compared."""
    amounts = {"dead": {"reported": one, "claims": ["a"], "also_reported": [{"reported": other, "claims": ["b"]}]}}
    assert differ(event(amounts=amounts).amounts["dead"], PLACES) is apart


def test_claims_of_values_that_cannot_both_be_true_dispute_each_other():
    """No record needs to say so; of three values, the claims of those alone that contradict."""
    made = when("2021-05-11", "2021-05-12", "2021")
    assert [opponents_of(made, key, PLACES) for key in "abc"] == [("b",), ("a",), ()]
    workspace = Workspace(Path(), events={"e": made}, places=PLACES)
    assert disputed_claims(workspace) == {("e", "a"), ("e", "b")}
    (found,) = disagreements_of(made, workspace, Evidence())
    assert (found.claim.key, [each.key for each in found.others]) == ("a", ["b"])


def test_a_second_value_without_a_first_stands_alone():
    """That is a problem of the record; no empty value is shown, and the first source's words are not lost."""
    also = [{"reported": "2021-05-12", "claims": ["b"]}]
    workspace = Workspace(Path())
    told = {
        words: [
            text
            for text, _ in said_by_sources(event(when={"as_reported": words, "also_reported": also}).when, workspace)
        ]
        for words in (None, "in spring")
    }
    assert told == {None: ["12 May 2021"], "in spring": ["“in spring”", "12 May 2021"]}


def test_a_claim_that_names_its_opponent_too_is_disputed_once():
    """By its value and by its `disputed_by`."""
    claims = {"a": {**SAID, "disputed_by": ["b"]}, "b": SAID}
    made = event(
        claims=claims,
        when={
            "reported": "2021",
            "claims": ["a"],
            "also_reported": [{"reported": "2020", "claims": ["b"]}],
        },
    )
    assert opponents_of(made, "a", PLACES) == ("b",)
    assert len(disagreements_of(made, Workspace(Path(), events={"e": made}), Evidence())) == 1


def test_an_amount_that_another_source_gives_otherwise_is_disputed_in_the_sums():
    """The line of the thread's amounts names the claim against it."""
    amounts = {
        "dead": {
            "reported": people(717),
            "claims": ["a"],
            "also_reported": [{"reported": people(769), "claims": ["b"]}],
        }
    }
    (line,) = ledger_of([event(amounts=amounts)], PLACES, Evidence()).lines
    assert line.disputed_by == ("e/b",)
