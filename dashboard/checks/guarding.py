"""Every guard, and the problems that are left when claims have allowed what they allow."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.checks.guards import Breach, not_allowed
from dashboard.model.problem import Problem

Guard = Callable[[Corpus], Iterator[Breach]]

GUARDS: Final[tuple[Guard, ...]] = ()
"""Each is one function that yields the breaches of one guard, in a time linear in the corpus."""


def guards_hold(corpus: Corpus) -> Iterator[Problem]:
    """No guard is breached, unless a claim allows it; and no claim allows what no guard finds."""
    return not_allowed(corpus, chain.from_iterable(guard(corpus) for guard in GUARDS))


RULES = (guards_hold,)
