"""Whether a point lies in a country, by towns and outlines of two makers."""

from itertools import islice

import pytest
from cities import read_cities

from dashboard.model.geography import outlines
from dashboard.model.geography.topojson import FINEST
from dashboard.model.geography.whereabouts import country_around, km_from, lies_in
from tests.seldom import seldom

TOLERANCE_KM = 10


def test_no_city_over_100_000_people_lies_outside_its_country():
    """Dakar, Abu Dhabi and Vladivostok too, which the outlines at 1:50m cut off; nothing is said of Kashmir."""
    said = {city: lies_in(city.country, city.latitude, city.longitude, TOLERANCE_KM) for city in read_cities()}
    assert [city for city, lies in said.items() if lies is False] == []
    unsaid = [city.country for city, lies in said.items() if lies is None]
    assert (len(unsaid), set(unsaid)) == (7, {"IN", "PK"})


@pytest.mark.proof
def test_a_city_with_its_coordinates_swapped_lies_elsewhere():
    """Of each four-hundredth city, nearly all: some countries lie on the line where both are the same."""
    cities = [city for city in islice(read_cities(), 0, None, 400) if abs(city.longitude) <= 90]
    found = [lies_in(city.country, city.longitude, city.latitude, TOLERANCE_KM) for city in cities]
    assert len(cities) > 6
    assert found.count(False) > 0.85 * len(cities)


@pytest.mark.proof
@pytest.mark.parametrize("country", ["RU", "UA"])
def test_either_of_two_states_is_let_stand_where_the_makers_disagree(country):
    """Of Sevastopol Natural Earth says Russia, GeoNames and the United Nations say Ukraine."""
    assert lies_in(country, 44.6, 33.5, TOLERANCE_KM) is True


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [
        ("XK", 42.66, 21.16),
        ("RS", 42.66, 21.16),
        ("EH", 27.15, -13.2),
        ("TW", 25.04, 121.5),
        ("HK", 22.3, 114.17),
        ("MO", 22.19, 113.54),
        ("PR", 18.4, -66.1),
        ("SO", 9.56, 44.06),
        ("VA", 41.9, 12.45),
    ],
)
def test_a_territory_lies_where_its_code_says(country, latitude, longitude):
    """With a code of its own, or of the state whose the United Nations draw it."""
    assert lies_in(country, latitude, longitude, TOLERANCE_KM) is True


def test_an_island_is_in_the_outline_at_1_to_10m_alone():
    """Wake Island has no town, and no outline at 1:50m; the sea far off it is outside."""
    assert outlines.contains("UM", 19.3, 166.6, TOLERANCE_KM, 50) is None
    assert lies_in("UM", 19.3, 166.6, TOLERANCE_KM) is True
    assert lies_in("UM", 30.0, 166.6, TOLERANCE_KM) is False


@pytest.mark.parametrize("country", ["IN", "PK", "EC"])
def test_nothing_is_said_of_a_disputed_area(country):
    """Srinagar's outline is no state's."""
    assert lies_in(country, 34.3, 75.3, TOLERANCE_KM) is None


def test_a_code_without_an_outline_says_nothing():
    """No scale draws it."""
    assert lies_in("ZZ", 0, 0, TOLERANCE_KM) is None


def test_the_distance_is_to_the_nearest_of_the_outlines():
    """Off Manta 11 km, by the finer outline as by the coarser."""
    assert km_from("EC", -0.95, -80.95) == pytest.approx(11, abs=2)


def test_a_town_tells_the_country_where_an_outline_does_not():
    """Dakar is in Senegal, off the outline at 1:50m by more than the tolerance; the Atlantic is nobody's."""
    assert outlines.country_at(14.69, -17.44, TOLERANCE_KM) is None
    assert country_around(14.69, -17.44, TOLERANCE_KM) == "SN"
    assert country_around(0, -30, TOLERANCE_KM) is None


@pytest.mark.parametrize("each", [12, *seldom(1)])
def test_of_every_country_it_is_known_how_far_it_is(each):
    """Of a point in the middle of the Atlantic; the Vatican, too, has an outline to be measured from."""
    countries = [outlines.alpha_2(country) for country in sorted(outlines.countries(FINEST))[::each]]
    assert len(countries) > 200 / each
    assert [country for country in countries if km_from(country, 0.5, -30.2) <= 50] == []
    assert {lies_in(country, 0.5, -30.2, TOLERANCE_KM) for country in countries} == {False}
