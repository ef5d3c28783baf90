"""Disks that take nothing: a full one, and one that only reads."""

import builtins
import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def no_space() -> Iterator[None]:
    """No file can grow, as on a full disk: each of its bytes is refused by the system."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def only_reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file can be made, written, renamed or removed."""

    def refuse(path: object, *_others: object, **_more: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    opened, opened_low = builtins.open, os.open
    with monkeypatch.context() as patch:
        for name in ("mkdir", "rename", "replace", "link", "symlink", "unlink", "rmdir", "truncate", "utime"):
            patch.setattr(os, name, refuse)
        patch.setattr(
            builtins,
            "open",
            lambda file, mode="r", *a, **k: (refuse if set(mode) & set("wax+") else opened)(file, mode, *a, **k),
        )
        patch.setattr(
            os,
            "open",
            lambda path, flags, *a, **k: (refuse if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) else opened_low)(
                path, flags, *a, **k
            ),
        )
        yield
