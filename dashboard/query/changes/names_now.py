"""An event as it would read if the events that it refers to had always gone by the ids they have now."""

from collections.abc import Mapping
from typing import TypeVar

from dashboard.model.amount import Amount
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.record import Record

Own = TypeVar("Own", bound=Record)
Names = Mapping[str, str]
"""Id before to id now, of events that were renamed."""


def with_names_now(event: Event, names: Names) -> Event:
    """That another record was renamed changes nothing of this one: relations, disputes and wholes go on to be the same.

    The very same event where it refers to none of them.
    """
    if not names:
        return event
    relations = tuple(_updated(each, event=names.get(each.event, each.event)) for each in event.relations)
    claims = {key: _claim(claim, names) for key, claim in event.claims.items()}
    amounts = {key: _amount(amount, names) for key, amount in event.amounts.items()}
    return _updated(event, relations=relations, claims=claims, amounts=amounts)


def _claim(claim: Claim, names: Names) -> Claim:
    return _updated(claim, disputed_by=tuple(_reference(each, names) for each in claim.disputed_by))


def _amount(amount: Amount, names: Names) -> Amount:
    assessed = amount.assessed and _updated(amount.assessed, part_of=_whole(amount.assessed.part_of, names))
    return _updated(amount, part_of=_whole(amount.part_of, names), assessed=assessed)


def _whole(reference: str | None, names: Names) -> str | None:
    return reference and _reference(reference, names)


def _reference(reference: str, names: Names) -> str:
    """`event-id/claim`; one of the event's own has no slash."""
    id_, slash, key = reference.partition("/")
    return f"{names.get(id_, id_)}/{key}" if slash else reference


def _updated(record: Own, **fields: object) -> Own:
    """Only with what is otherwise: a field that was not written stays unwritten."""
    others = {name: value for name, value in fields.items() if value != getattr(record, name)}
    return record.model_copy(update=others) if others else record
