"""What the quotes deny, doubt or only pass on, the claim says too; and no cause that they have not."""

import pytest

from tests.checks.wording.test_counts import problems


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Police failed to stop the march.", "Police stopped the march."),
        ("The parties signed a nonbinding accord on grain.", "The parties signed an accord on grain."),
        ("The parties signed a non-binding accord on grain.", "They signed an accord on grain, which is binding."),
        ("Rumours say the army used gas in the valley.", "The army used gas in the valley."),
        (
            "The army told the navy of the planned transfer of its patrol boats.",
            "The army let the navy know that it had handed over its patrol boats.",
        ),
    ],
)
def test_a_doubt_is_dropped(quote, claim, base_workspace):
    """Though a word of the claim looks like one that keeps it: “stopped”, “parties”, “binding”, “let … know”."""
    assert "doubt-dropped" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Police failed to stop the march.", "Police did not manage to stop the march."),
        ("The parties signed a nonbinding accord on grain.", "An accord on grain that does not bind them was signed."),
        ("The parties signed a nonbinding accord on grain.", "An accord on grain that binds nobody was signed."),
        ("The fleet partially withdrew, reportedly by night.", "Part of the fleet is said to have withdrawn by night."),
    ],
)
def test_a_doubt_is_kept_in_other_words(quote, claim, base_workspace):
    """As another negation, or by who says it."""
    assert "doubt-dropped" not in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        ("The minister resigned after the vote.", "The vote forced the minister to resign.", True),
        ("Bread grew dear. Crowds marched.", "Crowds marched out of anger that bread grew dear.", True),
        ("Shells fell after the loss of a tank.", "Shells fell in answer to the loss of a tank.", True),
        ("Both have armed troops on alert.", "Both have their armed forces on alert to the north.", False),
        ("The vote made the minister resign.", "The vote forced the minister to resign.", False),
    ],
)
def test_a_cause_is_the_quotes_own(quote, claim, is_told, base_workspace):
    """Also one in a verb that makes somebody do something; armed forces force nobody."""
    assert ("cause-added" in problems(quote, claim, base_workspace)) is is_told
