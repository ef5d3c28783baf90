"""On which sides of the deeds of an event's type somebody stands, in its title, claims and quotes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dashboard.checks.context import EventContext
from dashboard.checks.guards.roles.tallies import naming
from dashboard.evidence.sides import DeedSide, may_tell, side_of
from dashboard.evidence.verbs import IN_SUBSTANCE
from dashboard.evidence.words import NameMention


def sides_of(context: EventContext, actor: str, type_: str) -> Counter[DeedSide]:
    """How often an actor stands on each side of the deeds of a type."""
    key = ((actor,), f"sides of {type_}")
    if (known := context.counted.get(key)) is None:
        known = context.counted[key] = Counter(_sides(context, actor, type_))
    return known


def may_be_told(context: EventContext, type_: str) -> bool:
    """Whether the title, a claim or a quote has a word for a deed of a type."""
    key = ((), f"words of {type_}")
    if (known := context.counted.get(key)) is None:
        event = context.event
        texts = (text for claim in event.claims.values() for text in (claim.text, *claim.exact_quotes))
        known = any(may_tell(type_, each) for each in (event.title, *texts))
        context.counted[key] = known
    return bool(known)


def side_in_title(context: EventContext, actor: str, type_: str, side: DeedSide) -> bool:
    """Whether an actor stands on a side of a deed of a type in the title."""
    key = ((actor,), f"sides of {type_} in the title")
    if (known := context.counted.get(key)) is None:
        known = context.counted[key] = frozenset(_sides(context, actor, type_, in_title=True))
    return side in known


def is_said_to_do(context: EventContext, actor: str, type_: str) -> bool:
    """Whether a sentence has an actor do a deed of a type."""
    return sides_of(context, actor, type_)[DeedSide.DOES] > 0


def speaks_for(context: EventContext, actor: str, type_: str) -> bool:
    """Whether the event is something that is said, and a claim is a statement of an actor's own."""
    return type_ not in IN_SUBSTANCE and any(actor in claim.by for claim in context.event.claims.values())


def _sides(context: EventContext, actor: str, type_: str, *, in_title: bool = False) -> Iterator[DeedSide]:
    bearer = f"actor/{actor}"
    reported = (part.as_reported for part in context.event.who if part.actor == actor and part.as_reported)
    pattern = naming((*context.registered.names.get(bearer, ()), *reported))
    for sentence, named in _names_in_sentences(context):
        if in_title and sentence != context.event.title:
            continue
        spans = {match.span() for match in pattern.finditer(sentence)} if pattern else set[tuple[int, int]]()
        spans |= {(each.start, each.end) for each in named if bearer in each.bearers}
        for start, end in _longest(spans):
            yield side_of(type_, sentence, start, end)


def _names_in_sentences(context: EventContext) -> list[tuple[str, list[NameMention]]]:
    """The sentences of an event, its title among them, with the registered names in each."""
    key = ((), "names in sentences")
    if (known := context.counted.get(key)) is None:
        sentences = dict.fromkeys((*context.sentences, context.event.title))
        known = context.counted[key] = [(each, context.registered.about.named_in(each)) for each in sentences]
    return known


def _longest(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of which none lies within another."""
    last = -1
    for start, end in sorted(spans, key=lambda each: (each[0], -each[1])):
        if end > last:
            yield start, end
            last = end
