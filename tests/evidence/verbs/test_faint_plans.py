"""What quotes only show an interest in, weigh or risk, and a claim tells as so."""

import pytest

from dashboard.evidence.verbs.faint_plans import faint_plan
from dashboard.evidence.words import Words
from tests.checks.wording.one_claim import objections


@pytest.mark.parametrize(
    ("quote", "claim", "sign"),
    [
        (
            "Peru expressed an interest in hosting the summit.",
            "Peru will host the summit.",
            "expressed an interest in",
        ),
        ("Chile is mulling the purchase of six frigates.", "Chile has bought six frigates.", "mulling"),
        ("Mali is eyeing a port on the lagoon.", "Mali has acquired a port on the lagoon.", "eyeing"),
        ("Kenya is considering joining the patrols.", "Kenya will join the patrols.", "considering"),
        (
            "Chad is weighing the closure of its embassy in Cairo.",
            "Chad has decided to close its Cairo embassy.",
            "weighing",
        ),
        ("The bank contemplated lending the line money.", "The bank decided to lend the line money.", "contemplated"),
        ("The blockade risks plunging the island into famine.", "It is plunging the island into famine.", "risks"),
        (
            "Shelling threatens peace and risks cutting thousands of farmers off from markets.",
            "Shelling threatens peace and is barring thousands of farmers from markets.",
            "risks",
        ),
    ],
)
def test_what_is_only_weighed_is_neither_decided_nor_done(quote, claim, sign):
    """By two of its words, or by one with another verb for the deed."""
    assert faint_plan(Words(quote), Words(claim)) == sign


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Kenya is considering joining the patrols.", "Kenya may join the patrols."),
        ("Chile is mulling the purchase of six frigates.", "Chile is thinking about buying six frigates."),
        ("The blockade risks plunging the island into famine.", "The blockade is bringing the island close to famine."),
        (
            "The bank contemplated lending it forty million, and later lent it thirty.",
            "The bank lent it thirty million.",
        ),
        ("The king weighed the offer of peace for a week and accepted it.", "The king accepted the offer of peace."),
        ("Kenya expressed interest in joining the pact. It joined the pact in June.", "Kenya joined the pact in June."),
        ("Interest in building bases grew, and Japan has a base in Cairo.", "Japan has a base in Cairo."),
        ("Soldiers risked their lives rescuing children.", "Soldiers are rescuing children."),
        ("Weighing 30 tonnes, the tank crossed the bridge.", "The tank of 30 tonnes crossed the bridge."),
    ],
)
def test_what_a_claim_leaves_open_or_quotes_tell_as_done_is_no_plan(quote, claim):
    """The claim's own words may leave it open in any way."""
    assert not faint_plan(Words(quote), Words(claim))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Kenya and Uganda signaled interest in setting up depots.", "Kenya and Uganda might want depots."),
        ("Kenya is interested in hosting the summit.", "Kenya would like to host the summit."),
        ("France is mulling the purchase of six frigates.", "France could buy six frigates."),
        ("Egypt is eyeing a port in Kenya.", "Egypt would like a port in Kenya."),
    ],
)
def test_a_possibility_says_that_somebody_is_interested(quote, claim):
    """It adds no doubt of its own."""
    assert "doubt-added" not in objections(quote, claim)
