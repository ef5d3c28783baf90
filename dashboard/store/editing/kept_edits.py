"""Edits that nobody has saved yet, and the last that was: kept beside the drafts of new events, for this machine alone.

`.dateline/drafts/edits/` has, for each record, its fields as JSON, its file as it was opened, and, once it is saved,
what undoes that.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from dashboard.model.record import ID_PATTERN
from dashboard.store.authoring import DraftNotKept, write_private
from dashboard.store.editing.saving import SavedEdit
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside

FOLDER: Final = ".dateline/drafts/edits"
KINDS: Final = ("event", "source", "place", "actor", "thread")
_FIELDS, _OPENED, _UNDO = "json", "opened", "undo"
_MOST_BYTES: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """A record that is being edited."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0
    """Counts the writer's changes."""
    writer: str = ""
    """The tab of a browser in which it was written last."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What undoes the last save of a record."""

    file: str
    before: bytes
    after_sha256: str
    """The hash of the file as it was saved."""


def read_edit(root: Path, kind: str, id_: str) -> tuple[KeptEdit, bytes] | None:
    """The edit of a record, and its file as it was opened; None where none is kept that can be read.

    The file is empty where what is kept of it belongs to another edit, as when the machine stopped between the two.
    """
    raw, opened = (_read_bytes(root, kind, id_, end) for end in (_FIELDS, _OPENED))
    if raw is None or opened is None:
        return None
    try:
        found = json.loads(raw)
        kept = KeptEdit(found["fields"], int(found["number"]), str(found["writer"]))
        belongs = found["opened"] == _hash(opened)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return (kept, opened if belongs else b"") if isinstance(kept.fields, dict) else None


def keep_edit(root: Path, kind: str, id_: str, edit: KeptEdit, opened: bytes) -> None:
    """Write an edit over the one before it. Raises `DraftNotKept`."""
    if _read_bytes(root, kind, id_, _OPENED) != opened:
        write_private(root, _file(kind, id_, _OPENED), opened)
    fields = json.dumps({**asdict(edit), "opened": _hash(opened)})
    write_private(root, _file(kind, id_, _FIELDS), fields)


def drop_edit(root: Path, kind: str, id_: str) -> None:
    """Remove the edit of a record, if there is one. Raises `DraftNotKept`."""
    for end in (_FIELDS, _OPENED):
        _remove(root, _file(kind, id_, end))


def keep_undo(root: Path, kind: str, id_: str, saved: SavedEdit) -> None:
    """Keep what undoes a save. Raises `DraftNotKept`."""
    head = json.dumps({"file": saved.file, "after": _hash(saved.after)})
    write_private(root, _file(kind, id_, _UNDO), head.encode() + b"\n" + saved.before)


def read_undo(root: Path, kind: str, id_: str, file: str) -> Undo | None:
    """What undoes the last save of a record that is in `file`.

    None where there was none, or the file says something else by now. A workspace may come from somebody else, so what
    is kept in it is never put into another file.
    """
    head, line_end, before = (_read_bytes(root, kind, id_, _UNDO) or b"").partition(b"\n")
    try:
        found = json.loads(head) if line_end else {}
        undo = Undo(str(found["file"]), before, str(found["after"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    now = read_bytes(root / file) if undo.file == file and is_inside(root, file) else None
    return undo if isinstance(now, bytes) and _hash(now) == undo.after_sha256 else None


def drop_undo(root: Path, kind: str, id_: str) -> None:
    """Remove what undoes a save. Raises `DraftNotKept`."""
    _remove(root, _file(kind, id_, _UNDO))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _read_bytes(root: Path, kind: str, id_: str, end: str) -> bytes | None:
    file = _file(kind, id_, end)
    raw = read_bytes(root / file, _MOST_BYTES) if is_inside(root, file) else None
    return raw if isinstance(raw, bytes) else None


def _remove(root: Path, file: str) -> None:
    if not is_inside(root, file):
        return
    try:
        (root / file).unlink(missing_ok=True)
    except OSError as error:
        raise DraftNotKept(f"The draft could not be removed: {error.strerror}.") from error


def _file(kind: str, id_: str, end: str) -> str:
    """Relative to the workspace. Raises `DraftNotKept` for what is no id."""
    if kind not in KINDS or len(id_) > 80 or not re.fullmatch(ID_PATTERN, id_):
        raise DraftNotKept(f"“{id_[:80]}” is not the id of a record.")
    return f"{FOLDER}/{kind}.{id_}.{end}"
