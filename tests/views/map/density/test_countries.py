"""The country that an event is counted to: the record's, or where all of the place must lie; else none."""

import pytest

from dashboard.views.map import frame_of
from dashboard.views.map.density.countries import countries_of, country_of, is_small
from dashboard.views.map.marks import spots_of
from tests.views.map import cases as case


@pytest.mark.parametrize(
    ("place", "country"),
    [
        (case.place("quito", -0.22, -78.51), "EC"),
        (case.place("ecuador", country="EC"), "EC"),
        (case.place("srinagar", 34.08, 74.8), None),
        (case.place("srinagar", 34.08, 74.8, country="IN"), "IN"),
        (case.place("at-sea", 0.0, -30.0), None),
        (case.place("a-region", 48.0, 9.0, precision="region", radius_km=200), None),
        (case.place("munich", 48.14, 11.58), "DE"),
        (case.place("about-munich", 48.14, 11.58, precision="near", radius_km=150), None),
        (case.place("simferopol", 44.95, 34.10), "UA"),
        (case.place("somewhere", precision="region"), None),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_no_country_is_guessed(place, country):
    """Not at sea, not where states dispute the area, and not of a place that may lie in the next country."""
    assert country_of(place) == country


def test_all_events_are_counted_once():
    """By country, or as marks in none: what has neither point nor outline stands for itself."""
    at_sea = case.reading("ship", case.place("at-sea", 0.0, -30.0))
    spots = spots_of([*case.article(), at_sea])
    cells = countries_of(spots, frame_of(spots, "fit", 912, 458))
    assert [(cell.title, cell.key, cell.count) for cell in cells.all] == [
        ("Ecuador", "ECU", 11),
        ("South Korea", "KOR", 3),
        ("United States", "USA", 3),
    ]
    assert [each.id for spot in cells.rest for each in spot.readings] == ["ship"]


def test_a_country_that_is_a_speck_gets_a_sign():
    """As Singapore on a map of the world, whose outlines leave it out; and not on one of its region."""
    world = [case.reading("a", case.place("singapore", 1.35, 103.82, country="SG")), *case.many(50, 50)]
    far = frame_of(spots_of(world), "fit", 912, 458)
    near = frame_of(spots_of(world[:1]), "fit", 912, 458)
    assert is_small("SGP", far)
    assert not is_small("SGP", near)
    assert not is_small("BRA", far)
    for readings, is_said in ((world, True), (world[:1], False)):
        drawing = case.draw_cells(readings, "countries", threads=())
        said = [each["text"] for each in drawing.content["layout"]["annotations"]]
        assert ("country too small to shade" in said) is is_said
        signs = [trace for trace in drawing.content["data"] if trace.get("uid") == "specks"]
        assert bool(signs) is is_said
