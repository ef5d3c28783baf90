"""The version of this package, down to its files: what one has kept on the disk is of use to the very same alone."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import dashboard

_LIBRARIES: Final = ("pydantic", "pydantic-core", "PyYAML", "plotly", "streamlit")


@cache
def package_version() -> str:
    """What differs wherever reading, checking or drawing may do: the files of this package, its libraries, Python."""
    folder = Path(dashboard.__file__).parent
    files = sorted(path for ending in ("*.py", "*.json") for path in folder.rglob(ending))
    stamps = [(path.relative_to(folder).as_posix(), *_size_and_time(path)) for path in files]
    told = (sys.version, [version(name) for name in _LIBRARIES], stamps)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _size_and_time(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
