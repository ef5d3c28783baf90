"""What the two sides of an amount or a participant say, in words: as reported, and as the team holds it."""

from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.model.amount import Amount
from dashboard.model.event import Event, Participant
from dashboard.model.time_and_place import OtherDate, OtherPlace, When, Where
from dashboard.query.reading import OtherValue
from dashboard.query.wording import amount_words, reported_amount_words, without_hyphens
from dashboard.store.workspace import Workspace

NOT_KNOWN: Final = "not known"
"""In the place of a value that the team holds to be unknown."""


def amount_sides(event: Event, amount: Amount, events: Mapping[str, Event]) -> tuple[str, str]:
    """How much, and on a line below it what that is a part of: reported, assessed. Empty where a side says nothing.

    An amount that is reported in words alone has them in quotation marks.
    """
    whole = f"part of {other_amount(event, amount.part_of, events)}" if amount.part_of else ""
    reported = _lines(reported_amount_words(amount), whole)
    assessed = amount.assessed
    if assessed is None:
        return reported, ""
    part = ""
    if assessed.says_part_of:
        if assessed.part_of:
            part = f"part of {other_amount(event, assessed.part_of, events)}"
        elif amount.part_of:
            part = f"not {whole}"
    unknown = NOT_KNOWN if assessed.basis == "unknown" else ""
    return reported, _lines(amount_words(assessed), part) or unknown


def participant_sides(participant: Participant, workspace: Workspace) -> tuple[str, str]:
    """Who: by the words reported, else by the name where claims carry it; and whom the team holds it to be."""
    name = workspace.actor_name(participant.actor)
    reported = participant.as_reported or (name if participant.claims else "")
    if participant.assessed is None:
        return reported, ""
    return reported, workspace.actor_name(participant.assessed.actor) if participant.assessed.actor else name


def apart(reported: str, assessed: str) -> tuple[str, str]:
    """The lines in which two values of several lines differ; all lines if one side has none of its own."""
    mine, theirs = reported.splitlines(), assessed.splitlines()
    only_mine = [line for line in mine if line not in theirs]
    only_theirs = [line for line in theirs if line not in mine]
    if only_mine and only_theirs:
        return " ".join(only_mine), " ".join(only_theirs)
    return " ".join(mine), " ".join(theirs)


def difference(reported: str, assessed: str) -> tuple[str, str] | None:
    """What differs between the sides; None where they agree, or one of them gives no value."""
    return apart(reported, assessed) if reported and assessed and reported != assessed else None


def label_of(event: Event, part: When | Where | Amount) -> str:
    """`When, lasted`, `Where`; of amounts as `amount_label` has it."""
    match part:
        case When():
            return "When, lasted" if part.lasted else "When"
        case Where():
            return "Where"
        case Amount():
            return amount_label(event, next(key for key, each in event.amounts.items() if each is part))


def in_words(name: str, as_reported: str | None) -> str:
    """`Ecuador (“the republic”)`: a name with the source's words for it, if there are some."""
    return f"{name} (“{as_reported}”)" if as_reported else name


def said_by_sources(
    part: When | Where | Amount, workspace: Workspace
) -> Iterator[tuple[str, When | Where | Amount | OtherValue]]:
    """Each value that is reported for a part, in words, with what holds its claims: the first one, then all others.

    Where the first is missing, which is a problem of the record, its words stand for it, or nothing does.
    """
    for each in (part, *part.also_reported):
        match each:
            case When() | Where() | Amount() if each.reported is None:
                if each.as_reported:
                    yield f"“{each.as_reported}”", each
            case When() | OtherDate():
                yield each.reported.words() if each.reported else "", each
            case Where():
                yield workspace.place_name(each.reported or ""), each
            case OtherPlace():
                yield in_words(workspace.place_name(each.reported), each.as_reported), each
            case _:
                yield amount_words(each.reported) if each.reported else "", each


def amount_label(event: Event, key: str) -> str:
    """`How much`; of several amounts `How much, drones`."""
    return f"How much, {without_hyphens(key)}" if len(event.amounts) > 1 else "How much"


def other_amount(event: Event, reference: str, events: Mapping[str, Event]) -> str:
    """`the $13.5 million`, `“hundreds of pilgrims”`; the reference itself where there is no such amount."""
    id_, _, key = reference.rpartition("/")
    other = events.get(id_) if id_ else event
    amount = other.amounts.get(key) if other else None
    if amount and amount.as_reported and amount.reported is None:
        return reported_amount_words(amount)
    quantity = (amount.reported or amount.assessed) if amount else None
    return f"the {amount_words(quantity)}" if quantity and quantity.value is not None else reference


def _lines(amount: str, part: str) -> str:
    return "\n".join(filter(None, (amount, part)))
