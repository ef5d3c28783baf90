"""Guard: the part of a place that a claim names, “southern Angola”, is the part of that place in its quotes."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording.sides import NAMES_EXCHANGED, sides_are_kept

_CONTRARY: Final = {"northern": "southern", "southern": "northern", "eastern": "western", "western": "eastern"}
_PART: Final = re.compile(
    r"\b((?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?|upper|lower) ([A-Z][\w’'-]*[\w-])(?<![’']s)"
)
"""A part of a place, in small letters: with a capital, it is a name."""


def parts_of_places_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """No part of a place is the contrary part in the quotes, or that part of another place they name."""
    claim, quotes = saying.claim.text, saying.quote_words.text
    if not _PART.search(claim) or claim in quotes or not saying.is_english:
        return
    if (pair := exchanged_parts(claim, quotes)) and not any(True for _ in sides_are_kept(saying)):
        message = f"“{pair[0]}” is in claim `{saying.key}`, but the quotes have “{pair[1]}”"
        yield saying.violation(NAMES_EXCHANGED, pair, message)


def exchanged_parts(claim: str, quotes: str) -> tuple[str, str] | None:
    """A part of a place in a claim, and what the quotes have: that part of another, or the contrary of the same."""
    here, there = ({(part.lower(), name) for part, name in _PART.findall(text)} for text in (claim, quotes))
    others = sorted(there - here)
    for part, name in sorted(here - there):
        contrary = _CONTRARY.get(part)
        if (contrary, name) in others and part not in quotes:
            return f"{part} {name}", f"{contrary} {name}"
        moved = [of for each, of in others if each == part and of not in claim]
        if moved and re.search(rf"\b{re.escape(name)}\b", quotes):
            return f"{part} {name}", f"{part} {moved[0]}"
    return None


GUARDS_ON_WORDS = (parts_of_places_are_kept,)
