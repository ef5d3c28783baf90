"""The amounts of an event, and the values that further sources give, in a table and in a CSV file."""

from collections.abc import Iterator
from typing import Any, Literal

from dashboard.model.amount import AssessedAmount, OtherAmount, Quantity
from dashboard.model.time_and_place import OtherDate, OtherPlace
from dashboard.query.fields.event_row import EventRow
from dashboard.query.fields.field import FieldEntry
from dashboard.query.wording import amount_words


def amount_entries(row: EventRow) -> list[FieldEntry]:
    """Every amount as the mode has it: its number, else the source's words for it, in quotation marks."""
    return [
        FieldEntry(f"“{each}”" if isinstance(each, str) else amount_words(each), key, row.event.amounts[key])
        for key, each in row.amounts.items()
    ]


def amount_key(row: EventRow) -> Any:
    """Sort key of amounts: by currency or unit, then largest first, so that dollars are not compared with euros.

    None where all are words: they cannot be compared.
    """
    numbers = [each for each in row.amounts.values() if not isinstance(each, str)]
    return min(((each.currency or f"~{each.unit}"), -(each.value or 0)) for each in numbers) if numbers else None


def quantities(row: EventRow, side: Literal["reported", "assessed"]) -> list[str]:
    """`drones: at-least 6000000 USD`, in whole units."""
    given = {key: getattr(amount, side) for key, amount in row.event.amounts.items()}
    return [f"{key}: {_quantity(each)}" for key, each in given.items() if each is not None and each.value is not None]


def amounts_in_words(row: EventRow) -> list[FieldEntry]:
    """`dead: hundreds of pilgrims`."""
    given = row.event.amounts.items()
    return [FieldEntry(f"{key}: {amount.as_reported}") for key, amount in given if amount.as_reported]


def also_reported(row: EventRow) -> Iterator[FieldEntry]:
    """`date: 2021-05-12`, `place: Ecuador`, `drones: 5000000 USD`: what further sources report of the same."""
    for path, other in row.event.other_values():
        match other:
            case OtherDate():
                yield FieldEntry(f"date: {other.reported}")
            case OtherPlace():
                words = f" (“{other.as_reported}”)" if other.as_reported else ""
                yield FieldEntry(f"place: {row.workspace.place_name(other.reported)}{words}")
            case OtherAmount():
                yield FieldEntry(f"{path[1]}: {_quantity(other.reported)}")


def _quantity(given: Quantity | AssessedAmount) -> str:
    qualifier = "" if given.qualifier == "exact" else f"{given.qualifier} "
    end = "" if given.to is None else f" to {given.to:f}"
    return f"{qualifier}{given.value:f}{end} {given.currency or given.unit}"
