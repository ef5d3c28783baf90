"""What the quotes deny, doubt or only pass on, the claim says too; and no cause that they have not."""

import pytest

from tests.checks.wording.one_claim import objections
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


_DOUBTS = {"doubt-dropped", "doubt-added"}


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (
            "Trust quickly broke down among the three firms.",
            "Before long the three firms no longer trusted each other.",
        ),
        ("Talks between the miners and the company collapsed.", "The miners and the company are no longer talking."),
        ("The rebels have evaded capture for nine years.", "The rebels have not been captured for nine years."),
        ("The treaty was left unsigned.", "The treaty was never signed."),
        ("All flights were cancelled.", "No flights took off."),
        ("The minister ignored the letter.", "The minister did not answer the letter."),
        ("The committee did not accept the budget.", "The committee threw out the budget."),
        (
            "The doctors did not know the cause of the outbreak.",
            "The cause of the outbreak was a mystery to the doctors.",
        ),
        ("No trains run between the two towns.", "Trains between the two towns have ceased."),
        ("The president has not yet signed the law.", "The law still awaits the president's signature."),
        ("Half of the villages lack clean water.", "Half of the villages have no clean water."),
        ("If no deal is found by June, the dam closes.", "Unless a deal is found by June, the dam closes."),
        ("Unless the judge objects, the sale goes ahead.", "If the judge does not object, the sale goes ahead."),
        ("At least 40 houses burned down.", "No fewer than 40 houses burned down."),
        ("Drivers are forbidden to use the tunnel.", "Drivers may no longer use the tunnel."),
        ("The licence entitles the firm to fish off the coast.", "With the licence the firm may fish off the coast."),
        ("The smugglers face a maximum of ten years in jail.", "The smugglers could go to jail for up to ten years."),
        ("The decree set up a council of nine members.", "By the decree there would be a council of nine members."),
        (
            "The minister denied a report in a weekly that the firm had bid.",
            "The minister denied that the firm had made a bid, as a weekly had reported.",
        ),
        (
            "The clerk said that none of the banks is accused of a crime.",
            "He moved it by way of banks in Cairo and in Paris, none of which is accused of a crime, he says.",
        ),
    ],
)
def test_a_negative_meaning_is_as_good_as_a_not(quote, claim):
    """“Broke down” for “no longer”, “unsigned” for “never signed”, “unless” for “if no”, and the other way round."""
    assert _DOUBTS.isdisjoint(objections(quote, claim))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Trust grew among the three firms.", "The three firms no longer trusted each other."),
        ("The rebels were captured after nine years.", "The rebels have not been captured for nine years."),
        ("Police did not stop the march, which ended at noon.", "Police stopped the march, which ended at noon."),
        ("The council did not accept the budget and closed.", "The council accepted the budget and closed."),
        (
            "The firm withdrew its trucks and the mayor stayed.",
            "The firm did not withdraw its trucks; the mayor is there.",
        ),
        ("The dam will close if a deal is found by June.", "Unless a deal is found by June, the dam will close."),
        ("Half of the villages lack clean water.", "Half of the villages have clean water."),
        ("Drivers use the tunnel in winter.", "Drivers may use the tunnel in winter."),
        ("The ship carried arms.", "The ship may have carried arms."),
        ("The minister denied that the firm had bid.", "The minister said that the firm had bid."),
        ("The army took the hill.", "The army would have taken the hill."),
    ],
)
def test_a_negative_word_of_both_stands_for_no_not(quote, claim):
    """Nor does one in a clause of another subject, or a condition without a negation."""
    assert not _DOUBTS.isdisjoint(objections(quote, claim))


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        ("Trial is set for 8 May.", "His trial is due to open on 8 May.", False),
        ("Flights were cancelled. Fog lay over the bay.", "Flights were cancelled due to fog.", True),
        (
            "The army left in May and the mayor stayed as head of the town.",
            "Because the army left, the mayor stayed.",
            True,
        ),
        ("Rents have risen since 2019, and the mayor won.", "The mayor won because rents rose.", True),
        ("The bank failed as it had lent too much.", "The bank failed because it had lent too much.", False),
        (
            "Since the bridge is shut, drivers take the ferry.",
            "Drivers take the ferry because the bridge is shut.",
            False,
        ),
        ("The strike paralysed the port.", "The port stood still because of the strike.", False),
    ],
)
def test_as_since_and_due_have_two_meanings(quote, claim, is_told):
    """A time, or what somebody is, gives no cause; “due to open” is none."""
    assert ("cause-added" in objections(quote, claim)) is is_told


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (
            "The army attempted to take the dam. The attempt failed.",
            "The army made an unsuccessful bid to seize the dam.",
        ),
        ("The attempt to seize the dam failed, and a second winter began.", "A second winter of the war began."),
        (
            "The gang attempted to buy 30 rifles from a dealer. Ten of them got to a farmer; police took the rest.",
            "A third of the 30 rifles got to a farmer; police took the others.",
        ),
        ("Talks in Paris ended in May, with both firms selling their mills.", "Both firms sold their mills in May."),
        (
            "Talks about the river closed, and both states signed the treaty.",
            "Both states signed the treaty on the river.",
        ),
        ("The convoy could not reach the town because of mines.", "Mines kept the convoy from the town."),
        ("Nobody survived the crash.", "All on board died in the crash."),
        ("The clerks could not confirm the count. The mayor confirmed it.", "The mayor verified the count."),
        ("The killer was at large for a week. He was caught on Monday.", "The killer was arrested on Monday."),
        ("The party, which called for lower taxes, took 40 seats.", "The party obtained 40 seats."),
        (
            "Kenya, with the aim to end smuggling by lorry, sent police.",
            "Kenya sent police to stop smuggling by lorry.",
        ),
        ("He is accused of having lied. He is alleged to have paid a judge.", "He is accused of having paid a judge."),
    ],
)
def test_what_a_doubt_is_not_of_is_no_doubt_dropped(quote, claim):
    """Another clause, an outcome of talks, what the quotes tell elsewhere as done, and an opposite for a “not”."""
    assert "doubt-dropped" not in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The army attempted to take the dam. The attempt failed.", "The army seized the dam."),
        (
            "Ortiz is alleged to have paid a judge. No clerk is accused of it.",
            "Ortiz paid a judge; no clerk is accused of it.",
        ),
        ("He is presumed to have died in a camp.", "He died in a camp."),
        ("The killer remains at large.", "The killer has been caught."),
        ("The plane went missing over the sea.", "The plane has been located."),
        ("The row over the border remains unresolved.", "The row over the border has been settled."),
        ("The agency could not verify this independently.", "The agency confirmed it."),
        ("Divers did not find the recorder.", "Divers discovered the recorder."),
        (
            "They agreed to stop raids from May 3, and a panel will watch.",
            "The shelling ceased on May 3, and a panel will watch.",
        ),
        ("The party called for a referendum.", "The party has obtained a popular vote."),
        ("Envoys negotiated about a fishing treaty.", "Envoys agreed on a fishing treaty."),
    ],
)
def test_what_was_not_done_is_not_done_in_another_verb(quote, claim):
    """Nor by a hedge of another clause; what is asked for is not obtained, and what is talked of not agreed."""
    assert "doubt-dropped" in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim", "code", "is_struck"),
    [
        (
            "The ferry will be delivered to Kenya by the end of March.",
            "Handing the ferry to Kenya may take place by the end of March.",
            "doubt-added",
            True,
        ),
        (
            "The ferry will be delivered to Kenya by the end of March.",
            "The ferry is to be delivered to Kenya by the end of March.",
            "doubt-added",
            False,
        ),
        (
            "The group pledged that its men would take down the barriers.",
            "The group said its men had removed the barriers.",
            "doubt-dropped",
            True,
        ),
        (
            "The group pledged that its men would take down the barriers.",
            "The group promised to have the barriers removed.",
            "doubt-dropped",
            False,
        ),
        (
            "The exchange of prisoners cleared the way for formal talks to open in Cairo.",
            "After the exchange had cleared the way, formal talks began in Cairo.",
            "doubt-dropped",
            True,
        ),
        (
            "The exchange of prisoners cleared the way for formal talks to open in Cairo.",
            "After the exchange of prisoners, talks can be opened in Cairo.",
            "doubt-dropped",
            False,
        ),
        (
            "The exchange paved the way for talks, and the talks opened on Monday.",
            "After the exchange, talks began on Monday.",
            "doubt-dropped",
            False,
        ),
    ],
)
def test_what_will_be_is_neither_doubted_nor_done(quote, claim, code, is_struck):
    """In other words than those of the quotes, too."""
    assert (code in objections(quote, claim)) is is_struck
