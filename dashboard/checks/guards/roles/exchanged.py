"""Guard: who does it and to whom it is done, in an event's roles, are as its claims and quotes have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from dashboard.checks.context import EventContext, RegistryNames
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.roles.sides import is_said_to_do, speaks_for
from dashboard.checks.guards.roles.tallies import LEAST_SENTENCES, MUTUAL_TYPES, tally
from dashboard.evidence.verbs import bases_of, present_of
from dashboard.evidence.words import NameMention
from dashboard.model.event import Event
from dashboard.store.workspace import PathInRecord

ROLES_EXCHANGED = guard(
    "roles-exchanged",
    "An initiator and a recipient that may be swapped",
    "Wherever a sentence of the event's claims and quotes names both, the recipient comes first, or the initiator is "
    "the one to whom it is done (“B was attacked by A”). Or the recipient does what an event of this type is, and the "
    "initiator never (“A’s troops crossed the border”), or the initiator has it done to them (“A was sanctioned”), in "
    "two sentences, the title among them.",
    "exchange the roles, or `allow` it in one of their claims with the reason",
    "warning",
)
MOST_PARTS: Final = 10
"""The most initiators, and recipients, that are looked at: each of these with each of those."""
_BY: Final = re.compile(r"\bby\s+(?:(?:the|its|his|her|their|a|an)\s+)?(?:[\w’'-]+\s+){0,3}$")
_GIVEN: Final = re.compile(
    r"\b(?:receiv\w+|obtain\w*|acquir\w+|inherit\w*|borrow\w*|got|gets?)\b[^.;:]*?\bfrom\s+(?:(?:the|its|a|an)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Who received it is first; who gave it acts."""
