"""Doubts are found, with what they are said of."""

import pytest

from dashboard.evidence.words.doubts import Stems, doubts_in
from dashboard.evidence.words.reading import Words


def dropped(quote: str, claim: str) -> list[str]:
    """The words of doubt in a quote that a claim lacks."""
    return [doubt.word for doubt in doubts_in(quote, Words(quote).lower) if Stems(claim).drop(doubt, Stems(quote))]


@pytest.mark.parametrize(
    ("quote", "claim", "expected"),
    [
        ("This has yet to be addressed.", "This was addressed.", ["yet to"]),
        ("This has yet to be addressed.", "This has not been addressed.", []),
        ("They would consider it if invited.", "They consider it when invited.", ["would"]),
        ("They discussed the possibility of placing troops.", "They discussed placing troops.", []),
        ("The possibility of placing troops grew.", "Placing troops went on.", ["possibility"]),
        ("He had not blacked out.", "He had blacked out.", ["not"]),
        ("He refrained from supporting them.", "He had not supported them.", []),
        ("after at least two tests this year", "after two ICBM tests or more", []),
        ("more than $3 billion was given", "almost $3 billion was given", ["more than"]),
        ("It may rain over the harbour.", "The harbour was closed.", []),
        ("It was signed in May.", "It was signed.", []),
        ("They did not say so; the base was closed.", "The base was closed.", []),
        ("It could close the harbour.", "It would close the harbour.", ["could"]),
        ("The council rejected the plan.", "The council accepted the plan.", ["rejected"]),
        ("The council rejected the plan.", "The council voted against the plan.", []),
        ("It was closed no later than on Monday.", "It was closed later than on Monday.", []),
        ("All countries save the Soviet Union came.", "All countries, the Soviet Union among them, came.", ["save"]),
        ("All countries except Peru came.", "All countries other than Peru came.", []),
        ("It should not leave without a promise.", "It should leave only if there is a promise.", []),
        ("He agreed to withdraw his troops.", "He agreed to pull out his troops.", []),
        ("The opposition did not sign the pact.", "The opposition signed the pact.", ["not"]),
        ("His opponents never attended the debate.", "His opponents attended the debate.", ["never"]),
        ("The union will not protest the ruling.", "The union will protest against the ruling.", ["not"]),
        ("The mayors did not accept the plan.", "The mayors voiced opposition to accepting the plan.", []),
        ("The bloc did not endorse Lee.", "The bloc came out against endorsing Lee.", []),
        ("Peru did not support the ban.", "Peru opposed support for the ban.", []),
        ("They hardly used the harbour.", "They used the harbour, but no quay.", ["hardly"]),
    ],
)
def test_a_doubt_is_dropped_where_its_words_stay(quote: str, claim: str, expected: list[str]) -> None:
    """Only where the claim says what is doubted, with nothing of the same sort beside it."""
    assert dropped(quote, claim) == expected
