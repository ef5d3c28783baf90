"""Fields by their paths, and the examples of each."""

import pytest
from jsonschema import Draft202012Validator

from dashboard.checks.documentation.record_fields import (
    example_data,
    example_of,
    fields_named,
    record_fields,
)
from dashboard.model.schema import ENTRIES, schemas
from dashboard.store.yaml import read_document

FIELDS = record_fields()


def only(data):
    """The keys of an example down to its field; each mapping and list on the way has one thing in it."""
    while isinstance(data, (dict, list)) and len(data) == 1:
        if isinstance(data, dict):
            (key,) = data
            yield key
            data = data[key]
        else:
            (data,) = data


def test_every_field_of_every_schema_has_a_path():
    """What a schema names as a property is found by the last key of a path."""
    last = {(field.record, field.path[-1]) for field in FIELDS}
    for name, schema in schemas().items():
        for part in [schema, *schema.get("$defs", {}).values()]:
            assert {(name, key) for key in part.get("properties", {})} <= last


def test_every_field_has_an_example_that_can_be_read():
    """It is YAML that is read strictly, and has the field, with nothing else beside it."""
    assert len(FIELDS) > 250
    for field in FIELDS:
        document = read_document(f"{example_of(field)}\n".encode())
        assert document.problems == (), field.name
        assert document.data, field.name
        assert field.path[-1] in list(only(document.data)), field.name


def test_the_example_records_fit_their_schemas():
    """An example that its own schema would refuse teaches what is wrong."""
    checked, written = 0, schemas()
    for field in FIELDS:
        if len(field.path) > 1 + (field.record in ENTRIES) or (data := example_data(field)) is None:
            continue
        known = written[field.record]
        parts = known.get("$defs", {})
        entry = known["additionalProperties"]["$ref"].rpartition("/")[2] if field.record in ENTRIES else ""
        schema = parts[entry] if entry else known
        (value,) = next(iter(data.values())).values() if entry else data.values()
        Draft202012Validator({**schema["properties"][field.path[-1]], "$defs": parts}).validate(value)
        checked += 1
    assert checked > 50


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("claims.quotes.exact", ["claims.KEY.quotes.exact"]),
        ("claims.closed.quotes[0].exact", ["claims.KEY.quotes.exact"]),
        ("claims.closed.quotes.0.exact", ["claims.KEY.quotes.exact"]),
        ("event.when.reported", ["when.reported"]),
        ("threads.title", ["threads.ID.title"]),
        ("threads.us-bases.questions.base.due", ["threads.ID.questions.KEY.due"]),
        ("quotes.exact", ["claims.KEY.quotes.exact"]),
        ("exact", ["claims.KEY.quotes.exact", "source.set_aside.exact", "source.parts.exact"]),
        ("places.name", ["places.ID.name"]),
        ("nowhere", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_field_is_found_by_its_path(asked, found):
    """With the writer's own keys or without, with the kind of record or without, or by the end of it."""
    assert [field.name for field in fields_named(asked)] == found
