"""A claim that makes more of its quote, by rules of the language: each catch beside what is close to it and honest."""

import pytest

from tests.checks.wording.one_claim import objections

MORE = [
    ("Nearly all flights were cancelled.", "All flights were cancelled.", True),
    ("Nearly all flights were cancelled, but every train ran.", "Every train ran.", False),
    ("Nearly all flights were cancelled.", "Almost every flight was cancelled.", False),
    ("Few ships pass through the strait.", "Many ships pass through the strait.", True),
    ("Few ships pass, and several boats wait.", "Many boats wait.", False),
    ("A few ships wait at sea.", "Ships wait at sea.", False),
    ("He is one of the richest men of the islands.", "He is the richest man of the islands.", True),
    ("He is one of the richest men of the islands.", "He is among the richest men of the islands.", False),
    ("It was one of the worst storms and the longest night.", "It was the longest night.", False),
    ("It is the second largest dam of Kenya.", "It is the largest dam of Kenya.", True),
    ("It is the second largest dam of Kenya.", "It is Kenya’s second largest dam.", False),
    ("The army controls parts of Nairobi.", "The army controls Nairobi.", True),
    ("The army controls parts of Nairobi.", "The army controls a part of Nairobi.", False),
    ("The army fights for parts of Nairobi.", "The army fights in Nairobi.", False),
    ("The storm flooded half of the valley.", "The storm flooded the valley.", True),
    ("Half of the valley was flooded; later the rest was flooded.", "The valley was flooded.", False),
    ("Most of the members of the board voted to sell it.", "The board voted to sell it.", False),
    ("Few ships pass through the strait.", "Only a few ships pass through the strait.", False),
]


@pytest.mark.parametrize(("quote", "claim", "is_struck"), MORE)
def test_what_is_said_of_some_is_not_said_of_all(quote, claim, is_struck):
    """“Nearly all” is not all, few are not many, and one of the richest is not the richest."""
    assert ("quantifier-added" in objections(quote, claim)) is is_struck


CAUSES = [
    ("The currency fell after the vote.", "The vote sent the currency falling.", True),
    (
        "The clerk was dismissed after he had criticised the budget.",
        "He was dismissed for criticising the budget.",
        True,
    ),
    ("The embassy closed following the protests.", "The embassy closed owing to the protests.", True),
    ("The parcel was sent to the village.", "The parcel was sent on to the village, which was flooded.", False),
    ("The clerk was fined for parking on the quay.", "He was fined because he had parked on the quay.", False),
    ("The clerk was jailed over the spill.", "He was jailed for causing the spill.", False),
    ("The clerk left in protest at the vote.", "He left because of the vote.", False),
]


@pytest.mark.parametrize(("quote", "claim", "is_struck"), CAUSES)
def test_what_came_after_did_not_come_of_it(quote, claim, is_struck):
    """A protest is no reason by itself, and “for doing so” is one."""
    assert ("cause-added" in objections(quote, claim)) is is_struck


OPEN = [
    ("It is unclear whether the pipeline was damaged.", "The pipeline was damaged.", True),
    ("It is unclear whether the pipeline was damaged.", "Nobody knows whether the pipeline was damaged.", False),
    ("It is unclear whether the ship sank. The crew was saved.", "The crew was saved.", False),
    ("Officials doubted that the vote had been fair.", "The vote had been fair.", True),
    ("Officials doubted that the vote had been fair.", "Officials had doubts about the vote.", False),
    ("Police suspect that the fire was arson.", "The fire was arson.", True),
    ("Police suspect that the fire was arson.", "The fire is suspected to have been arson.", False),
    ("Police found the suspect that the court sought.", "Police found whom the court sought.", False),
    ("The army almost captured the airport.", "The army captured the airport.", True),
    ("The gang nearly stole the crown.", "The gang stole the crown.", True),
    ("The army almost captured the airport.", "The army came close to the airport.", False),
]


