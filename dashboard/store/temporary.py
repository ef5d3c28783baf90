"""Temporary files that are known by their names, so that those of a program that was killed are removed by the next."""

import os
import platform
import secrets
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PREFIX: Final = ".dateline-"
"""A dot first: whoever lists records passes over it, and `.gitignore` here names it."""
OLD_SECONDS: Final = 24 * 3600
"""Nothing takes so long to be written. So old, it is removed even where its process cannot be asked about."""


def temporary_path(folder: Path) -> Path:
    """A name in `folder` that nobody has: `.dateline-MACHINE-PROCESS-RANDOM`."""
    return folder / f"{PREFIX}{_machine()}-{os.getpid()}-{secrets.token_hex(4)}"


@contextmanager
def temporary_folder(above: Path | None = None) -> Iterator[Path]:
    """A folder of our own, gone when the context ends: in `above`, else where the system keeps such."""
    above = above or Path(tempfile.gettempdir())
    remove_leftovers(above)
    folder = temporary_path(above)
    folder.mkdir(mode=0o700)
    try:
        yield folder.resolve()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what a process that is gone has left in `folder` itself. What cannot be removed stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and _is_left_over(entry):
                _remove(entry)


def remove_leftovers_below(root: Path) -> None:
    """Remove leftovers in all folders of the workspace at `root`; links are not followed."""
    for name in ("events", "seeds"):
        for folder, _folders, _files in os.walk(root / name):
            remove_leftovers(Path(folder))


def _is_left_over(entry: os.DirEntry[str]) -> bool:
    """Whether it is ours, and nobody writes it any more."""
    match entry.name.removeprefix(PREFIX).split("-"):
        case [machine, process, _random] if process.isdecimal():
            with suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                is_mine = sys.platform == "win32" or status.st_uid == os.getuid()
                is_old = time.time() - status.st_mtime > OLD_SECONDS
                return is_mine and (is_old or (machine == _machine() and _is_gone(int(process))))
    return False


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path, ignore_errors=True)
    else:
        with suppress(OSError):
            Path(entry.path).unlink()


def _machine() -> str:
    """Short for this machine: on a shared drive, the number of a process says nothing about those of another."""
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _is_gone(process: int) -> bool:
    """Whether no such process runs. On Windows nobody can be asked without being ended: there, age alone decides."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # somebody else's, so it runs
        return False
    return False
