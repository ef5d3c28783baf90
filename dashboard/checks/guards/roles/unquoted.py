"""Guard: who is given a role plays it by the words, and does not only mediate, host or speak of it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.roles.exchanged import roles_are_not_exchanged, roles_fit_the_deed
from dashboard.checks.guards.roles.objects import is_doer, is_object
from dashboard.checks.guards.roles.tallies import LEAST_SENTENCES, MUTUAL_TYPES, acts_in, names_of, naming, tally
from dashboard.evidence.sides import DeedSide, side_of
from dashboard.evidence.verbs import MEDIATION, does_it, may_be_headline_of, mediates, only_tells
from dashboard.model.event import Participant
from dashboard.model.registry import Actor

ROLE_NOT_QUOTED = guard(
    "role-not-quoted",
    "A role that the words do not give",
    "An initiator only mediates or hosts by the claims and quotes (“talks mediated by Oman”), only speaks of what "
    "another does (“UNMISS documented that soldiers burned homes”), only has it done to them (“an attack on Chad”, "
    "“Chad should investigate” for a `request`), or does nothing where another does it. A recipient does it, and no "
    "initiator does (“Oman promised Chad a loan”). Or a mediator is one of those who do it, and no words say that they "
    "mediated.",
    "give the role that the words give (`mediator`, `mentioned`), add the claim that says more, or `allow` it in one "
    "of their claims with the reason",
    "warning",
)
_IN_SUBSTANCE: Final = frozenset(
    {"aid", "retreat", "sanction", "mobilize", "coerce", "assault", "protest", "cooperate"}
)
"""Types that are done, not said: who only speaks does none of them."""
_OF_A_STATE: Final = frozenset({"government", "ministry", "armed-force", "person", "other"})
_TOGETHER_WORDS: Final = """
    help helped helps support supported supports join joined joins together jointly coalition allied allies ally
    alongside backed assisted both also too same followed likewise with
"""
_TOGETHER: Final = frozenset(_TOGETHER_WORDS.split())
"""Words by which somebody may have a part in what another does."""
_WHERE: Final = re.compile(r"\b(?:in|at|near|outside|around) \Z")
"""Before the name of a government that is a place: “met in Oslo”."""
_OF_PARTIES: Final = frozenset({"agree", "retreat", "cooperate"})
"""Types that are the parties' own, whoever brings them together."""
_BETWEEN: Final = re.compile(r"\bbetween (?:[^.;:,]{1,60} and )?(?:the |its )?\Z")
_PRONOUNS: Final = ("It", "They", "He", "She", "We", "I")


def roles_are_played(context: EventContext) -> Iterator[Violation]:
    """No initiator only mediates, speaks of it or suffers it; and no mediator is one of the parties alone."""
    event = context.event
    if not event.who or not context.is_english:
        return
    sentences = tuple(dict.fromkeys(context.sentences))
    parts = [part for part in event.who if part.claims and part.assessed is None]
    for part in parts:
        told = ""
        if part.role == "mediator":
            told = _is_no_mediator(context, part, sentences)
        elif part.role == "initiator":
            told = (
                _only_mediates(context, part, parts, sentences)
                or _does_nothing(context, part, sentences)
                or is_object(context, part)
            )
        elif part.role == "recipient":
            told = is_doer(context, part)
        if told and not _are_exchanged(context):
            message = f"“{part.actor}” is the {part.role}, but {told}"
            path = ("who", event.who.index(part), "role")
            yield Violation(ROLE_NOT_QUOTED, event, part.claims, path, (part.actor,), message)


def _are_exchanged(context: EventContext) -> bool:
    """Whether two roles may be swapped, of which the guard on that tells."""
    return any(True for each in (roles_are_not_exchanged, roles_fit_the_deed) for _ in each(context))


def _mentions(context: EventContext, part: Participant, sentences: Sequence[str]) -> list[tuple[str, tuple[int, int]]]:
    """Where some sentences name a participant."""
    pattern = naming(names_of(context, part))
    if pattern is None:
        return []
    found = ((each, match.span()) for each in sentences for match in pattern.finditer(each))
    return [(sentence, span) for sentence, span in found if not _WHERE.search(sentence[: span[0]])]


def _is_no_mediator(context: EventContext, part: Participant, sentences: Sequence[str]) -> str:
    """What the words have a mediator do, where none of theirs is one for a mediation."""
    found = _mentions(context, part, sentences)
    if not found or any(MEDIATION.search(sentence) for sentence, _ in found):
        return ""
    types = {each for each in (context.event.what.type, "agree") if each}
    least = LEAST_SENTENCES if any(MEDIATION.search(sentence) for sentence in sentences) else 1
    acts = any(tally(context, part, type_).acts >= least for type_ in types)
    return "does it by the words" if acts else ""


