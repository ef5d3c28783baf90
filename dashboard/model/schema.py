"""JSON Schemas of the files that people write, made from the models: what an editor completes and marks by."""

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.inbox import Feed
from dashboard.model.record import ID_PATTERN, ID_WORDS, PATTERN_WORDS, Record
from dashboard.model.registry import REGISTRIES
from dashboard.model.source import Source
from dashboard.model.workspace import About, SavedView

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Final[dict[str, type[Record]]] = {"event": Event, "source": Source, "briefing": Briefing, "workspace": About}
"""One record a file: `events/FOLDER/ID.yaml`, `seeds/ID.yaml`, `events/briefings/ID.yaml`, `events/workspace.yaml`."""
ENTRIES: Final[dict[str, tuple[str, type[Record]]]] = {
    **{name: (f"events/registry/{name}.yaml", model) for name, model in REGISTRIES.items()},
    "views": ("events/views.yaml", SavedView),
    "feeds": ("inbox/feeds.yaml", Feed),
}
"""Many entries a file, by id: the file, and what an entry is."""


class _Generator(GenerateJsonSchema):
    """Without titles made from field names: they say nothing that the names do not."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  pydantic calls it with the field's schema
        return False


def schemas() -> dict[str, Schema]:
    """JSON Schemas (2020-12) of the kinds of file, by name. None has `id`: the file's stem or the key is the id."""
    of_records = {name: {"$schema": DIALECT, **record_schema(model)} for name, model in RECORDS.items()}
    return of_records | {name: _entries(name, file, model) for name, (file, model) in ENTRIES.items()}


def record_schema(model: type[Record]) -> Schema:
    """The schema of one record as it is written."""
    schema: Schema = _tidy(model.model_json_schema(by_alias=True, schema_generator=_Generator))
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
    return schema


def _entries(name: str, file: str, model: type[Record]) -> Schema:
    entry = record_schema(model)
    parts = entry.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": name.capitalize(),
        "description": f"`{file}`: entries by id.",
        "type": "object",
        "propertyNames": {"maxLength": 80, "pattern": ID_PATTERN, PATTERN_WORDS: ID_WORDS},
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": {model.__name__: entry, **parts},
    }


def _tidy(schema: Any) -> Any:
    """Mappings closed to keys of another form, as the models have it; without defaults that say nothing.

    A text that may be absent is one schema, and not two of which either may hold: so its message reaches the reader.
    """
    if isinstance(schema, list):
        return [_tidy(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _tidy(value)
        for key, value in schema.items()
        if not (key == "default" and (value in (None, []) or isinstance(value, dict)))
    }
    match kept.get("anyOf"):
        case [
            {"type": "string", "errorMessage": _} | {"type": "string", "patternErrorMessage": _} as text,
            {"type": "null"},
        ]:
            kept = {**text, **kept, "type": ["string", "null"]}
            del kept["anyOf"]
    return {**kept, "additionalProperties": False} if "patternProperties" in kept else kept
