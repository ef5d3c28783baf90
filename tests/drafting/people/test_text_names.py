"""Whom a text names: full names behind offices, the same people by less, and what brackets abbreviate."""

import pytest

from dashboard.drafting.people import names_of

TEXT = """Foreign Minister Ana Ruiz met opposition leader Kwame N. Boateng. Ruiz praised the Union of Harbour Workers
(UHW). Later, Syrian President Hafiz al-Asad spoke with Chung Eui-yong, the South Korean minister. Lee Brown and Ann
Brown were there, and so was Mayor Lee Brown.

Tom Hale spoke. The city heard Hale twice.
"""


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Ruiz", "Ana Ruiz"),
        ("Foreign Minister Ana Ruiz", "Ana Ruiz"),
        ("the former minister Ruiz", "Ana Ruiz"),
        ("opposition leader Boateng", "Kwame N. Boateng"),
        ("President Asad", "Hafiz al-Asad"),
        ("Foreign Minister Chung", "Chung Eui-yong"),
        ("Hale", "Tom Hale"),
        ("Garcia", None),
        ("the minister", None),
        ("critics of Ruiz", None),
        ("Syria", None),
    ],
)
def test_a_person_is_known_by_less_once_the_text_has_introduced_them(words, person):
    """By the last name, or by the first where that is the family's; never by an office alone."""
    assert names_of(TEXT).person(words) == person


def test_a_name_that_several_bear_is_nobody_s():
    """With two of that name, the last name alone does not say who."""
    names = names_of("President Lee Brown met Senator Ann Brown. Brown smiled.")
    assert names.person("Brown") is None
    assert names.is_shared("Brown")
    assert names.person("President Lee Brown") == "Lee Brown"


def test_one_person_with_and_without_an_initial_is_one():
    """“President Harry Lane” is the “Harry S. Lane” of another sentence."""
    assert names_of("President Harry S. Lane came. President Harry Lane spoke.").person("Lane") == "Harry S. Lane"


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("the UHW", ("Union of Harbour Workers", "other", "UHW")),
        ("Union of Harbour Workers", ("Union of Harbour Workers", "other", "UHW")),
        ("the Ministry of Defence", ("Ministry of Defence", "ministry", "")),
        ("the Blue Sky Party", ("Blue Sky Party", "party", "")),
        ("the KGB", ("KGB", "other", "")),
        ("the Treaty of Lima", None),
        ("the harbour workers", None),
    ],
)
def test_an_organisation_is_known_by_its_noun_or_its_short_form(words, organisation):
    """The kind is what its noun says; brackets count where the letters are those of the words before them."""
    assert names_of(TEXT).organisation(words) == organisation


@pytest.mark.parametrize(
    "name", ["Critics", "Critics of Peru", "Prime Minister", "Hurricane Milton", "March", "harbour"]
)
def test_what_has_a_capital_for_another_reason_is_no_name(name):
    """The first word of a sentence, an office, a month, and what is no actor."""
    assert not names_of(f"{name} was there. The prime minister and critics spoke.").is_name(name)
