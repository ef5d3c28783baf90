"""Every field of every kind of record, by its path: what it says, what it takes, and an example."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dashboard.checks.documentation.record_format import field_type
from dashboard.model.assessed import Assessed
from dashboard.model.schema import ENTRIES, RECORDS, Schema, schemas
from dashboard.store.yaml import read_document, yaml_text

ANY_KEY: Final = "*"
"""In a path, a key that the writer chooses: of a claim, an amount, an entry."""

_FIRST: Final = ("kind", "language", "text")
"""What a source's description begins with, as `dateline source add` writes it."""
_LINK: Final = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_INDEX: Final = re.compile(r"\[\d*\]|\.\d+(?=\.|$)")


@dataclass(frozen=True, slots=True)
class RecordField:
    """A field as it is written in a file."""

    record: str
    """The kind of record, as `dateline schema` names it."""
    path: tuple[str, ...]
    """Keys from the top; `*` stands for a key that the writer chooses. Places in lists are left out."""
    about: str
    takes: str
    """What it takes, in plain words."""
    words: tuple[str, ...]
    """The words of its vocabulary, of which it takes one, or several; none where it takes other values."""
    is_needed: bool
    default: Any = None

    @property
    def name(self) -> str:
        """The path as a reader types it: `claims.KEY.text`; of other records than events, with its kind before it."""
        keys = ["KEY" if key == ANY_KEY else key for key in self.path]
        if self.record in ENTRIES:
            keys[0] = "ID"
        return ".".join(keys if self.record == "event" else (self.record, *keys))

    @property
    def keys(self) -> tuple[str, ...]:
        """The path without the keys that the writer chooses."""
        return tuple(key for key in self.path if key != ANY_KEY)


def record_fields() -> tuple[RecordField, ...]:
    """All of them, in the order of the records and of their fields."""
    return _fields()


def fields_named(asked: str) -> tuple[RecordField, ...]:
    """The fields that a path leads to; else those whose path ends so: `exact`, or `quotes.exact`. None for neither."""
    keys = [key for key in _INDEX.sub("", asked.strip()).split(".") if key]
    of_record = [field for field in _fields() if keys[:1] == [field.record] and _fits(field.path, keys[1:])]
    whole = of_record or [field for field in _fields() if _fits(field.path, keys)]
    return tuple(whole or (field for field in _fields() if keys and list(field.keys[-len(keys) :]) == keys))


def example_of(field: RecordField) -> str:
    """A few lines of YAML that have the field, or one that says the same elsewhere: a note of another value."""
    alike = (each for each in _fields() if (each.path[-1], each.about) == (field.path[-1], field.about))
    found = next((found for each in (field, *alike) if (found := example_data(each)) is not None), {})
    return yaml_text(found).rstrip("\n")


def example_data(field: RecordField) -> dict[str, Any] | None:
    """The part of the example record that has the field, and nothing beside it; None where it has it not."""
    found: dict[str, Any] | None = _narrow(_examples().get(field.record), field.path)
    return found


def field_order(record: str, path: Sequence[str | int]) -> tuple[str, ...]:
    """The fields of a mapping in a record, in the order of the format; none where its keys are the writer's own."""
    keys = [key for key in path if isinstance(key, str)]
    return _children(record, tuple(keys))


@cache
def _children(record: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    at: tuple[str, ...] = ()
    known = {each.path[:length] for each in _fields() if each.record == record for length in range(len(each.path) + 1)}
    for key in keys:
        at = (*at, key) if (*at, key) in known else (*at, ANY_KEY)
    names = [path[-1] for path in _paths(record) if path[:-1] == at and path[-1] != ANY_KEY]
    if at[-1:] == ("assessed",):  # the value, then what it is based on
        return tuple(sorted(names, key=lambda name: name in Assessed.model_fields))
    first = _FIRST if (record, at) == ("source", ()) else ()
    return (*first, *(name for name in names if name not in first))


@cache
def _paths(record: str) -> tuple[tuple[str, ...], ...]:
    return tuple(each.path for each in _fields() if each.record == record)


@cache
def _examples() -> dict[str, Any]:
    return read_document((files("dashboard.checks") / "examples" / "fields.yaml").read_bytes()).data or {}


def _narrow(value: Any, path: Sequence[str]) -> Any:
    """The value with nothing but what lies on a path; of a list, the first item that has it."""
    if isinstance(value, list) and path:
        kept = next((each for item in value if (each := _narrow(item, path)) is not None), None)
        return None if kept is None else [kept]
    if not path:
        return value
    if not isinstance(value, dict):
        return None
    for key in value if path[0] == ANY_KEY else (path[0],):
        if key in value and (len(path) == 1 or (kept := _narrow(value[key], path[1:])) is not None):
            return {key: value[key] if len(path) == 1 else kept}
    return None


def _fits(path: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether the keys asked for are a path; each `*` of it may be any key, or be left out."""
    if not path:
        return not asked
    if path[0] == ANY_KEY:
        return _fits(path[1:], asked) or bool(asked and _fits(path[1:], asked[1:]))
    return bool(asked) and asked[0] == path[0] and _fits(path[1:], asked[1:])


@cache
def _fields() -> tuple[RecordField, ...]:
    known = schemas()
    return tuple(
        each
        for record in (*RECORDS, *ENTRIES)
        for each in dict.fromkeys(_below(record, known[record], known[record].get("$defs", {}), ()))
    )


def _below(record: str, schema: Schema, parts: Mapping[str, Schema], path: tuple[str, ...]) -> Iterator[RecordField]:
    schema = _resolve(schema, parts)
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        at = (*path, name)
        yield RecordField(
            *(record, at, " ".join(field.get("description", "").split()), _plain_type(field, parts)),
            *(_words(field, parts), name in required, field.get("default")),
        )
        yield from _below(record, field, parts, at)
    for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items")):
        yield from _below(record, each, parts, path) if isinstance(each, dict) else ()
    for each in (*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")):
        yield from _below(record, each, parts, (*path, ANY_KEY)) if isinstance(each, dict) else ()


def _resolve(schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    return parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _words(schema: Schema, parts: Mapping[str, Schema]) -> tuple[str, ...]:
    schema = _resolve(schema, parts)
    if words := schema.get("enum"):
        return tuple(map(str, words))
    below = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *([schema["items"]] if "items" in schema else ())]
    return next((found for each in below if (found := _words(each, parts))), ())


def _plain_type(schema: Schema, parts: Mapping[str, Schema]) -> str:
    """What a field takes, without links: of a part, the names of its fields."""

    def plain(link: re.Match[str]) -> str:
        part = parts.get(link[1])
        return f"mapping with {', '.join(part['properties'])}" if part else link[1]

    return _LINK.sub(plain, field_type(schema, {})).replace("`", "")
