"""Every field that names another record is known to the renaming, and no other."""

import types
from collections.abc import Mapping
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from dashboard.model.briefing import Briefing, ClaimReference, FieldPath, RecordKey
from dashboard.model.event import Event
from dashboard.model.record import Id, Reference
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.model.workspace import SavedView
from dashboard.store.renaming.fields import KEYS, VALUES, names_at

NAMING = (Id, Reference, ClaimReference, RecordKey, FieldPath)
MODELS = {
    "event": (Event, ""),
    "source": (Source, ""),
    "places": (Place, "*."),
    "actors": (Actor, "*."),
    "threads": (Thread, "*."),
    "views": (SavedView, "*."),
    "briefing": (Briefing, ""),
}
NOT_TYPED = {
    ("source", "origin"),
    ("briefing", "options.since"),
    ("briefing", "selection.show.*"),
    ("views", "*.show.*"),
}
"""Fields that may name a record, or say something else: their types are wider than an id."""
NAME_NOTHING = {("source", f"{field}.assessed.claims.*") for field in ("title", "outlet", "author", "published")}
"""Claims of an event, which a description has none of."""


def naming_fields(annotation, path):
    """Paths of values and keys (with `True`) that the type of a field says are ids or references."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in NAMING:
        yield path, False
    elif origin is Annotated:
        yield from naming_fields(arguments[0], path)
        if any(type(each).__name__ == "_OneOrList" for each in arguments):
            yield from naming_fields(get_args(arguments[0])[0], path)
    elif origin in (Union, types.UnionType):
        for each in arguments:
            yield from naming_fields(each, path)
    elif origin is tuple:
        yield from naming_fields(arguments[0], f"{path}.*")
    elif origin is dict:
        if arguments[0] in NAMING:
            yield f"{path}.*", True
        yield from naming_fields(arguments[1], f"{path}.*")
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if name != "id":
                whole = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
                yield from naming_fields(whole, f"{path}.{field.alias or name}".lstrip("."))


def typed(kind, *, is_key):
    model, above = MODELS[kind]
    return {path for path, keyed in naming_fields(model, above.rstrip(".")) if keyed is is_key}


def known(fields: Mapping[str, Mapping[str, str]], kind):
    return set(fields[kind])


def test_every_field_that_names_something_is_renamed():
    """A field of the model whose type is an id or a reference stands in the table; one that does not is refused."""
    for kind in MODELS:
        expected = typed(kind, is_key=False) - {path for each, path in NAME_NOTHING if each == kind}
        own = {path for each, path in NOT_TYPED if each == kind}
        assert known(VALUES, kind) - own == expected, kind


def test_every_key_that_names_something_is_renamed():
    """Keys of claims, amounts, questions, registries, and of what a briefing was built on."""
    for kind, (_, above) in MODELS.items():
        expected = typed(kind, is_key=True) | ({"*"} if above and kind != "views" else set())
        assert known(KEYS, kind) == expected, kind


def test_paths_are_matched_whole():
    """A step more or less is another field."""
    assert names_at("event", ("claims", "a", "quotes", 0, "source"), is_key=False) == "source"
    assert names_at("event", ("claims", "a", "quotes", 0), is_key=False) == ""
    assert names_at("event", ("title",), is_key=False) == ""
    assert names_at("event", ("claims", "a"), is_key=True) == "claim"
    assert names_at("event", ("claims", "a"), is_key=False) == ""
