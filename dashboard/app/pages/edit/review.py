"""An edit looked at: what is wrong with it, what it changes in its file, and what somebody else changed meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.app.pages.add import FieldProblem, field_problem, spoken_dates
from dashboard.app.pages.edit.draft import EditDraft
from dashboard.app.shell import PageContext, root
from dashboard.checks.drafts import RecordDraftResult, check_record_draft
from dashboard.model.event import Event
from dashboard.model.problem import Severity
from dashboard.store.editing import (
    FieldChange,
    Merge,
    NotEditable,
    changed_fields,
    changed_lines,
    current_bytes,
    fields_in,
    merge_changes,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else has made of a record while it was edited."""

    theirs: bytes
    """The file as it is now."""
    fields: Mapping[str, Any] | None
    """Their record; None where it is gone, or cannot be read."""
    changes: tuple[FieldChange, ...]
    """What they changed."""
    lines: tuple[str, ...]
    """The difference that they made to the file."""
    merge: Merge | None
    """Both changes together; None where that cannot be."""


@dataclass(frozen=True, slots=True)
class EditReview:
    """The result of looking at an edit."""

    result: RecordDraftResult
    problems: tuple[FieldProblem, ...]
    changes: tuple[FieldChange, ...] = ()
    """The fields that would change."""
    lines: tuple[str, ...] = ()
    """The difference that saving would make to the file."""
    conflict: Conflict | None = None
    spoken: Mapping[str, str] = field(default_factory=dict)
    """Path of each date, its steps parted by slashes, to the date in words."""

    @property
    def errors(self) -> int:
        """The number of problems that keep it from being saved."""
        return sum(severity == Severity.ERROR for _, severity, _, _ in self.problems)

    def spans_in(self, source: str) -> list[tuple[int, int]]:
        """Half-open, in code points, where an event quotes a source's text; nothing while it breaks the model."""
        event = self.result.record
        if not isinstance(event, Event):
            return []
        evidence = self.result.validation.evidence
        found = (each for key in event.claims for each in evidence.of(event.id, key).quotes)
        return [span for each in found if each.quote.source == source and each.finding for span in each.finding.spans]


def review_edit(draft: EditDraft, page: PageContext) -> EditReview:
    """The problems of an edit, by the same reader and rules as the commands, and what it changes."""
    record, fields = draft.record, draft.file_fields
    found = check_record_draft(record.kind, record.file, record.id, fields, page.validation)
    problems = [field_problem(each, found.path_of(each)) for each in found.problems]
    content = draft.opened
    if draft.is_changed:
        try:
            content = draft.in_file.content(fields)
        except NotEditable as error:
            problems.append((["file"], Severity.ERROR, str(error).rstrip("."), ""))
    return EditReview(
        found,
        tuple(problems),
        tuple(changed_fields(draft.in_file.fields, fields)),
        tuple(changed_lines(draft.opened, content)),
        conflict_of(draft),
        dict(spoken_dates(fields)),
    )


def conflict_of(draft: EditDraft) -> Conflict | None:
    """What changed on the disk since the edit began; None where nothing did. Raises `NotSaved`."""
    raw = current_bytes(root(), draft.record.file)
    if not draft.is_changed or draft.in_file.is_still_in(raw):
        return None
    theirs = fields_in(raw, draft.record.key)
    before = draft.in_file.fields
    merge = merge_changes(before, draft.file_fields, theirs) if theirs is not None and draft.opened else None
    return Conflict(
        raw,
        theirs,
        tuple(changed_fields(before, theirs or {})),
        tuple(changed_lines(draft.opened, raw)),
        merge if merge and not merge.conflicts else None,
    )


def change_words(changes: tuple[FieldChange, ...]) -> Iterator[str]:
    """Each change in words: `title: changed`."""
    for each in changes:
        steps = (f"{step + 1}" if isinstance(step, int) else step.replace("_", " ") for step in each.path)
        yield f"{' › '.join(steps)}: {each.kind}"
