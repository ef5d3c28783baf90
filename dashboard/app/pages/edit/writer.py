"""The component in which a record is edited: it has the edit, and is told what is wrong with it and what changes."""

from typing import Any

import streamlit as st

from dashboard.app.pages.add import choices_for, choices_to_send, send_again
from dashboard.app.pages.edit.answers import answer, keep_reported, keep_told_again
from dashboard.app.pages.edit.draft import ANSWER, COMPONENT, EditDraft, hash_of
from dashboard.app.pages.edit.review import Conflict, EditReview, change_words
from dashboard.app.scripts import module
from dashboard.app.shell import PageContext, can_commit, root, state
from dashboard.clock import today
from dashboard.drafting.dates import day_at_top
from dashboard.model.vocabularies import ACTOR_KINDS, PLACE_PRECISIONS
from dashboard.store.editing import read_undo
from dashboard.store.yaml import yaml_text

_writer = st.components.v2.component(f"dateline_{COMPONENT}", js=module("add/add"), isolate_styles=False)


def writer(draft: EditDraft, source: str, seen: EditReview, page: PageContext) -> None:
    """Put it on the page, beside the text of `source`, which is empty where there is none."""
    data = data_of(draft, source, seen, page)
    handlers: Any = {"on_draft_change": keep_reported, "on_pressed_change": answer, "on_lacks_change": send_again}
    _writer(key=COMPONENT, data=[data], **handlers)
    if keep_told_again():
        st.rerun()  # it is looked at by the next run alone


def data_of(draft: EditDraft, source: str, seen: EditReview, page: PageContext) -> dict[str, Any]:
    """What the component is given."""
    record = draft.record
    found = state.recall(ANSWER)
    return {
        "workspace": str(root()),
        "source": source,
        "record": record.name,
        "kind": record.kind,
        "file": record.file,
        "opened": hash_of(draft.opened),
        "kept": {"fields": draft.fields, "id": "", "folder": "", "number": draft.number},
        "is_changed": draft.is_changed,
        "number": draft.number,
        "choices": choices_to_send(COMPONENT, choices_for(record.kind, page)),
        "problems": [[path, severity, message, hint] for path, severity, message, hint in seen.problems],
        "spoken": dict(seen.spoken),
        "spans": [list(span) for span in seen.spans_in(source)],
        "actor_kinds": list(ACTOR_KINDS),
        "place_precisions": list(PLACE_PRECISIONS),
        "yaml": yaml_text(draft.file_fields),
        "id": record.id,
        "folder": "",
        "answer": found if found and found.get("record") == record.name else None,
        "told": state.flash_message(),
        "saved": None,
        "alike": [],
        "changes": list(change_words(seen.changes)),
        "lines": list(seen.lines),
        "conflict": _conflict(seen.conflict) if seen.conflict else None,
        "can_undo": read_undo(root(), record.kind, record.id, record.file) is not None,
        "can_commit": can_commit(),
        "day_at_top": str(day_at_top(page.workspace.texts.get(source, "")) or ""),
        "today": str(today()),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "theirs": hash_of(conflict.theirs),
        "changes": list(change_words(conflict.changes)),
        "lines": list(conflict.lines),
        "is_gone": conflict.fields is None,
        "can_merge": conflict.merge is not None,
    }
