"""The imported rows that pages ask: opened once for all sessions, and anew as soon as an import has ended."""

import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.app.shell.workspace_cache import root
from dashboard.query.imports import DuckDbEngine, ImportedRows, ImportsUnreadable
from dashboard.store.imports import DATASET_FILE, IMPORTS, datasets_in

_Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The rows as they were when `signature` was what there was; or why there are none."""

    signature: _Signature
    rows: ImportedRows | None = None
    problem: str = ""


class _ImportsCache:
    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, threading.Lock()
        self._opened: _Opened | None = None

    def now(self) -> _Opened:
        """The rows of the generations that count at this moment."""
        with self._lock:
            signature = _signature(self._folder)
            if self._opened is None or self._opened.signature != signature:
                self._opened = _open(self._folder, signature)
            return self._opened


def _signature(folder: Path) -> _Signature:
    """What changes with every import: each `dataset.json` is written anew by it."""
    files = sorted((folder / IMPORTS).glob(f"*/{DATASET_FILE}"))
    return tuple((str(file), stat.st_mtime_ns, stat.st_ino) for file in files for stat in [file.stat()])


def _open(folder: Path, signature: _Signature) -> _Opened:
    datasets = datasets_in(folder) if signature else ()
    if not datasets:
        return _Opened(signature)
    try:
        return _Opened(signature, ImportedRows(datasets, DuckDbEngine(folder, datasets)))
    except ImportsUnreadable as error:
        return _Opened(signature, problem=str(error))


@cache
def _cache_of(folder: Path) -> _ImportsCache:
    return _ImportsCache(folder)


def imported_rows() -> ImportedRows | None:
    """The imported rows of the workspace; None where it has none, or they cannot be read (`why_no_rows`)."""
    return _cache_of(root()).now().rows


def why_no_rows() -> str:
    """Why imported rows that there are cannot be read; empty where they can, or there are none."""
    return _cache_of(root()).now().problem


def has_imports() -> bool:
    """Whether the workspace has imported rows, readable or not."""
    return bool(_cache_of(root()).now().signature)
