"""The nearest passage is the one that was meant, in whole words, in long texts too; or there is none."""

import random

import pytest

from dashboard.evidence import nearest_passage as module
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.nearest_passage import Passage, nearest_passage

TEXT = """The council of Lorne met on Tuesday. It voted to lengthen the pier by forty metres, so that
larger ships can land grain in winter. “We keep the old steps,” the mayor, Rosa Lind, said.
Nobody spoke against it. The base was closed in 2009 at the request of the president.
議会は火曜日に桟橋を四十メートル延長することを決めた。"""


def found(exact: str, text: str = TEXT) -> str | None:
    passage = nearest_passage(exact, fold_with_offsets(text))
    return passage and " ".join(text[passage.start : passage.end].split())


@pytest.mark.parametrize(
    ("exact", "passage"),
    [
        (
            "The base was closed in 2008 at the request of the president.",
            "The base was closed in 2009 at the request of the president.",
        ),
        ("base was shut in 2009", "base was closed in 2009"),
        (
            "voted to lengthen the pier by forty metres, so that larger boats",
            "voted to lengthen the pier by forty metres, so that larger ships",
        ),
        ("It agreed to lengthen the old pier by forty metres", "It voted to lengthen the pier by forty metres"),
        ("the mayor, Rosa Lindt", "the mayor, Rosa Lind"),
        ("“We kept the old steps”", "“We keep the old steps,”"),
        ("Everybody spoke against it", "Nobody spoke against it"),
        ("議会は水曜日に桟橋を四十メートル延長する", "議会は火曜日に桟橋を四十メートル延長する"),
        ("closed in 2009 at the request", "closed in 2009 at the request"),
    ],
)
def test_the_nearest_passage_is_found(exact: str, passage: str) -> None:
    """Words that were changed, added or left out; no sign at its ends that the quote does not have."""
    assert found(exact) == passage


@pytest.mark.parametrize(
    "exact",
    ["Bananas are shipped to Norway every autumn", "the of and to", "Zzz", "…", "", "Правительство ушло в отставку"],
)
def test_where_nothing_is_near_nothing_is_given(exact: str) -> None:
    """Small words that stand everywhere are nothing."""
    assert found(exact) is None
    assert nearest_passage("anything at all", fold_with_offsets("")) is None


def test_offsets_are_those_of_the_original() -> None:
    """Whatever folding makes of what stands before."""
    text = f"{'ﷺ' * 50} e\u0301 “The base was\n\tclosed in 2009”"
    passage = nearest_passage("The base was closed in 2008", fold_with_offsets(text))
    assert isinstance(passage, Passage)
    assert text[passage.start : passage.end] == "The base was\n\tclosed in 2009"
    assert 96 < passage.likeness < 100


def test_a_long_text_is_searched_at_a_few_places_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters are compared in a few neighbourhoods of the quote's own length, however long the text."""
    chance, compared = random.Random(1), []
    words = ["".join(chance.choices("abcdefghij", k=4)) for _ in range(3_000)]
    noise = " ".join(chance.choices(words, k=100_000))
    text = f"{noise} {TEXT} {noise}"
    assert len(text) > 900_000
    aligned = module.fuzz.partial_ratio_alignment
    monkeypatch.setattr(
        module.fuzz,
        "partial_ratio_alignment",
        lambda one, other, **rest: compared.append(len(other)) or aligned(one, other, **rest),
    )
    exact = "The base was closed in 2008 at the request of the president"
    assert found(exact, text) == "The base was closed in 2009 at the request of the president"
    assert sum(compared) <= 4 * 4 * len(exact)


FIRE = (
    "The fire was out by noon. The Red Crescent said that 66 persons had died. The hospital said that 62 people had "
    "died. Nobody else was hurt."
)
TALKS = (
    "Envoys met in Vern on Friday. The U.S. Embassy in Lorne sent Lt. Col. Ann Marsh to the talks. They agreed to "
    "open the border in June. The army took the hill on Monday. The rebels fled to the coast."
)


@pytest.mark.parametrize(
    ("exact", "text", "passage"),
    [
        ("The Red Crescent said that 65 people had died", FIRE, "The Red Crescent said that 66 persons had died"),
        ("The Red Crescent said that 65 people had died.", FIRE, "The Red Crescent said that 66 persons had died."),
        ("The hospital said that 60 persons had died", FIRE, "The hospital said that 62 people had died"),
        (
            "红十字会说有六十五人死亡",
            "红十字会说有六十六名人死亡。医院说有六十二人死亡。",
            "红十字会说有六十六名人死亡",
        ),
    ],
)
def test_words_of_the_next_sentence_are_no_part_of_the_passage(exact: str, text: str, passage: str) -> None:
    """Though they are among those sought."""
    assert found(exact, text) == passage


@pytest.mark.parametrize(
    ("exact", "text", "passage"),
    [
        (
            "66 people had died. The hospital said that 61 people had died",
            FIRE,
            "66 persons had died. The hospital said that 62 people had died",
        ),
        (
            "The fire was out at noon. The Red Crescent said 66 persons had died.",
            FIRE,
            "The fire was out by noon. The Red Crescent said that 66 persons had died.",
        ),
        (
            "the army took the hill on Monday, and the rebels fled to the coast",
            TALKS,
            "The army took the hill on Monday. The rebels fled to the coast",
        ),
    ],
)
def test_a_passage_goes_over_a_sentence_end_as_the_quote_does(exact: str, text: str, passage: str) -> None:
    """Or where the quote has a comma for the full stop."""
    assert found(exact, text) == passage


@pytest.mark.parametrize(
    ("exact", "passage"),
    [
        ("The U.S. Embassy in Lorne sent Lt. Col. Anna Marsh", "The U.S. Embassy in Lorne sent Lt. Col. Ann Marsh"),
        ("The U.S. Mission in Lorne sent Lt. Col. Ann Marsh", "The U.S. Embassy in Lorne sent Lt. Col. Ann Marsh"),
        ("A US Embassy in Lorne sent Lt. Col. Ann Marsh", "The U.S. Embassy in Lorne sent Lt. Col. Ann Marsh"),
        ("in Lorne sent Lt. Cmdr. Anne March to the talks", "in Lorne sent Lt. Col. Ann Marsh to the talks"),
    ],
)
def test_an_abbreviation_ends_no_sentence(exact: str, passage: str) -> None:
    """The passage goes on behind it, and begins before it."""
    assert found(exact, TALKS) == passage


def test_many_sentences_in_one_neighbourhood_are_compared_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many runs of them."""
    compared = []
    ratio = module.fuzz.ratio
    monkeypatch.setattr(module.fuzz, "ratio", lambda one, other: compared.append(other) or ratio(one, other))
    text = "Go on! " * 400 + "The base was closed in 2009. " + "Go on! " * 400
    assert found("Go on! " * 60 + "The base was closed in 2008.", text) is not None
    assert 0 < len(compared) <= 4 * 60
