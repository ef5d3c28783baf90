"""An edited record saved into its file, never over what somebody else has written there meanwhile; and undone."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from dashboard.errors import DatelineError
from dashboard.store.editing.lines import Order
from dashboard.store.editing.record_text import edit_record, no_order
from dashboard.store.editing.values import is_same, with_unseen
from dashboard.store.lock import workspace_lock
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written, write_over
from dashboard.store.yaml import Path, read_document


class NotSaved(DatelineError):
    """An edit that could not be saved; the file is as it was."""


class FileChanged(NotSaved):
    """The record was changed on the disk after it was opened."""


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record that is being edited: where it is, and its file as it was opened."""

    file: str
    """Relative to the workspace."""
    key: str
    """The entry of a registry; empty where the file is the record."""
    opened: bytes
    """The whole file."""
    order: Order = no_order
    """Where new fields are put."""

    @property
    def path(self) -> Path:
        """The way to the record in its file."""
        return (self.key,) if self.key else ()

    @property
    def fields(self) -> dict[str, Any]:
        """The record as it was opened; empty where the file cannot be read, or has no such entry."""
        return fields_in(self.opened, self.key) or {}

    def content(self, fields: Mapping[str, Any], on: bytes | None = None) -> bytes:
        """The file (as it was opened, unless another is given) with other fields of the record.

        Raises `NotEditable`.
        """
        raw = self.opened if on is None else on
        data = read_document(raw).data or {}
        now = with_unseen(fields_in(raw, self.key) or {}, dict(fields))
        return edit_record(raw, {**data, self.key: now} if self.key else now, self.order)

    def is_still_in(self, raw: bytes) -> bool:
        """Whether a file has the record as it was opened; other entries of a registry do not count."""
        if not self.key:
            return raw == self.opened
        now = fields_in(raw, self.key)
        return now is not None and is_same(now, self.fields)


@dataclass(frozen=True, slots=True)
class SavedEdit:
    """A file that was saved, as it was before and is now."""

    file: str
    before: bytes
    after: bytes


def fields_in(raw: bytes, key: str) -> dict[str, Any] | None:
    """The record in a file, or the entry of a registry; None where there is none that can be read."""
    data: Any = read_document(raw).data
    found = data.get(key) if key and data is not None else data
    return found if isinstance(found, dict) else None


def current_bytes(root: FilePath, file: str) -> bytes:
    """A record's file as it is now. Raises `NotSaved`."""
    if not is_inside(root, file):
        raise NotSaved(
            f"{file} is a link out of the workspace, or is inside one. Replace it with a copy of its target."
        )
    raw = read_bytes(root / file)
    if not isinstance(raw, bytes):
        raise NotSaved(f"{file} cannot be read: {raw.message}.")
    return raw


def save_edit(root: FilePath, record: OpenRecord, fields: Mapping[str, Any]) -> SavedEdit:
    """Write the record with these fields into its file.

    Raises `FileChanged` where the record is another one by now than was opened, `NotEditable`, `NotSaved`.
    """
    with _alone(root, record.file):
        raw = current_bytes(root, record.file)
        if not record.is_still_in(raw):
            raise FileChanged(f"{record.file} was changed on the disk after you opened it. Nothing was written.")
        content = record.content(fields, raw)
        if content != raw:
            write_over(root / record.file, content, raw)
    return SavedEdit(record.file, raw, content)


def undo_edit(root: FilePath, file: str, before: bytes, after_sha256: str) -> None:
    """Put back the file as it was before an edit, if it is still what was saved. Raises `FileChanged`, `NotSaved`."""
    with _alone(root, file):
        raw = current_bytes(root, file)
        if hashlib.sha256(raw).hexdigest() != after_sha256:
            raise FileChanged(f"Not undone: {file} was changed again after you saved it.")
        write_over(root / file, before, raw)


@contextmanager
def _alone(root: FilePath, file: str) -> Iterator[None]:
    try:
        with workspace_lock(root):
            yield
    except OSError as error:
        raise NotSaved(f"{file} could not be written: {why_not_written(error)}. Nothing was written.") from error
