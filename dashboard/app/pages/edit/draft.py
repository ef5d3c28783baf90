"""A record as it is being edited: as the page last reported it, else as it was kept, else as its file has it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.app.pages.add import without_empty
from dashboard.app.pages.edit.reference import RecordReference
from dashboard.app.shell import mapping_of, number_of, root, state
from dashboard.store.editing import (
    KeptEdit,
    OpenRecord,
    current_bytes,
    drop_edit,
    is_same,
    keep_edit,
    read_edit,
    with_unseen,
)

COMPONENT: Final = "edit"
ANSWER: Final = "answer of Edit"
"""What the last press made of an edit, as this session remembers it."""
_OPENED: Final = "opened by Edit"
_MOST_OPENED: Final = 8


@dataclass(frozen=True, slots=True)
class EditDraft:
    """A record that is being edited."""

    record: RecordReference
    opened: bytes
    """Its file as it was when the edit began."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """As the page has them."""
    number: int = 0
    """Counts the writer's changes."""
    writer: str = ""
    """The tab of the browser in which it is written."""

    @property
    def in_file(self) -> OpenRecord:
        """The record in its file, as it was opened."""
        return OpenRecord(self.record.file, self.record.key, self.opened, self.record.order)

    @property
    def file_fields(self) -> dict[str, Any]:
        """The fields as the file would have them: what the form shows nothing of stays."""
        found = without_empty(self.fields)
        return dict(with_unseen(self.in_file.fields, found if isinstance(found, dict) else {}))

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the file as it was opened."""
        return not is_same(self.file_fields, self.in_file.fields)


def hash_of(raw: bytes) -> str:
    """By which a page names the file that it has opened."""
    return hashlib.sha256(raw).hexdigest()


def draft_of(record: RecordReference) -> EditDraft:
    """The edit of a record. Raises `NotSaved` where its file cannot be read."""
    made = state.recall(ANSWER) or {}
    made = made if made.get("record") == record.name else {}
    reported = mapping_of(state.reported_by(COMPONENT).get("draft"))
    found = reported_draft(record, reported) if reported.get("record") == record.name else None
    if made and (found is None or made["number"] >= found.number):
        if made.get("saved"):
            return _draft_from_disk(record, made["number"] + 1)
        return reported_draft(record, {**made, "number": made["number"] + 1})
    kept = found or read_kept(record)
    return kept if kept and (kept.is_changed or kept.number) else _draft_from_disk(record, 0)


def read_kept(record: RecordReference) -> EditDraft | None:
    """The edit of a record as it was kept; None where none was."""
    found = read_edit(root(), record.kind, record.id)
    if found is None:
        return None
    kept, opened = found
    return EditDraft(record, opened, kept.fields, kept.number, kept.writer)


def _draft_from_disk(record: RecordReference, number: int) -> EditDraft:
    raw = current_bytes(root(), record.file)
    remember_opened(raw)
    fields = OpenRecord(record.file, record.key, raw).fields
    return EditDraft(record, raw, fields, number)


def reported_draft(record: RecordReference, reported: Mapping[str, Any]) -> EditDraft:
    """What the page has told. Of a file that nobody knows any more, the edit counts as begun on an empty one."""
    return EditDraft(
        record,
        _opened_bytes(record, str(reported.get("opened") or "")),
        mapping_of(reported.get("fields")),
        number_of(reported.get("number")),
        str(reported.get("writer") or ""),
    )


def remember_opened(raw: bytes) -> None:
    """Remember a file that a page has opened: what it reports is an edit of this one."""
    known = {**(state.recall(_OPENED) or {}), hash_of(raw): raw}
    state.remember(_OPENED, dict(list(known.items())[-_MOST_OPENED:]))


def _opened_bytes(record: RecordReference, named: str) -> bytes:
    known: Mapping[str, bytes] = state.recall(_OPENED) or {}
    if named in known:
        return known[named]
    kept = read_kept(record)
    for raw in (kept.opened if kept else b"", current_bytes(root(), record.file)):
        if hash_of(raw) == named:
            return raw
    return b""


def keep(draft: EditDraft) -> bool:
    """Write the edit, so that it outlives this server; whether another tab has one, too. Raises `DraftNotKept`."""
    record = draft.record
    if not draft.is_changed:
        drop_edit(root(), record.kind, record.id)
        return False
    before = read_edit(root(), record.kind, record.id)
    keep_edit(root(), record.kind, record.id, KeptEdit(dict(draft.fields), draft.number, draft.writer), draft.opened)
    return before is not None and before[0].writer not in ("", draft.writer)
