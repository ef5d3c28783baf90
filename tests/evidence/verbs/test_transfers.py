"""What passes from one to another may be told from either side, and not the other way round."""

import pytest

from dashboard.evidence.verbs import exchanged_transfer, tells_the_same_transfer
from dashboard.evidence.words import Words


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad bought drones from Peru.", "Peru bought drones from Chad."),
        ("Chad bought drones from Peru.", "Chad sold drones to Peru."),
        ("Chad bought drones from Peru.", "Peru was sold drones by Chad."),
        ("Chad received grain from Peru.", "Chad supplied grain to Peru."),
        ("Peru supplied grain to Chad.", "Peru received grain from Chad."),
        ("Peru lent Chad money.", "Peru borrowed money from Chad."),
        ("Peru exported oil to Chad.", "Peru imported oil from Chad."),
        ("Chad won against Peru.", "Chad lost to Peru."),
        ("Chad won the match against Peru.", "Peru won the match against Chad."),
        ("Chad defeated Peru.", "Chad lost to Peru."),
        ("Peru was beaten by Chad.", "Chad lost to Peru."),
        ("The rebels bought rifles from the dealer.", "The dealer bought rifles from the rebels."),
        ("The rebels received rifles from the dealer.", "The rebels supplied rifles to the dealer."),
    ],
)
def test_the_other_way_round_is_told(quote, claim):
    """Whoever gives it has it in the quote."""
    assert exchanged_transfer(Words(claim), Words(quote))
    assert not tells_the_same_transfer(Words(claim), Words(quote))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad bought drones from Peru.", "Peru sold Chad drones."),
        ("Chad bought drones from Peru.", "Peru sold drones to Chad."),
        ("Drones were bought by Chad from Peru.", "Peru sold drones to Chad."),
        ("Chad received grain from Peru.", "Peru supplied grain to Chad."),
        ("Chad received grain from Peru.", "Grain was sent to Chad by Peru."),
        ("Peru lent Chad money.", "Chad borrowed money from Peru."),
        ("Peru exported oil to Chad.", "Chad imported oil from Peru."),
        ("Chad won against Peru.", "Peru lost to Chad."),
        ("Chad defeated Peru.", "Peru lost to Chad."),
        ("Peru sold drones to Chad and bought grain.", "Chad bought drones from Peru."),
        ("The rebels bought rifles from the dealer.", "The dealer sold rifles to the rebels."),
        ("Chad, also, sent instructors to train the militia.", "The militia received instructors from Chad."),
        ("Chad supplied aid and training for both the Front and the Union.", "The Front received aid from Chad."),
        ("Chad gave the Front money.", "Two movements, the Union and the Front, received money from Chad."),
    ],
)
def test_the_same_from_the_other_side_is_no_exchange(quote, claim):
    """It passes from the same to the same."""
    assert exchanged_transfer(Words(claim), Words(quote)) is None
    assert tells_the_same_transfer(Words(claim), Words(quote))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad bought drones from Peru. Peru bought grain from Chad.", "Chad sold grain to Peru."),
        ("Chad received the minister of Peru.", "Peru gave Chad grain."),
        ("The Export-Import Bank of Peru was founded in Chad.", "Chad founded the Export-Import Bank of Peru."),
        ("Chad gave up the town; Peru took it.", "Peru took the town."),
        ("Chad defeated Peru and bought drones from Peru.", "Peru sold drones to Chad."),
    ],
)
def test_what_passes_from_nobody_to_nobody_is_left_alone(quote, claim):
    """Two deeds, a name of a bank, a guest."""
    assert exchanged_transfer(Words(claim), Words(quote)) is None
