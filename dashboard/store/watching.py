"""Watching a workspace: somebody is told soon after one of its files was added, changed or removed."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from watchfiles import Change, watch

from dashboard.store.inbox import inbox_folders
from dashboard.store.tree import folders_read, is_inside, is_workspace

POLL_VARIABLE: Final = "DATELINE_POLL"
"""Set to 1 where the system does not tell of changes: a network drive that is not recognised as one."""

DEBOUNCE_MS: Final = 200
"""Changes that follow each other faster are told of once."""
QUIET_MS: Final = 1000
"""So often the thread looks whether it should end, and whether its folders are still the same."""
POLL_SECONDS: Final = 0.7
POLL_SHARE: Final = 10
"""Looking takes at most about this fraction of the time: large workspaces are looked at less often."""

_REMOTE: Final = frozenset({"9p", "afs", "ceph", "cifs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf", "virtiofs"})
_MOUNTS: Final = Path("/proc/self/mounts")

Signature = tuple[tuple[str, int, int, int], ...]


def signature(root: Path) -> Signature:
    """Name, time of change in nanoseconds, size and inode of whatever lies in the folders that are read.

    What begins with a dot belongs to other programs, or is just being written. Of a link out of the workspace, its own:
    what it leads to is not looked at.
    """
    found: list[tuple[str, int, int, int]] = []
    for folder in _folders(root):
        try:
            with os.scandir(root / folder) as entries:
                listed = list(entries)
        except OSError:  # gone, or not to be read: loading says so
            continue
        for entry in listed:
            if entry.name.startswith("."):
                continue
            try:
                follows = not entry.is_symlink() or is_inside(root, f"{folder}/{entry.name}")
                status = entry.stat(follow_symlinks=follows)
            except OSError:
                continue
            found.append((entry.path, status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(sorted(found))


class Watch:
    """One thread that calls `look` whenever something may have changed: a context, which ends it.

    `look` must find out itself whether anything did, and not raise. It is called from the thread.
    """

    def __init__(self, root: Path, look: Callable[[], None], *, polls: bool | None = None) -> None:
        """`polls`: look every now and then, as the system does not tell; None finds that out."""
        self.polls = must_poll(root) if polls is None else polls
        self._root, self._look = root, look
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="dateline-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(2 * QUIET_MS / 1000)

    def _run(self) -> None:
        while not self._stop.is_set():
            if self.polls or not is_workspace(self._root) or not _folders(self._root):
                self._poll_once()
                continue
            try:
                self._listen()
            except FileNotFoundError:  # a folder that has just gone
                continue
            except (OSError, RuntimeError):  # no more watches to be had, or a kind of drive that has none
                self.polls = True

    def _poll_once(self) -> None:
        begun = time.monotonic()
        self._look()
        self._stop.wait(max(POLL_SECONDS, POLL_SHARE * (time.monotonic() - begun)))

    def _listen(self) -> None:
        """Until told to stop, or a folder comes, goes or is replaced by another, which has to be listened to anew.

        Each folder is listened to by itself: whoever listens to all below one follows every link that lies there.
        """
        names = _folders_watched(self._root)
        folders = [self._root / name for name in names]
        paths = {str(folder) for folder in folders}
        before = [_inode(folder) for folder in folders]
        told = True  # what changed before anybody listened is not told
        for changes in watch(
            *folders,
            recursive=False,
            watch_filter=_matters,
            debounce=DEBOUNCE_MS,
            rust_timeout=QUIET_MS,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changes or told:  # once more when it is quiet: files in a folder that is just being made go untold
                self._look()
            told = bool(changes)
            replaced = any(path in paths for _, path in changes) or [_inode(folder) for folder in folders] != before
            if replaced or _folders_watched(self._root) != names:  # by another, perhaps with the same inode
                self._look()
                return


def must_poll(root: Path) -> bool:
    """Whether the system does not tell of changes below `root`: it lies on another machine, or the settings say so."""
    return os.environ.get(POLL_VARIABLE) == "1" or is_remote(root)


def is_remote(root: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether `root` is known to lie on a network drive; on systems without `mounts` that is not known."""
    try:
        lines = [line.split(" ") for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return False
    kinds = {line[1].replace("\\040", " "): line[2] for line in lines if len(line) > 2}
    for folder in (root, *root.parents):
        if (kind := kinds.get(str(folder))) is not None:
            return kind in _REMOTE or kind.startswith("fuse.ssh")
    return False


def _matters(_change: Change, path: str) -> bool:
    """What begins with a dot belongs to other programs."""
    return not os.path.basename(path).startswith(".")  # noqa: PTH119  called for every change, also of thousands


def _folders(root: Path) -> tuple[str, ...]:
    """The folders that are read; none if they cannot be listed at the moment."""
    try:
        return folders_read(root)
    except OSError:
        return ()


def _folders_watched(root: Path) -> tuple[str, ...]:
    """The folders that are read, and those of the inbox: what lies there is no record, but pages show it."""
    return (*_folders(root), *inbox_folders(root))


def _inode(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except OSError:
        return None