@pytest.mark.parametrize(("quote", "claim", "is_struck"), OPEN)
def test_what_is_open_or_nearly_so_is_kept(quote, claim, is_struck):
    """What nobody knows, somebody doubts or suspects, and what was almost done."""
    assert ("doubt-dropped" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("No one was hurt when a rocket struck the warehouse.", "A rocket struck the warehouse and injured nobody."),
        (
            "It was the first visit of a premier in more than a decade.",
            "No premier had come for a visit for ten years.",
        ),
        ("The junta suspended all parties until further notice.", "The junta suspended all parties indefinitely."),
        ("Nearly all flights were cancelled.", "Few flights were not cancelled."),
    ],
)
def test_the_same_in_other_words_is_not_struck(quote, claim):
    """“Nobody” is no word of its own, the first in ten years was preceded by none, and “indefinitely” has an idiom."""
    assert not {"clause-not-quoted", "doubt-added", "emphasis-added"}.intersection(objections(quote, claim))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The council acted a few days after the vote.", "The council did not act after the vote."),
        ("The first vote of the council was held in 1931.", "No vote of the council was held in 1931."),
    ],
)
def test_a_few_and_the_first_deny_nothing(quote, claim):
    """“Few” does, and so does the first in ten years; not “a few”, nor the first, in a certain year."""
    assert "doubt-added" in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("The field holds 3 billion cubic feet of gas.", "The field holds 3 billion cubic metres of gas.", True),
        ("The field holds 3 billion cubic feet of gas.", "The field has gas of 3 billion cubic feet.", False),
        ("Output fell by 300 barrels a day.", "Output fell by 300 barrels a week.", True),
        ("Output fell by 300 barrels a day.", "Output fell by 300 barrels daily.", False),
        ("The plant makes 40 tonnes daily.", "The plant makes 40 tonnes monthly.", True),
        (
            "The port took 40 ships a week; it closed a day later.",
            "Closed a day later, it took 40 ships a week.",
            False,
        ),
    ],
)
def test_a_rate_and_a_volume_are_in_the_unit_of_the_quote(quote, claim, is_struck):
    """So much a day is none a week, and a cubic foot no cubic metre."""
    assert ("unit-not-quoted" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("France has 290 warheads and Egypt 225.", "Egypt has 290 warheads and France 225.", True),
        ("France has 290 warheads and Egypt 225.", "Egypt has 225 warheads, France 290.", False),
        ("In Cairo 14 people died, in Paris 31.", "In Paris 31 people died and in Cairo 14.", False),
        ("In Cairo 14 people died, in Paris 31.", "In Paris 14 people died and in Cairo 31.", True),
        ("Kenya sent 400 officers and Uganda 150.", "Uganda sent 150 officers, Kenya 400, France says.", False),
        ("It fell from 71 percent in 2019 to 48 in 2024.", "It fell from 48 percent in 2019 to 71 in 2024.", True),
        ("It fell from 71 percent in 2019 to 48 in 2024.", "At 71 percent in 2019, it fell to 48 in 2024.", False),
    ],
)
def test_each_number_stays_with_its_name(quote, claim, is_struck):
    """Whoever is told first; the two ends of a change may have years beside them."""
    assert bool({"numbers-exchanged", "names-exchanged"}.intersection(objections(quote, claim))) is is_struck


CLAUSES = [
    (
        "Its forces made rapid progress toward the capital.",
        "Its forces moved on the capital, advancing quickly.",
        False,
    ),
    ("Some 40 residents cast ballots in the school.", "In the school, people were voting.", False),
    ("The agreement achieved its short-term aims.", "The deal held, and met all its immediate goals.", False),
    ("The two patients are in an improving condition.", "The patients are in Lima, and are getting better.", False),
    ("There were long queues outside the station.", "At the station, people were still queuing.", False),
    ("Its forces made rapid progress toward the capital.", "Its forces moved on, and some burned farms.", True),
    ("He pleaded guilty in May.", "He pleaded guilty, and was dismissed by his employer.", True),
    ("Egypt opened the road.", "Egypt opened the road after weeks of pressure from donors.", True),
    ("Egypt opened the road.", "Egypt opened the road amid a row over fuel.", True),
    ("Egypt opened the road.", "Egypt opened the road despite threats from smugglers.", True),
    ("The port reopened once the strike had ended.", "The port reopened after the walkout was over.", False),
    ("The bank lent it although its board had doubts.", "It was lent despite misgivings on the board.", False),
    ("Kenya freed the men when Uganda paid a fine.", "Kenya freed the men in return for money.", False),
    ("The agreement achieved its short-term aims.", "The agreement held, and was ratified by parliaments.", True),
]


@pytest.mark.parametrize(("quote", "claim", "is_struck"), CLAUSES)
def test_a_clause_may_say_it_in_other_words(quote, claim, is_struck):
    """In those that mean about the same; what no quote has a word for is another matter."""
    assert ("clause-not-quoted" in objections(quote, claim)) is is_struck
