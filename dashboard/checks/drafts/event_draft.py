"""An event that is being written: what would be wrong with its file, by the same reading and rules as validation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.checks.drafts.surroundings import workspace_around
from dashboard.checks.validation import Validation, validate_workspace
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.store.record_file import record_in, stem
from dashboard.store.yaml import Document, Path, read_document


@dataclass(frozen=True, slots=True)
class EventDraftResult:
    """What is made of a draft."""

    event: Event | None
    """None where it breaks the model: the problems say why."""
    validation: Validation
    """The part of the workspace that the draft's problems depend on, as if it were one of its files."""
    problems: tuple[Problem, ...]
    document: Document

    def path_of(self, problem: Problem) -> Path:
        """The field that a problem is on; () where it is on the whole."""
        return self.document.path_at((problem.line, problem.column))


def check_event_draft(file: str, fields: Mapping[str, Any], validation: Validation) -> EventDraftResult:
    """The event with these fields, as `file` would have them, read and checked."""
    text = json.dumps(fields, ensure_ascii=False)
    document = read_document(text.encode("utf-8", "replace"))  # JSON is YAML, all quoted
    read = record_in(document, file, Event)
    event = read.records.get(stem(file))
    if not isinstance(event, Event):
        return EventDraftResult(None, validation, read.problems, document)
    before = validation.workspace
    workspace = replace(
        workspace_around(event, before),
        files={**before.files, event.id: file},
        documents={**before.documents, file: document},
        problems=tuple(each for each in before.problems if each.file != file),
    )
    within = validate_workspace(workspace, validation.look)
    found = tuple(each for each in within.problems if each.file == file)
    return EventDraftResult(event, within, (*read.problems, *found), document)
