"""What pages send of thousands of events: no more of twice as many, and nothing is worked out that no page asks for."""

import json

import pytest

from dashboard.app.pages.situation import figures
from dashboard.app.parts import FigureComponent, ViewState
from dashboard.app.shell import PageContext, cache_of_workspace, url_ids
from dashboard.app.shell.page_context import catalogue
from dashboard.app.shell.router import PAGES
from dashboard.checks.validation import validate
from dashboard.clock import today
from dashboard.query.filters import FacetValues
from dashboard.query.reading import Mode
from tests.benchmarks.world import generate_world

FEW, MANY = 2_000, 4_000
MORE: float = 1.15
"""Numbers have a digit more, a place more is named: of twice as many events, a page weighs no more than this."""
WITH_BAR = ("", "brief")
LEAST_BYTES = 60_000
"""What a page of a few events weighs is no matter."""


def weight(page) -> int:
    """Bytes of all that the components of a page are given."""
    return sum(len(each.proto.json) for each in page.test.get("bidi_component"))


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """Two workspaces, of which one has twice as many events as the other."""
    return [generate_world(tmp_path_factory.mktemp("many") / str(count), count) for count in (FEW, MANY)]


@pytest.mark.proof
@pytest.mark.parametrize(
    "name", [each for each in PAGES if each not in ("help", "present")], ids=lambda name: name or "situation"
)
def test_twice_as_many_events_make_no_page_heavier(page, worlds, name):
    """Lists come in parts, marks stand for many, and of those the page is told a sign."""
    few, many = (weight(page(root, page=name)) for root in worlds)
    assert many <= max(few * MORE, LEAST_BYTES)


@pytest.mark.proof
@pytest.mark.parametrize("name", ["", "threads", "actors", "sources", "data", "brief", "add", "changes", "outlook"])
def test_facets_are_found_where_the_bar_of_filters_stands_alone(worlds, name, page, monkeypatch):
    """A page without the bar, on which nothing is filtered, does without all of them."""
    asked = []
    found = FacetValues.__getitem__
    cache_of_workspace(worlds[0]).now(look=False).catalogue(Mode.ASSESSED).results.clear()  # of pages before this one
    monkeypatch.setattr(FacetValues, "__getitem__", lambda values, key: (asked.append(key), found(values, key))[1])
    page(worlds[0], page=name)
    assert bool(asked) == (name in WITH_BAR)


def test_a_figure_of_many_events_names_them_by_signs(tmp_path, monkeypatch):
    """A mark of many has one sign in place of their ids; a press on it lists those very events."""
    monkeypatch.setattr(url_ids, "MOST_TOLD", 100)
    validation = validate(generate_world(tmp_path / "many", 150))
    page = PageContext(validation, prepared=catalogue(validation, Mode.ASSESSED))
    for draw in (figures.map_of(page, 900), figures.timeline_of(page, 1300, today())):
        figure = FigureComponent(draw, ViewState("map", 900, "0", None, Mode.ASSESSED), None)
        drawn = figure.cached_figure.drawing.marks
        told = json.loads(json.dumps(figure.props["marks"]))
        assert [url_ids.events_behind(each[2]) for each in told] == [
            each.events if len(each.events) > url_ids.FEW else list(each.events) for each in drawn
        ]
        assert sum(len(each[2]) for each in told) < sum(len(each.events) for each in drawn)
