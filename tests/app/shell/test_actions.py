"""What is pressed changes the address in one step: the browser's Back undoes it in one."""

import pytest
import streamlit as st
from streamlit.runtime.state.query_params import QueryParams

from dashboard.app.shell import actions

EVERYTHING = (
    "page=actors&event=a&list=a%2Cb&question=t/q&actor=x&show=type:agree&show=thread:t&from=2009&to=2025&words=base"
    "&as=reported&lanes=actor&view=world&map=1%2C2%2C3"
)


class Address(QueryParams):
    """Counts what the browser would take for a step."""

    steps = 0

    def _send_query_param_msg(self):
        self.steps += 1


@pytest.fixture
def address(monkeypatch):
    """One in which nothing is left to be chosen."""
    given = Address()
    given.populate_from_query_string(EVERYTHING)
    given.steps = 0
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", given)
    return given


@pytest.mark.parametrize(
    ("what", "value", "left"),
    [
        ("event", "b", {"event": "b", "list": None, "question": None, "actor": "x"}),
        ("actor", "y", {"actor": "y", "event": None, "list": None}),
        ("clear", "", {"event": None, "list": None, "question": None, "words": "base"}),
        ("list", "all", {"event": None, "list": "all"}),
        ("question", "t/r", {"question": "t/r", "event": None}),
        ("filter", "type:agree", {"show": "thread:t", "words": "base"}),
        ("filter", "type:-agree", {"show": "type:-agree", "words": "base"}),
        ("filter-only", "thread:x", {"show": "thread:x", "words": "base"}),
        ("unfilter", "type", {"show": "thread:t", "from": "2009"}),
        ("unfilter", "", {"show": None, "from": None, "to": None, "words": None, "event": "a"}),
        ("area", "0,0,9,9", {"show": "area:0,0,9,9", "map": None, "view": None, "list": None, "words": "base"}),
        ("range", "2010|", {"from": "2010", "to": None}),
        ("view", "fit", {"view": None, "map": None}),
        ("saved", "show=type%3Aseize&as=reported", {"show": "type:seize", "lanes": None, "words": None, "event": None}),
        ("saved", "layer=hexagons", {"show": None, "layer": "hexagons"}),
        ("layer", "countries", {"layer": "countries"}),
        ("ask", "show=type%3Aseize", {"show": "type:seize", "words": "base", "page": None}),
        ("page", "events", {"page": "events", "event": "a", "list": None, "words": "base"}),
        ("go", "page=events&event=c&show=no", {"page": "events", "event": "c", "actor": None, "show": "thread:t"}),
    ],
)
def test_a_press_is_one_step(address, what, value, left):
    """Whatever it changes; the rest of the address stays."""
    actions.dispatch({"what": what, "value": value})
    assert {key: address.get(key) for key in left} == left
    assert address.steps == 1


@pytest.mark.parametrize("page", ["data", "sources", "help", "brief"])
def test_where_there_is_no_place_for_a_card_an_event_opens_on_situation(address, page):
    """Filters and mode go along; Back leads to the page again."""
    address["page"] = page
    address.steps = 0
    actions.dispatch({"what": "event", "value": "b"})
    assert {key: address.get(key) for key in ("page", "event", "words")} == {
        "page": None,
        "event": "b",
        "words": "base",
    }
    assert address.steps == 1


@pytest.mark.parametrize(("events", "left"), [(["b"], ("b", None)), (["c", "d"], (None, "c,d"))])
def test_a_press_on_a_mark_is_one_step(address, events, left):
    """Of one event or of several."""
    actions.press_mark(events)
    assert (address.get("event"), address.get("list")) == left
    assert address.steps == 1


def test_a_press_on_a_count_leads_the_map_to_its_places_and_letting_go_leads_back(address):
    """In one step each; from a count within the first as well, but not where the reader has moved the map since."""
    del address["list"]
    address.steps = 0
    actions.press_mark(["c", "d"], "10.0000,20.0000,5.0000")
    assert (address.get("list"), address.get("map"), address.steps) == ("c,d", "10.0000,20.0000,5.0000", 1)
    actions.press_mark(["c", "e"], "11.0000,21.0000,9.0000")
    actions.dispatch({"what": "clear", "value": ""})
    assert (address.get("list"), address.get("map"), address.steps) == (None, "1,2,3", 3)
    actions.press_mark(["c", "d"], "10.0000,20.0000,5.0000")
    actions.press_mark(["c", "d"])
    assert (address.get("list"), address.get("map")) == (None, "1,2,3")
    actions.press_mark(["c", "d"], "10.0000,20.0000,5.0000")
    address["map"] = "4,5,6"
    actions.dispatch({"what": "clear", "value": ""})
    assert address.get("map") == "4,5,6"


def test_a_press_that_names_no_view_leaves_the_map(address):
    """Whatever a page reports: it is read as numbers, or not at all."""
    actions.press_mark(["c", "d"], "<script>")
    assert (address.get("list"), address.get("map")) == ("c,d", "1,2,3")


def test_a_search_leads_to_the_events_in_one_step(address):
    """From a page that would not show what it finds."""
    address["page"] = "help"
    address.steps = 0
    actions.dispatch({"what": "words", "value": " base closed "})
    assert (address["page"], address["words"], address.steps) == ("events", "base closed", 1)


def test_what_changes_nothing_is_no_step(address):
    """Back would seem to do nothing."""
    actions.dispatch({"what": "clear", "value": ""})
    address.steps = 0
    actions.dispatch({"what": "clear", "value": ""})
    actions.dispatch({"what": "range", "value": "2009|2025"})
    assert address.steps == 0
