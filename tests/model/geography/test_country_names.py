"""Countries are found by what other languages call them."""

import lzma
from importlib.resources import files

import pytest

from dashboard.model.forms import country_codes, value_hint
from dashboard.model.geography import country_called


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("لبنان", "LB"),
        ("Ливан", "LB"),
        ("黎巴嫩", "LB"),
        ("黎巴嫩 ", "LB"),
        ("ALLEMAGNE", "DE"),
        ("Países Bajos", "NL"),
        ("Paises Bajos", "NL"),
        ("대한민국", "KR"),
        ("Kosova", "XK"),
        ("Côte-d’Ivoire", "CI"),
    ],
)
def test_a_country_is_found_by_its_name_in_another_language(name, code):
    """Whatever its accents, capitals and hyphens."""
    assert country_called(name) == code


@pytest.mark.parametrize("name", ["", " ", "Congo", "Island", "man", "LB", "lb", "Paris", "the", "القاهرة", "pole"])
def test_what_is_a_word_a_town_or_several_countries_is_no_country(name):
    """Swedish calls Iceland “Island”."""
    assert country_called(name) == ""


def test_every_country_has_names_and_none_is_another_countrys_in_english():
    """Codes are those that records may have; where English has the name, it is the same country's."""
    packed = files("dashboard.model") / "gazetteer" / "country-names.tsv.xz"
    rows = [row.split("\t") for row in lzma.decompress(packed.read_bytes()).decode().splitlines()]
    assert {code for code, *_ in rows} >= {*country_codes().values()}
    english = country_codes()
    assert [(name, code) for code, *names in rows for name in names if english.get(name, code) != code] == []


def test_a_country_in_a_record_is_told_with_its_code():
    """By its name in another language, as by its English one."""
    assert value_hint("country", "Ливан", "^[A-Z]{2}$") == "write it as `LB`"
