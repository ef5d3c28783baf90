"""A record that is being edited: what would be wrong with its file, by the same reading and rules as validation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from dashboard.checks.drafts.surroundings import workspace_around
from dashboard.checks.validation import Validation, validate_workspace
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.record import Record
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.store.record_file import record_in, registry_in
from dashboard.store.yaml import Document, Path, read_document

MODELS: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {"event": Event, "source": Source, "place": Place, "actor": Actor, "thread": Thread}
)
"""The kinds of record that can be edited."""


@dataclass(frozen=True, slots=True)
class RecordDraftResult:
    """What is made of an edit."""

    record: Record | None
    """None where it breaks the model: the problems say why."""
    validation: Validation
    """The part of the workspace that the record's problems depend on, as if the record were in it."""
    problems: tuple[Problem, ...]
    """Problems of this record."""
    document: Document
    key: str = ""
    """The entry of a registry; empty where the file is the record."""

    def path_of(self, problem: Problem) -> Path:
        """The field that a problem is on; () where it is on the whole record."""
        path = problem.path or self.document.path_at((problem.line, problem.column))
        return path[1:] if self.key and path[:1] == (self.key,) else path


def check_record_draft(
    kind: str, file: str, id_: str, fields: Mapping[str, Any], validation: Validation
) -> RecordDraftResult:
    """The record of this kind and id with these fields, as `file` would have them, read and checked."""
    key = id_ if kind in ("place", "actor", "thread") else ""
    text = json.dumps({key: fields} if key else fields, ensure_ascii=False)
    document = read_document(text.encode("utf-8", "replace"))  # JSON is YAML, all quoted
    read = (registry_in if key else record_in)(document, file, MODELS[kind])
    record = read.records.get(id_)
    if record is None:
        return RecordDraftResult(None, validation, read.problems, document, key)
    before = validation.workspace
    if isinstance(record, Event):
        workspace = workspace_around(record, before)
    else:  # what its own file says depends on no event, and thousands of them are slow to check
        changed: dict[str, Any] = {f"{kind}s": {**getattr(before, f"{kind}s"), id_: record}}
        workspace = replace(before, **{**changed, "events": {}, "briefings": {}, "views": {}})
    workspace = replace(
        workspace,
        documents={**before.documents, file: document},
        problems=tuple(each for each in before.problems if each.file != file),
    )
    within = validate_workspace(workspace, validation.look)
    made = RecordDraftResult(record, within, (), document, key)
    found = (each for each in within.problems if each.file == file)
    own = tuple(each for each in found if not key or document.path_at((each.line, each.column))[:1] == (key,))
    return replace(made, problems=(*read.problems, *own))
