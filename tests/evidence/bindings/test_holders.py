"""Offices that a claim gives to another person than its quotes do."""

import pytest

from dashboard.evidence.bindings import borrowed_office
from dashboard.evidence.words import Words

GUESTS = (
    "The minister came with the director for trade, Ambassador Ana Cueva, and the head of the debt unit of the "
    "treasury, Bo Lindqvist"
)
SIGNERS = "The Minister of Finance of Peru, Ana Cueva, and the President of the Port Agency (PA), Bo Lindqvist, signed"
CALLS = (
    "Wang will meet Foreign Minister Ana Cueva and call on the Prime Minister and Chief of Staff General Bo Lindqvist"
)


@pytest.mark.parametrize(
    ("claim", "quotes", "holder"),
    [
        ("Ambassador Bo Lindqvist and Ana Cueva, who directs trade, came too.", GUESTS, "Cueva"),
        ("Finance Minister Bo Lindqvist and the agency's Ana Cueva signed.", SIGNERS, "Cueva"),
        (
            "The bank's Bo Lindqvist and Finance Minister Ana Cueva signed.",
            "It was signed by the bank's vice president, Ana Cueva, and Peruvian Finance Minister Bo Lindqvist",
            "Lindqvist",
        ),
        ("Wang is to meet Foreign Minister Bo Lindqvist.", CALLS, "Cueva"),
        (
            "Senator Ann Reed, the chief of the defence force, was there.",
            "Senator Ann Reed came with me. We were joined by the Chief of the Defence Force, General Bo Lindqvist",
            "Lindqvist",
        ),
    ],
)
def test_an_office_of_another_person_is_told(claim, quotes, holder):
    """It stands beside the other name in the quotes, before or behind it, and not beside this one."""
    found = borrowed_office(Words(claim), Words(quotes))
    assert found is not None
    assert found[1] == holder


@pytest.mark.parametrize(
    ("claim", "quotes"),
    [
        ("Ambassador Ana Cueva came with Bo Lindqvist, who heads the debt unit.", GUESTS),
        ("Finance Minister Ana Cueva and the agency's president, Bo Lindqvist, signed.", SIGNERS),
        ("General Bo Lindqvist and Foreign Minister Ana Cueva are to see Wang.", CALLS),
        ("Foreign Minister Reed received Cueva.", "Foreign Minister Ana Cueva met her counterpart, Ann Reed"),
        ("Presidents Bo Lindqvist and Ana Cueva met.", "Presidents Ana Cueva and Bo Lindqvist met"),
        ("President Reed and Ana Cueva met.", "President Ana Cueva met Ann Reed. The other president had come early"),
        ("Cueva spoke to President Bo Lindqvist.", "President Ana Cueva spoke with Bo Lindqvist"),
    ],
)
def test_an_office_of_the_same_person_is_not(claim, quotes):
    """Nor one that a counterpart has, nor that of somebody of whom the quotes tell no office at all."""
    assert borrowed_office(Words(claim), Words(quotes)) is None
