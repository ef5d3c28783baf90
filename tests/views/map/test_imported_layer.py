"""Imported rows on the map: squares behind the records that never look like a mark of evidence."""

import pytest

from dashboard.model.geography import BoundingBox
from dashboard.query.imports import BinnedRows, CountedBin
from dashboard.query.imports.row_filters import MapBin
from dashboard.views.drawing.palette import DARK, LIGHT
from dashboard.views.map import MapInput, sight_of
from dashboard.views.map.figure import event_map
from dashboard.views.map.frame import Viewport
from tests.views.map.cases import THREADS, article, draw, draw_cells, reading

BINNED = BinnedRows(
    4.0,
    (
        CountedBin(MapBin(4.0, 25, 22), 1_000, 0),
        CountedBin(MapBin(4.0, 26, 22), 40, 40),
        CountedBin(MapBin(4.0, 27, 23), 1, 0),
    ),
)
WORDS = "imported, unreviewed: 1,041 rows of ged"


def squares(drawing):
    """The places of the trace of imported rows among all."""
    return [at for at, trace in enumerate(drawing.content["data"]) if trace.get("marker", {}).get("symbol") == "square"]


@pytest.mark.parametrize("layer", [None, "countries", "hexagons"])
def test_imported_rows_lie_below_every_mark(layer):
    """Each bin is a square that a press lists; marks of records come after it, and keep their own traces."""
    more = {"imported": BINNED, "imported_words": WORDS}
    drawing = draw_cells(article(), layer, **more) if layer else draw(article(), **more)
    (at,) = squares(drawing)
    rows = [mark for mark in drawing.marks if mark.press]
    assert [mark.press for mark in rows] == [("rows", f"bin:{each.bin}") for each in BINNED.bins]
    assert {mark.curve for mark in rows} == {at}
    records = [mark for mark in drawing.marks if not mark.press]
    assert records
    traces = drawing.content["data"]
    assert all(mark.curve > at for mark in records if traces[mark.curve]["type"] == "scattergeo")
    assert all(mark.name.endswith(("W", "E")) and "unreviewed" in mark.name for mark in rows)
    assert "reports" in rows[1].name


def test_a_map_with_imported_rows_is_else_the_same():
    """Nothing of a record moves, and no count changes."""
    plain, more = draw(article()), draw(article(), imported=BINNED, imported_words=WORDS)
    assert [(mark.name, mark.events) for mark in plain.marks] == [
        (mark.name, mark.events) for mark in more.marks if not mark.press
    ]
    assert more.rows == plain.rows or list(more.rows) == list(plain.rows)
    assert more.description.startswith(plain.description)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_imported_rows_have_the_colour_of_no_thread(palette):
    """They are grey."""
    drawing = draw(article(), palette=palette, imported=BINNED, imported_words=WORDS)
    (at,) = squares(drawing)
    color = drawing.content["data"][at]["marker"]["color"].lstrip("#")
    red, green, blue = (int(color[part : part + 2], 16) for part in (0, 2, 4))
    assert max(red, green, blue) - min(red, green, blue) < 24


def test_the_legend_says_that_they_are_unreviewed():
    """With how many there are, and of whom."""
    drawing = draw(article(), imported=BINNED, imported_words=WORDS)
    assert WORDS in [each["text"] for each in drawing.content["layout"]["annotations"]]
    assert any("unreviewed" in each for each in drawing.sentences)
    assert "unreviewed" in drawing.description


def test_zooming_in_asks_for_finer_bins():
    """Each step is a power of two; the part of the earth that is asked for reaches beyond what is seen."""
    far, whole = sight_of(MapInput(article(), THREADS, 912, 458, view="world"))
    near, part = sight_of(MapInput(article(), THREADS, 912, 458, seen=Viewport(-78.5, -0.2, 40.0)))
    assert whole.west == -180.0
    assert whole.east == 180.0
    assert near < far / 8
    assert part.holds(-78.5, -0.2)
    assert part.east - part.west < 60


def test_a_map_across_the_seam_asks_for_both_sides():
    """West is then greater than east, as GeoJSON has it."""
    _, part = sight_of(MapInput(article(), THREADS, 912, 458, seen=Viewport(179.0, -17.0, 40.0)))
    assert part.west > part.east
    assert part.holds(179.9, -17.0)
    assert part.holds(-179.9, -17.0)


def test_no_rows_in_sight_are_told():
    """A map without bins says so, and draws nothing."""
    drawing = draw([reading("one", None)], imported=BinnedRows(1.0, ()), imported_words="imported, unreviewed: 0 rows")
    assert squares(drawing) == []
    assert "No imported rows here." in drawing.sentences


def test_one_bin_is_where_its_rows_are():
    """The square stands in the middle of its bin."""
    made = MapInput(article(), THREADS, 912, 458, imported=BINNED, imported_words=WORDS)
    drawing = event_map(made, LIGHT)
    (at,) = squares(drawing)
    trace = drawing.content["data"][at]
    for each, longitude, latitude in zip(BINNED.bins, trace["lon"], trace["lat"], strict=True):
        assert isinstance(each.bin.box, BoundingBox)
        assert each.bin.box.holds(longitude, latitude)
    assert trace["marker"]["size"] == sorted(trace["marker"]["size"], reverse=True)
