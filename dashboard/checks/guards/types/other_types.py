"""Guard: the title, claims and quotes of an event do not plainly tell another type than its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.guards.roles import sides_of
from dashboard.evidence.sides import DeedSide
from dashboard.evidence.verbs import may_be_headline_of, tells_as_done, types_in_headline, types_with_words_in
from dashboard.model.vocabularies import DEEDS_OF_TYPES, TYPES_AKIN

MOST_OWN: Final = 1
"""In so many claims and quotes an event may have a word of its own type that no initiator does and no title has.

A `consult` may have none: in a meeting or a call, something else is said, of which the title tells.
"""
LEAST_OTHER: Final = 5
"""What another type must have, by the weights of `_weight`."""
_OF_HEADLINE: Final = 3
_MOST_TEXTS: Final = 3


@dataclass(frozen=True, slots=True)
class TypeWords:
    """How an event's words tell of one type."""

    texts: int
    """Claims and quotes that tell it."""
    is_in_title: bool
    by_parts: int
    """Sentences in which an initiator does it, or a recipient has it done to them."""


def another_type(context: EventContext, type_: str, texts: Sequence[str]) -> str | None:
    """The type that an event's words tell, where they hardly tell its own, and it is none that is akin to it."""
    event = context.event
    if may_be_headline_of(type_, event.title):
        return None
    others = [other for other in types_with_words_in(texts) if other in _unlike(type_)]
    told = {other: count for other in others if (count := _texts_that_tell(other, texts))}
    if not told:
        return None
    own = sum(tells_as_done(type_, text) for text in texts) - _by_others(context, type_)
    if own > (0 if type_ == "consult" else MOST_OWN) or _by_parts(context, type_):
        return None
    headline = types_in_headline(event.title)
    for other, count in told.items():
        if count <= own:
            continue
        words = TypeWords(count, may_be_headline_of(other, event.title), _by_parts(context, other))
        if _weight(words, is_headline=other in headline) >= LEAST_OTHER:
            return other
    return None


@cache
def _unlike(type_: str) -> frozenset[str]:
    """The types that are neither a type itself nor akin to it."""
    return frozenset(other for other in DEEDS_OF_TYPES if other != type_ and {other, type_} not in TYPES_AKIN)


def _texts_that_tell(type_: str, texts: Sequence[str]) -> int:
    """In how many texts a type is plainly told."""
    return sum(tells_as_done(type_, text, plainly=True) for text in texts)


def _weight(words: TypeWords, *, is_headline: bool) -> int:
    return _OF_HEADLINE * is_headline + words.is_in_title + words.by_parts + min(words.texts, _MOST_TEXTS)


def _by_others(context: EventContext, type_: str) -> int:
    """In how many sentences somebody does a deed of a type who is no initiator, where there is one."""
    initiators = {part.actor for part in context.event.who if part.role == "initiator"}
    others = {part.actor for part in context.event.who} - initiators if initiators else set[str]()
    return sum(sides_of(context, actor, type_)[DeedSide.DOES] for actor in sorted(others))


def _by_parts(context: EventContext, type_: str) -> int:
    """In how many sentences an initiator does a deed of a type, or a recipient has it done to them."""
    roles = {"initiator": DeedSide.DOES, "recipient": DeedSide.SUFFERS}
    parts = {(part.actor, roles[part.role]) for part in context.event.who if part.role in roles}
    return sum(sides_of(context, actor, type_)[side] for actor, side in sorted(parts))
