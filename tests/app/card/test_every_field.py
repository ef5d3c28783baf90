"""A field of an event that nobody can see fails here: without its value, the card must look otherwise."""

import json
import types
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from dashboard.app.card.card import event_card
from dashboard.app.shell.page_context import PageContext
from dashboard.checks.validation import validate
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.store.yaml.strict_yaml import read_document

RECORDS = Path(__file__).resolve().parents[2] / "records" / "valid"
KEYED = {"amounts", "claims"}
"""Their keys are of the record's own choice."""


def models_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field of that type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Union, types.UnionType) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            yield from models_in(part)


def fields_of(model: type[Record], at: str = "") -> Iterator[str]:
    """`when.assessed.date` for every field that can be written below a record, keys and numbers left out."""
    for name, field in model.model_fields.items():
        path = f"{at}.{field.alias or name}".removeprefix(".")
        if path == "id":
            continue
        yield path
        for below in models_in(field.annotation):
            yield from fields_of(below, path)


def written(node: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in a document, what holds something before what it holds."""
    if at:
        yield at
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from written(value, (*at, key))


def field_at(path: tuple[str | int, ...]) -> str:
    """The field that a path leads to: `amounts.unit` for `amounts/quays/unit`."""
    parts = [part for part in path if isinstance(part, str)]
    if parts[0] in KEYED:
        del parts[1:2]
    return ".".join(parts)


def without(document: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """A copy in which that is not written."""
    copy = deepcopy(document)
    node: Any = copy
    for step in path[:-1]:
        node = node[step]
    del node[path[-1]]
    return copy


def test_every_field_of_an_event_is_seen_on_its_card(base_workspace):
    """Each is taken away from a record that has it, until that is seen; where it must be there, no card is left."""
    case = base_workspace / "events" / "case"
    case.mkdir()

    def card(name, content):
        file = case / f"{name}.yaml"
        file.write_text(json.dumps(content), encoding="utf-8")
        page = PageContext(validate(base_workspace))
        event = page.workspace.events.get(name)
        file.unlink()
        return str(event_card(event, page)) if event else ""

    unseen = set(fields_of(Event))
    for record in sorted(RECORDS.glob("*.yaml"), key=lambda path: path.stem != "all-fields"):
        document = read_document(record.read_bytes()).data
        paths = [path for path in written(document) if field_at(path) in unseen]
        whole = card(record.stem, document) if paths else ""
        for path in paths:
            if field_at(path) in unseen and card(record.stem, without(document, path)) != whole:
                unseen.remove(field_at(path))
    assert not unseen, ", ".join(sorted(unseen))
