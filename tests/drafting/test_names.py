"""Places that selected words may mean, and the countries that a text names."""

import pytest

from dashboard.drafting.names import MOST_OFFERED, countries_in, places_offered


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The United States and Ukraine’s army met.", {"US", "UA"}),
        ("Papua New Guinea and Guinea-Bissau", {"PG", "GW"}),
        ("In Bosnia and Herzegovina, and in the Republic of Korea.", {"BA", "KR"}),
        ("the mayor of quito, and jordan", set()),
        ("In Deutschland; и Ливан", {"DE", "LB"}),
        ("An Island. The Pole. A Swede", set()),
        ("", set()),
    ],
)
def test_the_countries_of_a_text_are_those_that_it_names(text, countries):
    """The longest name at each place: there is no Guinea in Guinea-Bissau."""
    assert countries_in(text) == countries


@pytest.mark.parametrize(
    ("words", "around", "label"),
    [
        ("Odessa", "Ukraine said so.", "Odesa, Ukraine"),
        ("Odessa", "", "Odesa, Ukraine"),
        ("Moscow", "Officials of the United States flew to Moscow.", "Moscow, Russia"),
        ("Moscow", "A court of the United States in Moscow, Idaho, ruled.", "Moscow, Idaho, United States"),
        ("Geneva", "At Geneva, the U.S. President met others.", "Geneva, Switzerland"),
        ("Athens", "The U.S. embassy in Athens", "Athens, Greece"),
        ("Tripoli", "The army of Lebanon went to Tripoli.", "Tripoli, Lebanon"),
        ("Tripoli", "", "Tripoli, Libya"),
        ("San Jose", "Costa Rica", "San José, Costa Rica"),
    ],
)
def test_the_town_that_a_text_is_likely_to_mean_comes_first(words, around, label):
    """The country that the text names counts, and so does how large a town is; a state behind the name settles it."""
    assert places_offered(words, around)[0].label == label


def test_what_the_words_call_a_place_is_one_of_its_names():
    """So that the quote names the place; where it is called so anyway, nothing is added."""
    (kyiv,) = places_offered("“Kiev”")
    assert (kyiv.fields["name"], kyiv.fields["aliases"]) == ("Kyiv", ["Kiev"])
    assert "aliases" not in places_offered("Quito")[0].fields
    (america,) = places_offered("the U.S.")
    assert (america.fields["country"], america.fields["aliases"]) == ("US", ["U.S."])


def test_a_place_is_offered_with_where_it_is_and_how_many_live_there():
    """By which nine towns of one name are told apart; no more are offered than one reads."""
    offered = places_offered("Springfield")
    assert len(offered) == MOST_OFFERED
    assert len({each.label for each in offered}) == MOST_OFFERED
    assert len({each.map.point for each in offered}) == MOST_OFFERED
    assert offered[0].detail == "city of 170,188 people at 37.22, -93.30"


@pytest.mark.parametrize(("words", "code"), [("لبنان", "LB"), ("Ливан", "LB"), ("黎巴嫩", "LB"), ("Allemagne", "DE")])
def test_a_country_is_offered_by_its_name_in_another_language(words, code):
    """With its English name, and what the words call it as another: so the quote names it."""
    first = places_offered(words)[0]
    assert (first.detail, first.fields["country"], first.fields["precision"]) == ("country", code, "country")
    assert first.fields["aliases"] == [words]
    assert first.fields["name"] in ("Lebanon", "Germany")
