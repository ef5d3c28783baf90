"""What a press does while a record is edited: words are marked, the record saved, merged with another's, undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from dashboard.app.pages.add import (
    MARKING,
    MARKS_ALONE,
    Draft,
    NotMarked,
    companion_files,
    refuse_other_shapes,
    told_of_mark,
    yaml_in_the_form,
)
from dashboard.app.pages.edit.draft import ANSWER, COMPONENT, EditDraft, hash_of, keep, remember_opened, reported_draft
from dashboard.app.pages.edit.reference import RecordReference, record_of
from dashboard.app.pages.edit.review import Conflict, conflict_of, review_edit
from dashboard.app.shell import (
    PageContext,
    cache_of_workspace,
    commit_saved,
    latest,
    latest_checked,
    mapping_of,
    read_only,
    root,
    state,
    why_read_only,
)
from dashboard.drafting.marks import Marked
from dashboard.drafting.quotes import NotQuotable
from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.query.wording import count_words
from dashboard.store.authoring import DraftNotKept
from dashboard.store.editing import drop_edit, drop_undo, keep_undo, read_undo, save_edit, undo_edit

HEARD: Final = "heard of Edit"
_GONE: Final = "This record is gone: its file was removed or renamed."
_MOST_IN_A_MESSAGE: Final = 3
"""Fields that a commit's message names; of more, it counts the others."""


@dataclass(frozen=True, slots=True)
class EditAnswer:
    """What became of an edit."""

    draft: EditDraft
    is_saved: bool = False
    """Whether the record is now as its file has it."""
    marked: Marked | None = None
    """What words were put into, where that was pressed."""


class NotDone(DatelineError):
    """A press that could not be answered; the message says why."""


def answer() -> None:
    """Do what was pressed, once; `last_answer` has what became of the edit."""
    pressed = state.pressed_of(COMPONENT)
    act = _ACTS.get(str(pressed.get("what")))
    if (state.recall(ANSWER) or {}).get("press", "") == pressed.get("press"):
        return  # said once more, as its answer was slow
    page = PageContext(latest_checked(look=str(pressed.get("what")) not in MARKS_ALONE).validation)
    record = record_of(str(pressed.get("record")), page)
    if act is None or record is None or read_only():
        state.flash(f"Not saved: {why_read_only()}" if read_only() else _GONE)
        return
    state.flash("")
    is_refused = False
    try:
        draft = reported_draft(record, pressed)
        try:
            done = act(draft, pressed, page)
        except (DatelineError, NotQuotable) as error:
            done, is_refused = EditAnswer(draft), True
            state.flash(str(error))
        if not done.is_saved:
            _keep(replace(done.draft, number=draft.number + 1), state.flash_message())
    except DatelineError as error:  # of a file that cannot be read any more
        state.flash(str(error))
        return
    _remember(draft, pressed, done, is_refused=is_refused)


def keep_reported() -> None:
    """Keep the edit that the page has just reported."""
    reported = mapping_of(state.reported_by(COMPONENT).get("draft"))
    record = record_of(str(reported.get("record")), PageContext(latest().validation))
    if not reported or record is None or read_only():
        return
    state.remember(HEARD, reported.get("again"))
    state.flash("")  # what was said of the last press is over with the next change
    try:
        _keep(reported_draft(record, reported))
    except DatelineError as error:
        state.flash(str(error))


def keep_told_again() -> bool:
    """Keep the edit that the page has told again after this server was started anew; whether there was one."""
    again = mapping_of(state.reported_by(COMPONENT).get("draft")).get("again")
    if again and again != state.recall(HEARD):
        state.remember(HEARD, again)
        keep_reported()
        return True
    return False


def _keep(draft: EditDraft, told: str = "") -> None:
    """Keep an edit, and tell what hinders that, or that somebody else has one: nothing of it is undone.

    It is told behind what was `told` of the press.
    """
    try:
        if keep(draft):
            other = "Another tab edits this record, too. Only the last change of both is kept."
            state.flash(f"{told} {other}".strip())
    except DraftNotKept as error:
        state.flash(f"{told} {error}".strip())


def _remember(draft: EditDraft, pressed: Mapping[str, Any], done: EditAnswer, *, is_refused: bool) -> None:
    remember_opened(done.draft.opened)
    told: dict[str, Any] = {
        "press": pressed.get("press"),
        "record": draft.record.name,
        "number": draft.number,
        "writer": draft.writer,
        "fields": dict(done.draft.fields),
        "opened": hash_of(done.draft.opened),
        "saved": done.is_saved,
        "refused": is_refused,
    }
    if done.marked:
        told |= told_of_mark(done.marked, pressed)
    state.remember(ANSWER, told)


def _mark(draft: EditDraft, pressed: Mapping[str, Any], page: PageContext) -> EditAnswer:
    if draft.record.kind != "event":
        raise NotMarked("Words can be marked in events only.")
    refuse_other_shapes(draft.file_fields)
    written = Draft(str(pressed.get("source") or ""), draft.fields)
    marked = MARKING[str(pressed["what"])](written, pressed, page)
    return EditAnswer(replace(draft, fields=marked.fields), marked=marked)


