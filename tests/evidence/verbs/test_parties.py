"""Who does it, and to whom."""

import pytest

from dashboard.evidence.verbs import exchanged_parties
from dashboard.evidence.words import Words


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The patrol ambushed the rebels.", "The rebels ambushed the patrol near the river."),
        ("The rebels were ambushed by the patrol.", "The rebels ambushed the patrol near the river."),
        ("Protesters attacked police.", "Police attacked protesters at dawn."),
        ("Protesters were attacked by police.", "Police were attacked by protesters at dawn."),
        ("France criticised Egypt.", "France, which Egypt had criticised, recalled its envoy."),
        ("The union sued the port.", "The port, which sued the union, lost."),
        ("The whale sank the ferry.", "A big whale was sunk by the ferry."),
        ("The troops were driven out by farmers.", "The troops drove out the farmers."),
        ("Villagers shot two soldiers.", "Two soldiers shot villagers on Friday."),
    ],
)
def test_two_parties_that_have_changed_sides_are_told(claim, quote):
    """In the active, in the passive and in a relative clause."""
    assert exchanged_parties(Words(claim), Words(quote)) is not None


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The patrol was ambushed by the rebels.", "The rebels ambushed the patrol near the river."),
        ("The rebels ambushed the patrol.", "The patrol was suddenly ambushed near the river by the rebels."),
        ("Egypt criticised France.", "France, which Egypt had criticised, recalled its envoy."),
        ("The port sued the union.", "The port, which sued the union, lost."),
        ("The ferry was sunk by a whale.", "A big whale sank the ferry."),
        ("The mayor met the union.", "The union met the mayor on Friday."),
        ("The army fought the rebels.", "The rebels fought the army for years."),
        ("The envoy was received by the king.", "The king received the envoy of the union."),
        ("The union accused the port.", "The port accused the union, and the union accused the port."),
        ("The troops left the town, which the rebels entered.", "The rebels entered the town that the troops left."),
        ("Drones hit the refinery and the port.", "The refinery was hit, and drones hit the port."),
        ("Banks raised rates after the minister asked.", "The minister asked banks for it, and they raised rates."),
    ],
)
def test_the_same_deed_may_be_told_in_other_voices(claim, quote):
    """Also of verbs by which both do it, and where the quotes have both."""
    assert exchanged_parties(Words(claim), Words(quote)) is None
