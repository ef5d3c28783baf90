"""Who does it, and to whom, is the same whichever verb tells it; and never the other way round."""

import pytest

from dashboard.evidence.verbs import done_by_another, exchanged_in_other_words, tell_the_same_deed
from dashboard.evidence.words import Words

DEEDS = [
    (
        "Chad asked Peru for two ferries.",
        "Peru turned to Chad for two ferries.",
        "Chad turned to Peru for two ferries.",
    ),
    (
        "Chad, which had U.S. support, approached the government in Peru for loans.",
        "Peru had turned to Chad for loans.",
        "Chad had turned to Peru for loans.",
    ),
    ("The monks taught the choir.", "The monks learned from the choir.", "The choir learned from the monks."),
    ("With Ana defeating Luis, the vote ended.", "Ana lost to Luis.", "Luis lost to Ana."),
    ("The mayor was succeeded by the envoy.", "The mayor replaced the envoy.", "The envoy replaced the mayor."),
    ("The port blamed the union.", "The union accused the port.", "The port accused the union."),
    ("Chad overtook Peru in exports.", "Peru passed Chad in exports.", "Chad passed Peru in exports."),
    ("The farmers petitioned the mayor.", "The mayor begged the farmers.", "The farmers begged the mayor."),
    ("The bank sued the port.", "The port took the bank to court.", "The bank took the port to court."),
    ("The rebels attacked the guard.", "The guard raided the rebels.", "The rebels raided the guard."),
    ("The port let the quay to Chad.", "The port rented the quay from Chad.", "Chad rented the quay from the port."),
    ("The villagers fled from the guard.", "The villagers chased the guard.", "The guard chased the villagers."),
]


@pytest.mark.parametrize(("quote", "wrong", "_"), DEEDS)
def test_the_other_way_round_in_another_verb_is_told(quote, wrong, _):
    """One who does it there has it done to them here."""
    pair = exchanged_in_other_words(Words(wrong), Words(quote))
    assert pair
    assert not tell_the_same_deed(Words(wrong), Words(quote), pair)


@pytest.mark.parametrize(("quote", "wrong", "honest"), DEEDS)
def test_the_same_in_another_verb_is_no_exchange(quote, wrong, honest):
    """Both are on their sides."""
    assert exchanged_in_other_words(Words(honest), Words(quote)) is None
    pair = exchanged_in_other_words(Words(wrong), Words(quote))
    assert pair
    assert tell_the_same_deed(Words(honest), Words(quote), pair)


@pytest.mark.parametrize(
    ("quote", "wrong"),
    [
        ("The senate rejected the mayor’s bid for funds.", "The mayor refused to give the senate more funds."),
        ("Chad asked for a delay, and Peru declined it.", "Chad declined a delay that Peru wanted."),
        ("Chad had asked Peru to cut the toll on lorries.", "Peru wanted a cut in the toll on lorries."),
    ],
)
def test_whoever_asks_does_not_refuse(quote, wrong):
    """Nor does the one who is asked ask for it."""
    assert exchanged_in_other_words(Words(wrong), Words(quote))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The senate rejected the mayor’s bid for funds.", "Members of the senate refused to give the mayor funds."),
        ("Chad asked Peru for talks. Peru declined, and Chad rejected its offer.", "Chad rejected the offer of Peru."),
        ("Chad had asked Peru to cut the toll on lorries.", "Chad wanted a cut in the toll on lorries."),
        ("Chad had asked Peru to wait. Peru wanted a lower toll on lorries.", "Peru wanted a lower toll on lorries."),
        ("Chad asked Peru for time, and Peru asked Chad for money.", "Peru turned to Chad for money."),
        ("Chad led the talks, which Peru followed.", "Peru followed the talks that Chad led."),
        ("The Union passed a law, and the mayor left.", "The mayor overtook a lorry of the Union."),
    ],
)
def test_two_deeds_are_no_exchange(quote, claim):
    """Each of them may ask, refuse or go first at times."""
    assert exchanged_in_other_words(Words(claim), Words(quote)) is None


@pytest.mark.parametrize(
    ("quote", "claim", "expected"),
    [
        ("Chad deployed 300 guards, while Peru called for talks.", "Peru sent 300 guards.", True),
        ("Chad released the crew after Peru had paid.", "Peru freed the crew.", True),
        ("Chad purchased the dredger, and Peru bid for it.", "Peru bought the dredger.", True),
        ("Chad purchased the dredger, and Peru bid for it.", "Chad bought the dredger.", False),
        ("Chad sent 300 guards. Peru sent 300, too.", "Peru deployed 300 guards.", False),
        ("Chad sent guards, and Peru bought a dredger.", "Peru purchased a dredger.", False),
    ],
)
def test_what_another_did_is_told(quote, claim, expected):
    """Unless the quotes have both do it."""
    assert any(done_by_another(Words(claim), Words(quote), {"chad", "peru"})) is expected
