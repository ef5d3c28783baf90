"""An event's file, of which some texts are changed: the rest of it stays as it was written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.errors import DatelineError
from dashboard.store.lock import workspace_lock
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.workspace import PathInRecord
from dashboard.store.writing import refuse_unreadable, why_not_written, write_over
from dashboard.store.yaml import read_document, with_texts


class EventNotChanged(DatelineError):
    """An event's file that could not be changed; it is as it was."""


def change_texts(root: Path, file: str, seen: Mapping[PathInRecord, str], texts: Mapping[PathInRecord, str]) -> None:
    """Write other texts into the event `file`, whose texts are those `seen`. Raises `EventNotChanged`.

    Written beside the file, flushed, and renamed over it: all of them or none.
    """
    if not is_inside(root, file):
        raise EventNotChanged(f"{file} is a link out of the workspace, or is inside one. Nothing was changed in it.")
    try:
        with workspace_lock(root):
            raw = read_bytes(root / file)
            if not isinstance(raw, bytes):
                raise EventNotChanged(f"{file} cannot be read: {raw.message}.")
            if any(_text_at(read_document(raw).data, path) != text for path, text in seen.items()):
                raise EventNotChanged(f"{file} was changed in the meantime. Nothing was written into it; look again.")
            changed = with_texts(raw.decode("utf-8"), texts)
            if changed is None:
                raise EventNotChanged(f"{file} cannot be changed safely. Write the words into it yourself.")
            refuse_unreadable(file, changed, EventNotChanged, "split it into events with fewer claims")
            write_over(root / file, changed, raw)
    except OSError as error:
        raise EventNotChanged(f"{file} could not be written: {why_not_written(error)}.") from error


def _text_at(data: Any, path: PathInRecord) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
