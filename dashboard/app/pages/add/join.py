"""The claims of a draft, with the values that they give, added to an event that has a file."""

from dataclasses import dataclass
from typing import Final

from dashboard.app.pages.add.draft import Draft
from dashboard.app.shell import PageContext, root
from dashboard.checks.documentation import field_order
from dashboard.checks.drafts import check_event_draft
from dashboard.drafting.second_source import JoinedEvent, join_event
from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.model.problem import Severity
from dashboard.query.wording import count_words
from dashboard.store.authoring import NAMELESS, DraftNotKept, event_file
from dashboard.store.editing import OpenRecord, current_bytes, keep_undo, save_edit

_NO_TITLE: Final = "-"


class NotJoined(DatelineError):
    """A draft that could not be added to an event; both are as they were."""


@dataclass(frozen=True, slots=True)
class EventJoined:
    """An event to whose file the claims of a draft were added."""

    event: Event
    """As its file has it now."""
    file: str
    added: tuple[str, ...]
    """Keys of the new claims; none where the event had them all."""
    said: str
    """What was done, in sentences."""


def join_draft(draft: Draft, id_: str, page: PageContext) -> EventJoined:
    """Add what the draft says to the event with this id: every other byte of its file stays.

    Of a date or place that differs both are kept. Raises `NotJoined`, `NotSaved`, `NotEditable`.
    """
    file = page.workspace.files.get(id_)
    if id_ not in page.workspace.events or file is None:
        raise NotJoined("That event is gone.")
    fields = draft.file_fields
    if not fields.get("claims"):
        raise NotJoined("Select words for a claim first.")
    alone = check_event_draft(event_file(NAMELESS, NAMELESS), {"title": _NO_TITLE, **fields}, page.validation)
    if alone.event is None:
        raise NotJoined(f"Not added: {alone.problems[0].message}. Correct it first.")
    record = OpenRecord(file, "", current_bytes(root(), file), lambda path: field_order("event", path))
    made = join_event(record.fields, fields)
    result = check_event_draft(file, made.fields, page.validation)
    if result.event is None:
        raise NotJoined(f"Not added: {result.problems[0].message}. Correct it first.")
    saved = save_edit(root(), record, made.fields)
    errors = sum(each.severity is Severity.ERROR for each in result.problems)
    said = _sentences(made, file, errors)
    try:
        keep_undo(root(), "event", id_, saved)
    except DraftNotKept as error:  # it is saved all the same
        said += f" {error}"
    return EventJoined(result.event, file, tuple(made.added), said)


def _sentences(made: JoinedEvent, file: str, errors: int) -> str:
    if not made.added:
        return f"{file} has these claims already."
    wrong = f", with {count_words(errors, 'error')}" if errors else ""
    told = f"Added to {file}{wrong}: {', '.join(made.added)}."
    if made.differ:
        told += f" The sources differ on the {' and the '.join(made.differ)}: both are kept."
    if made.left:
        told += f" The event keeps its own {', '.join(made.left)}."
    return told
