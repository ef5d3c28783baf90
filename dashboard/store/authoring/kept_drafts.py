"""Drafts of events that nobody has saved yet: kept beside the workspace's records, so that no restart loses them.

One for each source, as JSON in `.dateline/drafts/`, which git leaves alone.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.record import ID_PATTERN
from dashboard.store.machine import FOLDER, write_for_machine
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written

_DRAFTS: Final = f"{FOLDER}/drafts"


class DraftNotKept(DatelineError):
    """A draft that could not be written; the one before it is still there."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """An event that is being written from a source."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    """As its file would have them."""
    id: str = ""
    """Its file's name, as typed; empty where it is made of the title."""
    folder: str = ""
    """The folder in `events/`, as typed."""
    number: int = 0
    """Counts the writer's changes."""
    writer: str = ""
    """The tab of a browser in which it was written last."""


def read_draft(root: Path, source: str) -> KeptDraft | None:
    """The draft of a source; None where there is none, or one that cannot be read."""
    file = _file(source)
    raw = read_bytes(root / file) if is_inside(root, file) else None
    if not isinstance(raw, bytes):
        return None
    try:
        found = json.loads(raw)
        fields, number = found["fields"], int(found["number"])
        id_, folder, writer = str(found["id"]), str(found["folder"]), str(found.get("writer", ""))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return KeptDraft(fields, id_, folder, number, writer) if isinstance(fields, dict) else None


def keep_draft(root: Path, source: str, draft: KeptDraft) -> None:
    """Write the draft of a source over the one before it. Raises `DraftNotKept`."""
    text = json.dumps(asdict(draft))  # ASCII alone: half of a sign that a browser sends is written as well
    refuse_unreadable(_file(source), text, DraftNotKept, "save the event, or remove claims from it")
    write_private(root, _file(source), text)


def write_private(root: Path, file: str, content: str | bytes) -> None:
    """Write a file below `.dateline/`, which git leaves alone. Raises `DraftNotKept`."""
    if not is_inside(root, file):
        raise DraftNotKept(f"{_DRAFTS} is a link out of the workspace. Replace it with a folder.")
    try:
        write_for_machine(root, file, content)
    except OSError as error:
        raise DraftNotKept(f"Only this browser keeps the draft: {why_not_written(error)}.") from error


def drop_draft(root: Path, source: str) -> None:
    """Remove the draft of a source, if there is one. Raises `DraftNotKept`."""
    file = _file(source)
    if not is_inside(root, file):
        return
    try:
        (root / file).unlink(missing_ok=True)
    except OSError as error:
        raise DraftNotKept(f"The draft could not be removed: {why_not_written(error)}.") from error


def _file(source: str) -> str:
    """Relative to the workspace. Raises `DraftNotKept` for what is no id."""
    if not is_source_id(source):
        raise DraftNotKept(f"“{source}” is not the id of a source.")
    return f"{_DRAFTS}/{source}.json"


def is_source_id(source: str) -> bool:
    """Whether it can be the id of a source, and so the name of a file here."""
    return len(source) <= 80 and re.fullmatch(ID_PATTERN, source) is not None
