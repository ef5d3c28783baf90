"""What stands beside counts: towns, countries, regions."""

import pycountry
import pytest

from dashboard.model.geography import continent, regions_of
from dashboard.views.map.marks.group import Group
from dashboard.views.map.marks.spots import spots_of
from dashboard.views.map.marks.words import mark_words, region_of
from tests.views.map import cases as case


def count(*towns):
    """A count of one event at each of these towns, (name, country)."""
    places = [case.place(name.lower(), 1, 1, name=name, country=country) for name, country in towns]
    return Group(spots_of([case.reading(place.id, place) for place in places]), 0, 0)


def words_of(*groups, is_far=True):
    """The best words for each."""
    words = mark_words(groups, is_far=is_far)
    return [words[id(group)][0] for group in groups]


LYON, NICE, PARIS = ("Lyon", "FR"), ("Nice", "FR"), ("Paris", "FR")
BERN, BONN, ROME = ("Bern", "CH"), ("Bonn", "DE"), ("Rome", "IT")
CAIRO, AMMAN, LIMA = ("Cairo", "EG"), ("Amman", "JO"), ("Lima", "PE")


@pytest.mark.parametrize(
    ("towns", "words"),
    [
        ([LYON], "Lyon"),
        ([LYON, BERN], "Bern, Lyon"),
        ([LYON, NICE, PARIS], "France"),
        ([LYON, NICE, BERN], "France, Switzerland"),
        ([LYON, BERN, BONN], "Western Europe, 3 countries"),
        ([LYON, BERN, ROME], "Europe, 3 countries"),
        ([CAIRO, AMMAN, ROME], "Egypt, Italy +1"),
        ([CAIRO, AMMAN, ("Tehran", "IR")], "Middle East, 3 countries"),
        ([CAIRO, AMMAN, ("Doha", "QA"), ROME], "Middle East + 1 country"),
        ([CAIRO, AMMAN, ("Doha", "QA"), ("Ankara", "TR"), ("Kyiv", "UA"), LYON], "Egypt, France +4"),
        ([CAIRO, ("Tunis", "TN"), ("Oran", "DZ")], "North Africa, 3 countries"),
        ([("Lagos", "NG"), ("Nairobi", "KE"), ("Oran", "DZ")], "Africa, 3 countries"),
        ([LIMA, ("Lagos", "NG"), ("Nairobi", "KE"), ("Oran", "DZ")], "Africa + 1 country"),
        ([CAIRO, AMMAN, ("Nowhere", None)], "Amman, Cairo +1"),
    ],
)
def test_a_count_has_the_name_of_what_all_of_it_is_in(towns, words):
    """Its towns where it has one or two; else its country, both countries, or the region of most of its events."""
    assert words_of(count(*towns)) == [words]


def test_a_part_of_a_country_has_not_its_name_alone():
    """Where another mark has as many of its events or more."""
    south, north = count(LYON, NICE, ("Toulon", "FR")), count(PARIS, ("Lille", "FR"), ("Metz", "FR"), ("Caen", "FR"))
    assert words_of(south, north) == ["France, 3 places", "France"]


def test_a_region_is_the_name_of_one_count():
    """Of the largest; others of the same region have the names of countries."""
    large, small = count(LYON, NICE, BERN, BONN), count(PARIS, ("Basel", "CH"), ("Vienna", "AT"))
    assert words_of(small, large) == ["Austria, Switzerland +1", "Western Europe, 3 countries"]


def test_from_near_counts_have_the_names_of_towns():
    """Where the country fills the map, its name says nothing."""
    assert words_of(count(LYON, NICE, PARIS), is_far=False) == ["Lyon, Nice +1"]


def test_every_country_has_a_region():
    """All of ISO 3166-1, and Kosovo; Egypt and Mexico, which are counted to either side, in two."""
    codes = [country.alpha_2 for country in pycountry.countries]
    assert all(regions_of(code) and continent(code) for code in [*codes, "XK"])
    assert (regions_of("NG"), continent("NG")) == (("West Africa",), "Africa")
    assert (regions_of("EG"), continent("EG")) == (("North Africa", "Middle East"), "Africa")
    assert (regions_of("??"), continent("??")) == ((), None)


def test_a_region_is_named_for_most_of_the_events_not_of_the_countries():
    """A count that is nearly all of one region has its name, and says how many countries lie elsewhere."""
    assert region_of({"IQ": 40, "SY": 30, "FR": 1, "DE": 1}) == ("Middle East", 2)
    assert region_of({"IQ": 2, "SY": 2, "FR": 2, "DE": 2}) == ("", 0)
    assert region_of({"UA": 4, "FR": 3, "IT": 3, "SE": 3, "SY": 1}) == ("Europe", 1)
    assert region_of({"NG": 1, "FR": 1, "PE": 1}) == ("", 0)