def _use_yaml(draft: EditDraft, pressed: Mapping[str, Any], _page: PageContext) -> EditAnswer:
    """The record as it was written by hand."""
    marked = yaml_in_the_form(pressed)
    if draft.record.kind == "event":
        refuse_other_shapes(marked.fields)
    return EditAnswer(replace(draft, fields=marked.fields), marked=marked)


def _save(draft: EditDraft, pressed: Mapping[str, Any], page: PageContext) -> EditAnswer:
    """Write the record; what a check objects to keeps nothing back, for it is shown wherever the record is."""
    record = draft.record
    seen = review_edit(draft, page)
    if seen.result.record is None:
        raise NotDone(f"Not saved: fix {count_words(max(seen.errors, 1), 'field')} first.")
    if not draft.is_changed:
        drop_edit(root(), record.kind, record.id)
        state.flash("Nothing was changed, so nothing was saved.")
        return EditAnswer(draft, is_saved=True)
    saved = save_edit(root(), draft.in_file, draft.file_fields)
    told = f"Saved to {record.file}."
    try:
        keep_undo(root(), record.kind, record.id, saved)
        drop_edit(root(), record.kind, record.id)
    except DraftNotKept as error:  # it is saved all the same
        told += f" {error}"
    cache_of_workspace(root()).look()
    event = seen.result.record
    needed = partial(companion_files, event, page.workspace) if isinstance(event, Event) else tuple
    state.flash(f"{told} {_commit(record, _message(draft, seen.changes), pressed, needed)}".strip())
    return EditAnswer(_opened_again(draft, saved.after), is_saved=True)


def _commit(
    record: RecordReference, message: str, pressed: Mapping[str, Any], needed: Callable[[], tuple[str, ...]] = tuple
) -> str:
    """Commit the record's file with those that it needs, where that was ticked; what became of it."""
    return commit_saved([record.file, *needed()], message) if pressed.get("commit") else ""


def _message(draft: EditDraft, changes: tuple[Any, ...]) -> str:
    """What a commit says: `Edit event port-closes: title, when`."""
    names = list(dict.fromkeys(str(each.path[0]) for each in changes))
    more = f" and {len(names) - _MOST_IN_A_MESSAGE} more" if len(names) > _MOST_IN_A_MESSAGE else ""
    return f"Edit {draft.record.kind} {draft.record.id}: {', '.join(names[:_MOST_IN_A_MESSAGE])}{more}"


def _opened_again(draft: EditDraft, raw: bytes) -> EditDraft:
    """The record as a file has it, with nothing changed."""
    opened = replace(draft, opened=raw)
    return replace(opened, fields=opened.in_file.fields)


def _undo(draft: EditDraft, pressed: Mapping[str, Any], _page: PageContext) -> EditAnswer:
    record = draft.record
    undo = read_undo(root(), record.kind, record.id, record.file)
    if undo is None:
        raise NotDone("There is nothing to undo: the file was changed after you saved it.")
    if draft.is_changed:
        raise NotDone("Not undone: save or discard your new changes first.")
    undo_edit(root(), undo.file, undo.before, undo.after_sha256)
    drop_undo(root(), record.kind, record.id)
    cache_of_workspace(root()).look()
    told = f"Undone: {undo.file} is as it was before you saved it."
    state.flash(f"{told} {_commit(record, f'Undo the last edit of {record.kind} {record.id}', pressed)}".strip())
    return EditAnswer(_opened_again(draft, undo.before), is_saved=True)


def _discard(draft: EditDraft, _pressed: Mapping[str, Any], _page: PageContext) -> EditAnswer:
    """Drop what was changed; what the file says now stays."""
    conflict = conflict_of(draft)
    drop_edit(root(), draft.record.kind, draft.record.id)
    return EditAnswer(_opened_again(draft, conflict.theirs if conflict else draft.opened), is_saved=True)


def _save_over(draft: EditDraft, pressed: Mapping[str, Any], page: PageContext) -> EditAnswer:
    """Save over what somebody else wrote, having seen it."""
    return _save(replace(draft, opened=_conflict_shown(draft, pressed).theirs), pressed, page)


def _merge(draft: EditDraft, pressed: Mapping[str, Any], _page: PageContext) -> EditAnswer:
    """Put both changes together; they are saved by another press."""
    conflict = _conflict_shown(draft, pressed)
    if conflict.merge is None:
        raise NotDone("Both changed the same field. Choose one of the two versions.")
    state.flash("Both changes are in the form now. Look at them, then save.")
    return EditAnswer(replace(draft, opened=conflict.theirs, fields=dict(conflict.merge.fields)))


def _conflict_shown(draft: EditDraft, pressed: Mapping[str, Any]) -> Conflict:
    """What somebody else has made of the record, if that is what was shown."""
    conflict = conflict_of(draft)
    if conflict is None or hash_of(conflict.theirs) != pressed.get("theirs"):
        raise NotDone("The file has been changed once more. Look at it again.")
    return conflict


_ACTS: Final[Mapping[str, Callable[[EditDraft, Mapping[str, Any], PageContext], EditAnswer]]] = MappingProxyType(
    {
        **dict.fromkeys(MARKING, _mark),
        "yaml": _use_yaml,
        "save": _save,
        "undo": _undo,
        "discard": _discard,
        "over": _save_over,
        "merge": _merge,
    }
)
"""By the name of the press."""
