"""What makes a sentence less than a fact."""

import pytest

from dashboard.evidence.words import Words, hearsay_in, weakening_word


def dropped(quote: str, claim: str) -> str:
    """The word of a quote that a claim leaves out."""
    return weakening_word(Words(quote), Words(claim))


@pytest.mark.parametrize(
    ("quote", "claim", "word"),
    [
        ("The crowd reportedly exceeded one million.", "The crowd exceeded one million.", "reportedly"),
        ("An attempted bombing of the bridge failed.", "The bombing of the bridge took place.", "attempted"),
        ("The move could put people at risk.", "The move endangers people.", "could"),
        ("Dulles proposed a users association for the canal.", "Dulles created a users association.", "proposed"),
        ("The doses will be delivered to six states.", "The doses have been delivered to six states.", "will"),
        ("Nasser offered full compensation.", "Full compensation was paid.", "offered"),
        ("Talks about a peace treaty were held in May.", "There was a peace treaty in May.", "Talks"),
        ("The crew probably could not reach the port.", "The crew could not reach the port.", "probably"),
        ("The bank was likely unable to repay it.", "The bank was unable to repay it.", "likely"),
        ("Talks that failed to yield a peace treaty ended.", "There was a peace treaty.", "Talks"),
    ],
)
def test_hearsay_possibility_and_plans_are_not_dropped(quote, claim, word):
    """What was only planned was not done."""
    assert dropped(quote, claim) == word


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The crowd reportedly exceeded one million.", "The crowd is said to have passed one million."),
        ("The move could put people at risk.", "The move may endanger people."),
        ("Dulles proposed a users association.", "Dulles wanted a users association."),
        ("The doses will be delivered to six states.", "Six states are to get the doses."),
        ("He would not say who will pay.", "The harbour was closed."),
        ("They held direct talks which produced a peace treaty by May.", "By May there was a peace treaty."),
        ("The crew probably could not reach the port.", "The crew had probably been unable to reach the port."),
        ("They may not leave the camp.", "They cannot leave the camp."),
        ("The bank is likely able to repay it.", "The bank can repay it."),
        ("The plan led to a new port in Lorne.", "There is a new port in Lorne."),
    ],
)
def test_what_is_said_in_other_words_is_kept(quote, claim):
    """Any word of the sort is enough, and what the claim does not speak of is not dropped."""
    assert not dropped(quote, claim)


def test_hearsay_is_not_added():
    """A claim says “reportedly” only where its quotes say something like it."""
    words = Words("Reportedly he left.")
    assert hearsay_in(words, "He left the town.") == "Reportedly"
    assert hearsay_in(words, "He left, according to the mayor.") == ""
