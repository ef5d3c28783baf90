"""Signs are found wherever a plain search finds them; where no word begins one, nothing is searched."""

import re

import pytest

from dashboard.evidence.words import Words
from dashboard.text.sign_phrases import SignPhrases

ALTERNATIVES = r"plan(?:s|ned)?|call(?:s|ed)? (?:for|on)|weigh\w*|able\s+to|would-be|shan’t|not"
SIGNS = SignPhrases(ALTERNATIVES)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "It planned a base.",
            "He CALLED for help",
            "they called on it",
            "Able  to sail",
            "a would-be king",
            "Shan’t",
        ),
        *("weighing it", "Not yet.", "plan", "éplan plan", "2 plans"),
        *("", "planner", "He called it off", "unable to sail", "would be king", "knot", "éplan", "plan2", "shall"),
    ],
)
def test_signs_are_found_as_by_a_plain_search(text: str) -> None:
    """At the same place, or not at all."""
    plain = re.compile(rf"\b(?:{ALTERNATIVES})\b", re.IGNORECASE).search(text)
    found = SIGNS.search(text, Words(text).lower)
    assert (found and found.span()) == (plain and plain.span())


def test_words_that_begin_none_spare_the_search() -> None:
    """The text is not looked into."""
    assert SIGNS.search("It planned a base.", ["it", "a", "base"]) is None
