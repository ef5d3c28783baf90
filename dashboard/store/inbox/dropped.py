"""Documents that somebody has put into `inbox/` by hand: listed, and read no further than a document may be long."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.model.problem import Problem
from dashboard.store.inbox.place import INBOX
from dashboard.store.text_file import UNREADABLE, read_bytes
from dashboard.store.tree import OUTSIDE, is_inside

MOST_BYTES: Final = 50_000_000
"""The largest document that is read, in bytes."""
_NOT_DOCUMENTS: Final = frozenset({"README.md", "feeds.yaml", "feeds.yml", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A document in `inbox/`."""

    file: str
    """Relative to the workspace."""
    signature: tuple[int, int, int]
    """Time of change, size and inode: while they are the same, so is the document."""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.file.removeprefix(f"{INBOX}/")


def dropped_files(root: Path) -> tuple[tuple[DroppedFile, ...], tuple[Problem, ...]]:
    """The documents in `inbox/`, by name, and what there cannot be read. Folders and hidden files are passed over."""
    if not (root / INBOX).is_dir():
        return (), ()
    if not is_inside(root, INBOX):
        return (), (OUTSIDE.at(INBOX, (1, 1), "this link leads out of the workspace, or to nothing"),)
    try:
        with os.scandir(root / INBOX) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        return (), (UNREADABLE.at(INBOX, (1, 1), f"the folder cannot be listed: {error.strerror}"),)
    found, problems = [], []
    for entry in listed:
        if entry.name.startswith((".", "~$")) or entry.name in _NOT_DOCUMENTS:
            continue
        shown = os.fsencode(f"{INBOX}/{entry.name}").decode(errors="backslashreplace")
        if shown != f"{INBOX}/{entry.name}":
            problems.append(UNREADABLE.at(shown, (1, 1), "the name is not UTF-8", "rename it"))
        elif entry.is_symlink() and not (is_inside(root, shown) and Path(entry.path).exists()):
            problems.append(OUTSIDE.at(shown, (1, 1), "this link leads out of the workspace, or to nothing"))
        elif entry.is_file():
            status = entry.stat()
            found.append(DroppedFile(shown, (status.st_mtime_ns, status.st_size, status.st_ino)))
    return tuple(found), tuple(problems)


def read_dropped(root: Path, dropped: DroppedFile) -> bytes | Problem:
    """The document, or what keeps it from being read."""
    raw = read_bytes(root / dropped.file, MOST_BYTES)
    return raw if isinstance(raw, bytes) else raw.in_file(dropped.file)
