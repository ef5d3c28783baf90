"""A figure is drawn once for all who ask for the same, and anew when anything differs that it shows."""

import datetime as dt
from functools import partial

import pytest

from dashboard.app.pages.situation.figures import map_of, timeline_of
from dashboard.app.parts import drawing_cache
from dashboard.app.parts.drawing_cache import cached_figure
from dashboard.app.parts.tables import as_table
from dashboard.app.shell.catalogues import catalogue
from dashboard.app.shell.page_context import PageContext
from dashboard.cache import SharedCache
from dashboard.checks.validation import validate
from dashboard.query.reading import Mode
from dashboard.text.markup import element, row, words
from dashboard.views.drawing.palette import LIGHT

TODAY = dt.date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _nothing_kept():
    drawing_cache._cache.clear()


def test_the_same_figure_is_drawn_once(workspace):
    """For two sessions that look at the same workspace in the same way."""
    validation = validate(workspace)
    prepared = catalogue(validation, Mode.ASSESSED)
    one, other = (PageContext(validation, prepared=prepared) for _ in range(2))
    assert cached_figure(map_of(one, 912)) is cached_figure(map_of(other, 912))
    assert cached_figure(timeline_of(one, 1392, TODAY)) is cached_figure(timeline_of(other, 1392, TODAY))


@pytest.mark.parametrize(
    "differently",
    [{"selected": "us-base-closed"}, {"mode": Mode.REPORTED}],
)
def test_what_differs_is_drawn_anew(differently, shown, root):
    """Selection, mode, width, view, day: each is another figure."""
    first, second = shown(root), shown(root, **differently)
    assert cached_figure(map_of(first, 912)) is not cached_figure(map_of(second, 912))
    assert cached_figure(map_of(first, 912)) is not cached_figure(map_of(first, 911))
    assert cached_figure(map_of(first, 912)) is not cached_figure(map_of(first, 912, "world"))
    assert cached_figure(timeline_of(first, 900, TODAY)) is not cached_figure(
        timeline_of(first, 900, TODAY + dt.timedelta(days=1))
    )


def test_a_workspace_that_was_read_again_is_drawn_anew(shown, root):
    """Records are told apart by identity: none is taken for the one that it replaced."""
    assert cached_figure(map_of(shown(root), 912)) is not cached_figure(map_of(shown(root), 912))


def test_only_so_much_is_kept(shown, workspace, monkeypatch):
    """The one that was asked for longest ago goes, and never the last."""
    seen = shown(workspace)
    size = len(cached_figure(map_of(seen, 901)).figure)
    cache = SharedCache(3 * size - 1, lambda made: len(made.figure))
    monkeypatch.setattr(drawing_cache, "_cache", cache)
    first = cached_figure(map_of(seen, 901))
    cached_figure(map_of(seen, 902))
    assert cached_figure(map_of(seen, 901)) is first
    cached_figure(map_of(seen, 903))
    assert len(cache) == 2
    assert cached_figure(map_of(seen, 901)) is first
    cache = SharedCache(1, lambda made: len(made.figure))
    monkeypatch.setattr(drawing_cache, "_cache", cache)
    last = cached_figure(map_of(seen, 904))
    assert cached_figure(map_of(seen, 904)) is last
    assert len(cache) == 1


def test_what_cannot_be_told_apart_is_not_kept(shown, root):
    """A plain function may draw anything."""
    draw = map_of(shown(root), 912)
    cached_figure(lambda palette: draw(palette=palette))
    assert len(drawing_cache._cache) == 0
    assert isinstance(draw, partial)


def test_a_row_is_what_its_elements_would_be():
    """Escaped, isolated, with what hides made visible."""
    cells = ["<b>x</b> & 'y'", "مرحبا", "a\u202eb", ""]
    assert row(cells) == element("tr", *(element("td", words(cell)) for cell in cells))


def test_a_table_is_made_once_whatever_is_selected(shown, workspace):
    """It has the same rows; as reported, and of a workspace that was read again, it is another."""
    validation = validate(workspace)

    def table(of):
        return as_table("Timeline", timeline_of(of, 900, TODAY)(palette=LIGHT), [each.id for each in of.readings], of)

    first = table(PageContext(validation))
    assert table(PageContext(validation, selected="us-base-closed")) is first
    assert table(PageContext(validation, Mode.REPORTED)) != first
    again = table(shown(workspace))
    assert again == first
    assert again is not first
