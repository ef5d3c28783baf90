"""What follows from the events shown is made once, and anew when anything differs that it follows from."""

import datetime as dt
from dataclasses import replace

import pytest

from dashboard.app.filters.bar import filter_bar
from dashboard.app.frame import print_line
from dashboard.app.shell.catalogues import catalogue
from dashboard.app.shell.page_context import PageContext
from dashboard.checks.validation import validate
from dashboard.query.filters import NO_FILTERS, parse_query
from dashboard.query.reading import Mode
from dashboard.query.values import differences_of


@pytest.fixture
def prepared(workspace):
    """As the server has it: with a catalogue that is kept."""
    validation = validate(workspace)
    return PageContext(validation, prepared=catalogue(validation, Mode.ASSESSED))


def test_it_is_made_once_whatever_is_selected(prepared):
    """For every page and every session that asks for the same."""
    made = [replace(prepared, selected=event).once("it", object) for event in (None, "us-base-closed")]
    assert made[0] is made[1]
    assert prepared.matching_events is replace(prepared, selected="us-base-closed").matching_events


def test_what_no_filter_is_asked_of_is_not_prepared(workspace):
    """A page that shows no events, as Add, does without what takes a second for ten thousand of them."""
    validation, prepared = validate(workspace), []

    def prepare():
        prepared.append(True)
        return catalogue(validation, Mode.ASSESSED)

    page = PageContext(validation, prepare=prepare)
    assert print_line("Add", page, dt.date(2026, 1, 1))
    assert page.event_count == len(validation.workspace.events)
    assert not prepared
    some = replace(page, asked=parse_query([], "", "", "base"))
    assert some.event_count == len(some.readings) < page.event_count
    assert prepared


@pytest.mark.parametrize(
    "differently",
    [
        {"asked": parse_query(["thread:us-ecuador-basing"], "", "", "")},
        {"asked": parse_query([], "2025", "", "")},
        {"asked": parse_query([], "2025-01-01", "", "")},
        {"asked": parse_query([], "", "", "base")},
        {"until": dt.date(2010, 1, 1)},
    ],
)
def test_what_else_is_asked_for_is_made_anew(prepared, differently):
    """Each filter, each range as it is written, the words, and the day until which time is played."""
    other = replace(prepared, **differently)
    assert other.once("it", object) is not prepared.once("it", object)
    assert other.once("it", object) is replace(prepared, **differently).once("it", object)
    alone = replace(other, prepared=None)
    assert (other.readings, other.threads_here, other.in_sight) == (alone.readings, alone.threads_here, alone.in_sight)
    assert filter_bar(other) == filter_bar(alone)


def test_two_ranges_that_ask_the_same_keep_their_own_words(prepared):
    """`2025` and `2025-01-01` begin on one day; the field says what was written."""
    year, day = (replace(prepared, asked=parse_query([], start, "", "")) for start in ("2025", "2025-01-01"))
    assert year.asked.filters.key == day.asked.filters.key
    assert filter_bar(year) != filter_bar(day)


def test_files_that_were_read_again_are_looked_at_anew(prepared, workspace):
    """Another catalogue is another workspace, or another mode."""
    validation = validate(workspace)
    again = PageContext(validation, prepared=catalogue(validation, Mode.ASSESSED))
    assert again.once("it", object) is not prepared.once("it", object)


@pytest.mark.parametrize("mode", list(Mode))
def test_what_differs_of_the_events_shown_is_what_differs_of_each(mode, workspace):
    """It is found once, for both modes and all filters, and stands in the order of the events shown."""
    validation = validate(workspace)
    page = PageContext(validation, mode, prepared=catalogue(validation, mode))
    for asked in (NO_FILTERS, parse_query(["thread:us-ecuador-basing"], "", "", "")):
        some = replace(page, asked=asked)
        assert some.differences == tuple(differences_of((each.event for each in some.readings), some.table))
    assert page.differences


def test_both_figures_begin_anew_where_the_address_moves_the_map(page, workspace):
    """At once: of two numbers, the browser would take its own view of the map for the newer one."""
    first = page(workspace)
    before = first.data("map")["revision"]
    first.test.query_params["map"] = "-78.5,-1.2,3"
    then = type(first)(first.test.run())
    assert then.data("map")["seen"]["scale"] == 3
    assert then.data("map")["revision"] == before.replace("0", "1")
    assert then.data("timeline")["revision"] == "timeline-1"
