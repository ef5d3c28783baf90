"""A draft looked at: what is wrong with it, field by field, what its dates say, and its file's text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.app.pages.add.draft import Draft, file_of, folder_of
from dashboard.app.shell import PageContext, root
from dashboard.checks.drafts import EventDraftResult, check_event_draft
from dashboard.drafting.alike import AlikeEvent, alike_events
from dashboard.model.dates import DateProblem, EventDate
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.store.authoring import NAMELESS, yaml_of
from dashboard.store.breach_kinds import KEY_MISSING
from dashboard.store.draft_files import DraftsNotWritten, check_id, folder_for
from dashboard.store.yaml import yaml_text

FieldProblem = tuple[list[str | int], str, str, str]
"""Path of the field, severity, message, hint."""

REQUIRED: Final = "required"
"""Said of a field that nothing stands in yet; the form says it quietly until something was typed there."""
_MISSING: Final = re.compile(r"`([^`]+)` is missing")
"""What `key-missing` says: the path is of the field that is not there, and not of what should have it."""
_DATES: Final = frozenset({"reported", "date", "on"})


@dataclass(frozen=True, slots=True)
class EventReview:
    """The result of looking at a draft."""

    file: str
    event: Event | None
    """None where the draft breaks the model."""
    result: EventDraftResult
    problems: tuple[FieldProblem, ...]
    alike: tuple[AlikeEvent, ...] = ()
    """Events that it may be."""
    spoken: Mapping[str, str] = field(default_factory=dict)
    """Path of each date, its steps parted by slashes, to the date in words."""

    @property
    def errors(self) -> int:
        """The number of problems that are errors."""
        return sum(severity == Severity.ERROR for _, severity, _, _ in self.problems)

    def spans_in(self, source: str) -> list[tuple[int, int]]:
        """Half-open, in code points, where the draft quotes a source's text; nothing while it breaks the model."""
        if self.event is None:
            return []
        evidence = self.result.validation.evidence
        found = (each for key in self.event.claims for each in evidence.of(self.event.id, key).quotes)
        return [span for each in found if each.quote.source == source and each.finding for span in each.finding.spans]

    @property
    def yaml(self) -> str:
        """The file's text, as it would be saved; of what cannot be saved yet, as far as it goes."""
        return yaml_of(self.event) if self.event else yaml_text(self.result.document.data or {})


def review_draft(draft: Draft, page: PageContext) -> EventReview:
    """The problems of a draft, by the same reader and rules as the commands."""
    file = file_of(draft, page)
    found = check_event_draft(file, draft.file_fields, page.validation)
    problems = [_on_field(each, found) for each in found.problems]
    problems += _wrong_names(draft, page)
    alike = alike_events(found.event, page.workspace) if found.event else ()
    return EventReview(file, found.event, found, tuple(problems), alike, dict(spoken_dates(draft.file_fields)))


def _wrong_names(draft: Draft, page: PageContext) -> Iterator[FieldProblem]:
    """What is wrong with the names of file and folder, as far as they were typed."""
    if draft.id in page.workspace.events:
        yield ["id"], Severity.ERROR, f"an event {draft.id} exists already", "choose another name"
    try:
        check_id(draft.id or NAMELESS)
    except DraftsNotWritten as error:
        yield ["id"], Severity.ERROR, str(error).rstrip("."), ""
    try:
        folder_for(root(), folder_of(draft, page))
    except DraftsNotWritten as error:
        yield ["folder"], Severity.ERROR, str(error).rstrip("."), ""


def _on_field(problem: Problem, found: EventDraftResult) -> FieldProblem:
    return field_problem(problem, problem.path or found.path_of(problem))


def field_problem(problem: Problem, at: Sequence[str | int]) -> FieldProblem:
    """The problem as the form shows it: of a field that is not there, with the path that it would have."""
    if problem.code == KEY_MISSING.code and (missing := _MISSING.match(problem.message)):
        path = [int(step) if step.isdecimal() else step for step in missing[1].split(".")]
        return path, problem.severity, REQUIRED, ""
    return list(at), problem.severity, problem.message, problem.hint


def spoken_dates(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every date of a draft in words."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from spoken_dates(each, (*path, str(key)))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from spoken_dates(each, (*path, str(index)))
    elif isinstance(value, str) and path[-1] in _DATES:
        try:
            yield "/".join(path), EventDate.parse(value).words()
        except DateProblem:
            return
