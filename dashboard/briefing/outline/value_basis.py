"""What a row or a sentence is based on that tells a value: as reported, beside as the team holds it."""

from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.briefing.outline.basis import (
    fields_of_event,
    of_date,
    of_place,
    of_place_names,
    of_support,
)
from dashboard.briefing.outline.computed_fields import ASSESSED_ALONE, RETRACTED, SEVERAL_AMOUNTS
from dashboard.briefing.outline.decided_fields import DIFFERS, HAS_OTHERS, SUPPORT
from dashboard.model.amount import Amount, OtherAmount
from dashboard.model.event import Event
from dashboard.model.time_and_place import OtherDate, OtherPlace, When, Where
from dashboard.query.changes import name_of_value
from dashboard.query.reading import OtherValue
from dashboard.store.workspace import PathInRecord

OF_A_QUANTITY: Final = ("value", "to", "currency", "unit", "qualifier")
OF_AN_AMOUNT: Final = (*OF_A_QUANTITY, "purpose", "part_of")
"""The fields of an amount as the team assessed it."""


def of_reported_date(event: Event) -> Iterator[str]:
    """The reported date, or else its words, beside the one that the team holds."""
    yield from fields_of_event(event, "when.reported", "when.claims")
    if event.when.reported is None:
        yield from fields_of_event(event, "when.as_reported")
    yield from of_date(event)


def of_one_source(event: Event, path: PathInRecord, value: When | Where | Amount | OtherValue) -> Iterator[str]:
    """The date, place or amount at `path` as one of several sources has it, and whether all of them can be true."""
    part = ".".join(map(str, path))
    if isinstance(value, OtherValue):
        yield from fields_of_event(event, f"{part}.also_reported.{name_of_value(value)}")
    else:
        yield from fields_of_event(event, f"{part}.reported", f"{part}.claims")
    yield from fields_of_event(event, f"{part}.{DIFFERS}", f"{part}.{HAS_OTHERS}")
    if isinstance(value, Where | OtherPlace):
        yield from of_place_names(value.reported)
    if isinstance(value, When | OtherDate):
        yield from fields_of_event(event, "when.lasted")
    if isinstance(value, Amount | OtherAmount):
        yield from fields_of_event(event, SEVERAL_AMOUNTS)


def of_reported_place(event: Event) -> Iterator[str]:
    """The reported place, or else its words, beside the one that the team holds."""
    yield from fields_of_event(event, "where.reported", "where.claims")
    if event.where.reported is None:
        yield from fields_of_event(event, "where.as_reported")
    yield from of_place_names(event.where.reported)
    yield from of_place(event)


def of_amount(event: Event, key: str, events: Mapping[str, Event], *, cites: bool = False) -> Iterator[str]:
    """An amount as reported beside the one that the team holds, and the amounts that it is said to be a part of.

    `cites`: the sentence refers to the claims that the team's amount names, and tells what it is for by either side.
    """
    amount = event.amounts[key]
    yield from fields_of_event(event, SEVERAL_AMOUNTS)
    yield from fields_of_event(
        event, *(f"amounts.{key}.{field}" for field in ("reported", "as_reported", "part_of", "claims"))
    )
    if amount.assessed is None:
        return
    if (amount.assessed.purpose is None) is cites:
        yield from fields_of_event(event, f"amounts.{key}.purpose")
    yield from fields_of_event(event, *(f"amounts.{key}.assessed.{field}" for field in OF_AN_AMOUNT))
    yield from fields_of_event(
        event, f"amounts.{key}.{SUPPORT}", *([f"amounts.{key}.assessed.claims"] if cites else [])
    )
    yield from of_support(event, f"amounts.{key}", amount.assessed)
    for reference in filter(None, (amount.part_of, amount.assessed.part_of)):
        id_, _, whole = reference.rpartition("/")
        other = events.get(id_) if id_ else event
        if other is not None and whole in other.amounts:
            yield from _of_quantity(other, whole)
        else:
            yield from (
                f"events/{id_ or event.id}#amounts.{whole}.{side}.{field}"
                for side in ("reported", "assessed")
                for field in OF_A_QUANTITY
            )


def _of_quantity(event: Event, key: str) -> Iterator[str]:
    """What another amount is called by that is a part of this one."""
    amount = event.amounts[key]
    if amount.reported is None and amount.as_reported is not None:
        yield from fields_of_event(event, f"amounts.{key}.reported", f"amounts.{key}.as_reported")
        return
    side = "reported" if amount.reported else "assessed"
    yield from fields_of_event(event, *(f"amounts.{key}.{side}.{field}" for field in OF_A_QUANTITY))


def of_participant(event: Event, index: int, *, cites: bool = False) -> Iterator[str]:
    """Who took part by the words, beside whom the team holds it to be.

    `cites`: the sentence refers to the claims that the team's assessment names.
    """
    part = event.who[index]
    before = sum((each.actor, each.role) == (part.actor, part.role) for each in event.who[:index])
    path = f"who.{part.actor}.{part.role}{f'#{before + 1}' if before else ''}"
    yield from fields_of_event(event, *(f"{path}.{field}" for field in ("actor", "role", "as_reported", "claims")))
    if part.assessed is None:
        return
    yield from fields_of_event(event, f"{path}.assessed.actor", f"{path}.{SUPPORT}")
    yield from fields_of_event(event, *([f"{path}.assessed.claims"] if cites else []))
    yield from of_support(event, path, part.assessed)
    is_named = part.assessed.actor is None or (part.claims and part.as_reported is None)
    ids = dict.fromkeys(filter(None, (part.actor if is_named else None, part.assessed.actor)))
    yield from (f"actors/{id_}#name" for id_ in ids)


def of_assessed_participants(event: Event) -> Iterator[str]:
    """Keys of who took part by the team's assessment alone: which they are, and what it says of each."""
    yield from fields_of_event(event, RETRACTED, ASSESSED_ALONE)
    for index, part in enumerate(event.who):
        if part.is_assessed_alone:
            yield from of_participant(event, index, cites=True)
