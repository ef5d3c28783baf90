"""Several files written as one: all of them are as they are meant, or all are as they were."""

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dashboard.store.writing import stage


@dataclass(frozen=True, slots=True)
class PlannedWrite:
    """A file that is to be written."""

    file: str
    """Relative to the workspace, in which it lies."""
    before: bytes | None
    """What it has now; None where there is no file."""
    after: bytes


class HalfWritten(OSError):
    """Some files are written and could not be put back: whoever noted what was begun finishes it later."""


def write_together(
    root: Path, writes: Sequence[PlannedWrite], *, begin: Callable[[], None], end: Callable[[], None]
) -> None:
    """Write all files, in their order, or none. Raises `OSError`: nothing was changed; but `HalfWritten` says so.

    All is written beside the files first, and what was in them too, so that putting back needs no space. `begin` notes
    what is to be done, after which it can be finished by somebody else; `end` removes the note.
    """
    staged: list[tuple[PlannedWrite, Path, Path | None]] = []
    folders = [path for path in dict.fromkeys((root / each.file).parent for each in writes) if not path.exists()]
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        for each in writes:
            beside = stage(root / each.file, each.after)
            staged.append((each, beside, None))
            if each.before is not None:
                staged[-1] = (each, beside, stage(root / each.file, each.before))
        begin()
        _put_all(root, staged, end)
    finally:
        for _, beside, former in staged:
            for left in filter(None, (beside, former)):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
        for folder in folders:
            with suppress(OSError):  # it has files by now
                folder.rmdir()


def _put_all(root: Path, staged: Sequence[tuple[PlannedWrite, Path, Path | None]], end: Callable[[], None]) -> None:
    done: list[tuple[PlannedWrite, Path | None]] = []
    try:
        for each, beside, former in staged:
            _refuse_changed(root / each.file, each.before)
            beside.replace(root / each.file)
            done.append((each, former))
    except OSError as error:
        if not _put_back(root, done):
            raise HalfWritten(error.errno, os.strerror(error.errno or 0), error.filename) from error
        end()
        raise
    end()


def _refuse_changed(path: Path, before: bytes | None) -> None:
    """Raise `OSError` where somebody else wrote the file meanwhile: an editor knows no lock."""
    if _bytes_of(path) != before:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))


def _put_back(root: Path, done: Sequence[tuple[PlannedWrite, Path | None]]) -> bool:
    """Undo what was done, but in a file that somebody has changed since; whether all of it was."""
    try:
        for each, former in reversed(done):
            path = root / each.file
            if _bytes_of(path) != each.after:
                continue
            if former is None:
                path.unlink()
            else:
                former.replace(path)
    except OSError:
        return False
    return True


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
