"""Every program gets the same events, and what is unknown stays unknown."""

import datetime as dt

import pytest

from dashboard.store.loading import load
from tests.benchmarks.comparison.shared_events import shared_events
from tests.benchmarks.world import generate_world


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A workspace that has every kind of date and place."""
    return generate_world(tmp_path_factory.mktemp("worlds") / "world", 200)


def test_every_event_is_shared_with_its_words(world):
    """Titles, claims and threads are those of the records, in the order of ids."""
    events = load(world).events
    shared = shared_events(world)
    assert [each["id"] for each in shared] == sorted(events)
    assert all(each["title"] == events[each["id"]].title for each in shared)
    assert all(each["text"] == events[each["id"]].claims["done"].text for each in shared)
    assert {each["thread"] for each in shared} > {"Ports", "Borders"}


def test_a_date_is_all_days_that_it_allows(world):
    """A day is one day, a month and a year are as long as they are, and what has no date has no day."""
    events = load(world).events
    for each in shared_events(world):
        date = events[each["id"]].when.reported
        if date is None:
            assert (each["start"], each["end"]) == (None, None)
            continue
        start, end = (dt.date.fromisoformat(each[name]) for name in ("start", "end"))
        assert (start, end) == (date.earliest, date.latest)
    lengths = {each["start"] == each["end"] for each in shared_events(world)}
    assert lengths == {True, False}


def test_a_place_that_is_only_a_country_has_no_point(world):
    """No point is made up for it."""
    workspace = load(world)
    for each in shared_events(world):
        where = workspace.events[each["id"]].where
        assert (each["latitude"] is None) == (where.reported is None)
    assert 0 < sum(each["latitude"] is None for each in shared_events(world)) < 60
