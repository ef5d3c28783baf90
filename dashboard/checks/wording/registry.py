"""Every guard on the wording of a claim, in the order in which they are asked."""

from collections.abc import Callable, Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording import (
    causes,
    changes,
    clauses,
    counts,
    dates,
    doubts,
    emphasis,
    exchanged_offices,
    figures,
    grave_deeds,
    names,
    opposites,
    place_parts,
    quantifiers,
    rates,
    sentences,
    sides,
    speech,
)

GUARDS_ON_WORDS: Final[tuple[Callable[[ClaimContext], Iterator[Violation]], ...]] = (
    *figures.GUARDS_ON_WORDS,
    *dates.GUARDS_ON_WORDS,
    *names.GUARDS_ON_WORDS,
    *sides.GUARDS_ON_WORDS,
    *exchanged_offices.GUARDS_ON_WORDS,
    *sentences.GUARDS_ON_WORDS,
    *place_parts.GUARDS_ON_WORDS,
    *speech.GUARDS_ON_WORDS,
    *doubts.GUARDS_ON_WORDS,
    *counts.GUARDS_ON_WORDS,
    *rates.GUARDS_ON_WORDS,
    *changes.GUARDS_ON_WORDS,
    *quantifiers.GUARDS_ON_WORDS,
    *causes.GUARDS_ON_WORDS,
    *emphasis.GUARDS_ON_WORDS,
    *opposites.GUARDS_ON_WORDS,
    *clauses.GUARDS_ON_WORDS,
    *grave_deeds.GUARDS_ON_WORDS,
)
"""What the text of one claim says against what its quotes say."""
