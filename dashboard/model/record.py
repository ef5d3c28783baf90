"""What all records share: strict, frozen, closed; and the small types that they are made of."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from dashboard.model.dates import EventDate

Item = TypeVar("Item")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Escapes in double quotes can write them; no document that people are given can hold them."""

_NOT_ON_A_LINE = re.compile("[\t\n\u2028\u2029]")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

IDS_OF: Final = "x-ids-of"
"""In a field's JSON Schema: which ids it takes. The schemas of one workspace list them there."""

PATTERN_WORDS: Final = "patternErrorMessage"
"""In a JSON Schema: the pattern in words, which editors show to whoever has written something else."""

ID_WORDS: Final = "An id has lower-case letters and digits, joined by single hyphens: `port-closes`."


class Record(BaseModel):
    """A frozen part of a record. Unknown keys and types that merely resemble the right one are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)

    def as_written(self) -> dict[str, Any]:
        """What its file says, as YAML and JSON have it; a field that was not written is left out."""
        written: dict[str, Any] = plain_value(self.model_dump(by_alias=True, exclude_unset=True))
        return written

    def __getstate__(self) -> dict[Any, Any]:
        """What is pickled: records that were given the same fields share the set of these."""
        state = super().__getstate__()
        given = self.model_fields_set
        return {**state, "__pydantic_fields_set__": _SHARED_SETS.setdefault(frozenset(given), given)}


def plain_value(value: Any) -> Any:
    """The value as YAML and JSON have it: numbers as numbers, dates as text."""
    if isinstance(value, Mapping):
        return {key: plain_value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | bool | int | float) or value is None else str(value)


_SHARED_SETS: Final[dict[frozenset[str], set[str]]] = {}
"""Sets of fields by what they hold; there are no more of them than ways of writing a record."""


Id = Annotated[
    str, StringConstraints(pattern=ID_PATTERN, max_length=80), Field(json_schema_extra={PATTERN_WORDS: ID_WORDS})
]
"""The id of a record, or of a claim, amount or question in one: `us-base-closed`."""

PlaceId = Annotated[Id, Field(json_schema_extra={IDS_OF: "places"})]
ActorId = Annotated[Id, Field(json_schema_extra={IDS_OF: "actors"})]
ThreadId = Annotated[Id, Field(json_schema_extra={IDS_OF: "threads"})]
SourceId = Annotated[Id, Field(json_schema_extra={IDS_OF: "sources"})]
EventId = Annotated[Id, Field(json_schema_extra={IDS_OF: "events"})]
ClaimKey = Annotated[Id, Field(json_schema_extra={IDS_OF: "claims-of-this-event"})]
"""The key of a claim of the same event."""

Reference = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=161),
    Field(json_schema_extra={PATTERN_WORDS: "An id, or two ids joined by a slash: `port-closes/closed`."}),
]
"""An id, or two joined by a slash: a claim or amount of another event, a thread's question."""

ClaimMention = Annotated[Reference, Field(json_schema_extra={IDS_OF: "claims-of-this-event"})]
"""A claim: of the same event, or `event-id/claim`."""

QuestionReference = Annotated[Reference, Field(json_schema_extra={IDS_OF: "questions"})]
"""`thread-id/question`."""


def _is_seen(character: str) -> bool:
    """Neither white space nor a control, format or unassigned character."""
    return not character.isspace() and unicodedata.category(character)[0] != "C"


def _readable(text: str) -> str:
    if text.isprintable() and not text.isspace() and text:
        return text
    if not any(_is_seen(character) for character in text):
        raise PydanticCustomError("text-empty", "the text is empty", {"hint": "write the text, or remove the key"})
    if found := _CONTROL.search(text):
        raise PydanticCustomError("text-control-character", "U+{code} is in the text", {"code": f"{ord(found[0]):04X}"})
    return text


Text = Annotated[str, StringConstraints(max_length=5000), AfterValidator(_readable)]
"""Words for people: at least one that is seen."""

NOT: Final = "-"
"""Stands before the value of a filter that no event may have: `thread:-us-bases`. No value begins with it."""
FilterTerm = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z-]+:.+$", max_length=200),
    Field(
        json_schema_extra={
            PATTERN_WORDS: "A facet and a value, joined by a colon: `thread:us-bases`, or `thread:-us-bases`."
        }
    ),
]
"""A filter by one value of a facet, as the address of a page has it."""

Title = Annotated[str, StringConstraints(max_length=500), AfterValidator(_readable)]


def _on_one_line(text: str) -> str:
    """What ends it is not in it: YAML's `>` leaves a line end behind the words."""
    if found := _NOT_ON_A_LINE.search(text.rstrip()):
        what = "a tab" if found[0] == "\t" else "a line break"
        raise PydanticCustomError("text-not-one-line", "{what} is in the text", {"what": what})
    return text


OneLine = Annotated[Title, AfterValidator(_on_one_line)]
"""A title that stands in lists, in heads of pages and in the properties of documents."""

Many = Annotated[tuple[Item, ...], Strict(strict=False)]  # YAML gives lists; a strict tuple would refuse them
"""A YAML list, kept as a tuple."""


@dataclass(frozen=True, slots=True)
class _OneOrList:
    """Annotates a tuple that is written as its only item, or as a list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(self._as_written)
        return core_schema.no_info_before_validator_function(self._as_items, handler(source), serialization=written)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed, {"type": "null"}]}

    @staticmethod
    def _as_items(given: Any) -> Any:
        return () if given is None else given if isinstance(given, list | tuple) else (given,)

    @staticmethod
    def _as_written(items: tuple[Any, ...]) -> Any:
        return items[0] if len(items) == 1 else list(items) or None


OneOrMany = Annotated[tuple[Item, ...], Strict(strict=False), _OneOrList()]
"""One item alone, or a list; kept as a tuple, and written as it was."""

Date = EventDate
"""EDTF, levels 0 and 1; quoted in the file."""


@dataclass(frozen=True, eq=False)
class OneOf:
    """Annotates a word of a vocabulary; a breach carries the words, so that the nearest can be offered."""

    words: Collection[str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        meanings = {"enumDescriptions": _meanings(self.words)} if isinstance(self.words, Mapping) else {}
        return {**handler(schema), "enum": list(self.words), **meanings}

    def _check(self, word: str) -> str:
        if word not in self.words:
            raise PydanticCustomError(
                "value-not-in-vocabulary",
                "“{written}” is not a word for this field",
                {"written": word, "words": tuple(self.words)},
            )
        return word


def _meanings(words: Mapping[str, Any]) -> list[str]:
    """What each word of a vocabulary means, for editors."""

    def in_words(entry: Any) -> str:
        if isinstance(entry, tuple):
            return f"{entry[0]} to {entry[1]} %"
        return str(entry["meaning"] if isinstance(entry, Mapping) else entry)

    return [in_words(entry) for entry in words.values()]
