"""Lanes: every event in one, in a known order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.claim import Claim
from dashboard.model.event import Event, Participant, What
from dashboard.model.registry import Place
from dashboard.query.lanes import LaneBy, lane_of, lanes_by
from dashboard.query.reading import ResolvedEvent, SecondPlace, Support, SupportedValue

COUNTRIES = ("EC", "KR", "US")


def reading(number, *, threads=(), actors=(), type_=None, country=None, toward=()):
    """An event with what it could stand in a lane for."""
    event = Event(
        id=f"event-{number}",
        title=f"Event {number}",
        threads=threads,
        what=What(type=type_),
        who=tuple(Participant(actor=actor, role=role) for actor, role in actors),
        claims={"it": Claim(text="It happened.", sources=("somebody",))},
    )
    here = _place(country) if country else None
    lines = tuple(SecondPlace(_place(each), "about", Support.QUOTED) for each in toward)
    return ResolvedEvent(event, SupportedValue(None, Support.UNKNOWN), SupportedValue(here, Support.QUOTED), lines)


def _place(country):
    return Place(id=country.lower(), name=country, precision="country", country=country)


def titles(groups):
    """Of each lane, its title and how many stand in it."""
    return [(group.title, len(group.readings)) for group in groups]


ACTORS = st.lists(
    st.tuples(st.sampled_from(("a", "b", "c")), st.sampled_from(("initiator", "mentioned"))), max_size=3
).map(tuple)
READINGS = st.lists(
    st.builds(
        dict,
        threads=st.lists(st.sampled_from(("one", "two", "unknown")), unique=True, max_size=2).map(tuple),
        actors=ACTORS,
        type_=st.sampled_from((None, "consult", "retreat")),
        country=st.sampled_from((None, *COUNTRIES)),
        toward=st.lists(st.sampled_from(COUNTRIES), max_size=2).map(tuple),
    ),
    max_size=12,
).map(lambda rows: [reading(number, **row) for number, row in enumerate(rows)])


@given(READINGS, st.sampled_from(LaneBy))
def test_every_event_stands_in_one_lane(readings, by):
    """Whatever the lanes are by, they add up to all events, and no lane is empty."""
    order = ("one", "two") if by is LaneBy.THREAD else None
    groups = lanes_by(readings, by, str.upper, order)
    assert sorted(each.id for group in groups for each in group.readings) == sorted(each.id for each in readings)
    assert all(group.readings for group in groups)
    assert [group.key for group in groups].count(None) <= 1
    assert None not in [group.key for group in groups[:-1]]


@pytest.mark.parametrize(
    ("by", "lane"),
    [(LaneBy.THREAD, "first"), (LaneBy.ACTOR, "doer"), (LaneBy.TYPE, "consult"), (LaneBy.COUNTRY, "EC")],
)
def test_of_several_values_the_first_counts(by, lane):
    """The first thread, who began it though another is named before, and the country where it happened."""
    actors = (("named-before", "mentioned"), ("doer", "initiator"))
    event = reading(1, threads=("first", "second"), actors=actors, type_="consult", country="EC", toward=("KR",))
    assert lane_of(event, by) == lane


def test_an_event_without_a_place_stands_with_what_it_is_about():
    """A remark about Korea, made nobody knows where."""
    assert lane_of(reading(1, toward=("KR",)), LaneBy.COUNTRY) == "KR"


def test_the_fullest_lane_comes_first_and_those_without_last():
    """Then by title; threads keep the registry's order, where an unknown one counts as none."""
    readings = [reading(1), reading(2, country="US"), reading(3, country="KR"), reading(4, country="KR")]
    assert titles(lanes_by(readings, LaneBy.COUNTRY, str.lower)) == [("kr", 2), ("us", 1), ("No country", 1)]
    threads = [reading(1, threads=("two",)), reading(2, threads=("one",)), reading(3, threads=("gone",))]
    found = lanes_by(threads, LaneBy.THREAD, str.title, ("one", "two"))
    assert titles(found) == [("One", 1), ("Two", 1), ("No thread", 1)]
