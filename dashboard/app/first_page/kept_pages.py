"""The first page that is kept: of the very files that lie there now, or none.

It is kept for the address without a query alone, once for each size of window. Whatever any page could be drawn
otherwise by is in its key: the files that are read, the inbox, this package, and whether it may write. The day is not:
the page says itself of which day it is.
"""

import hashlib
import pickle
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.app.parts import Placed
from dashboard.app.shell import FilesRead, cache_of_workspace, figure_state, files_at, read_only, root, state
from dashboard.clock import today
from dashboard.store.machine import FOLDER, package_version, read_signed, signed_bytes, write_for_machine
from dashboard.store.tree import is_inside

FILE: Final = f"{FOLDER}/first-page"
KEEP_AFTER_SECONDS: Final = 2.0
LEAST_FILES: Final = 300
"""Fewer are read within a second: nobody waits for that."""
MOST_KEPT: Final = 3
"""Windows of different size of which the page is kept: a laptop, what it is plugged into, a wall."""
_PURPOSE: Final = "first page"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The first page, as it was put into the browser."""

    key: str
    """The key of what it was drawn from."""
    sizes: tuple[int, ...]
    """In pixels, of the figures of the window in which it was drawn."""
    day: date
    """The day on which it was drawn."""
    files: int
    """How many files it was drawn from."""
    title: str
    """The title of the browser's tab."""
    bar: tuple[Placed, ...]
    below: tuple[Placed, ...]
    """What stands below the bar."""


class _File:
    """The pages that are kept for one workspace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._pages: tuple[KeptPage, ...] | None = None

    @property
    def is_there(self) -> bool:
        return is_inside(self._folder, FILE) and (self._folder / FILE).is_file()

    @property
    def pages(self) -> tuple[KeptPage, ...]:
        """The newest first; none where what lies there is not of this machine, or of another version."""
        if self._pages is None:
            self._pages = tuple(self._load())
        return self._pages

    def _load(self) -> Sequence[KeptPage]:
        with suppress(
            OSError, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, ImportError, IndexError
        ):
            if self.is_there:
                found = read_signed((self._folder / FILE).read_bytes(), _PURPOSE)
                return found if isinstance(found, tuple) and all(isinstance(each, KeptPage) for each in found) else ()
        return ()

    def add(self, page: KeptPage) -> None:
        with self._lock:
            others = (each for each in self.pages if each.key == page.key and each.sizes != page.sizes)
            self._pages = (page, *others)[:MOST_KEPT]

    def write(self) -> None:
        """Write them; whatever keeps them from being written, the next server begins without."""
        with self._lock, suppress(OSError, pickle.PicklingError, RecursionError):
            if is_inside(self._folder, FILE) and (content := signed_bytes(self.pages, _PURPOSE)):
                write_for_machine(self._folder, FILE, content)


@cache
def _file(folder: Path) -> _File:
    return _File(folder)


def is_any_kept() -> bool:
    """Whether a page is kept, of these files or of others."""
    return _file(root()).is_there


def kept_page() -> KeptPage | None:
    """The page that can be shown until the records are read; None once they are, and where none fits."""
    here = cache_of_workspace(root())
    if here.is_read or not state.is_plain():
        return None
    fits = [each for each in _file(here.folder).pages if each.sizes == _sizes()]
    return next((each for each in fits if each.key == _key(files_at(here.folder))), None) if fits else None


def keep_page(version: int, files: int, title: str, bar: Sequence[Placed], below: Sequence[Placed]) -> None:
    """Keep the first page that has just been drawn of this version, where the next server may show it."""
    here = cache_of_workspace(root())
    read = here.files_of(version)
    if read is None or files < LEAST_FILES or read_only() or not state.is_plain():
        return
    file, sizes, day = _file(here.folder), _sizes(), today()
    key = _key(read)
    if any((each.key, each.sizes, each.day) == (key, sizes, day) for each in file.pages):
        return
    file.add(KeptPage(key, sizes, day, files, title, tuple(bar), tuple(below)))
    writing = threading.Timer(KEEP_AFTER_SECONDS, file.write)
    writing.daemon = True
    writing.start()


def _sizes() -> tuple[int, ...]:
    return figure_state.width("map"), figure_state.width("timeline"), figure_state.map_height()


def _key(read: FilesRead) -> str:
    told = (package_version(), read_only(), read)
    return hashlib.sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()
