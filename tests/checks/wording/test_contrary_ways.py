"""Small words and verbs that turn a sentence round: each catch beside what is close to it and honest."""

import pytest

from tests.checks.wording.one_claim import objections

TURNED = [
    ("The envoy left Nairobi before the vote.", "The envoy left Nairobi after the vote."),
    ("The minister resigned following the raid.", "The minister resigned ahead of the raid."),
    ("The port stays closed until June.", "The port stays closed from June."),
    ("Soldiers fired from inside the embassy.", "Soldiers fired from outside the embassy."),
    ("Prices stayed above the limit.", "Prices stayed below the limit."),
    ("The mayor spoke for the ban.", "The mayor spoke against the ban."),
    ("Kenya voted with the bloc.", "Kenya voted against the bloc."),
    ("Kenya imported less rice.", "Kenya imported more rice."),
    ("The bridge was finished earlier than planned.", "The bridge was finished later than planned."),
    ("The third round of talks began.", "The first round of talks began."),
    ("It was the first of five test flights.", "It was the last of five test flights."),
    ("Egypt blocked the sale.", "Egypt approved the sale."),
    ("The court upheld the ban.", "The court lifted the ban."),
    ("The commission accepted the complaint.", "The commission dismissed the complaint."),
    ("The bill was defeated in the Senate.", "The bill was passed in the Senate."),
    ("Troops withdrew from the town.", "Troops advanced on the town."),
    ("The judge was reinstated.", "The judge was dismissed."),
    ("The bridge stayed intact.", "The bridge was destroyed."),
    ("The treaty expired in May.", "The treaty took effect in May."),
    ("The launch was brought forward to May.", "The launch was delayed to May."),
    ("The hearing was held in public.", "The hearing was held behind closed doors."),
    ("The power plant was switched off.", "The power plant was switched on."),
    ("Residents went back to the town.", "Residents fled the town."),
]


@pytest.mark.parametrize(("quote", "claim"), TURNED)
def test_what_is_turned_round_is_told(quote, claim):
    """By a small word, an ordinal or another verb."""
    assert "opposite-said" in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The envoy left Nairobi before the vote.", "The vote came after the envoy had left Nairobi."),
        ("The port stays closed until June.", "The port is to open in June."),
        ("The treaty lapsed in May.", "The treaty was in force until May."),
        ("Protesters stood inside and outside the court.", "Protesters stood inside the court."),
        ("Nobody could return before the rains ended.", "People could return only after the rains."),
        ("The union spoke against the law.", "The union did not speak for the law."),
        ("Kenya spent less on rice than on wheat.", "Kenya spent more on wheat than on rice."),
        ("The third round ended in May; the first was in March.", "The first round was in March."),
        ("It was the second attack since May.", "It was the latest attack since May."),
        ("Egypt blocked the sale.", "The sale was not approved."),
        ("The court lifted the ban.", "The ban was not upheld."),
        ("The panel dismissed the complaint.", "The complaint was not accepted."),
        (
            "The Senate rejected the bill that the House had passed.",
            "The Senate turned down a bill passed by the House.",
        ),
        ("Rebels defeated the army at the bridge.", "The bridge passed to the rebels."),
        ("The minister was suspended and later reinstated.", "The minister was reinstated."),
        ("The ship suffered no damage.", "The ship stayed intact."),
        ("The law took effect in May.", "The law came into force in May."),
        ("The launch was put off from May to June.", "The launch is now due in June."),
        ("The guard knew nothing of the raid.", "The guard was unaware of the raid."),
        ("Residents who had fled came home.", "Residents came home after their flight."),
    ],
)
def test_the_same_from_the_other_end_is_no_contrary(quote, claim):
    """What is denied, what the quotes say as well, and what ends when something else begins."""
    assert "opposite-said" not in objections(quote, claim)
