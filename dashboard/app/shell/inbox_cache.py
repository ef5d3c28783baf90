"""The inbox that the page shows: read anew as soon as something in it changes, and looked at beside the workspace."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.app.shell.workspace_cache import latest, read_only, root
from dashboard.checks.validation import Validation
from dashboard.store.inbox import inbox_signature

if TYPE_CHECKING:
    from dashboard.evidence.near_duplicates import NearDuplicates
    from dashboard.exchange.inbox import InboxContents, InboxOverview
    from dashboard.query.inbox import WorkspaceIndex


class InboxCache:
    """One inbox. All sessions of a server share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read: tuple[object, InboxContents] | None = None
        self._index: WorkspaceIndex | None = None
        self._compared: NearDuplicates | None = None
        self._made: dict[bool, tuple[InboxContents, Validation, InboxOverview]] = {}

    def contents(self, folder: Path) -> "InboxContents":
        """Everything in the inbox, as its files are at this moment."""
        with self._lock:
            return self._contents(folder)

    def overview(self, folder: Path, validation: Validation, *, every: bool) -> "InboxOverview":
        """The open items beside the workspace; with `every`, also those about which something is decided."""
        from dashboard.exchange.inbox import overview_of
        from dashboard.query.inbox import WorkspaceIndex

        with self._lock:
            contents = self._contents(folder)
            if self._index is None or self._index.validation is not validation:
                self._index, self._compared = WorkspaceIndex(validation), None
            before = self._made.get(every)
            if before is not None and before[0] is contents and before[1] is validation:
                return before[2]
            entries = contents.entries if every else contents.open_entries
            made = overview_of(contents, self._index, entries=entries, earlier=self._compared)
            self._compared = made.compared
            self._made[every] = (contents, validation, made)
            return made

    def _contents(self, folder: Path) -> "InboxContents":
        from dashboard.exchange.inbox import read_inbox

        signature = (folder, inbox_signature(folder))
        if self._read is None or self._read[0] != signature:
            self._read = (signature, read_inbox(folder, writes=not read_only()))
        return self._read[1]


_cache: Final = InboxCache()


def inbox_contents() -> "InboxContents":
    """Everything in the inbox of the workspace."""
    return _cache.contents(root())


def inbox_overview(*, every: bool = False) -> "InboxOverview":
    """The items of the inbox beside the workspace as it was last read."""
    return _cache.overview(root(), latest().validation, every=every)


def is_decided(id_: str | None) -> bool:
    """Whether an item is in the inbox, and something is decided about it."""
    return any(entry.id == id_ and not entry.item.is_open for entry in inbox_contents().entries)
