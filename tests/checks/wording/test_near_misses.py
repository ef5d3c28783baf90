"""What was nearly done, or is so in all but name, is not told as done; who says so honestly is not struck."""

import pytest

from tests.checks.wording.one_claim import objections

NEARLY = [
    ("The army all but captured the airport.", "The army captured the airport."),
    ("The airport was all but captured.", "The airport was captured."),
    ("The talks have all but collapsed.", "The talks have collapsed."),
    ("The vote all but ensures his return.", "The vote ensures his return."),
    ("The bank all but ruled out a cut.", "The bank ruled out a cut."),
    ("The deal is as good as signed.", "The deal was signed."),
    ("The valley is independent in all but name.", "The valley is independent."),
    ("The valley is a colony in all but name.", "The valley is a colony."),
    ("The army came close to defeat.", "The army was defeated."),
    ("The army came within hours of taking the airport.", "The army took the airport."),
    ("The country was on the verge of collapse.", "The country collapsed."),
    ("The country was on the brink of war.", "The country was at war."),
    ("The bridge was almost completely destroyed.", "The bridge was destroyed."),
    ("The strike practically paralysed the port.", "The strike paralysed the port."),
    ("The government virtually banned the party.", "The government banned the party."),
    ("They were close to signing a deal.", "They signed a deal."),
    ("They are near agreement on grain.", "They agreed on grain."),
    ("Troops marched through the nearly destroyed town.", "Troops marched through the destroyed town."),
    ("The army failed to take the airport.", "The army took the airport."),
    ("Troops tried to seize the palace.", "Troops seized the palace."),
]


@pytest.mark.parametrize(("quote", "claim"), NEARLY)
def test_what_nearly_happened_is_struck_as_done(quote, claim):
    """In whatever words the quote says that it did not quite."""
    assert "doubt-dropped" in objections(quote, claim)


HONEST = [
    ("The army all but captured the airport.", "The army nearly captured the airport."),
    ("The army nearly captured the airport.", "The army all but captured the airport."),
    ("The deal is as good as signed.", "The deal has virtually been signed."),
    ("The valley is a colony in all but name.", "The valley is effectively a colony."),
    ("The valley is a colony in all but name.", "The valley is in effect a colony, though not in name."),
    ("The valley is effectively a colony.", "The valley is a colony in all but name."),
    ("The vote all but ensures his return.", "His return is almost certain after the vote."),
    ("The country was on the brink of war.", "War was averted."),
    ("The bridge is nearly complete.", "The bridge will soon be complete."),
    ("All but three of the ships sank.", "Three ships did not sink."),
    ("All but three of the ships sank.", "Most of the ships sank."),
    ("The premier virtually attended the summit.", "The premier attended the summit by video."),
    ("The harvest was as good as expected.", "The harvest was expected."),
    ("The village lies close to the border.", "The border runs by the village."),
    ("The camp is near a deal of rubble.", "The camp has a deal of rubble."),
    ("Nearly completed counts show that Reed won.", "Counts show that Reed won."),
    ("Troops marched through the almost deserted town.", "Troops marched through the town."),
    ("The city was nearly empty when troops entered.", "Troops entered the city."),
    ("Her name is in all lists.", "All lists have her name."),
]


@pytest.mark.parametrize(("quote", "claim"), HONEST)
def test_the_same_in_other_words_is_not_struck(quote, claim):
    """Nor what is near a place, or good as such."""
    assert not {"doubt-dropped", "doubt-added", "quantifier-added", "emphasis-added"}.intersection(
        objections(quote, claim)
    )
