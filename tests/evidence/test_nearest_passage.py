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
