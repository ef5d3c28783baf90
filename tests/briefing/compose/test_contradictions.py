"""Claims that contradict each other: each is told once, beside all that it contradicts, in every format."""

from copy import deepcopy

import pytest

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.outline.outline import Contradiction
from tests.briefing.conftest import Case, case_of
from tests.briefing.one_event import BRIEFING, RAW, validation_of
from tests.briefing.words_in import words_in

COSTS = {
    "cost": "It cost 5 dollars.",
    "six": "It cost 6 dollars.",
    "ten": "It cost 10 dollars.",
    "free": "It was free.",
}


@pytest.fixture
def disputing(seed):
    """The briefing of one event whose claims on a cost are disputed as is told: `cost=["six"]`."""

    def made(**disputed_by: list[str]) -> Case:
        raw = deepcopy({kind: dict(records) for kind, records in RAW.items()})
        claims = raw["events"]["main"]["claims"]
        claims["closed"]["disputed_by"] = []
        for key, text in COSTS.items():
            claims[key] = {**claims["cost"], "text": text, "disputed_by": disputed_by.get(key, [])}
        return case_of(BRIEFING, validation_of(raw, seed.workspace), drawn=False)

    return made


def blocks(case: Case) -> list[list[str]]:
    """What is told to be disputed: of each block the words, with what leads them."""
    (section,) = (each for each in case.outline.sections if each.key == "disputed")
    return [
        [block.claim.text, *(f"{each.lead}: {each.statement.text}" for each in block.others)]
        for block in section.blocks
        if isinstance(block, Contradiction)
    ]


@pytest.mark.parametrize(
    "disputed_by",
    [
        {"cost": ["six", "ten", "free"]},
        {"six": ["cost"], "ten": ["cost"], "free": ["cost"]},
        {"six": ["cost"], "cost": ["six", "ten"], "ten": ["cost"], "free": ["cost"]},
    ],
    ids=["it names them", "they name it", "each names the other"],
)
def test_a_claim_with_three_opponents_is_told_once(disputing, disputed_by):
    """Whichever of the records says so."""
    (first, *others) = next(iter(found := blocks(disputing(**disputed_by))))
    assert len(found) == 1
    assert first == COSTS["cost"]
    assert sorted(others) == sorted(f"Against it: {COSTS[key]}" for key in ("six", "ten", "free"))


def test_two_claims_that_name_each_other_are_one_block(disputing):
    """Not one for each direction."""
    assert blocks(disputing(cost=["six"], six=["cost"])) == [[COSTS["cost"], f"Against it: {COSTS['six']}"]]


def test_three_claims_that_all_contradict_each_other_are_one_block(disputing):
    """Each once; the last says that it stands against both."""
    case = disputing(cost=["six", "ten"], six=["cost", "ten"], ten=["cost", "six"])
    (number,) = (entry.number for entry in case.outline.annex if entry.claim == "main/six")
    told = [COSTS["cost"], f"Against it: {COSTS['six']}", f"Against it and claim {number}: {COSTS['ten']}"]
    assert blocks(case) == [told]


def test_an_opponent_of_an_opponent_says_whom_it_contradicts(disputing):
    """It stands in the same block, and is not told to be against the first claim."""
    case = disputing(cost=["six", "ten"], ten=["free"])
    numbers = {entry.claim: entry.number for entry in case.outline.annex}
    (found,) = blocks(case)
    assert found[0] in (COSTS["cost"], COSTS["ten"])
    assert sum(line.count("Against claim") for line in found) == 1
    against = "main/ten" if found[0] == COSTS["cost"] else "main/cost"
    assert found[-1].startswith(f"Against claim {numbers[against]}: ")
    assert len(found) == 4


def test_disputes_apart_stay_apart(disputing):
    """Two pairs are two blocks."""
    assert len(blocks(disputing(cost=["six"], ten=["free"]))) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_prints_the_claim_once_with_all_against_it(disputing, form, tmp_path, tool):
    """In its section; and what leads the three others stands three times."""
    case = disputing(cost=["six", "ten", "free"])
    words = words_in(form, case, tmp_path, tool)
    section = words[words.index("What is disputed") :]
    section = section[: section.index("What is unknown", 20)]
    assert [section.count(text) for text in COSTS.values()] == [1, 1, 1, 1]
    assert section.count("Against it: ") == 3
    assert section.index(COSTS["cost"]) < section.index("Against it: ")
