"""What the words make of a role: an initiator who only has it done to them, a recipient who does it."""

from dashboard.checks.context import EventContext
from dashboard.checks.guards.roles.sides import may_be_told, side_in_title, sides_of, speaks_for
from dashboard.checks.guards.roles.tallies import LEAST_SENTENCES, MUTUAL_TYPES, tally
from dashboard.evidence.sides import DeedSide, is_left_open, side_of
from dashboard.model.event import Participant


def is_object(context: EventContext, part: Participant) -> str:
    """What the words have an initiator undergo, who does nothing in them; empty where they leave it open."""
    type_ = context.event.what.type
    if type_ is None or type_ == "cooperate" or speaks_for(context, part.actor, type_):
        return ""
    if not may_be_told(context, type_):
        return ""
    if tally(context, part, type_).acts:
        return ""
    found = sides_of(context, part.actor, type_)
    if not found or found[DeedSide.DOES]:
        return ""
    is_object_alone = (
        found[DeedSide.SUFFERS] > found[DeedSide.ACTS] and found[DeedSide.SUFFERS] >= found[DeedSide.BESIDE]
    )
    if is_object_alone or side_in_title(context, part.actor, type_, DeedSide.SUFFERS):
        return "has it done to them by the words"
    if doer := _another_in_title(context, part, type_):
        return f"by the title it is done by “{doer}”"
    if type_ in MUTUAL_TYPES or found[DeedSide.ACTS] or found[DeedSide.BESIDE]:
        return ""
    doer = _another_who_does(context, part, type_)
    return f"by the words it is done by “{doer}”" if doer else ""


def is_doer(context: EventContext, part: Participant) -> str:
    """What the words have a recipient do, where no initiator does it; empty where they leave it open."""
    type_ = context.event.what.type
    initiators = [each for each in context.event.who if each.role == "initiator"]
    if type_ is None or (type_ == "cooperate" and initiators):
        return ""
    if any(tally(context, each, type_).acts for each in initiators) or not may_be_told(context, type_):
        return ""
    found = sides_of(context, part.actor, type_)
    if not initiators and type_ in MUTUAL_TYPES and tally(context, part, type_).acts >= LEAST_SENTENCES:
        return "does it by the words, and no initiator is named"
    if not found[DeedSide.DOES] or found[DeedSide.SUFFERS]:
        return ""
    is_in_title = side_in_title(context, part.actor, type_, DeedSide.DOES)
    for each in initiators:
        sides = sides_of(context, each.actor, type_)
        acts = not is_in_title and found[DeedSide.DOES] <= sides[DeedSide.ACTS] + sides[DeedSide.BESIDE]
        if sides[DeedSide.DOES] or acts or not sides or speaks_for(context, each.actor, type_):
            return ""
    return "does it by the words, and no initiator does"


def _another_in_title(context: EventContext, part: Participant, type_: str) -> str:
    """Somebody who is named with another role, and does it in the title."""
    others = (each.actor for each in context.event.who if each.role in ("recipient", "mentioned"))
    own = {each.actor for each in context.event.who if each.role == "initiator"} | {part.actor}
    return next((each for each in others if each not in own and side_in_title(context, each, type_, DeedSide.DOES)), "")


def _another_who_does(context: EventContext, part: Participant, type_: str) -> str:
    """Another actor who does it in a quote, where no pronoun does."""
    if any(is_left_open(type_, sentence) for sentence in context.sentences):
        return ""
    own = f"actor/{part.actor}"
    for sentence in context.quoted_sentences:
        for each in context.registered.about.named_in(sentence):
            others = sorted(bearer for bearer in each.bearers if bearer.startswith("actor/"))
            if others and own not in others and side_of(type_, sentence, each.start, each.end) == DeedSide.DOES:
                return others[0].removeprefix("actor/")
    return ""
