"""Guards: an event's type, and how far its commitment had come, are what its claims and quotes speak of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import Words, root_of
from dashboard.model.event import Event
from dashboard.model.vocabularies import WORDS_OF_TYPES

TYPE_NOT_QUOTED = guard(
    "type-not-quoted",
    "An event type of which no words speak",
    "No claim of the event, and none of its quotes, has a word that goes with its type in PLOVER: nobody attacks in an "
    "`assault`, nobody blames in an `accuse`. Checked for `accuse`, `assault`, `protest`, `support` and `threaten`.",
    "write the type that fits the words, add the claim that does, or `allow` it in a claim with the reason",
    "warning",
)
LEVEL_NOT_QUOTED = guard(
    "level-not-quoted",
    "A commitment that has come further than its words",
    "The level is `agreed` or `delivered`, and no claim or quote that it names says that it was agreed (“signed”, "
    "“accepted”) or carried out (“delivered”, “completed”); what “will be” delivered is not.",
    "write the level that the words give (`pledged`, `discussed`), name the claim that says more, or `allow` it",
    "warning",
)
_DONE: Final[Mapping[str, re.Pattern[str]]] = {
    "agreed": re.compile(
        r"\b(?:agree\w*|accept\w*|sign(?:ed|s|ing)?|signature|signing|accord|pact|treaty|contract\w*|memorandum|deal"
        r"|approv\w+|adopt\w*|ratif\w+|conclu\w+|both|joint\w*|settl\w+|reached|protocol|consent\w*|compact|undert\w+"
        r"|negotiated|compromise|together|arrangement|law)\b",
        re.IGNORECASE,
    ),
    "delivered": re.compile(
        r"(?<!will be )(?<!to be )(?<!would be )(?<!is being )(?<!are being )"
        r"\b(?:deliver(?:ed|s|y)|arriv(?:ed|al|es)|receiv(?:ed|es)|complet(?:ed|ion|es)|hand(?:ed|s) over|reached|sent"
        r"|paid|provided|gave|given|built|opened|opens|closed|closes|closure|left|withdrew|withdrawn|ended|transferred"
        r"|lent|landed|launched|finished|carried out|implemented|took effect|in force|signed|held|met|visited|returned"
        r"|released|freed|lifted|rescued|saved|fulfilled|installed|deployed|stationed|created|established|has been"
        r"|have been|had been|was|were|went|did|made|became|took)\b",
        re.IGNORECASE,
    ),
}


@cache
def _roots(type_: str) -> frozenset[str]:
    return frozenset(map(root_of, WORDS_OF_TYPES.get(type_, ())))


def classification_is_quoted(context: EventContext) -> Iterator[Violation]:
    """The type of an event, and the level of its commitment, are such as its words speak of."""
    if not context.is_english:
        return
    event = context.event
    type_ = event.what.type
    if (
        type_
        and (roots := _roots(type_))
        and all(roots.isdisjoint(Words(text).roots) for text in _texts(event, event.claims))
    ):
        message = f"the type is `{type_}`, but no claim or quote has a word that goes with it"
        yield Violation(TYPE_NOT_QUOTED, event, tuple(event.claims), ("what", "type"), (type_,), message)
    commitment = event.commitment
    done = _DONE.get(commitment.level) if commitment and commitment.claims else None
    if commitment and done and not any(map(done.search, _texts(event, commitment.claims))):
        message = f"the commitment is `{commitment.level}`, but no claim or quote that it names says so"
        yield Violation(
            LEVEL_NOT_QUOTED, event, commitment.claims, ("commitment", "level"), (commitment.level,), message
        )


def _texts(event: Event, claims: Iterable[str]) -> Iterator[str]:
    """The texts and quotes of some claims."""
    for name in claims:
        if name in event.claims:
            yield from (event.claims[name].text, *event.claims[name].exact_quotes)


GUARDS_ON_EVENTS = (classification_is_quoted,)
