"""Phrases of several words that say the contrary, and parts of places."""

import pytest

from dashboard.checks.wording.place_parts import exchanged_parts
from dashboard.evidence.verbs import contrary_pair
from dashboard.evidence.words import Words
from tests.checks.wording.one_claim import objections


@pytest.mark.parametrize(
    ("quote", "wrong", "honest"),
    [
        ("Smuggling has picked up since June.", "There has been less smuggling since June.", "Smuggling grew in June."),
        ("Raids tapered off after May.", "Raids were more frequent after May.", "Raids were rarer after May."),
        ("Prices came down in May.", "Prices had gone up in May.", "Prices went down in May."),
        (
            "The board wanted to divest the firm of its mines.",
            "The board wanted to hold on to the mines of the firm.",
            "The board wanted to get rid of the mines.",
        ),
        (
            "The court suspended the warrants against two men.",
            "The court issued arrest warrants against two men.",
            "The court suspended two arrest warrants.",
        ),
        ("The port revoked nine permits.", "The port renewed nine permits.", "The port withdrew nine permits."),
        ("The union broke off the talks.", "The union resumed the talks.", "The union called off the talks."),
        ("Guards let the boats through.", "Guards turned the boats back.", "Guards waved the boats through."),
        ("Ann Reed finished second.", "Ann Reed came first.", "Ann Reed came second."),
        ("Reed remains at large.", "Reed has been caught.", "Reed is on the run."),
    ],
)
def test_the_contrary_in_a_phrase_is_told(quote, wrong, honest):
    """And the same in another phrase is not."""
    assert contrary_pair(Words(wrong), Words(quote))
    assert contrary_pair(Words(honest), Words(quote)) is None


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Smuggling picked up, then it tapered off.", "Smuggling tapered off."),
        ("Reed remains at large.", "Reed has not been caught."),
        ("The port did not let the boats in.", "The port turned the boats away."),
        ("Reed is still at large; nobody else was named.", "Two others were arrested."),
        ("Tolls went up in May.", "Fewer than ten ships came, and tolls rose."),
        ("The talks were broken off, and the mayor left.", "The choir resumed its tour."),
    ],
)
def test_phrases_of_other_things_are_no_contrary(quote, claim):
    """Nor what is denied, or what the quotes say as well."""
    assert contrary_pair(Words(claim), Words(quote)) is None


def test_a_contrary_phrase_is_a_problem():
    """As a contrary word is."""
    assert objections("Smuggling has picked up since June.", "Smuggling has abated since June.") == ["opposite-said"]


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        ("Raids from Chad ended when they entered southern Mali.", "They entered southern Chad.", True),
        ("Raids from Chad ended when they entered southern Mali.", "They entered southern Mali.", False),
        ("The column left Gao and camped in western Kidal.", "The column camped in western Gao.", True),
        ("The column left Gao and camped in western Kidal.", "The column came from Gao to western Kidal.", False),
        ("He was in northern Italy or South Korea.", "He was in southern Italy or South Korea.", True),
        ("He was in northern Italy or southern Spain.", "He was in southern Italy.", True),
        ("He was in northern and southern Italy.", "He was in southern Italy.", False),
        ("The north of Italy was closed.", "Most of northern Italy was closed.", False),
        ("Storms hit eastern Cuba; Haiti was spared.", "Storms hit the east of Cuba, not Haiti.", False),
        ("Storms hit eastern Cuba.", "Storms hit eastern Haiti.", False),
    ],
)
def test_a_part_of_another_place_is_told(quote, claim, is_told):
    """Where the quotes name the place without that part; one that they do not name at all is told as a name."""
    assert (exchanged_parts(claim, quote) is not None) is is_told
