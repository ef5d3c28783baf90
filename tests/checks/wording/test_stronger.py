"""Words that are stronger than those of the quotes, and parts of dates that are others."""

import pytest

from tests.checks.wording.one_claim import objections


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("Egypt should close the mine.", "Egypt must close the mine.", True),
        ("Egypt should close the mine.", "Egypt ought to close the mine.", False),
        ("Egypt needs to close the mine.", "Egypt must close the mine.", False),
        ("Egypt should close the mine, as the law requires.", "Egypt has to close the mine.", False),
        ("Egypt should close the mine.", "Egypt has closed the mine, as it should.", False),
        ("Kenya hopes to sign the pact.", "Kenya plans to sign the pact.", True),
        ("Kenya hopes to sign the pact.", "Kenya hoped to sign the pact.", False),
        ("Kenya aims to sign the pact, as all hoped.", "Kenya intends to sign the pact.", False),
        ("Kenya hopes that Egypt will send rice.", "Egypt will send Kenya rice.", True),
        ("Kenya hopes that Egypt will send rice.", "Kenya hopes Egypt will soon send rice.", False),
        ("Kenya hopes Egypt will send the rice it promised.", "Egypt will send rice.", False),
        ("Kenya asked that Egypt hand him over.", "Kenya demanded that Egypt hand him over.", True),
        ("Kenya called on Egypt to hand him over, as asked.", "Kenya demanded that Egypt hand him over.", False),
        ("Banks were asked for more money.", "Demand for money grew.", False),
        ("Kenya asked Uganda to return the gold.", "Kenya forced Uganda to return the gold.", True),
        ("Kenya asked Uganda, with a threat, to return the gold.", "Kenya forced Uganda to return it.", False),
        ("The police asked everybody to leave.", "The police force asked everybody to leave.", False),
        ("France criticised the arrest.", "France condemned the arrest.", True),
        ("France sharply criticised the arrest.", "France condemned the arrest.", False),
        ("The court convicted him; France criticised it.", "He was condemned, which France criticised.", False),
        ("The airline cancelled 40 flights.", "The airline cancelled a record 40 flights.", True),
        ("The bank lent 40 million dollars.", "The bank lent a record $40 million.", True),
        ("The airline cancelled 40 flights, more than ever.", "The airline cancelled a record 40 flights.", False),
        ("It was the largest harvest of all.", "It was a record harvest.", False),
        ("The clerk kept a list.", "The clerk kept a record of it.", False),
        ("The vote was postponed.", "The vote was cancelled.", True),
        ("The vote was postponed.", "The vote was put off.", False),
        ("The vote was postponed, then scrapped.", "The vote was cancelled.", False),
        ("Prices rose sharply.", "Prices rose steeply.", False),
        ("Prices rose.", "Prices rose steeply.", True),
    ],
)
def test_a_verb_or_a_superlative_is_no_stronger_than_the_quotes(quote, claim, is_struck):
    """“Must” for “should”, “plans” for “hopes”, “demanded” for “asked”; not where the quotes say as much."""
    assert ("emphasis-added" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("The talks began on 3 March 2012.", "The talks began in late March 2012.", True),
        ("The talks began on 3 March 2012.", "The talks began in early March 2012.", False),
        ("The talks of 3 March went on till 28 March.", "The talks ended in late March.", False),
        ("In late March they met, on 3 April again.", "They met in late March.", False),
        ("In the autumn of 1987 the river flooded.", "The river flooded in the spring of 1987.", True),
        ("In the autumn of 1987 the river flooded.", "The river flooded in the fall of 1987.", False),
        ("In May 1987 the river flooded.", "The river flooded in the spring of 1987.", False),
        ("In the winter of 1987 prices fell.", "Prices fall, it was said in the winter of 1987.", False),
        ("The convoy stopped at 3 p.m.", "The convoy stopped at 3 a.m.", True),
        ("The convoy stopped at 3 p.m. and left at 3 am.", "The convoy left at 3 a.m.", False),
        ("The convoy stopped at 3:15 PM.", "The convoy stopped at 3:15 p.m.", False),
    ],
)
def test_a_part_of_a_month_a_season_and_an_hour_are_those_of_the_quotes(quote, claim, is_struck):
    """“Late March” is not 3 March; what the quotes leave open is not struck."""
    assert ("date-not-in-quotes" in objections(quote, claim)) is is_struck


@pytest.mark.parametrize(
    ("quote", "claim", "code", "is_struck"),
    [
        ("The president signed the bill.", "The president vetoed the bill.", "opposite-said", True),
        ("The president signed the bill.", "The president did not veto the bill.", "opposite-said", False),
        ("The senate backed the bill.", "The senate blocked the bill.", "opposite-said", True),
        ("All 12 miners were found alive.", "All 12 miners were found dead.", "opposite-said", True),
        ("They voted to lift the curfew.", "They voted to extend the curfew.", "opposite-said", True),
        ("They voted to lift the curfew.", "They voted not to extend the curfew.", "opposite-said", False),
        ("9 were found alive, 3 were dead.", "Of 12, 3 were found dead.", "opposite-said", False),
        ("Prices rose sharply.", "Prices rose slightly.", "opposite-said", True),
        (
            "Egypt recalled its envoy after a raid.",
            "Egypt recalled its envoy in protest at a raid.",
            "cause-added",
            True,
        ),
        ("To protest against a raid, Egypt left.", "Egypt left in protest at a raid.", "cause-added", False),
        ("Egypt left in protest.", "Egypt left in protest at a raid.", "cause-added", False),
    ],
)
def test_more_words_say_the_opposite_or_a_cause(quote, claim, code, is_struck):
    """And beside each what says the same."""
    assert (code in objections(quote, claim)) is is_struck
