"""What a rename has begun: known until it is done, so that one that was interrupted can be finished."""

import json
from pathlib import Path
from typing import Final

from dashboard.store.renaming.errors import NotRenamed
from dashboard.store.renaming.target import KINDS, Target
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import write_whole

FILE: Final = "events/.dateline-renaming"


def begin(root: Path, target: Target, new: str) -> None:
    """Note that `target` is being renamed. Raises `OSError`."""
    noted = {"kind": target.kind, "id": target.id, "key": target.key, "new": new}
    write_whole(root / FILE, json.dumps(noted) + "\n")


def end(root: Path) -> None:
    """Remove the note: all of it is done, or none."""
    (root / FILE).unlink(missing_ok=True)


def read_unfinished(root: Path) -> tuple[Target, str] | None:
    """The rename that was begun and not ended, with the new name; None if there is none. Raises `NotRenamed`."""
    if not is_inside(root, FILE) or not (root / FILE).exists():
        return None
    raw = read_bytes(root / FILE)
    try:
        noted = json.loads(raw) if isinstance(raw, bytes) else {}
        target, new = Target(noted["kind"], noted["id"], noted["key"]), noted["new"]
    except (ValueError, KeyError, TypeError):
        noted = {}
    if not noted or target.kind not in KINDS or not all(isinstance(each, str) for each in (*noted.values(), new)):
        raise NotRenamed(f"{FILE} says that a rename was interrupted, but not which. Look at `git status`; remove it.")
    return target, new
