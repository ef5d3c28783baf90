"""Money, or what is counted, that an event speaks of."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from dashboard.model import vocabularies
from dashboard.model.assessed import Assessed
from dashboard.model.record import Id, Many, OneOf, Record, Reference, Text


def _number(value: Any) -> Any:
    """Decimal from a YAML number; a text that merely looks like one is refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError(
            "value-wrong-type",
            "this is not a number",
            {"hint": "write digits alone, without quotes, signs or commas: 13500000"},
        )
    return Decimal(str(value))


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(gt=0, lt=Decimal(10) ** 15, allow_inf_nan=False),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e15}),
]
"""Above 0 and below 1e15, in units: not in thousands or millions."""

CurrencyCode = Annotated[str, Field(pattern="^[A-Z]{3}$")]
"""ISO 4217."""


class Quantity(Record):
    """How much, of which currency or of what."""

    value: Number
    """Above 0 and below 1e15, in units: not in thousands or millions."""
    currency: CurrencyCode | None = None
    """ISO 4217; either this or `unit`."""
    unit: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """What is counted: people, votes, aircraft, ..."""
    qualifier: Annotated[str, OneOf(vocabularies.QUALIFIERS)] = "exact"
    """Whether the words say exactly, about, at least or at most so much."""


class AssessedAmount(Assessed):
    """The amount that the team holds to be true. `part_of: null` says that it is part of nothing."""

    value: Number | None = None
    """In units, as in `reported`."""
    currency: CurrencyCode | None = None
    """ISO 4217; either this or `unit`."""
    unit: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """What is counted."""
    qualifier: Annotated[str, OneOf(vocabularies.QUALIFIERS)] = "exact"
    """Whether it is exactly, about, at least or at most so much."""
    purpose: Text | None = None
    """What it is for."""
    part_of: Reference | None = None
    """As in the amount itself; `null` says that it is part of nothing."""

    @property
    def says_part_of(self) -> bool:
        """Whether the record speaks of what the amount is part of, be it to say of nothing."""
        return "part_of" in self.model_fields_set


class Amount(Record):
    """Money, or a count, as reported and as assessed."""

    reported: Quantity | None = None
    """How much, as the words say."""
    purpose: Text | None = None
    """What it is for."""
    part_of: Reference | None = None
    """Another amount of this event, or `event-id/amount`, that this one is a part of, as reported."""
    claims: Many[Id] = ()
    """Claims of this event whose quotes give the amount."""
    assessed: AssessedAmount | None = None
    """The amount that the team holds to be true, beside the one reported."""
