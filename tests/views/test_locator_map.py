"""A small map that tells where a place is."""

import re

import pytest

from dashboard.views.locator_map import HEIGHT, WIDTH, locator_map

CORNER = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def corners(path):
    """The corners of all parts, as pixels."""
    return [(float(x), float(y)) for x, y in CORNER.findall(path)]


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [
        ("EC", -0.23, -78.52),
        ("RU", 64.73, 177.5),
        ("RU", 55.75, 37.62),
        ("FJ", -16.43, 179.37),
        ("US", 21.31, -157.86),
        ("FR", 4.94, -52.33),
        ("NO", 78.22, 15.65),
        ("MV", 4.17, 73.51),
        ("XK", 42.66, 21.16),
        ("VA", 41.9, 12.45),
        ("AQ", -77.85, 166.67),
        ("SG", 1.29, 103.85),
    ],
)
def test_the_point_and_some_land_are_in_sight(country, latitude, longitude):
    """On either side of the date line, on islands, far from the rest of the country, and where it has no outline."""
    drawn = locator_map(country, latitude, longitude)
    x, y = drawn.point
    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT
    assert drawn.land or drawn.country
    for path in (drawn.land, drawn.country):
        assert all(-0.1 <= x <= WIDTH + 0.1 and -0.1 <= y <= HEIGHT + 0.1 for x, y in corners(path))
        assert not path or re.fullmatch(r"(?:M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+){2,}Z)+", path)


def test_a_point_lies_where_it_is_on_the_globe():
    """Seoul is left of and above Busan, and both are in South Korea's outline."""
    seoul, busan = locator_map("KR", 37.57, 126.98), locator_map("KR", 35.18, 129.08)
    assert seoul.country == busan.country
    assert seoul.point[0] < busan.point[0]
    assert seoul.point[1] < busan.point[1]
    edge = corners(seoul.country)
    for x, y in (seoul.point, busan.point):
        assert min(across for across, _ in edge) - 1 < x < max(across for across, _ in edge) + 1
        assert min(down for _, down in edge) - 1 < y < max(down for _, down in edge) + 1


def test_a_whole_country_has_no_point():
    """All of it is meant; what has neither an outline nor a point is not drawn."""
    chile = locator_map("CL")
    assert chile.point is None
    assert chile.country
    assert locator_map("ZZ") is None
    assert locator_map("XK") is None
    assert locator_map("ZZ", 10.0, 10.0).point is not None
