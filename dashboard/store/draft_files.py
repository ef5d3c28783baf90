"""Draft events written into a workspace: each into a file of its own, beside what is there and never over it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.model.record import ID_PATTERN
from dashboard.store.lock import workspace_lock
from dashboard.store.tree import RESERVED_FOLDERS, is_inside
from dashboard.store.writing import DEVICES, refuse_unreadable, why_not_written, write_new
from dashboard.store.yaml import event_text

MOST_CHARACTERS: Final = 80
"""The longest id."""


class DraftsNotWritten(DatelineError):
    """Drafts that could not be written; those that were are gone again."""


def folder_for(root: Path, name: str) -> str:
    """The folder of that name in `events/`, relative to the workspace. Raises `DraftsNotWritten` for what is none."""
    if len(name) > MOST_CHARACTERS or not re.fullmatch(ID_PATTERN, name) or name in (*RESERVED_FOLDERS, *DEVICES):
        reserved = " and ".join(RESERVED_FOLDERS)
        raise DraftsNotWritten(
            f"“{name}” cannot be a folder of events. Use lower-case letters and digits, joined by single hyphens, at "
            f"most {MOST_CHARACTERS} characters; {reserved} are reserved, and so are names of devices such as con."
        )
    if (root / "events" / name).is_symlink():
        raise DraftsNotWritten(f"events/{name} is a link. Name a folder inside the workspace.")
    return f"events/{name}"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other processes out while events are listed and drafts written. Raises `DraftsNotWritten`."""
    try:
        with workspace_lock(root):
            yield
    except OSError as error:
        raise DraftsNotWritten(f"Nothing was written: {why_not_written(error)}.") from error


def check_id(id_: str) -> str:
    """The id as it is. Raises `DraftsNotWritten` for what is no id."""
    if len(id_) > MOST_CHARACTERS or not re.fullmatch(ID_PATTERN, id_):
        raise DraftsNotWritten(
            f"“{id_[:MOST_CHARACTERS]}” is not an id. Use lower-case letters and digits, joined by single hyphens, at "
            f"most {MOST_CHARACTERS} characters, such as `port-closes`."
        )
    if id_ in DEVICES:
        raise DraftsNotWritten(
            f"“{id_}” is the name of a device on Windows, so no file there can have it. Choose another id."
        )
    return id_


def write_drafts(root: Path, folder: str, events: Sequence[Event]) -> tuple[str, ...]:
    """Write one file for each event; their names, relative to the workspace. Raises `DraftsNotWritten`: all or none."""
    return _write_all(root, folder, {f"{folder}/{event.id}.yaml": event_text(event) for event in events})


def write_text(root: Path, folder: str, id_: str, text: str) -> str:
    """Write the text of a new event; its file, relative to the workspace. Raises `DraftsNotWritten`."""
    (file,) = _write_all(root, folder, {f"{folder}/{id_}.yaml": text})
    return file


def _write_all(root: Path, folder: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    for name, text in texts.items():
        refuse_unreadable(name, text, DraftsNotWritten, "split it into events with fewer claims")
    written: list[str] = []
    if not is_inside(root, folder):
        raise DraftsNotWritten(f"{folder} is a link out of the workspace, or is inside one. Nothing was written.")
    try:
        if texts:
            (root / folder).mkdir(exist_ok=True)
        for name, text in texts.items():
            write_new(root / name, text)
            written.append(name)
    except OSError as error:
        for name in written:
            (root / name).unlink(missing_ok=True)
        raise DraftsNotWritten(
            f"{folder} could not be written: {why_not_written(error)}. Nothing was written."
        ) from error
    return tuple(written)
