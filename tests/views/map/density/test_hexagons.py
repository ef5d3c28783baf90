"""The grid of hexagons: one size on the earth, no event in two of them, and it stays while the map is moved."""

import math
from random import Random

import numpy as np
import pytest
from shapely.geometry import Point, box

from dashboard.model.geography import EARTH_RADIUS_KM
from dashboard.views.map import Viewport, frame_of, move_frame
from dashboard.views.map.density.hexagons import WIDTH_PX, HexGrid, grid_of, hexagons_of
from dashboard.views.map.marks import spots_of
from dashboard.views.projection import EqualArea
from tests.views.map import cases as case

GRIDS = [
    HexGrid(EqualArea("natural earth", 150.0), 1_000_000),
    HexGrid(EqualArea("natural earth", -60.0), 20_000),
    HexGrid(EqualArea("mercator", 30.0, 45.0), 500),
]


def points(grid, number=300):
    """Points all over what the grid is made for."""
    random = Random(3)
    north = 80 if grid.projection.kind == "natural earth" else 60
    return [
        ((grid.projection.longitude + random.uniform(-120, 120) + 180) % 360 - 180, random.uniform(-50, north))
        for _ in range(number)
    ]


def km2(polygon):
    """The area on the sphere between the outline and the equator, by the trapezes below its sides."""
    longitudes, latitudes = (np.radians(each) for each in np.asarray(polygon.exterior.coords).T)
    below = np.diff(longitudes) * (np.sin(latitudes[1:]) + np.sin(latitudes[:-1])) / 2
    return abs(float(below.sum())) * EARTH_RADIUS_KM**2


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: f"{grid.area_km2:,}")
def test_every_hexagon_has_the_same_area_on_the_earth(grid):
    """As the legend says it; but those that the edge of the world cuts."""
    outlines = [grid.outline(place) for place in set(grid.places(*zip(*points(grid), strict=True)))]
    edges = grid.projection.longitude - 179.9, grid.projection.longitude + 179.9
    inner = box(edges[0], -89.9, edges[1], 89.9)
    whole = [each for each in outlines if inner.contains(each)]
    assert len(whole) > 0.9 * len(outlines) > 20
    assert [km2(each) for each in whole] == pytest.approx([grid.area_km2] * len(whole), rel=0.02)


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: f"{grid.area_km2:,}")
def test_a_point_lies_in_its_own_hexagon_and_in_no_other(grid):
    """So no event is counted by a hexagon in which it did not happen."""
    given = points(grid, 60)
    places = grid.places(*zip(*given, strict=True))
    outlines = {place: grid.outline(place) for place in places}
    for (longitude, latitude), own in zip(given, places, strict=True):
        turned = longitude + 360 * round((grid.projection.longitude - longitude) / 360)
        here = Point(turned, latitude)
        inside = [place for place, outline in outlines.items() if outline.buffer(-0.02).contains(here)]
        assert inside in ([own], [])
        assert outlines[own].buffer(0.02).contains(here)


def test_every_event_is_in_one_hexagon_or_left_as_a_mark():
    """Whole countries and places that are known less closely than a hexagon is wide are in none."""
    vague = case.reading("vague", case.place("somewhere", 1.0, 1.0, precision="near", radius_km=400))
    readings = [*case.many(400, 90), case.reading("country", case.IN_ECUADOR), vague]
    cells = hexagons_of(spots_of(readings), HexGrid(EqualArea("natural earth", 0.0), 100_000))
    counted = [each.id for cell in cells.all for each in cell.readings]
    rest = {each.id for spot in cells.rest for each in spot.readings}
    assert rest == {"country", "vague"}
    assert sorted([*counted, *rest]) == sorted(each.id for each in readings)
    assert list(cells.counts) == sorted(cells.counts, reverse=True)
    wide = hexagons_of(spots_of([vague]), HexGrid(EqualArea("natural earth", 0.0), 2_000_000))
    assert [cell.events for cell in wide.all] == [("vague",)]


@pytest.mark.parametrize("readings", [case.many(200, 80), [case.reading("manta", case.MANTA)]], ids=["world", "region"])
def test_a_map_that_is_moved_a_little_keeps_its_hexagons(readings):
    """And a nearer one has smaller ones, of nearly the same width on the screen."""
    base = frame_of(spots_of(readings), "fit", 912, 458)
    middle = Viewport(base.longitude, base.latitude, 1.0)
    aside = Viewport(base.longitude + 1, base.latitude, 1.0)
    grids = [grid_of(move_frame(base, each), base) for each in (middle, aside)]
    assert grids[0] == grids[1]
    for scale in (3.0, 9.0, 30.0):
        frame = move_frame(base, Viewport(base.longitude, base.latitude, scale))
        grid = grid_of(frame, base)
        assert grid.area_km2 < grids[0].area_km2
        place = grid.places([frame.longitude], [frame.latitude])[0]
        x, _ = frame.project(*np.asarray(grid.outline(place).exterior.coords).T, unwrapped=True)
        assert WIDTH_PX / 1.8 < np.ptp(x) < WIDTH_PX * 1.8
        assert math.log10(grid.area_km2) % 1 == pytest.approx(math.log10(int(str(int(grid.area_km2))[0])))
