"""Towns that the map names from near."""

import pytest

from dashboard.model.geography import populated_places
from dashboard.views.map.figure import FOOT_PX
from dashboard.views.map.frame import Viewport
from tests.views.map import cases as case

SIZE = {"width": 912, "height": 458}


def names(seen, readings=None):
    """Every text of the map."""
    drawing = case.draw(readings or case.article(), **SIZE, seen=seen)
    return [text for trace in drawing.content["data"] for text in trace.get("text") or ()]


def test_from_afar_no_town_is_named_and_from_near_more_and_more():
    """Guayaquil before Ambato; at the scale of the world neither."""
    assert "Guayaquil" not in names(None)
    country, province = names(Viewport(-79.5, -1.5, 14.0)), names(Viewport(-79.0, -1.5, 60.0))
    assert "Guayaquil" in country
    assert "Ambato" not in country
    assert "Ambato" in province


def test_a_place_that_has_a_mark_is_not_named_twice():
    """Quito and Manta are named beside their marks."""
    texts = names(Viewport(-79.0, -0.6, 30.0))
    assert [texts.count(name) for name in ("Quito", "Manta")] == [1, 1]


@pytest.mark.parametrize("seen", [Viewport(10, 50, 14.0), Viewport(105, 30, 10.0), Viewport(-75, 40, 25.0)])
def test_names_of_towns_keep_off_each_other_and_off_the_foot(seen):
    """At most two dozen, however many there are."""
    drawing = case.draw(case.article(), **SIZE, seen=seen)
    dots = [trace for trace in drawing.content["data"] if (trace.get("marker") or {}).get("size") == 3.0]
    assert len(dots) == 1
    assert 5 < len(dots[0]["lon"]) <= 24
    assert FOOT_PX[0] < SIZE["width"]


def test_the_places_are_of_the_whole_earth_and_in_order():
    """By rank; each has a name and lies on the earth."""
    places = populated_places()
    assert len(places) > 7000
    assert [each.rank for each in places] == sorted(each.rank for each in places)
    assert all(each.name and abs(each.longitude) <= 180 and abs(each.latitude) <= 90 for each in places)
