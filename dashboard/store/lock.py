"""One at a time: who reads a file, changes it and writes it keeps other processes from it until it is done."""

import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from dashboard.store.tree import is_inside

FILE: Final = "events/.dateline.lock"
PATIENCE_SECONDS: Final = 15
"""What is done under the lock takes well under a second."""

_PAUSE_SECONDS: Final = 0.01
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP})
_THREADS: Final = threading.RLock()
_held: Final[set[Path]] = set()


@contextmanager
def workspace_lock(root: Path) -> Iterator[None]:
    """Be the only one, of all threads and processes, that changes files of the workspace; may be taken within itself.

    The lock is the system's own: it goes with its process, however that ends. Its file is removed afterwards; one that
    a killed process left is used again. On a drive without locks, threads alone are kept apart. Raises `OSError`;
    `TimeoutError` when somebody else has it for too long. Its file is not made behind a link out of the workspace.
    """
    if not is_inside(root, FILE):
        raise OSError(
            errno.ELOOP, "`events` is a link out of the workspace. Replace it with a copy of its target", FILE
        )
    file = root.resolve() / FILE
    deadline = time.monotonic() + PATIENCE_SECONDS
    if not _THREADS.acquire(timeout=PATIENCE_SECONDS):
        raise _busy(file)
    try:
        if file in _held:
            yield
            return
        descriptor = _open_locked(file, deadline)
        _held.add(file)
        try:
            yield
        finally:
            _held.discard(file)
            with suppress(OSError):  # on Windows, where somebody waits for it
                file.unlink()
            os.close(descriptor)
    finally:
        _THREADS.release()


@contextmanager
def only_process_at(file: Path) -> Iterator[None]:
    """Be the only process, and thread, that works at what `file`, a lock's file, stands for.

    Raises `TimeoutError` at once where another does, and `OSError`.
    """
    descriptor = _open_locked(file, time.monotonic())
    try:
        yield
    finally:
        with suppress(OSError):  # on Windows, where somebody waits for it
            file.unlink()
        os.close(descriptor)


def _open_locked(file: Path, deadline: float) -> int:
    """The open file, locked; never one that its last owner has removed meanwhile."""
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            while not _try_to_lock(descriptor):
                if time.monotonic() > deadline:
                    raise _busy(file)
                time.sleep(_PAUSE_SECONDS)
            if _is_still(file, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _busy(file: Path) -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, "another program is changing this workspace", str(file))


if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_to_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return True
            raise
        return True
