"""The ids of a workspace, listed in its own JSON Schemas, so that an editor completes them and marks others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from dashboard.model.record import IDS_OF
from dashboard.model.schema import Schema
from dashboard.store.workspace import Workspace

IdsOfKinds = Mapping[str, Mapping[str, str]]
"""By kind, as fields name it (`IDS_OF`): each id, and what it stands for."""

_WHERE: Final = {
    "places": "No place in events/registry/places.yaml has this id.",
    "actors": "No actor in events/registry/actors.yaml has this id.",
    "threads": "No thread in events/registry/threads.yaml has this id.",
    "sources": "No source in seeds/ has this id.",
    "events": "No event in events/ has this id.",
    "questions": "No thread in events/registry/threads.yaml has this question: write thread-id/question.",
    "claims": "No event has this claim: write event-id/claim.",
}
_OLDER: Final = " If it is new, run `dateline schema --workspace`; `dateline serve` does so by itself."
_OWN: Final = "claims-of-this-event"
MOST_CLAIM_KEYS: Final = 500
"""So many keys of claims are offered, those of most events first: an editor looks at each with every key press."""


def ids_of(workspace: Workspace) -> IdsOfKinds:
    """Every id that a record of the workspace may name; an event that cannot be read at the moment has its id still."""
    unread = {PurePosixPath(file).stem: "This event cannot be read." for file in workspace.set_aside}
    events = workspace.events.values()
    return {
        "places": {place.id: place.name for place in workspace.places.values()},
        "actors": {actor.id: actor.name for actor in workspace.actors.values()},
        "threads": {thread.id: thread.title for thread in workspace.threads.values()},
        "sources": {source.id: source.name for source in workspace.sources.values()},
        "events": unread | {event.id: event.title for event in events},
        "questions": {
            f"{thread.id}/{key}": question.text
            for thread in workspace.threads.values()
            for key, question in thread.questions.items()
        },
        "claims": {f"{event.id}/{key}": claim.text for event in events for key, claim in event.claims.items()},
    }


def with_ids(schema: Schema, ids: IdsOfKinds) -> Schema:
    """The schema of a kind of record in which each field that takes an id lists those that there are."""
    listed = {kind: known for kind, known in ids.items() if known}
    changed: Schema = _refer(schema, listed.keys())
    named = {kind for kind in listed if f"ids-of-{kind}" in _references(changed)}
    if own := _places_of_keys(schema, schema.get("$defs", {})):
        changed["allOf"] = [_offer(key, own) for key in _claim_keys(ids["claims"])]
    return {
        **changed,
        "$defs": {**changed.get("$defs", {}), **{f"ids-of-{k}": _list(k, listed[k]) for k in sorted(named)}},
    }


def _list(kind: str, known: Mapping[str, str]) -> Schema:
    ordered = dict(sorted(known.items()))
    return {
        "enum": [*ordered],
        "enumDescriptions": [*ordered.values()],
        "errorMessage": _WHERE[kind] + _OLDER,
    }


def _refer(node: Any, kinds: Iterable[str]) -> Any:
    """A schema whose fields refer to the list of their kind, instead of the pattern of an id."""
    if isinstance(node, list):
        return [_refer(each, kinds) for each in node]
    if not isinstance(node, dict):
        return node
    if str(node.get(IDS_OF)) in kinds:
        kept = {key: value for key, value in node.items() if key in ("description", "default", IDS_OF)}
        reference = {"$ref": f"#/$defs/ids-of-{node[IDS_OF]}"}
        may_be_absent = "null" in node.get("type", ())
        return {**kept, **({"anyOf": [reference, {"type": "null"}]} if may_be_absent else reference)}
    return {key: _refer(value, kinds) for key, value in node.items()}


def _references(node: Any) -> set[str]:
    return {str(part["$ref"]).rpartition("/")[2] for part in _parts(node) if "$ref" in part}


def _parts(node: Any) -> Iterator[Schema]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _parts(each)


def _claim_keys(claims: Iterable[str]) -> list[str]:
    counted = Counter(claim.partition("/")[2] for claim in claims)
    return sorted(key for key, _count in counted.most_common(MOST_CLAIM_KEYS))


def _offer(key: str, own: Schema) -> Schema:
    """Offer a key of a claim wherever claims are named, in a file that has this claim.

    JSON Schema cannot refer to what else stands in a file. It can ask whether a claim of this name is there.
    """
    return {
        "if": {"properties": {"claims": {"required": [key]}}, "required": ["claims"]},
        "then": _with_leaf(own, {"examples": [key]}),
    }


def _with_leaf(node: Any, leaf: Schema) -> Any:
    if node is True:
        return leaf
    return {key: _with_leaf(value, leaf) for key, value in node.items()}


def _places_of_keys(node: Schema, parts: Mapping[str, Schema]) -> Any:
    """The ways in a schema to fields that take the key of a claim of the same file, each of which is True."""
    if node.get(IDS_OF) == _OWN:
        return True
    if "$ref" in node:
        return _places_of_keys(parts[node["$ref"].rpartition("/")[2]], parts)
    for alternative in node.get("anyOf", ()):
        if found := _places_of_keys(alternative, parts):
            return found
    fields = {
        name: found for name, each in node.get("properties", {}).items() if (found := _places_of_keys(each, parts))
    }
    if fields:
        return {"properties": fields}
    if isinstance(node.get("items"), dict) and (found := _places_of_keys(node["items"], parts)):
        return {"items": found}
    for each in (*node.get("patternProperties", {}).values(), node.get("additionalProperties")):
        if isinstance(each, dict) and (found := _places_of_keys(each, parts)):
            return {"additionalProperties": found}
    return None
