"""Money, or what is counted, that an event speaks of."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from dashboard.model import vocabularies
from dashboard.model.assessed import Assessed
from dashboard.model.record import PATTERN_WORDS, ClaimKey, Many, OneOf, Record, Reference, Text

_GROUPING: Final = re.compile(r"(?<=\d)[,\u00a0\u202f' ](?=\d{3}(?!\d))")
_RANGE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|–|—|to|and)\s*(\d+(?:\.\d+)?)")
_SCALES: Final = {"": Decimal(1), "thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9)}
_SCALED: Final = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(filter(None, _SCALES))})?", re.IGNORECASE)


def _number(value: Any) -> Any:
    """Decimal from a YAML number; a text that merely looks like one is refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("value-wrong-type", "this is not a number", {"hint": _number_hint(str(value))})
    return Decimal(str(value))


def _number_hint(written: str) -> str:
    """How the number is written; of a range, how each of its ends."""
    text = _GROUPING.sub("", written.strip().strip("$€£¥ "))
    if ends := _RANGE.fullmatch(text):
        return f"write the ends of a range apart: `value: {ends[1]}, to: {ends[2]}`"
    if scaled := _SCALED.fullmatch(text):
        number = Decimal(scaled[1]) * _SCALES[(scaled[2] or "").lower()]
        return f"write it as `value: {number.normalize():f}`"
    return "write only digits, without quotes, signs or commas: 13500000"


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(gt=0, lt=Decimal(10) ** 15, allow_inf_nan=False),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e15}),
]
"""Above 0 and below 1e15, as a full number, not in thousands or millions."""

CurrencyCode = Annotated[
    str, Field(pattern="^[A-Z]{3}$", json_schema_extra={PATTERN_WORDS: "Three capital letters of ISO 4217: `USD`."})
]
"""ISO 4217."""


class Quantity(Record):
    """A value, with its currency or unit."""

    value: Number
    """Above 0 and below 1e15, as a full number, not in thousands or millions; the lower end of a range."""
    to: Number | None = None
    """The upper end, if the source gives a range: `value: 87, to: 107`."""
    currency: CurrencyCode | None = None
    """ISO 4217; either this or `unit`."""
    unit: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """What is counted: people, votes, aircraft, ..."""
    qualifier: Annotated[str, OneOf(vocabularies.QUALIFIERS)] = "exact"
    """Whether the source says exactly, about, at least or at most."""


class AssessedAmount(Assessed):
    """The amount according to the team. `part_of: null` means that it is not part of another amount."""

    value: Number | None = None
    """A full number, as in `reported`."""
    to: Number | None = None
    """The upper end of a range, as in `reported`."""
    currency: CurrencyCode | None = None
    """ISO 4217; either this or `unit`."""
    unit: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """What is counted."""
    qualifier: Annotated[str, OneOf(vocabularies.QUALIFIERS)] = "exact"
    """Whether it is exactly, about, at least or at most this value."""
    purpose: Text | None = None
    """What it is for."""
    part_of: Reference | None = None
    """As in the amount itself; `null` means that it is not part of another amount."""

    @property
    def says_part_of(self) -> bool:
        """Whether the record speaks of what the amount is part of, be it to say of nothing."""
        return "part_of" in self.model_fields_set


class OtherAmount(Record):
    """The amount that another source gives, or another claim of the same source."""

    reported: Quantity
    """How much, according to it."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give this amount."""


class Amount(Record):
    """Money, or a count, as reported and as assessed."""

    reported: Quantity | None = None
    """How much, according to the source; absent if the source gives no number."""
    as_reported: Text | None = None
    """The source's words, if no number expresses them: `hundreds of pilgrims`."""
    purpose: Text | None = None
    """What it is for."""
    part_of: Reference | None = None
    """Another amount of this event, or `event-id/amount`, that this one is a part of, as reported."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give the amount or the words."""
    also_reported: Many[OtherAmount] = ()
    """Other amounts of the same thing, if sources differ."""
    assessed: AssessedAmount | None = None
    """The team's assessment of the amount, next to the reported one."""
