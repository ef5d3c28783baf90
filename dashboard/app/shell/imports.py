"""Imported rows: opened once for all sessions, anew as soon as an import has ended, and made drafts of."""

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.app.shell import state
from dashboard.app.shell.workspace_cache import cache_of_workspace, latest, read_only, root, why_read_only
from dashboard.errors import DatelineError
from dashboard.query.imports import Engine, ImportedRows, ImportsUnreadable, Row, engine_over
from dashboard.store.authoring import WrittenFiles, take_back
from dashboard.store.imports import DATASET_FILE, IMPORTS, Dataset, datasets_in

if TYPE_CHECKING:
    from dashboard.exchange.imports import Promotion

ENGINE_VARIABLE: Final = "DATELINE_ENGINE"
"""Environment variable with the address of a Spark Connect server; empty: this machine asks."""
DATA_VARIABLE: Final = "DATELINE_DATA"
"""Environment variable with the folder of imports as that server sees it; empty: its path on this machine."""
_TRY_AGAIN_SECONDS: Final = 20
_Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    """The rows as they were when `signature` was what there was; or why there are none."""

    signature: _Signature
    rows: ImportedRows | None = None
    problem: str = ""
    at: float = field(default_factory=time.monotonic)

    @property
    def is_to_be_tried_again(self) -> bool:
        """Whether what was the matter may be over: a server that did not answer."""
        return bool(self.problem) and time.monotonic() - self.at > _TRY_AGAIN_SECONDS


class _ImportsCache:
    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, threading.Lock()
        self._opened: _Opened | None = None

    def now(self) -> _Opened:
        """The rows of the generations that count at this moment."""
        with self._lock:
            signature = _signature(self._folder)
            if self._opened is None or self._opened.signature != signature or self._opened.is_to_be_tried_again:
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
        return _Opened(signature, ImportedRows(datasets, _engine(folder, datasets)))
    except ImportsUnreadable as error:
        return _Opened(signature, problem=str(error))


def _engine(folder: Path, datasets: Sequence[Dataset]) -> Engine:
    return engine_over(folder, datasets, os.environ.get(ENGINE_VARIABLE, ""), os.environ.get(DATA_VARIABLE, ""))


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


_KEPT: Final = "promoted"


def promote(value: str) -> None:
    """Make a draft of the row `DATASET/ROW`, with the row as its source."""
    from dashboard.exchange.imports import FOLDER, promotion_of, write_promotion

    if read_only():
        state.flash(f"Not written: {why_read_only()}")
        return
    try:
        made = promotion_of(*_row(value), latest(look=True).validation.workspace)
        file = write_promotion(root(), made, FOLDER)
    except DatelineError as error:
        state.flash(str(error))
        return
    state.remember(_KEPT, {**(state.recall(_KEPT) or {}), value: _files(made, file)})
    state.flash(" ".join((f"Written: {file}.", *made.remarks)))
    cache_of_workspace(root()).look()


def _row(value: str) -> tuple[Row, Dataset]:
    rows = imported_rows()
    dataset, _, row_id = value.partition("/")
    row = rows.row(dataset, row_id) if rows and dataset in rows.by_name else None
    if rows is None or row is None:
        raise DatelineError(f"There is no imported row {value}.")
    return row, rows.by_name[dataset]


def _files(made: "Promotion", file: str) -> WrittenFiles:
    return WrittenFiles.now(root(), (file, f"seeds/{made.source.id}.yaml"))


def can_take_back(value: str) -> bool:
    """Whether this session has made a draft of the row that nobody has changed since."""
    written: WrittenFiles | None = (state.recall(_KEPT) or {}).get(value)
    return written is not None and not read_only() and written.are_unchanged(root())


def take_promotion_back(value: str) -> None:
    """Remove the draft of a row and its source, where nobody has changed them since; a place that was added stays."""
    written: WrittenFiles | None = (state.recall(_KEPT) or {}).get(value)
    if read_only() or written is None:
        state.flash(f"Not undone: {why_read_only() if read_only() else 'another session has made the draft.'}")
        return
    try:
        take_back(root(), written)
    except DatelineError as error:
        state.flash(str(error))
        return
    state.flash("The draft and its source were removed.")
    cache_of_workspace(root()).look()
