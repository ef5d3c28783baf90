"""Writing files so that nobody ever sees half of one, and nothing is lost when the machine stops."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Put `content`, of text in UTF-8, into `path`: written beside it, flushed to the disk, renamed over it.

    Raises `OSError`.
    """
    _written(path, content, _over)


def write_new(path: Path, content: str | bytes) -> None:
    """The same, but never over what is there, even if it came a moment ago. Raises `FileExistsError`, `OSError`."""
    _written(path, content, _beside_what_is_there)


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


def _written(path: Path, content: str | bytes, put: Callable[[Path, Path], None]) -> None:
    descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        put(Path(beside), path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
