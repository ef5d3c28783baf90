"""The commit that is checked out, and whether the records are as it has them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dashboard.store.git.history import History
from dashboard.store.git.layout import content_name
from dashboard.store.git.program import HistoryUnreadable

_FOLDERS: Final = ("events", "seeds")


def commit_of_records(root: Path) -> tuple[str, bool]:
    """The hash of the commit, empty without one; and whether a file of the workspace at `root` is not as it has it."""
    try:
        history = History(root)
        head = history.head()
        names = history.names_at(head, *_FOLDERS) if head else {}
    except HistoryUnreadable:
        return "", False
    if head is None:
        return "", False
    here = set(_files(root))
    is_same = here == names.keys() and all(_is_as_committed(root / name, names[name]) for name in here)
    return head, not is_same


def _files(root: Path) -> Iterator[str]:
    """Every file among the records that no program keeps for itself: of those, the names begin with a dot."""
    for folder in _FOLDERS:
        for place, folders, files in os.walk(root / folder):
            folders[:] = [each for each in folders if not each.startswith(".")]
            above = Path(place).relative_to(root)
            yield from ((above / each).as_posix() for each in files if not each.startswith("."))


def _is_as_committed(path: Path, name: str) -> bool:
    """Whether a file has the content of this name; git may keep other ends of lines than a copy on Windows has."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    same = content_name(content, len(name)) == name
    return same or content_name(content.replace(b"\r\n", b"\n"), len(name)) == name
