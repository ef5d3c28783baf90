"""Two folders that change places: at once where the system can, so that neither name is ever without one."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Final

from dashboard.store.temporary import temporary_path

_HERE: Final = -100
"""AT_FDCWD: paths are relative to the working directory."""
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE of renameat2(2), Linux 3.15."""
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""A kernel, or a file system such as NFS, that knows no exchange."""


def swap_folders(one: Path, other: Path) -> None:
    """Give each the name of the other; both are beside each other. Raises `OSError`; then both are as they were.

    Where the system cannot exchange them at once, there is a moment in which `other` has no folder.
    """
    if _exchange(one, other):
        return
    between = temporary_path(other.parent)
    other.rename(between)
    try:
        one.rename(other)
    except BaseException:
        between.rename(other)
        raise
    between.rename(one)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system could exchange them. Raises `OSError` where it could, but may not."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if (why := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(why, os.strerror(why), str(other))
