"""Words that exaggerate."""

import hashlib

import pytest

from dashboard.checks.validation import validate
from tests.checks.wording.one_claim import objections


def problems(quote, claim, workspace):
    """The codes of what is wrong with one claim on one quote."""
    text = f"{quote}\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (workspace / "seeds" / "note.txt").write_text(text, encoding="utf-8")
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n"
    (workspace / "seeds" / "note.yaml").write_text(described, encoding="utf-8")
    path = workspace / "events" / "case" / "case.yaml"
    path.parent.mkdir(exist_ok=True)
    claims = f"claims:\n  one:\n    text: '{claim}'\n    quotes: [{{source: note, exact: '{quote}'}}]\n"
    path.write_text(f"title: A report of the day\n{claims}", encoding="utf-8")
    return [each.code for each in validate(workspace).problems]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Prices rose in March.", "Prices rose dramatically in March."),
        ("The army burned villages.", "The army systematically burned villages."),
        ("The crew held the bridge.", "The crew heroically held the bridge."),
        ("The bank cut its rate.", "The bank drastically cut its rate."),
        ("The union rejected the offer.", "The union categorically rejected the offer."),
    ],
)
def test_an_adverb_that_exaggerates_is_told(quote, claim, base_workspace):
    """Whatever its ending."""
    assert problems(quote, claim, base_workspace) == ["emphasis-added"]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The two states made peace in their politics.", "Politically, the two states made peace."),
        ("The truce holds in the region.", "Regionally the truce holds."),
        ("Troops were sent to the town to help.", "Militarily, troops were sent to the town to help."),
        ("There was a dramatic rise of prices in March.", "Prices rose dramatically in March."),
        ("The burning of villages was systematic.", "Villages were burned systematically."),
        ("The port is shut for the time being.", "The port is temporarily shut."),
        ("The plan is for the country as a whole.", "The plan is nationally meant."),
        ("The council first met in 1990.", "Originally the council met in 1990."),
        ("The two sides talk by radio.", "Basically the two sides talk by radio."),
        ("Aid came by voluntary gifts.", "Aid came voluntarily."),
        ("The crew were heroes on the bridge.", "The crew on the bridge acted heroically."),
    ],
)
def test_a_field_or_a_quoted_word_is_no_exaggeration(quote, claim, base_workspace):
    """Where, when and in which way, or the same word in another form."""
    assert "emphasis-added" not in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim", "is_struck"),
    [
        ("The court should open a case without delay.", "The court should open a case immediately.", False),
        ("The envoy left for good.", "The envoy left permanently.", False),
        ("They warned the crew several times.", "They warned the crew repeatedly.", False),
        ("They met behind closed doors.", "They met secretly.", False),
        ("The court should open a case.", "The court should open a case immediately.", True),
        ("They warned the crew.", "They warned the crew repeatedly.", True),
        ("They met in May.", "They met secretly.", True),
    ],
)
def test_an_adverb_may_stand_for_a_phrase(quote, claim, is_struck):
    """Which says the same in several words."""
    assert ("emphasis-added" in objections(quote, claim)) is is_struck
