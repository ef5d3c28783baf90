"""The index of the server's workspace, kept current in the background."""

import threading
from collections.abc import Sequence
from functools import cache
from typing import Final

from dashboard.app.search.commands import commands
from dashboard.app.shell import latest, read_only
from dashboard.query.search import NamedEntry, SearchIndex

PATIENCE_S: Final = 0.3
"""A search waits so long for an index that is being made; then it is answered by the one before, or told to wait."""


class IndexCache:
    """One index, and the thread that brings it up to date."""

    def __init__(self, extra: Sequence[NamedEntry]) -> None:
        self._index = SearchIndex(extra)
        self._lock = threading.Lock()
        self._at_work: threading.Thread | None = None

    def get(self, patience_s: float = PATIENCE_S) -> SearchIndex | None:
        """The index; None while it is made for the first time. Raises `NotAWorkspace`."""
        workspace = latest().validation.workspace
        with self._lock:
            if self._index.workspace is not workspace and self._at_work is None:
                update = threading.Thread(target=self._update, name="dateline-search", daemon=True)
                self._at_work = update
                update.start()
            at_work = self._at_work
        if at_work is not None:
            at_work.join(patience_s)
        return self._index if self._index.workspace is not None else None

    def _update(self) -> None:
        try:
            self._index.update(latest().validation.workspace)
        finally:
            with self._lock:
                self._at_work = None


@cache
def _cache(is_read_only: bool) -> IndexCache:
    return IndexCache(commands(writes=not is_read_only))


def search_index(patience_s: float = PATIENCE_S) -> SearchIndex | None:
    """The index of the workspace that the server shows; None while it is made for the first time."""
    return _cache(read_only()).get(patience_s)
