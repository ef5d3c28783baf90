"""Words with a capital right before another word: “Norwegian jets”, and whether the quotes have them before another."""

import re
from itertools import combinations
from typing import Final

from dashboard.evidence.verbs import bases_of
from dashboard.evidence.words import root_of

_ATTRIBUTE: Final = re.compile(
    r"\b([A-Z][a-zà-ÿ]{3,})\s+(?!(?:with|from|that|said|were|have|been|will|into|when|while|after|before|which)\b)"
    r"([a-z]{4,})\b"
)
_TWO: Final = 2


def exchanged_attributes(claim: str, quotes: str) -> tuple[str, str] | None:
    """Two words with a capital before other words each of which has the other one in the quotes.

    “Malian jets bombed Norwegian rebels” for “Norwegian jets bombed Malian rebels”.
    """
    here = _attributes(claim)
    if len(here) < _TWO:
        return None
    there = _attributes(quotes)
    for one, other in combinations((each for each in here if each in there), 2):
        ones, others = here[one] - there[one], here[other] - there[other]
        if ones & there[other] - here[other] and others & there[one] - here[one]:
            return one, other
    return None


def misplaced_attribute(claim: str, quotes: str) -> tuple[str, str] | None:
    """A word with a capital before one that has another such word in the quotes, where they have both elsewhere.

    “Greek sailors” for “Filipino sailors on a Greek ship”.
    """
    here = _attributes(claim, is_of_noun=True)
    there = _attributes(quotes, is_of_noun=True) if any(each in quotes for each in here) else {}
    for one, words in here.items():
        for other in there:
            if other != one and one in there and other not in claim:
                for root in words & there[other] - there[one]:
                    if not any(root in roots for name, roots in there.items() if name != other):
                        return one, other
    return None


def _attributes(text: str, *, is_of_noun: bool = False) -> dict[str, set[str]]:
    """By each word with a capital, the roots of the words that it stands right before; verbs in the past apart."""
    found: dict[str, set[str]] = {}
    for attribute, word in _ATTRIBUTE.findall(text):
        if is_of_noun and bases_of(word):
            continue
        found.setdefault(attribute, set()).add(root_of(word))
    return found
