"""An office in a claim is the one of its quotes: each catch beside what is less exact, or the same in other words."""

import pytest

from dashboard.evidence.office_words import offices_in
from tests.checks.wording.one_claim import objections

EXCHANGED = [
    ("The finance minister resigned.", "The defence minister resigned."),
    ("The finance minister resigned.", "The president resigned."),
    ("The finance minister resigned.", "The prime minister resigned."),
    ("The vice president resigned.", "The president resigned."),
    ("The president-elect visited the port.", "The president visited the port."),
    ("The deputy foreign minister signed the accord.", "The foreign minister signed the accord."),
    ("The minister of the interior closed the border.", "The minister of justice closed the border."),
    ("The ambassador was expelled.", "The consul was expelled."),
    ("The king opened the session.", "The queen opened the session."),
    ("The mayor was jailed for fraud.", "The governor was jailed for fraud."),
    ("Finance Minister Ann Reed resigned.", "Defence Minister Ann Reed resigned."),
    ("Finance Minister Ann Reed resigned.", "The defence minister resigned."),
    ("Ann Reed, the finance minister, resigned.", "Ann Reed, the defence minister, resigned."),
    ("Officials said that the health minister had fled.", "The trade minister had fled, officials said."),
    ("A former minister was arrested.", "A minister was arrested."),
    ("The acting president signed the decree.", "The president signed the decree."),
    ("The US secretary of state met the king.", "The US defence secretary met the king."),
]


@pytest.mark.parametrize(("quote", "claim"), EXCHANGED)
def test_another_office_is_struck(quote, claim):
    """Another minister, the one whose deputy it was, or one who is not yet in office."""
    assert "office-exchanged" in objections(quote, claim)


HONEST = [
    ("A former minister was arrested.", "The arrested man was once a minister."),
    ("A former minister met the minister in May.", "The minister met a predecessor in May."),
    ("Former president Ann Reed asked for it in 2009.", "President Ann Reed asked for it in 2009."),
    ("The acting president signed the decree.", "The interim president signed the decree."),
    ("The finance minister resigned.", "The minister of finance resigned."),
    ("The finance minister resigned.", "The minister resigned."),
    ("The prime minister resigned.", "The premier resigned."),
    ("The prime minister resigned.", "The head of government resigned."),
    ("The president resigned.", "The head of state resigned."),
    ("The defense secretary resigned.", "The minister of defence resigned."),
    ("The king opened the session.", "The monarch opened the session."),
    ("The foreign and defence ministers met.", "The defence minister met the foreign minister."),
    ("The ministers of finance and trade met.", "The trade minister met the minister of finance."),
    ("The finance minister and his defence counterpart met.", "The defence minister met a colleague."),
    ("Anna Reed met the army chief and the finance minister.", "The prime minister met the army's head."),
    ("The White House dismissed the finance minister.", "The president dismissed a cabinet member."),
    ("The presidential decree removed the finance minister.", "The president removed a member of the cabinet."),
    ("The Treasury secretary resigned.", "The finance minister resigned."),
    ("The home secretary resigned.", "The interior minister resigned."),
    ("The US secretary of state left.", "The top US diplomat left."),
    ("The ministry of defence denied it; the finance minister was silent.", "The defence minister denied it."),
    ("The ambassador was expelled.", "The envoy was expelled."),
    ("Correa met the defence minister in Quito.", "President Correa held talks in Quito."),
    ("Finance Minister Ann Reed resigned.", "Reed, the finance minister, resigned."),
    ("The president dismissed the finance minister.", "The finance minister was dismissed."),
    ("The vice president resigned.", "The deputy president resigned."),
    ("The minister's deputy resigned.", "The deputy minister resigned."),
    ("The secretary-general of the bloc spoke.", "The head of the bloc spoke."),
    ("MPs voted to remove the prime minister.", "Lawmakers voted out the government."),
    ("The leader told the minister to go.", "The president ordered that he go."),
    ("The head of the region told the president that the bridge held.", "The governor reported that the bridge held."),
    (
        "Assistant Secretary of the Treasury Elizabeth Rosenberg visited the port.",
        "A senior US Treasury official visited the port.",
    ),
    ("Under Secretary of State Nuland visited the port.", "The US under secretary of state visited the port."),
    ("Secretary of Defense Lloyd Austin met Minister Novak.", "The US defence secretary met the defence minister."),
    ("The Minister of Petroleum and Mineral Resources resigned.", "The oil minister resigned."),
    ("The Minister of National Defence of China was removed.", "China removed its defence minister."),
    ("The court jailed the former minister for fraud.", "A judge jailed him for fraud."),
    (
        "Premier Khrushchev demanded an apology from President Eisenhower.",
        "The Soviet prime minister demanded that the US president apologise.",
    ),
    ("The vice chancellor and economy minister spoke.", "The economy minister spoke."),
    ("King Abdullah received the prime minister.", "The monarch received the head of government."),
    ("The government named a new finance minister.", "A minister was named for finance."),
    ("The secretary of state for defence resigned.", "The defence secretary resigned."),
    ("The Kuwaiti Amir received the ambassador.", "The emir received the envoy."),
    ("The chief of staff and the president met.", "The army's commander met the president."),
    ("President Truman asked Congress for money.", "The US president asked lawmakers for money."),
    ("The Treasury said that the minister agreed.", "The finance ministry said that the minister agreed."),
]


@pytest.mark.parametrize(("quote", "claim"), HONEST)
def test_the_same_office_in_other_words_is_not_struck(quote, claim):
    """Nor what is less exact, nor an office of somebody whom the quotes name."""
    assert "office-exchanged" not in objections(quote, claim)


def test_an_office_of_two_fields_is_two():
    """And words for it are those of the text, from the first to the last."""
    text = "He met the foreign and defence ministers and the deputy minister of trade."
    found = [(each.name, each.field, each.is_under, text[each.start : each.end]) for each in offices_in(text)]
    assert found == [
        ("minister", "foreign", False, "foreign and defence ministers"),
        ("minister", "defence", False, "foreign and defence ministers"),
        ("minister", "trade", True, "deputy minister of trade"),
    ]


@pytest.mark.parametrize(
    ("claim", "is_struck"),
    [
        ("Defence Minister Ann Reed came with Bo Lund.", True),
        ("Foreign Minister Ann Reed came with Bo Lund.", False),
        ("Minister Ann Reed came with Bo Lund.", False),
    ],
)
def test_somebody_has_the_office_that_the_quotes_give(claim, is_struck):
    """Though they name another minister without a field, who may have any."""
    quote = "The Minister of Foreign Affairs, Ann Reed, came with Minister Bo Lund."
    assert ("office-exchanged" in objections(quote, claim)) is is_struck
