"""Numbers that follow from what other words give."""

import pytest

from dashboard.evidence.derived_numbers import is_derived
from dashboard.evidence.words import Words


def follows(text: str, given: str) -> bool:
    """Whether the one figure of a text follows from other words."""
    (figure,) = Words(text).figures
    return is_derived(figure, text, Words(given))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("two days", "within 48 hours"),
        ("16 kilometres", "ten miles from the canal"),
        ("over 900 people", "over 700 on Friday, and 200 more"),
        ("21 shells", "36 shells, 15 of which fell short"),
        ("10% of them", "569,000 of 5.5 million doses"),
        ("six days", "It opened October 30, 1991, and ended on November 4."),
        ("five days", "It opened October 30, 1991, and ended on November 4."),
        ("eight years", "It began in 1972 and ended in 1980."),
        ("four delegations", "It was attended by Israeli, Egyptian, Syrian, and Lebanese delegations."),
        ("24 hours", "for a day"),
        ("seven days", "a week later"),
        ("60 minutes", "within an hour"),
        ("90 minutes", "an hour and a half"),
        ("30 minutes", "half an hour"),
        ("12 hours", "half a day"),
        ("14 days", "a fortnight"),
        ("four weeks", "a month"),
        ("four weeks", "20 working days"),
        ("four foreigners", "a Pole, a Dane and two Finns"),
        ("Four people died", "The mayor, his wife and two guards died."),
        ("five people", "A police officer, three nurses, and a driver were hurt near the port."),
        ("three people died", "Two soldiers and a civilian died."),
        ("four states", "the United Arab Emirates (UAE), Saudi Arabia, Qatar, and Turkey compete"),
        ("three firms", "It was signed by Acme (the buyer), Binto (of Accra) and Zed."),
        ("three men spoke", "During the call, Secretary Blinken, Secretary Austin, and President Ghani spoke."),
        (
            "six states",
            "Antigua and Barbuda, The Bahamas, St. Kitts and Nevis, St. Lucia, Trinidad and Tobago, Barbados",
        ),
    ],
)
def test_sums_shares_conversions_and_lists_count_as_given(text, given):
    """A difference as well; a list may have `and` in the name of one."""
    assert follows(text, given)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("three days", "within 48 hours"),
        ("10 kilometres", "ten miles from the canal, at 9 o'clock"),
        ("over 950 people", "over 700 on Friday, and 200 more"),
        ("3 shells", "2 shells and 1 bomb"),
        ("five states", "the United Arab Emirates (UAE), Saudi Arabia, Qatar, and Turkey compete"),
        ("eight days", "It opened October 30, 1991, and ended on November 4."),
        ("six weeks", "It opened October 30, 1991, and ended on November 4."),
        ("eleven years", "It began in 1972 and ended in 1980."),
        ("five delegations", "It was attended by Israeli, Egyptian, Syrian, and Lebanese delegations."),
        ("three men spoke", "In Paris, Ann and Tim spoke."),
        ("three soldiers", "two soldiers and a civilian"),
        ("five foreigners", "a Pole, a Dane and two Finns"),
        ("three people", "the mayor and the guards, and a driver"),
        ("25 hours", "for a week"),
        ("eight days", "a week later"),
        ("50 minutes", "within an hour"),
        ("ten months", "a year later"),
        ("20 minutes", "half an hour"),
        ("three decades", "Eventually, the PRC and ROC agreed, and shelled each other for twenty years."),
        ("20% of them", "569,000 of 5.5 million doses"),
        ("four men spoke", "During the call, Secretary Blinken, Secretary Austin, and President Ghani spoke."),
    ],
)
def test_what_does_not_follow_is_not_given(text, given):
    """Small sums come about by chance and count for nothing."""
    assert not follows(text, given)
