"""What a headline has as done, and its event leaves open in other words."""

import pytest

from dashboard.evidence.verbs.open_deeds import open_deed_in_title
from dashboard.evidence.words import Words


@pytest.mark.parametrize(
    ("title", "text", "verb"),
    [
        ("Kenya pulls out of the enclave", "Kenya has agreed to withdraw its troops from the enclave.", "pulls"),
        ("Rebels leave the town", "The rebels are to withdraw from the town by Friday.", "leave"),
        (
            "Kenya delivers two ferries to Lorne",
            "Kenya will hand over two ferries, to be delivered in May.",
            "delivers",
        ),
        ("Kenya outlaws the Reform Party", "Kenya plans a ban of the Reform Party.", "outlaws"),
        ("Kenya and Peru sign a lease", "Kenya and Peru are going to sign a lease shortly.", "sign"),
        ("Kenya lends Peru $57 million", "Kenya has promised Peru $57 million in loans.", "lends"),
        (
            "Army delivers 40 tonnes",
            "The air force delivered 4 tonnes, and the army will deliver another 40 tonnes.",
            "delivers",
        ),
        ("Bank bails out Lorne", "The state may ask the bank for a bailout.", "bails"),
        ("Soldiers kill villagers", "The groups charged that soldiers, in a rage, killed some 100 people.", "kill"),
        ("Army massacres miners", "The state denied accusations that the army killed miners.", "massacres"),
        ("Kenya rebuilds the mill", "Kenya is to lend money for repairs at the mill.", "rebuilds"),
    ],
)
def test_a_deed_that_is_left_open_is_told(title, text, verb):
    """The words of the event may be of another verb for the deed, or a noun for it."""
    assert open_deed_in_title(title, Words(text)) == verb


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kenya pulls out of the enclave", "Kenya agreed to leave the enclave, and withdrew on Friday."),
        ("Kenya is to pull out of the enclave", "Kenya has agreed to withdraw its troops from the enclave."),
        ("Kenya delivers two ferries to Lorne", "The ferries that Kenya had promised arrived in Lorne."),
        ("Kenya outlaws the Reform Party", "As it had planned, Kenya banned the Reform Party."),
        ("Peace talks collapse", "The peace talks failed, though more are planned."),
        ("Rebels begin to leave the town", "The rebels began to withdraw from the town."),
        ("Rebels leave the town", "The rebels began to withdraw from the town."),
        ("Kenya lends Peru $57 million", "Kenya and Peru signed the agreement on a loan of $57 million."),
        ("Soldiers allegedly kill villagers", "The groups charged that soldiers killed some 100 people."),
        ("Army kills miners", "The state denied it, but soldiers killed nine miners."),
        ("Army delivers 40 tonnes", "The army delivered 40 tonnes, and the air force will deliver 4 tonnes."),
        ("Ten billion in guarantees", "Kenya may guarantee the debt."),
        ("Kenya plans bridges", "Kenya wants to build bridges."),
        ("Truce nears in Lorne", "The rebels will sign a truce."),
    ],
)
def test_a_deed_that_is_done_or_told_as_open_is_not(title, text):
    """One word that tells it as done is enough, and so is a headline that says itself that it is to come."""
    assert open_deed_in_title(title, Words(text)) == ""
