"""Every guard, and the problems that are left when claims have allowed what they allow."""

from collections.abc import Callable, Iterator
from typing import Final

from dashboard.checks import (
    guard_corroboration,
    guard_dates,
    guard_distances,
    guard_doubts,
    guard_durations,
    guard_figures,
    guard_names,
    guard_offices,
    guard_order,
    guard_parts,
    guard_quotes,
    guard_speech,
    guard_values,
)
from dashboard.checks.corpus import Corpus
from dashboard.checks.guards import Breach, not_allowed
from dashboard.checks.sayings import Registered, Saying, sayings
from dashboard.model.problem import Problem

GUARDS_ON_WORDS: Final[tuple[Callable[[Saying], Iterator[Breach]], ...]] = (
    *guard_figures.GUARDS_ON_WORDS,
    *guard_dates.GUARDS_ON_WORDS,
    *guard_names.GUARDS_ON_WORDS,
    *guard_speech.GUARDS_ON_WORDS,
    *guard_doubts.GUARDS_ON_WORDS,
)
"""What the text of one claim says against what its quotes say."""
GUARDS_ON_NAMES: Final[tuple[Callable[[Corpus, Registered], Iterator[Breach]], ...]] = (*guard_values.GUARDS_ON_NAMES,)
"""What names of the registries are looked up for."""
GUARDS: Final[tuple[Callable[[Corpus], Iterator[Breach]], ...]] = (
    *guard_dates.GUARDS,
    *guard_values.GUARDS,
    *guard_quotes.GUARDS,
    *guard_parts.GUARDS,
    *guard_corroboration.GUARDS,
    *guard_order.GUARDS,
    *guard_durations.GUARDS,
    *guard_distances.GUARDS,
    *guard_offices.GUARDS,
)
"""All others. Each guard is one function that yields the breaches of one kind, in a time linear in the corpus."""


def guards_hold(corpus: Corpus) -> Iterator[Problem]:
    """No guard is breached, unless a claim allows it; and no claim allows what no guard finds."""
    return not_allowed(corpus, _breaches(corpus))


def _breaches(corpus: Corpus) -> Iterator[Breach]:
    registered = Registered.of(corpus)
    for saying in sayings(corpus, registered):
        for guard in GUARDS_ON_WORDS:
            yield from guard(saying)
    for named in GUARDS_ON_NAMES:
        yield from named(corpus, registered)
    for other in GUARDS:
        yield from other(corpus)


RULES = (guards_hold,)
