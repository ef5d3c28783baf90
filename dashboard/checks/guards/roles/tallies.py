"""In how many sentences of an event somebody does what its type is, and has it done to them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.evidence.verbs import does_it, is_blamed, suffers_it
from dashboard.model.event import Participant

MUTUAL_TYPES: Final = frozenset({"consult", "agree", "cooperate"})
"""Types by which either may be the first."""
LEAST_SENTENCES: Final = 2
"""So many sentences must tell of it: the claim, say, and its quote."""
_BLAMED: Final = frozenset({"assault", "coerce"})
"""Types that somebody may be said to have done."""
_ADJECTIVE: Final = r"(?:n|an|ian|ese)?(?![\w-])"
"""`South African` of `South Africa`."""


@dataclass(frozen=True, slots=True)
class DeedCount:
    """In how many sentences somebody does it, and has it done to them."""

    acts: int = 0
    suffers: int = 0


def tally(context: EventContext, part: Participant | None, type_: str) -> DeedCount:
    """How often a participant does a deed of a type, and has it done to them, in the title and the claims."""
    names = names_of(context, part) if part else ()
    if (known := context.counted.get((names, type_))) is None:
        known = context.counted[names, type_] = _count(context, names, type_)
    return known


def _count(context: EventContext, names: tuple[str, ...], type_: str) -> DeedCount:
    acts = suffers = 0
    pattern = naming(names)
    for sentence in dict.fromkeys((*context.sentences, context.event.title)) if pattern else ():
        spans = [match.span() for match in pattern.finditer(sentence)] if pattern else []
        is_act = any(acts_in(type_, sentence, span) for span in spans)
        acts += is_act
        suffers += not is_act and any(suffers_it(type_, sentence, *span) for span in spans)
    return DeedCount(acts, suffers)


def acts_in(type_: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the name in a span of a sentence does a deed of a type, or is blamed for it."""
    return does_it(type_, sentence, *span) or (type_ in _BLAMED and is_blamed(sentence, *span))


def names_of(context: EventContext, part: Participant) -> tuple[str, ...]:
    """What texts may call a participant: the names of the registry, and the words as reported."""
    reported = (part.as_reported,) if part.as_reported else ()
    return (*context.registered.names.get(f"actor/{part.actor}", ()), *reported)


@lru_cache(maxsize=4096)
def naming(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds some names in a text; nothing where there are none."""
    if not names:
        return None
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives}){_ADJECTIVE}")
