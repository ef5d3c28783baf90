"""What is only planned was not done."""

import pytest

from dashboard.evidence.verbs import planning_word
from dashboard.evidence.verbs.forms import bases_of
from dashboard.evidence.words import Words


@pytest.mark.parametrize(
    ("quote", "claim", "word"),
    [
        ("The navy plans to close the base in May.", "The navy closed the base in May.", "plans"),
        ("Parliament will vote on the bill.", "Parliament voted on the bill.", "will"),
        ("The firm offered to rebuild the port.", "The firm rebuilt the port.", "offered"),
        ("Chad intends to withdraw its troops.", "Chad withdrew its troops.", "intends"),
        ("The ministers are to sign the accord.", "The ministers signed the accord.", "are to"),
        ("The firm is due to open the mine.", "The firm opened the mine.", "due to"),
        ("The two sides are ready to exchange prisoners.", "The two sides exchanged prisoners.", "ready to"),
        ("The bank should lower its rate.", "The bank lowered its rate.", "should"),
        ("All troops must leave the town.", "All troops left the town.", "must"),
        ("The council called on Chad to release the crew.", "Chad released the crew.", "called on"),
        ("The bridge will be reopened in June.", "The bridge was reopened in June.", "will"),
        ("The deal would, in effect, end the war.", "The deal ended the war, wanting to help.", "would"),
        ("Rebels tried to seize the radio station.", "Rebels seized the radio station.", "tried"),
        ("The council considered lowering the tax.", "The council lowered the tax.", "considered"),
    ],
)
def test_a_plan_is_no_deed(quote, claim, word):
    """Whatever the verb, and however irregular its past is."""
    assert planning_word(Words(quote), Words(claim)) == word


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Parliament will vote on the bill.", "The speaker said that parliament would have voted by then."),
        ("He said he would resign. He resigned on Monday.", "He resigned on Monday."),
        ("The party wants to end the war, and ended its boycott.", "The party ended its boycott."),
        ("The accord would later become law.", "The accord became law."),
        ("Chad would eventually withdraw its troops.", "Chad withdrew its troops."),
        ("The mission would remain in place until 1998.", "The mission remained in place until 1998."),
        ("They had to leave the town at dawn.", "They left the town at dawn."),
        ("The rebels managed to seize the radio station.", "The rebels seized the radio station."),
        ("The navy closed the base. It will not close the port.", "The navy closed the base."),
        ("I will say it again: the talks are over.", "The minister said that the talks were over."),
        ("The left will vote against the bill.", "The bill is opposed by the left."),
        ("The ministers are to sign the accord in May.", "The accord is to be signed in May."),
        ("The firm plans to sell the closed mine.", "The firm wants the closed mine sold."),
        ("The rebels will leave if the army does.", "The rebels promised to leave once the army has left."),
        ("The council may impose sanctions in May.", "The council threatened sanctions in May."),
        ("The port was shut in May and will be rebuilt.", "The port was shut in May."),
        ("The pact was an agreement to outlaw war.", "The treaty that outlawed war was signed."),
        ("The army will arm the new united force.", "The army hopes for a united force that is armed."),
    ],
)
def test_what_was_done_may_be_said(quote, claim):
    """What the quotes say was done, or the claim says is not yet, is no plan that became a deed."""
    assert planning_word(Words(quote), Words(claim)) == ""


@pytest.mark.parametrize(
    ("form", "verb"), [("withdrew", "withdraw"), ("carried", "carry"), ("planned", "plan"), ("closed", "close")]
)
def test_a_past_is_of_its_verb(form, verb):
    """Regular and irregular."""
    assert verb in bases_of(form)
    assert not bases_of(verb)


@pytest.mark.parametrize(
    ("quote", "claim", "word"),
    [
        ("Chad plans to rebuild the port.", "Chad constructed the port.", "plans"),
        ("The ministry will send troops to the border.", "The ministry deployed troops to the border.", "will"),
        ("The bank agreed to pay two million dollars.", "The bank transferred two million dollars.", "agreed"),
        ("Congress is expected to approve the aid.", "Congress passed the aid.", "expected to"),
        ("The minister wants to buy jets.", "The minister purchased jets.", "wants"),
        ("The army is due to leave the town.", "The army withdrew from the town.", "due to"),
        ("The bridge will be reopened, and the port is to be erected.", "The port was built.", "is to"),
        ("The ministry considered sending ships to the strait.", "The ministry deployed ships there.", "considered"),
        ("The council discussed scrapping the tax.", "The council abolished the tax.", "discussed"),
        ("The bank plans to program two million dollars.", "The bank disbursed two million dollars.", "plans"),
    ],
)
def test_a_plan_is_no_deed_in_another_word_either(quote, claim, word):
    """The verb is another one for the same deed, and what it is done to is the same."""
    assert planning_word(Words(quote), Words(claim)) == word


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad plans to rebuild the port.", "Chad intends to have the port constructed."),
        ("Chad plans to rebuild the port, which it erected in 1950.", "Chad constructed the port in 1950."),
        ("Chad plans to rebuild the port.", "The constructed part of the harbour is old."),
        ("The ministry will send troops to the border.", "The ministry had deployed ships in May."),
        ("The bank agreed to pay two million dollars.", "The bank has been asked whether it transferred the money."),
        ("He said that the army would leave the port.", "He announced that the army would have withdrawn by May."),
        ("Congress is expected to approve the aid it approved in May.", "Congress passed the aid in May."),
        ("The minister will buy jets, and bought ships.", "The minister purchased ships."),
        ("They discussed the closing of the port, which was shut in May.", "They shut the port in May."),
        ("The army, sending ships to the strait, considered a landing.", "The army deployed ships to the strait."),
    ],
)
def test_another_deed_is_not_the_planned_one(quote, claim):
    """Of something else, done before, or told as a plan in the claim too."""
    assert planning_word(Words(quote), Words(claim)) == ""
