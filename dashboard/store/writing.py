"""Writing files so that nobody ever sees half of one, and nothing is lost when the machine stops."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.store.temporary import remove_leftovers, temporary_path
from dashboard.store.text_file import MAX_BYTES

_MENDS: Final = {
    errno.ENOSPC: "the disk is full. Free some space and try again",
    errno.EDQUOT: "your disk quota is used up. Free some space and try again",
    errno.EROFS: "the disk is read-only. Choose another disk",
    errno.EACCES: "permission denied. Check the permissions (`ls -l`) of the file and its folder",
    errno.EPERM: "the system does not permit it. Check the permissions (`ls -l`) of the file and its folder",
    errno.ENOENT: "the folder does not exist. Create it, or name another one",
    errno.ENOTDIR: "part of its path is not a folder. Name another one",
    errno.EISDIR: "it is a folder. Name a file",
    errno.ENAMETOOLONG: "its name is too long. Choose a shorter name",
    errno.ETIMEDOUT: "another program is changing this workspace. Try again in a moment",
    errno.ESTALE: "another program wrote it at the same moment. Look at it, and try again",
    errno.EEXIST: "another program wrote it at the same moment. Look at it, and try again",
}


DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names of devices on Windows, which no file there can have, whatever its ending."""
_MAY_WRITE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_BINARY: Final = getattr(os, "O_BINARY", 0)
"""On Windows, line feeds stay what they are."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Put `content`, of text in UTF-8, into `path`: written beside it, flushed to the disk, renamed over it.

    Raises `OSError`.
    """
    _write(path, content, _over)


def write_output(path: Path, content: bytes | str) -> None:
    """Put `content` where somebody asked for it: as `write_whole` does, and over the file that a link leads to.

    A device or a pipe, such as `/dev/stdout`, is written to and stays what it is. Raises `OSError`.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
        return
    write_whole(path.resolve() if path.is_symlink() else path, content)


def refuse_unreadable(file: str, text: str, refusal: type[DatelineError], fix: str) -> None:
    """Raise `refusal` where a record or registry would be larger than what is read: its writer calls this first.

    `fix` is what to do about it, as the end of a sentence. Until then nothing may be written.
    """
    if (size := len(text.encode())) > MAX_BYTES:
        raise refusal(f"{file} would have {size:,} bytes, but the limit is {MAX_BYTES:,}. Nothing was written: {fix}.")


def why_not_written(error: OSError) -> str:
    """What keeps a file from being written, and what to do about it, as the end of a sentence."""
    return _MENDS.get(error.errno or 0) or (error.strerror or str(error) or type(error).__name__)


def write_new(path: Path, content: str | bytes) -> None:
    """Write a new file as `write_whole` does, but never over another. Raises `FileExistsError`, `OSError`."""
    _write(path, content, _beside_what_is_there)


def write_over(path: Path, content: str | bytes, before: bytes) -> None:
    """Write as `write_whole` does, over a file that has the bytes `before`, as it was read.

    It is read again in the moment before the renaming, for an editor knows no lock: where it was written or removed
    meanwhile, it stays so. A file that is set to be read only stays, too. Raises `OSError`.
    """
    if path.exists() and not path.stat().st_mode & _MAY_WRITE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def compare_and_replace(beside: Path, path: Path) -> None:
        try:
            now = path.read_bytes()
        except FileNotFoundError:
            now = None
        if now != before:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))
        beside.replace(path)

    _write(path, content, compare_and_replace)


def _over(beside: Path, path: Path) -> None:
    beside.replace(path)


def _beside_what_is_there(beside: Path, path: Path) -> None:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a drive without hard links: a name taken within this moment would be lost
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        beside.replace(path)
    else:
        beside.unlink()


def stage(path: Path, content: str | bytes) -> Path:
    """Write what is to stand in `path` beside it, flushed to the disk; the file's name, to be renamed over `path`.

    Raises `OSError`; then nothing is left.
    """
    remove_leftovers(path.parent)
    beside = temporary_path(path.parent)
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _write(path: Path, content: str | bytes, put: Callable[[Path, Path], None]) -> None:
    beside = stage(path, content)
    try:
        put(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
