"""Two names joined by “and” before a verb, of which a claim has another one than the quotes."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.evidence.words import root_of

_CAPITAL: Final = r"[A-ZÀ-Þ][\w’'-]+"
_NAME: Final = rf"{_CAPITAL}(?:\s{_CAPITAL})*"
_PAIR: Final = re.compile(
    rf"(?P<one>{_NAME})\sand\s(?:the\s)?(?P<other>{_NAME})\s(?:(?:have|had|has|will|would|both|also|later|then)\s)*"
    r"(?P<verb>[a-z]{3,})\b"
)


def exchanged_partner(claim: str, quotes: str) -> tuple[str, str] | None:
    """A name of a claim that does with another one what the quotes have a third do with it, who is named elsewhere.

    “Oman and Iran agreed” for “Oman was the host; Qatar and Iran agreed”.
    """
    there = list(_pairs(quotes)) if " and " in claim and claim not in quotes else []
    for names, verb in _pairs(claim) if there else ():
        same = [other for other, quoted in there if quoted == verb]
        for other in same:
            own, theirs = names - other, other - names
            if len(own) == len(theirs) == 1 and not any(own <= each for each in same):
                (one,), (another,) = own, theirs
                if re.search(rf"\b{re.escape(one)}\b", quotes) and another not in claim:
                    return one, another
    return None


def _pairs(text: str) -> Iterator[tuple[frozenset[str], str]]:
    """The two names, by their last words, and the root of the verb behind them."""
    for match in _PAIR.finditer(text):
        yield frozenset(match[each].split()[-1] for each in ("one", "other")), root_of(match["verb"])
