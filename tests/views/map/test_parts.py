"""The parts of a map: labels, areas, arcs, rings, merging, legend and inset."""

import itertools
from types import MappingProxyType

import numpy as np
import pytest
import shapely

from dashboard.model.geography.outlines import countries, outline
from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing import text_width
from dashboard.views.drawing.palette import LIGHT, blend
from dashboard.views.map import inset
from dashboard.views.map.arcs import arcs_of, ring_traces
from dashboard.views.map.areas import area_traces, areas_of
from dashboard.views.map.frame import frame_of
from dashboard.views.map.inset import inset_edges, inset_of
from dashboard.views.map.labels import edges_of
from dashboard.views.map.legend import LegendEntry, legend_box
from dashboard.views.map.legend_entries import entries
from dashboard.views.map.marks.ink import Ink
from dashboard.views.map.marks.sizes import LARGEST_PX, NUMBER_PX, NUMBER_WEIGHT, size_of
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.map.panel import MOST_ARCS, lay_labels, panel_of
from dashboard.views.projection import great_circle, ring, wrap_longitude
from tests.views.map import cases as case

INK = Ink(LIGHT, {thread: index for index, thread in enumerate(case.THREADS)}, None)


def laid(readings, *, width=912, height=458, view="fit", ink=INK, troubled=MappingProxyType({})):
    """The main map of these readings with its labels."""
    spots = spots_of(readings)
    main = panel_of("geo", frame_of(spots, view, width, height), spots, ink.selected)
    lay_labels(main, ink, troubled)
    return main


def overlap(one, other):
    """Whether two boxes in pixels share more than a hair."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.01 and min(one[3], other[3]) - max(one[1], other[1]) > 0.01


@pytest.mark.parametrize("width", [390, 912, 1400, 1920])
@pytest.mark.parametrize("view", ["fit", "world"])
@pytest.mark.parametrize("readings", [case.article(), case.many(1000, 250)], ids=["article", "many"])
def test_labels_overlap_neither_marks_nor_each_other(readings, view, width):
    """And all stay within what is drawn."""
    main = laid(readings, width=width, height=width // 2, view=view)
    boxes = [label.edges for label in main.labels]
    assert boxes
    for one, other in itertools.combinations(boxes, 2):
        assert not overlap(one, other)
    for box, mark in itertools.product(boxes, main.boxes):
        assert not overlap(box, mark)
    left, top, right, bottom = main.frame.visible_edges
    assert all(left <= x0 and top <= y0 and x1 <= right and y1 <= bottom for x0, y0, x1, y1 in boxes)


def test_the_selected_label_is_bold_and_the_others_are_muted():
    """Its ring is kept free as well."""
    main = laid(case.article(), ink=Ink(LIGHT, INK.threads, "seoul-0"))
    labels = {label.text: label for label in main.labels}
    assert (labels["Seoul"].weight, labels["Seoul"].color) == (650, LIGHT.text)
    assert (labels["Washington, D.C."].weight, labels["Washington, D.C."].color) == (400, LIGHT.muted)
    (seoul,) = [group for group in main.groups if group.holds("seoul-0")]
    assert not any(overlap(label.edges, edges_of(seoul, selected=True)) for label in main.labels)


def test_a_site_is_labelled_by_its_town_and_two_places_by_both():
    """Long names stay in the card and in the mark's name."""
    assert {"Quito, Manta", "Ecuador", "Seoul"} <= {label.text for label in laid(case.article()).labels}


def test_land_is_named_in_capitals_but_not_where_an_area_is():
    """Ecuador has its own label; its neighbours have names on land."""
    texts = {label.text for label in laid([case.reading("a", case.IN_ECUADOR)]).labels}
    assert {"Ecuador", "COLOMBIA", "PERU"} <= texts
    assert "ECUADOR" not in texts


def test_an_area_gives_way_to_points_and_keeps_a_mark_of_its_own():
    """Only the country is known: it never joins the pin on the capital."""
    groups = laid(case.article(), width=390, height=200).groups
    (area,) = [group for group in groups if group.is_area]
    assert area.moved
    assert {each.id for each in area.readings} == {"ecuador-0", "ecuador-1"}
    assert all(
        np.hypot(area.x - each.x, area.y - each.y) > (area.size + each.size) / 2 for each in groups if each is not area
    )


def test_a_mark_grows_with_its_count_up_to_a_limit():
    """9 pixels alone, then 12 and 2.4 times the root, and at last no more than the number needs."""
    assert size_of(1) == 9
    assert size_of(4) == pytest.approx(16.8)
    assert size_of(80) == LARGEST_PX
    assert size_of(800) == size_of(888)
    sizes = [size_of(10**power) for power in range(6)]
    assert sizes == sorted(sizes)
    assert text_width("88,888", NUMBER_PX, NUMBER_WEIGHT) < size_of(88_888) < 60


