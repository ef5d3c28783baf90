"""Outlines of countries: whether a point lies in one, and what each is called."""

import pytest
import shapely
from shapely.geometry import Point

from dashboard.model.geography import outlines
from dashboard.model.geography.distances import distance_km

MANTA = (-0.9461, -80.6788)


def test_mantas_runway_lies_in_ecuador_at_1_to_50m():
    """The runway on the coast is inside the outline that the checks use."""
    assert outlines.contains("EC", *MANTA) is True


def test_swapped_coordinates_lie_far_from_ecuador():
    """With latitude and longitude swapped, Manta is in Antarctica, whatever the tolerance."""
    latitude, longitude = MANTA
    assert outlines.contains("EC", longitude, latitude, tolerance_km=50) is False
    assert outlines.country_at(longitude, latitude) == "AQ"


def test_a_country_that_comes_in_pieces_is_whole():
    """Ecuador and Galápagos are two shapes in the file, and one country."""
    assert outlines.contains("EC", -0.2197, -78.5125)
    assert outlines.contains("EC", -0.75, -91.1)


@pytest.mark.parametrize(("tolerance_km", "inside"), [(0.0, False), (50.0, False), (120.0, True)])
def test_a_point_at_sea_is_inside_within_the_tolerance_alone(tolerance_km, inside):
    """A hundred kilometres off Manta are more than fifty, and less than a hundred and twenty."""
    assert outlines.contains("EC", -0.9461, -81.7, tolerance_km) is inside


def test_the_tolerance_is_measured_in_kilometres_at_every_latitude():
    """Five degrees of longitude are little in the far north: Svalbard's sea is near Svalbard."""
    east = outlines.outline("SJM", 50).bounds[2]
    assert outlines.contains("SJ", 79.9, east + 3, 80) is True
    assert outlines.contains("SJ", 79.9, east + 3, 5) is False


def test_a_country_without_an_outline_says_nothing():
    """Where no outline is held, the answer is neither yes nor no."""
    assert outlines.contains("ZZ", 0, 0) is None
    assert outlines.outline("ZZZ") is None
    assert outlines.label_point("ZZZ") is None
    assert outlines.main_part("ZZZ") is None


@pytest.mark.parametrize(("country", "answer"), [("IN", None), ("PK", None), ("EC", None)])
def test_nothing_is_said_of_a_point_that_states_dispute(country, answer):
    """Srinagar is in no state's outline: a record that places it is not called wrong."""
    assert outlines.contains(country, 34.08, 74.8) is answer


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (38.89511, -77.03637, "US"),
        (37.566, 126.9784, "KR"),
        (66.0, -172.0, "RU"),
        (66.0, 188.0, "RU"),
        (-89.0, 10.0, "AQ"),
        (0.0, -30.0, None),
    ],
)
def test_the_country_at_a_point_is_found_on_both_sides_of_the_antimeridian(latitude, longitude, country):
    """Chukotka is Russia, and the pole Antarctica; the middle of the Atlantic is nobody's."""
    assert outlines.country_at(latitude, longitude) == country


def test_the_nearest_country_is_given_within_the_tolerance():
    """Off Manta, Ecuador is the nearest; with less tolerance, nobody's."""
    assert outlines.country_at(-0.9461, -81.7, 120) == "EC"
    assert outlines.country_at(-0.9461, -81.7, 20) is None


def test_every_outline_is_valid_and_holds_its_label_point():
    """No ring crosses itself, though the file's do at 180 degrees, and every label stands on its land."""
    for code in outlines.countries(50):
        shape = outlines.outline(code, 50)
        latitude, longitude = outlines.label_point(code)
        assert shapely.is_valid(shape), code
        assert outlines.main_part(code).intersects(Point(longitude, latitude)), code


def test_russia_is_one_piece_across_the_antimeridian():
    """Its main part reaches from the Caucasus beyond 180 degrees."""
    west, _, east, _ = outlines.main_part("RUS").bounds
    assert west < 40 < 180 < east < 200


def test_codes_go_both_ways_and_kosovo_has_its_own():
    """ISO 3166-1 both ways; Kosovo by the codes in use."""
    assert outlines.alpha_3("EC") == "ECU"
    assert outlines.alpha_2("ECU") == "EC"
    assert outlines.alpha_3("XK") == "XKX"
    assert outlines.alpha_2("XKX") == "XK"
    assert outlines.alpha_3("ZZ") is None
    assert outlines.alpha_2("ZZZ") is None


@pytest.mark.parametrize(
    ("code", "name"),
    [("RUS", "Russia"), ("KOR", "South Korea"), ("BOL", "Bolivia"), ("ECU", "Ecuador"), ("ZZZ", "ZZZ")],
)
def test_names_are_short_enough_for_a_map(code, name):
    """No official long form; a code that nobody has stands for itself."""
    assert outlines.short_name(code) == name


def test_a_degree_of_latitude_at_the_equator_is_110_574_km():
    """As WGS 84 has it."""
    assert distance_km(0, 0, 1, 0) == pytest.approx(110.574, abs=0.001)


@pytest.mark.parametrize("millions", [50, 110])
def test_every_area_of_the_outlines_has_a_name(millions):
    """No internal code is printed on a map: disputed areas have no ISO code, and still a name."""
    assert [code for code in outlines.countries(millions) if outlines.short_name(code) == code] == []
    assert outlines.short_name("XJK") == "Jammu and Kashmir"
