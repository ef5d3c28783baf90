"""The folder that is published: whole, or as it was before; nothing is removed that Dateline did not write there."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from dashboard.briefing.site.swapping import swap_folders
from dashboard.errors import DatelineError
from dashboard.store.temporary import remove_leftovers, temporary_path
from dashboard.store.writing import why_not_written

MARKER: Final = "dateline-published.json"
"""Lists the files of the folder with their hashes: only such a folder is replaced."""
_MOST_NAMED: Final = 3


class NotPublished(DatelineError):
    """A folder that was not written; what was there is as it was."""


def check_folder(folder: Path) -> None:
    """Raise `NotPublished` where something lies at `folder` that Dateline did not publish there."""
    if folder.is_symlink():
        raise NotPublished(f"{folder} is a symbolic link. Name the folder itself.")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotPublished(f"{folder} is a file. Name a folder.")
    if not any(folder.iterdir()):
        return
    known = _written_before(folder)
    if known is None:
        raise NotPublished(
            f"{folder} has files that `dateline publish` did not write. Nothing was changed: name an empty folder, or "
            "one that it wrote."
        )
    if strange := sorted(_strange_files(folder, known)):
        named = ", ".join(strange[:_MOST_NAMED]) + (
            f" and {len(strange) - _MOST_NAMED} more" if strange[_MOST_NAMED:] else ""
        )
        raise NotPublished(
            f"{folder} has files that were added or changed since it was published: {named}. Nothing was changed: move "
            "them, or name another folder."
        )


def _written_before(folder: Path) -> Mapping[str, str] | None:
    """File to the hash with which it was written; None where nothing says so."""
    marker = folder / MARKER
    if marker.is_symlink() or not marker.is_file():
        return None
    try:
        told: Any = json.loads(marker.read_text(encoding="utf-8"))
        files = told["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_list = isinstance(files, dict) and all(isinstance(each, str) for each in files.values())
    return files if is_list else None


def _strange_files(folder: Path, known: Mapping[str, str]) -> Iterator[str]:
    """Files, and links to anything, that are not there as they were written; folders that hold no file of ours."""
    ours = {"", *(parent.as_posix() for name in known for parent in Path(name).parents)}
    for place, folders, names in os.walk(folder):
        above = Path(place).relative_to(folder)
        for name in folders:
            if (path := above / name).as_posix() not in ours or (folder / path).is_symlink():
                yield f"{path.as_posix()}/"
        for name in names:
            path = above / name
            if path.as_posix() == MARKER:
                continue
            file = folder / path
            if file.is_symlink() or known.get(path.as_posix()) != sha256(file.read_bytes()).hexdigest():
                yield path.as_posix()


def put_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    """Write the files beside the folder, and put them in its place; how many they are, and their bytes.

    Raises `NotPublished`; then the folder is as it was, or is not there.
    """
    check_folder(folder)
    target = folder.resolve() if folder.name in ("", ".", "..") else folder.parent.resolve() / folder.name
    made_above = not target.parent.exists()
    beside = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(target.parent)
        beside = temporary_path(target.parent)
        beside.mkdir(mode=0o755)
        counted = _write(beside, files)
        check_folder(folder)
        _exchange(beside, target)
    except OSError as error:
        raise NotPublished(f"{folder} could not be written: {why_not_written(error)}.") from error
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
        if made_above:
            with suppress(OSError):
                target.parent.rmdir()
    return counted


def _write(beside: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    hashes: dict[str, str] = {}
    size = 0
    made: set[Path] = set()
    for name, content in files:
        path = beside / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        with path.open("xb") as file:
            file.write(content)
        hashes[name] = sha256(content).hexdigest()
        size += len(content)
    told = json.dumps({"written by": "dateline publish", "files": dict(sorted(hashes.items()))}, indent=0)
    with (beside / MARKER).open("xb") as file:
        file.write(f"{told}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    return len(hashes), size


def _exchange(beside: Path, target: Path) -> None:
    """Put what was written into its place, and remove what stood there, if it is as `check_folder` has seen it."""
    if not target.exists():
        beside.rename(target)
        return
    swap_folders(beside, target)
    try:
        check_folder(beside)
    except DatelineError as error:
        swap_folders(beside, target)
        raise NotPublished(
            f"{target} was changed meanwhile. Nothing was written: look at it, and try again."
        ) from error


def refuse_inside(folder: Path, root: Path) -> None:
    """Raise `NotPublished` where the folder is, or would hold, the records of the workspace at `root`."""
    target = folder.resolve()
    inside = [root / name for name in ("events", "seeds", "inbox")]
    if target == root or root.is_relative_to(target) or any(target.is_relative_to(each) for each in inside):
        raise NotPublished(f"{folder} is among the records of the workspace. Name another folder.")