def test_many_countries_are_not_hatched_but_for_that_of_the_selected_event():
    """Up to four events known by their country alone hatch it; of five and more, the marks alone say so."""
    where = [case.place(f"in-{code.lower()}", country=code) for code in ("EC", "KR", "FR", "KE", "PE")]
    readings = [case.reading(f"e-{number}", place) for number, place in enumerate(where)]
    assert {area.code for area in laid(readings[:4]).areas} == {"ECU", "KOR", "FRA", "KEN"}
    assert laid(readings).areas == ()
    assert [area.code for area in laid(readings, ink=Ink(LIGHT, INK.threads, "e-2")).areas] == ["FRA"]
    words = {entry.text: entry.sign for entry in entries(laid(readings), {})}
    assert words["only the country is known"] == "corners"


def test_hatching_stays_within_the_country():
    """Every line of it lies on Ecuador, islands included."""
    main = laid([case.reading("a", case.IN_ECUADOR)])
    ground, hatch, edge = area_traces(main.areas, main.frame, INK, "geo")
    points = [(x, y) for x, y in zip(hatch["lon"], hatch["lat"], strict=True) if x is not None]
    assert len(points) > 40
    assert shapely.covers(outline("ECU", 50).buffer(0.02), shapely.points(points)).all()
    assert list(ground["locations"]) == ["ECU"]
    assert (hatch["line"]["dash"], edge["line"]["dash"]) == ("solid", "2px,2px")


@pytest.mark.parametrize(("selected", "share"), [(None, 0.16), ("a", 0.34)])
def test_the_ground_of_an_area_is_opaque_and_stronger_when_selected(selected, share):
    """Blended, so that nothing shows through."""
    main = laid([case.reading("a", case.IN_ECUADOR)])
    ground = area_traces(main.areas, main.frame, Ink(LIGHT, INK.threads, selected), "geo")[0]
    assert ground["colorscale"][0][1] == blend(LIGHT.threads[0], LIGHT.land, share)


def test_a_country_that_the_outlines_leave_out_has_its_mark_alone():
    """Malta is not there at 1:110m: no shape is asked of Plotly, and the mark is pressed as any other."""
    readings = [case.reading("a", case.place("malta", country="MT")), case.reading("b", case.SUVA)]
    main = laid(readings)
    assert main.frame.resolution == 110
    assert main.areas == ()
    assert len(main.groups) == 2


def test_a_region_of_known_radius_is_drawn_by_it():
    """And not as the whole of its country."""
    sahel = case.place("sahel", 15, 5, country="NE", precision="region", radius_km=400)
    (area,) = areas_of(spots_of([case.reading("a", sahel)]), 110)
    assert area.code is None
    assert area.shape.bounds[1] == pytest.approx(15 - 400 / 111.2, abs=0.05)


def test_a_ring_is_drawn_only_where_it_is_larger_than_the_mark():
    """Sixty kilometres are seen in a region; two are not, nor sixty in the world."""
    near = case.place("andes", -2, -78.9, country="EC", precision="near", radius_km=60)
    assert [spot.place.id for spot in laid([case.reading("a", near), case.reading("b", case.MANTA)]).rings] == ["andes"]
    assert laid([case.reading("a", near), case.reading("b", case.SEOUL)], view="world").rings == ()


def test_rings_are_dotted_and_hardly_filled():
    """What is under them stays seen."""
    near = case.place("andes", -2, -78.9, country="EC", precision="near", radius_km=60)
    (trace,) = ring_traces(laid([case.reading("a", near)]).rings, INK, "geo")
    assert (trace["line"]["dash"], trace["fill"], len(trace["lon"])) == ("dot", "toself", 73)
    assert trace["fillcolor"] == "rgba(181,64,42,0.06)"


def test_specks_of_an_area_have_no_edge_of_their_own():
    """Galápagos in the world is a speck; in its region it is not."""
    far = laid(case.article(), view="world")
    near = laid([case.reading("a", case.IN_ECUADOR)])
    edges = [area_traces(each.areas, each.frame, INK, "geo")[-1] for each in (far, near)]
    assert [min(x for x in edge["lon"] if x is not None) < -88 for edge in edges] == [False, True]


def test_a_ring_has_73_points_at_its_radius():
    """Closed, and whole across the antimeridian."""
    longitude, latitude = ring(179.9, -18, 60)
    assert len(longitude) == 73
    assert (longitude[0], latitude[0]) == pytest.approx((longitude[-1], latitude[-1]))
    assert np.abs(np.diff(longitude)).max() < 1
    assert latitude.max() == pytest.approx(-18 + 60 / 111.195, abs=0.001)


