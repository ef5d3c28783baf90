"""Honest claims that call somebody or something otherwise than the quotes, and wrong ones that are nearly the same."""

import pytest

from tests.checks.wording.one_claim import objections

NAMES = {"name-not-quoted", "first-word-not-quoted"}


def names_missed(*claim, **fields):
    """The problems of names alone."""
    return [code for code in objections(*claim, **fields) if code in NAMES]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The board has four members from Panama.", "Four members of the board are Panamanian."),
        ("A Salvadoran court freed the mayor.", "A court in El Salvador freed the mayor."),
        ("Troops from Madagascar joined the drill.", "Malagasy troops joined the drill."),
        ("A Burkinabe officer was hurt.", "An officer from Burkina Faso was hurt."),
        ("Two citizens of Lesotho were held.", "Two Basotho citizens were held."),
        ("The Swazi king left.", "The king of Eswatini left."),
        ("A ship from the Seychelles sank.", "The Seychellois ship sank."),
        ("The Montenegrin port reopened.", "The port in Montenegro reopened."),
        ("Three Danes and Swedes were freed.", "Three people from Denmark and Sweden were freed."),
    ],
)
def test_an_adjective_of_a_country_is_its_name(quote, claim):
    """In either direction, whatever its ending."""
    assert names_missed(quote, claim) == []


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The board has four members from Panama.", "Four members of the board are Paraguayan."),
        ("A Salvadoran court freed the mayor.", "A court in Honduras freed the mayor."),
        ("Troops from Madagascar joined the drill.", "Malawian troops joined the drill."),
        ("A Burkinabe officer was hurt.", "An officer from Burundi was hurt."),
        ("Troops from Mali joined.", "Malian and Malawian troops joined."),
        ("Members from Dominica came.", "The members from Slovenia came."),
        ("The Montenegrin port reopened.", "The port in Macedonia reopened."),
        ("A Mauritian ship sank.", "The Mauritanian ship sank."),
        ("Australian miners left.", "The Austrian miners left."),
    ],
)
def test_an_adjective_of_another_country_is_told(quote, claim):
    """However alike the two are."""
    assert len(names_missed(quote, claim)) == 1