def _only_mediates(
    context: EventContext, part: Participant, parts: Sequence[Participant], sentences: Sequence[str]
) -> str:
    """What the words have an initiator do who mediates or hosts wherever they name them, beside one who does not."""
    if not _all_mediate(context, part, sentences):
        return ""
    others = [each for each in parts if each is not part and each.role != "mediator"]
    mediate_not = [each for each in others if each.role == "initiator" and not _all_mediate(context, each, sentences)]
    is_of_parties = context.event.what.type in _OF_PARTIES
    if mediate_not or (is_of_parties and sum(_is_party(context, each) for each in others) > 1):
        return "only mediates or hosts by the words"
    return ""


def _is_party(context: EventContext, part: Participant) -> bool:
    """Whether a sentence has somebody between whom something is: “a truce between Chad and Niger”."""
    return any(_BETWEEN.search(sentence[: span[0]]) for sentence, span in _mentions(context, part, context.sentences))


def _all_mediate(context: EventContext, part: Participant, sentences: Sequence[str]) -> bool:
    found = _mentions(context, part, sentences)
    others = [(sentence, span) for sentence, span in found if not mediates(sentence, *span)]
    type_ = context.event.what.type or "agree"
    return len(others) < len(found) and all(
        side_of(type_, sentence, *span) in (DeedSide.ELSEWHERE, DeedSide.BESIDE) for sentence, span in others
    )


def _does_nothing(context: EventContext, part: Participant, sentences: Sequence[str]) -> str:
    """What the words have an initiator do, where another does what the event's type is, and they never do."""
    type_ = context.event.what.type
    if type_ is None or type_ in MUTUAL_TYPES:
        return ""
    found = _mentions(context, part, sentences)
    done = tally(context, part, type_) if found else None
    if done is None or done.acts:
        return ""
    only_speaks = type_ in _IN_SUBSTANCE and all(only_tells(sentence, *span) for sentence, span in found)
    is_elsewhere = not any(_may_tell(type_, sentence) for sentence, _ in found)
    is_victim = done.suffers >= LEAST_SENTENCES
    if not (only_speaks or is_elsewhere or is_victim) or _is_left_open(type_, sentences):
        return ""
    if (doer := another_who_acts(context, part.actor, type_)) is None:
        return ""
    if is_victim:
        return f"has it done to them by “{doer}”"
    return f"only speaks of what “{doer}” does" if only_speaks else f"by the words it is done by “{doer}”"


def _may_tell(type_: str, sentence: str) -> bool:
    """Whether a sentence may tell of a deed of a type, or of a part in it."""
    return may_be_headline_of(type_, sentence) or not _TOGETHER.isdisjoint(sentence.split())


def _is_left_open(type_: str, sentences: Sequence[str]) -> bool:
    """Whether somebody does it who is only a pronoun: “It burned the homes”."""
    return any(
        sentence.startswith(f"{pronoun} ") and does_it(type_, sentence, 0, len(pronoun))
        for sentence in sentences
        for pronoun in _PRONOUNS
    )


def another_who_acts(context: EventContext, actor: str, type_: str) -> str | None:
    """Another actor who does it in a quote, and is not of the same state."""
    actors, about = context.corpus.workspace.actors, context.registered.about
    own, found = f"actor/{actor}", set[str]()
    for sentence in context.quoted_sentences:
        named = [each for each in about.named_in(sentence) if own not in each.bearers]
        found |= {
            bearer.removeprefix("actor/")
            for each in named
            if acts_in(type_, sentence, (each.start, each.end))
            for bearer in each.bearers
            if bearer.startswith("actor/")
        }
    one = actors.get(actor)
    others = (id_ for id_ in sorted(found) if id_ in actors)
    return next((id_ for id_ in others if one is None or not _are_of_one_state(one, actors[id_])), None)


def _are_of_one_state(one: Actor, other: Actor) -> bool:
    """Whether one may act for the other: a minister for the government, an agency for the United Nations."""
    if one.kind == other.kind == "international-organisation":
        return True
    if one.kind == "person" and other.kind in _OF_A_STATE | {"international-organisation"}:
        return one.country is None or other.country in (None, one.country)
    return one.country is not None and one.country == other.country and {one.kind, other.kind} <= _OF_A_STATE