_EITHER: Final = re.compile(
    r"\b(?:(?:bought|buys?|buying|purchas\w+|import\w*)\b[^.;:]*?\bfrom|los(?:t|es?|ing)\b[^.;:]*?\bto)\s+"
    r"(?:(?:the|its|a|an)\s+)?(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Who buys may act, or who sells; who wins, or who loses."""
_REACH: Final = 80
"""Characters before a name in which is looked for what makes it another part of the sentence."""
_OPENING: Final = re.compile(r"^(?:At|In|On|After|During|Before|Following|Under|With|Amid|Despite|For|To|As)\b[^,]*$")


_HYPHENS: Final = ("-", "–")
_VERB_BEHIND: Final = re.compile(r"[A-Z][\w.’'-]*(?: (?:of |the )?[A-Z][\w.’'-]*){0,4} (?:also |then |had )?([a-z]+)\b")
_CLAUSE: Final = re.compile(r"(?:After|Before|As|During|Following)\b")
_JOINED: Final = re.compile(r"[’'s]*,? (?:and|with|together with|or) (?:the |its )?\Z")


@dataclass(frozen=True, slots=True)
class _Part:
    """An actor in a role, and the claims that give it."""

    actor: str
    claims: tuple[str, ...]
    index: int
    """Which of the event's `who` it is."""
    assessed: PathInRecord | None = None
    """Where the assessed value stands that names the actor."""


def roles_are_not_exchanged(context: EventContext) -> Iterator[Violation]:
    """No initiator is, in all sentences that name both, the one to whom the recipient does it."""
    event, registered = context.event, context.registered
    initiators, recipients = (list(_parts(event, role))[:MOST_PARTS] for role in ("initiator", "recipient"))
    if not initiators or not recipients:
        return
    sentences: list[tuple[str, list[NameMention]]] = []
    for initiator, recipient in product(initiators, recipients):
        if _plainly_act(initiator, recipient, event, registered):
            continue
        sentences = sentences or [(each, registered.about.named_in(each)) for each in context.sentences]
        found = [_direction(*sentence, _bearer(initiator), _bearer(recipient)) for sentence in sentences]
        if found.count(-1) >= LEAST_SENTENCES and 1 not in found and not _is_right(context, initiator, recipient):
            message = f"“{initiator.actor}” is the initiator, but the words have it done by “{recipient.actor}”"
            claims = tuple(dict.fromkeys((*initiator.claims, *recipient.claims)))
            words, path = (initiator.actor, recipient.actor), ("who", initiator.index, "role")
            assessed = initiator.assessed or recipient.assessed
            yield Violation(ROLES_EXCHANGED, event, claims, path, words, message, part=assessed)
            return


def _is_right(context: EventContext, initiator: _Part, recipient: _Part) -> bool:
    """Whether a verb of the type, or a statement of their own, has the initiator do it and not the recipient."""
    if (type_ := context.event.what.type) is None:
        return False
    does, speaks = (
        [fits(context, part.actor, type_) for part in (initiator, recipient)] for fits in (is_said_to_do, speaks_for)
    )
    return (does[0] and not does[1]) or (speaks == [True, False] and not any(does))


def _parts(event: Event, role: str) -> Iterator[_Part]:
    """Who has this role by the words of some claims: as reported, or as assessed where that is quoted."""
    for index, part in enumerate(event.who):
        if part.role != role:
            continue
        if part.claims:
            yield _Part(part.actor, part.claims, index)
        if part.assessed is not None and part.assessed.basis == "quoted" and part.assessed.claims:
            path = ("who", index, "assessed")
            yield _Part(part.assessed.actor or part.actor, part.assessed.claims, index, path)


def _plainly_act(initiator: _Part, recipient: _Part, event: Event, registered: RegistryNames) -> bool:
    """A quick look: whether most texts of the event name the initiator, by a registered name, before the recipient."""
    texts = [text for claim in event.claims.values() for text in (claim.text, *claim.exact_quotes)]
    names, others = (registered.names.get(_bearer(part), ()) for part in (initiator, recipient))
    if any(" by " in text or " from " in text for text in texts):
        return False
    return 2 * sum(0 <= _place_of(names, text) < _place_of(others, text) for text in texts) >= len(texts)


def _place_of(names: Sequence[str], text: str) -> int:
    """Where the first of some names stands; -1 for nowhere."""
    return min((place for name in names if (place := text.find(name)) >= 0), default=-1)


def _bearer(part: _Part) -> str:
    return f"actor/{part.actor}"


def _direction(sentence: str, named: Sequence[NameMention], initiator: str, recipient: str) -> int:
    """1 if the initiator acts upon the recipient in a sentence, -1 for the other way round, 0 if it names not both."""
    named = [each for each in named if not _is_compound(sentence, each)]
    acting = [each.start for each in named if initiator in each.bearers and recipient not in each.bearers]
    acted_upon = [each.start for each in named if recipient in each.bearers and initiator not in each.bearers]
    first, second = _first(sentence, acting), _first(sentence, acted_upon)
    if first is None or second is None:
        return 0
    by_first, by_second = (
        any(_BY.search(sentence[max(0, start - _REACH) : start]) for start in each) for each in (acting, acted_upon)
    )
    if by_first != by_second:
        return 1 if by_first else -1
    if _EITHER.search(sentence[: max(first, second)]) or _are_joined(sentence, named, first, second):
        return 0
    if _GIVEN.search(sentence[: max(first, second)]):
        return 1 if first > second else -1
    return 1 if first < second else -1


def _is_compound(sentence: str, name: NameMention) -> bool:
    """Whether a name is half of another: “the India-Pakistan war”."""
    return sentence[name.end : name.end + 1] in _HYPHENS or sentence[max(0, name.start - 1) : name.start] in _HYPHENS


def _are_joined(sentence: str, named: Sequence[NameMention], first: int, second: int) -> bool:
    """Whether two names are subjects of one verb: “the ministry and the agency began”."""
    one, other = sorted((first, second))
    end = next((each.end for each in named if each.start == one), one)
    return _JOINED.fullmatch(sentence[end:other]) is not None


def _first(sentence: str, starts: Sequence[int]) -> int | None:
    """Where the first of some names stands, but for what opens a sentence: “At a meeting with B, A said”."""
    return next((start for start in starts if start > _REACH or not _opens(sentence, start)), None)


def _opens(sentence: str, start: int) -> bool:
    """Whether a name stands in what opens a sentence, and does nothing itself: “In 1958 the Senate agreed” does."""
    if not _OPENING.match(sentence[:start]):
        return False
    if _CLAUSE.match(sentence):
        return True
    verbs = (each[1] for each in _VERB_BEHIND.finditer(sentence) if each.start() <= start)
    return not any(bases_of(verb) or present_of(verb) for verb in verbs)


def roles_fit_the_deed(context: EventContext) -> Iterator[Violation]:
    """No recipient does it where no initiator does, and no initiator has it done to them alone."""
    event = context.event
    type_ = event.what.type
    if type_ is None or type_ in MUTUAL_TYPES or not context.is_english:
        return
    sides = [
        [part for part in event.who if part.role == role and part.claims and part.assessed is None]
        for role in ("initiator", "recipient")
    ]
    if len(sides[0]) + len(sides[1]) not in (1, 2) or max(map(len, sides)) > 1:
        return
    initiator, recipient = (side[0] if side else None for side in sides)
    done = tally(context, initiator, type_), tally(context, recipient, type_)
    if done[0].acts or done[1].suffers or done[0].suffers + done[1].acts < LEAST_SENTENCES:
        return
    if any(True for _ in roles_are_not_exchanged(context)):
        return
    wrong = initiator if initiator is not None and done[0].suffers else recipient
    if wrong is None:
        return
    told = "has it done to them" if wrong is initiator else "does it"
    message = f"“{wrong.actor}” is the {wrong.role}, but {told} by the words"
    parts = [part for part in (initiator, recipient) if part is not None]
    claims = tuple(dict.fromkeys(claim for part in parts for claim in part.claims))
    path = ("who", event.who.index(wrong), "role")
    yield Violation(ROLES_EXCHANGED, event, claims, path, tuple(part.actor for part in parts), message)
