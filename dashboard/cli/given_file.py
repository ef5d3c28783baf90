"""A file that a command is given by its name."""

import errno
from pathlib import Path


def read_regular(path: Path, most: int) -> bytes:
    """The file's first bytes, at most `most`. Raises `OSError`, whose `strerror` is the reason in words.

    A named pipe or a device is not opened: nobody may ever write to its other end, or it may never end.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "it is not a regular file", str(path))
    with path.open("rb") as opened:
        return opened.read(most)
