"""Guard: who does it in the title does it by the claims and quotes, and is not only accused of it or beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guards.roles import acts_in, another_who_acts
from dashboard.checks.guards.titles.words import TITLE_OVERCLAIMS
from dashboard.evidence.verbs import bases_of, present_of
from dashboard.evidence.words import NameMention

_VERB: Final = re.compile(r"(?: [A-Z][\w’'-]*| fighters| gunmen| rebels| forces| troops)? ([a-z]+)\b")
_DOUBTED: Final = re.compile(
    r"\b(?:alleg\w*|accus\w*|suspect\w*|blam\w*|says?|said|claim\w*|report\w*|apparent\w*"
    r"|charg\w*|trial|over|may|might|could|would|will|to|not|no)\b|[?:]",
    re.IGNORECASE,
)
"""Words by which a title says itself that it is not sure."""
_ACCUSING: Final = re.compile(r"\b(?:blam|accus|suspect|alleg|held|attribut|point)")
"""A quick look: without one of these, nobody is accused."""
_ACCUSED: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|suspect(?:ed|s)?|alleg\w+|held"
    r"|attribut(?:ed|es) \w+ to|point(?:ed|s) to)\b[^.;:]{0,60}\Z"
)


def title_has_who_does_it(context: EventContext) -> Iterator[Violation]:
    """Nobody does it in the title who by the words is only accused of it, or beside whom another does it."""
    event, about = context.event, context.registered.about
    if not context.is_english or _DOUBTED.search(event.title):
        return
    doing = [each for each in about.named_in(event.title) if _is_subject(event.title, each)]
    if not doing:
        return
    sentences = tuple(dict.fromkeys(context.sentences))
    may_be_accused = any(map(_ACCUSING.search, sentences))
    for name in doing:
        if not may_be_accused and _is_initiator(context, name):
            continue
        mentions = [
            (sentence, each)
            for sentence in sentences
            for each in about.named_in(sentence)
            if not name.bearers.isdisjoint(each.bearers)
        ]
        if mentions and (told := _is_beside_it(context, name, mentions)):
            message = f"“{name.text}” does it in the title, but by the claims and quotes {told}"
            yield Violation(TITLE_OVERCLAIMS, event, tuple(event.claims), ("title",), (name.text,), message)
            return


def _is_subject(title: str, name: NameMention) -> bool:
    """Whether a verb stands behind the name of an actor."""
    verb = _VERB.match(title, name.end)
    is_actor = any(each.startswith("actor/") for each in name.bearers)
    return is_actor and verb is not None and bool(bases_of(verb[1]) or present_of(verb[1]))


def _is_initiator(context: EventContext, name: NameMention) -> bool:
    return any(part.role == "initiator" and f"actor/{part.actor}" in name.bearers for part in context.event.who)


def _is_beside_it(context: EventContext, name: NameMention, mentions: Sequence[tuple[str, NameMention]]) -> str:
    """What the words have somebody do who does it in the title."""
    if all(_ACCUSED.search(sentence[: each.start]) for sentence, each in mentions):
        return "is only accused of it"
    event, type_ = context.event, context.event.what.type
    if type_ is None or _is_initiator(context, name):
        return ""
    if not acts_in(type_, event.title, (name.start, name.end)):
        return ""
    if any(acts_in(type_, sentence, (each.start, each.end)) for sentence, each in mentions):
        return ""
    ids = [each.removeprefix("actor/") for each in sorted(name.bearers) if each.startswith("actor/")]
    doers = [another_who_acts(context, id_, type_) for id_ in ids]
    return f"“{doers[0]}” does it" if doers and all(doers) else ""
