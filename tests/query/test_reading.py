"""How an event reads as assessed and as reported."""

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.reading import Mode, Support, newest_first, resolve_events

TEXTS = {"held": "The base in Ecuador was closed in 2009."}
PLACES = {
    "ecuador": Place.model_validate({"id": "ecuador", "name": "Ecuador", "country": "EC", "precision": "country"}),
    "manta": Place.model_validate(
        {"id": "manta", "name": "Manta", "precision": "city", "latitude": -0.9, "longitude": -80.7}
    ),
}
GOOD = {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2009"}]}
BAD = {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2008"}]}
OUTSIDE = {"text": "T", "sources": ["voa"]}


def read(mode, **fields):
    event = Event.model_validate(
        {"id": "e", "title": "T", "claims": {"good": GOOD, "bad": BAD, "outside": OUTSIDE}, **fields}
    )
    return resolve_events([event], PLACES, evidence_of({"e": event}, TEXTS), mode)[0]


WHEN = {
    "reported": "2009",
    "claims": ["good"],
    "assessed": {"date": "2009-09-18", "basis": "external", "sources": ["voa"]},
}


def test_assessed_wins_where_there_is_such_a_value():
    """A mark stands at the assessed value, hollow where it is external."""
    reading = read(Mode.ASSESSED, when=WHEN)
    assert (str(reading.date.value), reading.date.carried) == ("2009-09-18", Support.EXTERNAL)


def test_reported_leaves_the_teams_values_out():
    """As reported, nothing but the source's words counts."""
    reading = read(
        Mode.REPORTED, when=WHEN, where={"assessed": {"place": "manta", "basis": "external", "sources": ["voa"]}}
    )
    assert (str(reading.date.value), reading.date.carried) == ("2009", Support.QUOTED)
    assert (reading.place.value, reading.place.carried) == (None, Support.UNKNOWN)


def test_without_an_assessed_value_the_reported_one_stands():
    """The team holds what the source says until it says otherwise."""
    assert read(Mode.ASSESSED, where={"reported": "ecuador", "claims": ["good"]}).place.carried is Support.QUOTED


def test_an_assessed_unknown_has_no_value():
    """What the team holds to be unknown is not drawn, whatever the source says."""
    when = {**WHEN, "assessed": {"basis": "unknown"}}
    assert read(Mode.ASSESSED, when=when).date.value is None


@pytest.mark.parametrize(
    ("claims", "carried"),
    [
        (["good"], Support.QUOTED),
        (["good", "outside"], Support.QUOTED),
        (["good", "bad"], Support.NOT_FOUND),
        (["outside"], Support.NOT_CHECKABLE),
        ([], Support.NOT_CHECKABLE),
    ],
)
def test_claims_say_how_a_value_is_carried(claims, carried):
    """One failed claim fails the value; one verified carries it."""
    assert read(Mode.ASSESSED, when={"reported": "2009", "claims": claims}).date.carried is carried
    quoted = {"date": "2009", "basis": "quoted", "claims": claims}
    assert read(Mode.ASSESSED, when={"assessed": quoted}).date.carried is carried


def test_a_line_to_a_second_place_needs_words_of_the_source_as_reported():
    """As assessed every line is drawn, as reported only what quotes carry."""
    toward = [
        {"place": "ecuador", "as": "about", "claims": ["outside"]},
        {"place": "manta", "as": "about", "claims": ["good"]},
    ]
    assert [line.place.id for line in read(Mode.ASSESSED, toward=toward).lines] == ["ecuador", "manta"]
    assert [line.place.id for line in read(Mode.REPORTED, toward=toward).lines] == ["manta"]


def test_a_place_that_nobody_registered_is_no_place():
    """The check names it; the reading leaves it out."""
    reading = read(Mode.ASSESSED, where={"reported": "atlantis"}, toward=[{"place": "atlantis", "as": "about"}])
    assert reading.place.value is None
    assert reading.lines == ()


def test_readings_are_in_order_of_time_and_the_undated_come_last():
    """By earliest, then latest, then id."""
    dates = {"c": "2009-09-18", "a": None, "b": "2009", "d": "1999/2009"}
    events = [
        Event.model_validate(
            {"id": id_, "title": "T", "claims": {"good": GOOD}, "when": {"reported": date} if date else {}}
        )
        for id_, date in dates.items()
    ]
    read_events = resolve_events(events, PLACES, evidence_of({}, {}), Mode.ASSESSED)
    assert [reading.id for reading in read_events] == ["d", "b", "c", "a"]
    assert read_events[0].thread is None


def test_the_newest_come_first_and_the_undated_last():
    """Whatever order they are given in."""
    days = {"old": "2009", "new": "2025", "undated": None}
    events = [
        Event.model_validate(
            {
                "id": id_,
                "title": "T",
                "claims": {"good": GOOD},
                "when": {"reported": day, "claims": ["good"]} if day else {},
            }
        )
        for id_, day in days.items()
    ]
    readings = resolve_events(events, PLACES, evidence_of({each.id: each for each in events}, TEXTS), Mode.REPORTED)
    assert [each.id for each in newest_first(readings)] == ["new", "old", "undated"]
