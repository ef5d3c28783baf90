"""Whole records out of our own exports: GeoJSON and JSON-LD have each event, and what it names, as it is.

Events, sources, places, actors and threads are read back as strictly as files of the workspace are. The texts of
sources are in neither.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO

from dashboard.errors import DatelineError
from dashboard.exchange.imports.layouts import MOST_WHOLE_CHARACTERS, BrokenValue, JsonMember, canonical, members, parse
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.model.record import Record
from dashboard.model.registry import REGISTRIES
from dashboard.model.source import Source
from dashboard.store.draft_files import DraftsNotWritten, check_id
from dashboard.store.record_file import record_in, registry_in
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import read_document, yaml_text

LISTS: Final = ("features", "@graph")
_RECORD: Final = "dateline:record"
_NODE: Final = re.compile("urn:dateline:(event|source|place|actor|thread):([a-z0-9-]{1,80})")
_MODELS: Final[Mapping[str, type[Record]]] = {"event": Event, "source": Source}
_REGISTRIES: Final = {"place": "places", "actor": "actors", "thread": "threads"}
_COLLECTIONS: Final = {"sources": "source", **{registry: kind for kind, registry in _REGISTRIES.items()}}
"""By the keys of our GeoJSON, what stands there by id."""


class NoRecords(DatelineError):
    """A file without whole records."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that the workspace does not have."""

    id: str
    file: str
    """Relative to the workspace."""
    text: str
    """What is to stand in it."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry of a registry that the workspace does not have."""

    id: str
    registry: str
    """`places`, `actors` or `threads`."""
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SameRecord:
    """A record that the workspace has, field by field."""

    id: str
    file: str


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """A record that is not written."""

    what: str
    """`event us-base-closed`, or where in the file it stands."""
    reason: str


Outcome = NewRecord | NewEntry | SameRecord | RefusedRecord


def outcomes(stream: TextIO, workspace: Workspace, folder: str) -> Iterator[Outcome]:
    """What becomes of each record of an exported file, new events in `folder`. Raises `JsonNotRead`, `NoRecords`."""
    seen: dict[tuple[str, str], Any] = {}
    is_any = False
    for kind, id_, data in _records(stream):
        is_any = True
        if isinstance(data, str):
            yield RefusedRecord(f"{kind} {id_}".strip(), data)
        elif (kind, id_) not in seen:
            seen[kind, id_] = data
            yield _outcome(workspace, folder, kind, id_, data)
        elif seen[kind, id_] != data:
            yield RefusedRecord(f"{kind} {id_}", "the file has it twice, with different content")
    if not is_any:
        raise NoRecords(
            "The file has no whole records. `dateline export geojson` and `dateline export json-ld` write them; "
            "other files are imported as rows: `dateline import --help`."
        )


def _records(stream: TextIO) -> Iterator[tuple[str, str, Any]]:
    """Kind, id and fields of each record; or, instead of the fields, why it cannot be read."""
    for member in members(stream, LISTS, MOST_WHOLE_CHARACTERS):
        if member.key not in (*LISTS, *_COLLECTIONS):
            continue
        try:
            value = _value(member)
        except BrokenValue as error:
            yield "", f"{member.key} {member.number}", str(error)
            continue
        if (kind := _COLLECTIONS.get(member.key)) and isinstance(value, dict):
            yield from ((kind, id_, record) for id_, record in value.items())
        elif member.number and isinstance(value, dict):
            yield from _of_feature(value) if member.key == "features" else _of_node(value)


def _value(member: JsonMember) -> Any:
    if member.text is None:
        raise BrokenValue(f"it has more than {MOST_WHOLE_CHARACTERS:,} characters")
    value = parse(member.text)
    canonical(value)
    return value


def _of_feature(feature: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    properties = feature.get("properties")
    if isinstance(properties, dict) and "record" in properties:
        yield "event", str(feature.get("id")), properties["record"]


def _of_node(node: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    if _RECORD in node and (name := _NODE.fullmatch(str(node.get("id")))):
        yield name[1], name[2], node[_RECORD]


def _outcome(workspace: Workspace, folder: str, kind: str, id_: str, data: Any) -> Outcome:
    what = f"{kind} {id_}"
    if not isinstance(data, dict) or data.get("id") != id_:
        return RefusedRecord(what, "its record is of another id, or none")
    try:
        check_id(id_)
    except DraftsNotWritten as error:
        return RefusedRecord(what, str(error))
    if registry := _REGISTRIES.get(kind):
        return _entry_outcome(workspace, registry, what, id_, {key: data[key] for key in data if key != "id"})
    there: Record | None = (workspace.events if kind == "event" else workspace.sources).get(id_)
    if there is not None:
        file = workspace.files[id_] if kind == "event" else f"seeds/{id_}.yaml"
        same = there.as_written() == data
        return SameRecord(id_, file) if same else RefusedRecord(what, f"{file} is different, and stays as it is")
    file = f"{folder}/{id_}.yaml" if kind == "event" else f"seeds/{id_}.yaml"
    if taken := _file_with_id(workspace.root, kind, id_):
        return RefusedRecord(what, f"{taken} is there, and cannot be read")
    return _new(what, kind, id_, file, data)


def _entry_outcome(workspace: Workspace, registry: str, what: str, id_: str, fields: dict[str, Any]) -> Outcome:
    """What becomes of an entry. One that stands in its registry in other words is the same."""
    file = f"events/registry/{registry}.yaml"
    try:
        text = yaml_text({id_: fields})
    except (TypeError, AttributeError):
        return RefusedRecord(what, "it is no entry of a registry")
    read = registry_in(read_document(text.encode()), file, REGISTRIES[registry])
    if (entry := read.records.get(id_)) is None:
        return RefusedRecord(what, _words(read.problems[0]) if read.problems else "it is no entry of a registry")
    there: Record | None = getattr(workspace, registry).get(id_)
    if there is None:
        return NewEntry(id_, registry, fields)
    same = there == entry
    return (
        SameRecord(id_, file) if same else RefusedRecord(what, f"{file} has it with other fields, and stays as it is")
    )


def _file_with_id(root: Path, kind: str, id_: str) -> str | None:
    """The file that has the id, relative to the workspace: one that is no record, or could not be read."""
    pattern = f"events/*/{id_}.yaml" if kind == "event" else f"seeds/{id_}.yaml"
    found = next(root.glob(pattern), None)
    return found.relative_to(root).as_posix() if found else None


def _new(what: str, kind: str, id_: str, file: str, data: dict[str, Any]) -> Outcome:
    """The record as a file, if that file would be read as the very same record."""
    try:
        text = yaml_text({key: value for key, value in data.items() if key != "id"})
    except (TypeError, AttributeError):
        return RefusedRecord(what, "it is no record")
    if len(text.encode()) > MAX_BYTES:
        return RefusedRecord(what, f"its file would have more than {MAX_BYTES:,} bytes")
    read = record_in(read_document(text.encode()), file, _MODELS[kind])
    if error := next((each for each in read.problems if each.severity is Severity.ERROR), None):
        return RefusedRecord(what, _words(error))
    if (record := read.records.get(id_)) is None or record.as_written() != data:
        return RefusedRecord(what, "it could not be written as YAML without a change")
    return NewRecord(id_, file, text)


def _words(problem: Problem) -> str:
    return f"{problem.message} [{problem.code}]"
