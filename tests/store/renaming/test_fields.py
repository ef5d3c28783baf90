"""Every field that names another record is known to the renaming, and no other."""

import re

from dashboard.model.briefing import CLAIM_PATTERN, RECORD_PATTERN, Briefing
from dashboard.model.event import Event
from dashboard.model.inbox import InboxItem
from dashboard.model.record import ID_PATTERN, IDS_OF
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.model.workspace import SavedView
from dashboard.store.renaming.fields import KEYS, VALUES, names_at

REFERENCE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
NAMING = (ID_PATTERN, REFERENCE_PATTERN, CLAIM_PATTERN, RECORD_PATTERN)
MODELS = {
    "event": (Event, ""),
    "source": (Source, ""),
    "item": (InboxItem, ""),
    "places": (Place, "*"),
    "actors": (Actor, "*"),
    "threads": (Thread, "*"),
    "views": (SavedView, "*"),
    "briefing": (Briefing, ""),
}
NOT_TYPED = {
    *(("source", "origin"), ("views", "*.show.*")),
    *(("briefing", "options.since"), ("briefing", "selection.show.*"), ("briefing", "built_on.fields.*.*")),
}
"""Fields that may name a record, or say something else: their types are wider than an id."""
NAME_NOTHING = {("source", f"{field}.assessed.claims.*") for field in ("title", "outlet", "author", "published")}
NAME_NOTHING |= {("item", "feed"), ("item", "article")}
"""Claims of an event, which a description has none of; feeds and items, which have one name for ever."""
KINDS = {"claims-of-this-event": "claim", **{f"{kind}s": kind for kind in ("place", "actor", "thread", "source")}}
KINDS |= {"events": "event", "claims": "claim", "questions": "question"}


def naming_fields(schema, path, parts):
    """Paths of values and keys (with `True`) that a JSON Schema says are ids, each with what it says they are of."""
    schema = {**schema, **parts.get(schema.get("$ref", "").rpartition("/")[2], {})}
    for each in (*schema.get("anyOf", ()), *schema.get("allOf", ()), *schema.get("oneOf", ())):
        yield from naming_fields(each, path, parts)
    if schema.get("pattern") in NAMING:
        yield path, False, schema.get(IDS_OF)
    if "items" in schema:
        yield from naming_fields(schema["items"], f"{path}.*", parts)
    for name, each in schema.get("properties", {}).items():
        if name != "id":
            yield from naming_fields(each, f"{path}.{name}".lstrip("."), parts)
    for pattern, each in schema.get("patternProperties", {}).items():
        if pattern in NAMING:
            yield f"{path}.*", True, None
        yield from naming_fields(each, f"{path}.*", parts)
    if isinstance(schema.get("additionalProperties"), dict):
        if schema.get("propertyNames", {}).get("pattern") in NAMING:
            yield f"{path}.*", True, None
        yield from naming_fields(schema["additionalProperties"], f"{path}.*", parts)


def typed(kind, *, is_key):
    model, above = MODELS[kind]
    schema = model.model_json_schema(by_alias=True)
    return {path: of for path, keyed, of in naming_fields(schema, above, schema.get("$defs", {})) if keyed is is_key}


def not_typed(kind):
    return {path for each, path in NOT_TYPED if each == kind}


def test_every_field_that_names_something_is_renamed():
    """A field of the model that is an id or a reference stands in the table, as what the model says that it names."""
    for kind in MODELS:
        found = {path: of for path, of in typed(kind, is_key=False).items() if (kind, path) not in NAME_NOTHING}
        assert set(VALUES[kind]) - not_typed(kind) == set(found), kind
        assert [path for path, of in found.items() if of and KINDS[of] != VALUES[kind][path]] == []


def test_every_key_that_names_something_is_renamed():
    """Keys of claims, amounts, questions, registries, and of what a briefing was built on."""
    for kind, (_, above) in MODELS.items():
        expected = {*typed(kind, is_key=True), *({"*"} if above and kind != "views" else ())}
        assert set(KEYS[kind]) - not_typed(kind) == expected, kind


def test_the_patterns_of_references_are_those_of_the_model():
    """Else a field would be passed over in silence."""
    assert len(typed("event", is_key=False)) > 30
    assert all(re.fullmatch(pattern, "events/a" if pattern == RECORD_PATTERN else "a/b") for pattern in NAMING[1:])


def test_paths_are_matched_whole():
    """A step more or less is another field."""
    assert names_at("event", ("claims", "a", "quotes", 0, "source"), is_key=False) == "source"
    assert names_at("event", ("claims", "a", "quotes", 0), is_key=False) == ""
    assert names_at("event", ("title",), is_key=False) == ""
    assert names_at("event", ("claims", "a"), is_key=True) == "claim"
    assert names_at("event", ("claims", "a"), is_key=False) == ""
