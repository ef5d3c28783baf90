"""Every guard, and the problems that are left when records have allowed what they allow."""

from collections.abc import Callable, Iterator
from typing import Final

from dashboard.checks.context import EventContext, RegistryNames
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guards import (
    allowances,
    amounts,
    corroboration,
    distances,
    durations,
    inferences,
    offices,
    omissions,
    order,
    outside,
    places,
    quotes,
    relations,
    values,
)
from dashboard.checks.guards.roles import GUARDS_ON_ROLES
from dashboard.checks.guards.titles import GUARDS_ON_TITLES
from dashboard.checks.guards.types import GUARDS_ON_TYPES
from dashboard.checks.wording import GUARDS_ON_WORDS
from dashboard.model.problem import Problem

GUARDS_ON_EVENTS: Final[tuple[Callable[[EventContext], Iterator[Violation]], ...]] = (
    *values.GUARDS_ON_EVENTS,
    *GUARDS_ON_TITLES,
    *GUARDS_ON_ROLES,
    *amounts.GUARDS_ON_EVENTS,
    *GUARDS_ON_TYPES,
    *inferences.GUARDS_ON_EVENTS,
)
"""What one event gives, in its fields and its title, against the quotes that it names."""
GUARDS: Final[tuple[Callable[[Corpus], Iterator[Violation]], ...]] = (
    *quotes.GUARDS,
    *omissions.GUARDS,
    *corroboration.GUARDS,
    *order.GUARDS,
    *relations.GUARDS,
    *durations.GUARDS,
    *distances.GUARDS,
    *offices.GUARDS,
    *places.GUARDS,
    *outside.GUARDS,
)
"""All others. Each guard is one function that yields the violations of one kind, in a time linear in the corpus."""


def guards_hold(corpus: Corpus) -> Iterator[Problem]:
    """No guard is breached, unless the record allows it; and no record allows what no guard finds."""
    return allowances.not_allowed(corpus, violations(corpus))


def violations(corpus: Corpus) -> Iterator[Violation]:
    """What the guards find, allowed or not."""
    registered = RegistryNames.of(corpus)
    for event in corpus.events.values():
        yield from _of_words(EventContext(corpus, registered, event))
    for guard in GUARDS:
        yield from guard(corpus)


def _of_words(context: EventContext) -> tuple[Violation, ...]:
    found: list[Violation] = []
    for saying in context.quoted_claims.values():
        for guard in GUARDS_ON_WORDS:
            found += guard(saying)
    for reported in GUARDS_ON_EVENTS:
        found += reported(context)
    return tuple(found)


RULES = (guards_hold, allowances.allowed_guard_exists)
