"""Honest numbers in other words than their quotes, and beside each kind a wrong one that is nearly the same."""

import pytest

from tests.checks.wording.one_claim import objections

NUMBERS = {
    "number-not-quoted",
    "money-not-quoted",
    "date-not-in-quotes",
    "unit-not-quoted",
    "counted-otherwise",
    "numbers-exchanged",
}


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The port fined Baltic Stevedoring and two other operators.", "The port fined three operators."),
        ("The NGO Clear Water, Oxwell and three others left.", "Five groups left."),
        ("Ana Ruiz, her husband and their son were detained.", "Three members of the family were detained."),
        (
            "Health staff meet flights from South Korea, Japan, Hong Kong and Laos.",
            "They meet flights from four places.",
        ),
        ("The curfew was extended by another fortnight.", "The curfew was prolonged by two weeks."),
        ("The talks were put off for another week.", "The talks were put off for seven days."),
        ("Between four and six thousand people fled.", "From 4,000 to 6,000 people fled."),
        ("Losses are put at three to five million euros.", "Losses are put at 3 million to 5 million euros."),
        ("It will cost $10-15 million.", "It will cost between $10 million and $15 million."),
        ("Canada gave three million dollars, and Spain two and a half.", "Spain gave 2.5 million dollars."),
        ("She won 51 percent, and he 44.", "She won by seven points."),
        ("The brigade lost a third of its 120 tanks.", "The brigade lost 40 of its 120 tanks."),
        (
            "There are sixteen councils; half have rejected the plan.",
            "Eight of the sixteen councils rejected the plan.",
        ),
        ("The plant employs 1,200 people and will let 25 percent go.", "The plant will let 300 people go."),
        ("Output was 300 tonnes in 2019 and doubled by 2022.", "Output reached 600 tonnes by 2022."),
        ("Each suspect faces 20 years for fraud and 20 years for theft.", "Each faces 40 years."),
        ("Kenya, Uganda and Egypt each sent 500 troops.", "The three countries sent 1,500 troops in all."),
        ("One in five children is malnourished.", "Some 20 percent of children are malnourished."),
        ("Nine out of ten pupils passed.", "90 percent of the pupils passed."),
        ("Deaths fell from 300 to 240.", "Deaths fell by a fifth, to 240."),
        ("Of 60 judges, 39 signed.", "Almost two thirds of the judges signed."),
        ("The army counted 1,987 rockets.", "The army counted nearly 2,000 rockets."),
        ("The ship carried 5,214 tonnes of wheat.", "The ship carried more than 5,000 tonnes of wheat."),
        ("The last truck crossed at 2:30.", "The last truck crossed at half past two."),
        ("The curfew runs from 21:00 to 05:00.", "The curfew runs from 9 p.m. to 5 a.m."),
        ("The truce began on 3 May. It broke down on 7 May.", "It broke down four days later."),
        ("The decree lapses at the end of 2025.", "The decree lapses before 2026."),
        ("Her term of four years ends in 2027.", "She was elected in 2023 for four years."),
        ("The bloc went from 9 to 10 seats.", "The bloc now has ten seats, not nine."),
        ("Rent is to rise from 26 to 40 million euros.", "Rent, now 26 million euros, is to rise."),
        ("Kenya accepted on 3 June and Egypt on 5 June.", "Egypt accepted two days after Kenya."),
        ("Police counted 27 cases; all of them were fatal.", "Police counted 27 cases, 27 of them fatal."),
        ("The index fell by 40 points or 5 percent.", "The index fell by 5 percent, or 40 points."),
    ],
)
def test_a_number_that_follows_is_not_struck(quote, claim):
    """It is counted, converted, rounded or added up, or stands in other words."""
    assert NUMBERS.isdisjoint(objections(quote, claim))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The port fined Baltic Stevedoring and two other operators.", "The port fined four operators."),
        ("The talks were put off for another week.", "The talks were put off for seven weeks."),
        ("Between four and six thousand people fled.", "Some 8,000 people fled."),
        ("Canada gave three million dollars, and Spain two and a half.", "Spain gave 3.5 million dollars."),
        ("The brigade lost a third of its 120 tanks.", "The brigade lost 60 of its 120 tanks."),
        ("Output was 300 tonnes in 2019 and doubled by 2022.", "Output reached 900 tonnes by 2022."),
        ("Each suspect faces 15 years for fraud and 10 years for theft.", "Each faces 30 years."),
        ("One in five children is malnourished.", "Some 50 percent of children are malnourished."),
        ("Of 60 judges, 45 signed.", "Two thirds of the 60 judges signed."),
        ("The army counted 1,987 rockets.", "The army counted nearly 3,000 rockets."),
        ("The army counted 1,987 rockets.", "The army counted 2,000 rockets."),
        ("The ship carried 5,214 tonnes of wheat.", "The ship carried more than 6,000 tonnes of wheat."),
        ("The last truck crossed at 2:30.", "The last truck crossed at half past three."),
        ("The truce began on 3 May. It broke down on 7 May.", "It broke down ten days later."),
        ("The decree lapses at the end of 2025.", "The decree lapses before 2028."),
        ("The bloc went from 9 to 10 seats.", "The bloc now has nine seats."),
        ("Deaths fell from 300 to 240.", "Deaths fell to 300."),
        ("Kenya accepted on 3 June and Egypt on 5 June.", "Egypt accepted two days before Kenya."),
        ("Kenya accepted on 3 June and Egypt on 5 June.", "Egypt accepted on 5 June, a week after Kenya."),
        ("Police counted 27 cases, three of them fatal.", "Police counted 27 cases, of which twenty-seven were fatal."),
        ("Of the 90 boats stopped, 12 carried arms.", "Of the 90 boats stopped, 90 carried arms."),
        ("The bill passed by around three hundred votes.", "The bill passed by some 300 percentage points."),
        ("The party gained six seats.", "The party gained six percent."),
        ("Turnout rose by 12 percent.", "Turnout rose by 12 voters."),
    ],
)
def test_a_number_that_does_not_follow_is_told(quote, claim):
    """Another count, unit, share, hour or order; and the old value for the new one."""
    assert not NUMBERS.isdisjoint(objections(quote, claim))
