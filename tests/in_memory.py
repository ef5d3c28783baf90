"""What tests write lies in memory, where the system has a folder for that: a disk takes five times as long."""

import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path("/dev/shm")
LEAST_BYTES = 2 * 1024**3
"""A run writes half a gigabyte at most; in a container the folder may have 64 MB."""


def is_fit(folder: Path) -> bool:
    """Whether tests can write there, have programs there, and do not fill it."""
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC and shutil.disk_usage(folder).free >= LEAST_BYTES


def begin() -> None:
    """Have temporary folders there, those of programs that tests start as well; a TMPDIR that somebody set holds."""
    if "TMPDIR" not in os.environ and is_fit(FOLDER):
        os.environ["TMPDIR"] = str(FOLDER)
        tempfile.tempdir = None