def test_a_great_circle_crosses_the_pacific_in_the_north():
    """Washington to Seoul passes Alaska; its ends are the two places."""
    longitude, latitude = great_circle((-77, 38.9), (127, 37.6), np.linspace(0, 1, 60))
    assert latitude.max() > 70
    assert (longitude[0], latitude[0]) == pytest.approx((-77, 38.9))
    assert (longitude[-1], latitude[-1]) == pytest.approx((127, 37.6))
    assert np.abs(wrap_longitude(np.diff(longitude))).max() < 15


@pytest.mark.parametrize("end", [(10.0, 20.0), (-170.0, -20.0)], ids=["same point", "opposite"])
def test_a_great_circle_without_one_way_is_still_finite(end):
    """The same point, and the opposite one."""
    assert np.isfinite(great_circle((10.0, 20.0), end, np.linspace(0, 1, 5))).all()


def test_events_with_the_same_two_places_share_one_arc():
    """Three remarks in Washington about South Korea: one line, cut off at both marks, its head along it."""
    main = laid(case.article())
    (arc,) = main.arcs
    assert len(arc.arc.readings) == 3
    seoul = arc.meets
    assert seoul is not None
    assert seoul.holds("seoul-0")
    assert np.hypot(arc.x[-1] - seoul.x, arc.y[-1] - seoul.y) > seoul.size / 2
    assert 180 < arc.angle % 360 < 270


def test_a_second_place_without_events_is_named_at_the_head():
    """The line leads somewhere that can be read."""
    main = laid([case.reading("a", case.WASHINGTON, about=(case.IN_KOREA,))])
    assert "South Korea" in {label.text for label in main.labels}


def test_a_line_to_its_own_place_or_to_nowhere_is_not_drawn():
    """Neither has a way to go."""
    nowhere = case.place("levant", precision="region")
    assert arcs_of(spots_of([case.reading("a", case.SEOUL, about=(case.SEOUL, nowhere))])) == ()


def test_of_very_many_arcs_the_selected_ones_are_drawn():
    """More than sixty would cover the map: the rest are counted."""
    where = [case.place(f"p-{n}", 10 + n / 4, n) for n in range(120)]
    readings = [case.reading(f"e-{n}", each, about=(case.SUVA,)) for n, each in enumerate(where)]
    main = laid(readings, ink=Ink(LIGHT, INK.threads, "e-119"))
    assert len(main.arcs) <= MOST_ARCS
    assert main.left_out == 60
    assert any(arc.arc.holds("e-119") for arc in main.arcs)


def test_the_legend_explains_what_is_there_and_nothing_else():
    """Signs come with what they stand for."""
    words = [entry.text for entry in entries(laid(case.article()), {})]
    assert words == [
        "place from another source",
        "events in or near one place",
        "only the country is known",
        "statement made here, about there",
    ]
    one = laid([case.reading("a", case.SEOUL, carried=Support.NOT_FOUND)])
    assert [entry.text for entry in entries(one, {"a": Severity.ERROR})] == [
        "quote of the place not found",
        "an error in the record",
    ]


def test_the_legend_keeps_off_the_marks():
    """Another corner where one is at the bottom left; nowhere where all are taken."""
    found = entries(laid(case.article()), {})
    free = legend_box(found, 912, 458, [])
    assert free is not None
    assert free[0] < 100
    moved = legend_box(found, 912, 458, [(60, 400, 80, 420)])
    assert moved is not None
    assert moved[0] > 500
    assert legend_box(found, 912, 458, [(0, 0, 912, 458)]) is None
    lines = (LegendEntry("disc", "short"), LegendEntry("ring", "a line that is far longer than the other one"))
    assert legend_box(lines, 912, 458, [(120, 405, 140, 420)]) == legend_box(lines, 912, 458, [])
    assert legend_box(lines, 912, 458, [(120, 425, 140, 440)]) != legend_box(lines, 912, 458, [])


def test_the_inset_covers_no_mark_and_no_arc():
    """It lies over the sea, and unfolds what crowds."""
    main = laid(case.article())
    found = inset_of(main, [(0, 0, 172, 48)])
    assert found is not None
    inner, unfolded = found
    box = inset_edges(inner)
    assert not any(overlap(box, mark) for mark in main.boxes)
    assert not overlap(box, unfolded)
    assert not any(
        box[0] < x < box[2] and box[1] < y < box[3] for arc in main.arcs for x, y in zip(arc.x, arc.y, strict=True)
    )
    assert inner.frame.kind == "mercator"


def test_there_is_no_inset_where_nothing_or_everything_crowds():
    """It unfolds one place, not a thousand."""
    assert inset_of(laid([case.reading("a", case.SEOUL), case.reading("b", case.SUVA)], view="world"), []) is None
    assert inset_of(laid(case.many(1000, 250), view="world"), []) is None


def test_no_outline_that_threads_share_is_prepared():
    """GEOS ends the whole server where two threads look into one prepared shape for the first time."""
    inset._land.__wrapped__()
    assert not shapely.is_prepared([outline(code, 110) for code in countries(110)]).any()
