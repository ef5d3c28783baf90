"""Where the inbox lies, and whether anything in it has changed."""

import os
from pathlib import Path
from typing import Final

from dashboard.store.tree import is_inside

INBOX: Final = "inbox"
ITEMS: Final = "inbox/items"

InboxSignature = tuple[tuple[str, int, int, int], ...]


def inbox_folders(root: Path) -> tuple[str, ...]:
    """The folders of the inbox that are there, and lie in the workspace; relative to `root`."""
    return tuple(name for name in (INBOX, ITEMS) if (root / name).is_dir() and is_inside(root, name))


def inbox_signature(root: Path) -> InboxSignature:
    """Name, time of change in nanoseconds, size and inode of what lies in the inbox: equal where nothing changed."""
    found: list[tuple[str, int, int, int]] = []
    for folder in inbox_folders(root):
        try:
            with os.scandir(root / folder) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:  # gone, or not to be read: whoever lists it says so
            continue
        for entry in listed:
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            found.append((f"{folder}/{entry.name}", status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(sorted(found))


def item_records(root: Path) -> tuple[str, ...]:
    """The records of items, by name; those that lie in the workspace."""
    if ITEMS not in inbox_folders(root):
        return ()
    names = sorted(path.name for path in (root / ITEMS).glob("*.yaml"))
    return tuple(name for each in names if is_inside(root, name := f"{ITEMS}/{each}"))
