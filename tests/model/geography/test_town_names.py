"""Towns by their names in any language, and by those that they had."""

import lzma
from importlib.resources import files

import pytest

from dashboard.model.geography.town_names import searchable, towns_called
from dashboard.model.geography.towns import towns


@pytest.mark.parametrize(
    ("name", "country", "main"),
    [
        ("Kyiv", "UA", "Kyiv"),
        ("Kiev", "UA", "Kyiv"),
        ("КИЕВ", "UA", "Kyiv"),
        ("Peking", "CN", "Beijing"),
        ("北京", "CN", "Beijing"),
        ("القاهرة", "EG", "Cairo"),
        ("Lodz", "PL", "Łódź"),
        ("łódź", "PL", "Łódź"),
        ("Munchen", "DE", "Munich"),
        ("Sao  Paulo", "BR", "São Paulo"),
        ("Port au Prince", "HT", "Port-au-Prince"),
        ("Bombay", "IN", "Mumbai"),
    ],
)
def test_a_town_is_found_by_each_of_its_names(name, country, main):
    """In its language and others, with and without accents, capitals and hyphens, and by its former name."""
    first = towns_called(name)[0]
    assert (first.town.country, first.town.name) == (country, main)
    assert first.is_main_name == (searchable(name) == searchable(main))


def test_towns_of_one_name_come_with_their_state_the_most_populous_first():
    """Nothing else tells nine Springfields apart; those that are only called so come behind."""
    found = towns_called("Springfield")
    assert len({each.region for each in found}) == len(found) > 5
    assert found[0].region == "Missouri"
    assert found == tuple(sorted(found, key=lambda each: (not each.is_main_name, -each.people)))
    assert {each.region for each in towns_called("San Jose") if each.town.country != "US"} == {""}


@pytest.mark.parametrize(
    "name", ["", "  ", "\t", "\n", "x", "Atlantis City", "Kyiv\tUA", "Quito\n", "\u0301", "0", "9", "a" * 5000]
)
def test_what_is_no_name_finds_nothing_or_what_it_names(name):
    """White space counts as a space; numbers and states of the file's own columns are no names."""
    assert {each.town.name for each in towns_called(name)} <= {"Quito"}


def test_each_line_of_names_is_of_the_town_at_its_number():
    """Both files are made at once, in one order."""
    packed = files("dashboard.model") / "gazetteer" / "town-names.tsv.xz"
    lines = lzma.decompress(packed.read_bytes()).decode().splitlines()
    assert len(lines) == len(towns()) == 34_006
    for number, line in enumerate(lines):
        told, _people, _region, main, *_ = line.split("\t")
        assert (int(told), main) == (number, searchable(towns()[number].name))
