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


def test_towns_of_countries_that_the_text_names_come_first():
    """Of two towns called Odessa, Ukraine's is meant where the text is about Ukraine, and else the one of that name."""
    first, second = places_offered("Odessa", "Ukraine said so.")
    assert [first.label, second.label] == ["Odesa, Ukraine", "Odessa, Texas, United States"]
    assert [each.label for each in places_offered("Odessa")] == [second.label, first.label]


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
