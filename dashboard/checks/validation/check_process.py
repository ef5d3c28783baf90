"""The checks of a large workspace in a process of their own: whoever waits for a page has it before they are done.

The process reads the workspace by itself, and checks what no kept look answers for. It tells of each part that is
done, and at last what was found and of which files: that holds for who has read the very same ones, for no other.
Where it is asked to, it first passes on what it has read: it reads on all cores, which a server with threads cannot.

Nothing but Python's own modules is imported before the process is started, or before it reads.
"""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dashboard.errors import DatelineError

if TYPE_CHECKING:
    from dashboard.checks.validation.workspace_validation import BegunValidation
    from dashboard.model.problem import Problem
    from dashboard.store.loading import FilesKept, Loader

AT_ONCE: Final = 100
"""Events of a part after which somebody may hear how far the checks are: some tenths of a second."""
READS: Final = "--passes-on"
"""Asks the process to pass on what it has read."""
_LENGTH_BYTES: Final = 8
_READ: Final = b"r"
"""Before the length of a part of what was read, and that part."""
_ALL_READ: Final = b"R"
_PART: Final = b"."
"""Stands for up to `AT_ONCE` events that are checked: one byte, which several processes may write at once."""
_END: Final = b"\n"
"""Before what was found."""
_NICENESS: Final = 10
"""While it checks, whatever draws a page comes first."""


class CheckProcess:
    """The checks of the workspace at `root`, going on in another process from now on."""

    def __init__(self, root: Path, *, passes_on: bool = False) -> None:
        self._parts = 0
        self._passes_on = passes_on
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603  our own interpreter, and no shell
                [sys.executable, "-P", "-m", __name__, str(root), *([READS] if passes_on else [])],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C reaches the server alone
            )

    @property
    def checked_count(self) -> int:
        """About how many events it has checked by now."""
        return self._parts * AT_ONCE

    def files_read(self) -> "FilesKept":
        """What it has passed on, once all of that is there; nothing where it does not, or came to no end."""
        found: dict[str, Any] = {}
        if not self._passes_on or self._process is None or self._process.stdout is None:
            return found
        self._passes_on, pipe = False, self._process.stdout
        with suppress(OSError, pickle.UnpicklingError, EOFError, ValueError):
            while (byte := pipe.read(1)) == _READ:
                length = int.from_bytes(pipe.read(_LENGTH_BYTES), "big")
                found |= pickle.loads(pipe.read(length))  # noqa: S301  a process of ours wrote it
            return found if byte == _ALL_READ else {}
        return {}

    def problems_of(self, files: "FilesKept") -> "list[Problem] | None":
        """What it has found, once it has; None where it read other files than these, or came to no end."""
        self.files_read()
        with suppress(OSError, pickle.UnpicklingError, EOFError, ValueError):
            version, found = pickle.loads(self._wait())  # noqa: S301  a process of ours wrote it
            return list(found) if version == version_of(files) else None
        return None

    def stop(self) -> None:
        """It goes, whatever it does; who waits for what it has found hears of nothing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def end(self) -> None:
        """It goes, and nobody waits for it any more."""
        self.stop()
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()

    def _wait(self) -> bytes:
        if self._process is None or self._process.stdout is None:
            return b""
        pipe = self._process.stdout
        while (byte := pipe.read(1)) == _PART:
            self._parts += 1
        return pipe.read() if byte == _END else b""


def version_of(files: "FilesKept") -> str:
    """The version of files as they were read: of their names and stamps."""
    told = repr(sorted((file, stamp) for file, (stamp, _) in files.items()))
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def main(arguments: Sequence[str]) -> None:
    """Check the workspace at the folder that is named, and write to standard output what was found."""
    root, out = Path(arguments[0]), sys.stdout.fileno()
    loader: Loader = import_module("dashboard.store.loading").Loader(root)
    try:
        if passes_on := READS in arguments[1:]:
            for part in loader.read_events():
                _write(out, _READ + len(part).to_bytes(_LENGTH_BYTES, "big"))
                _write(out, part)
            _write(out, _ALL_READ)
        with suppress(AttributeError, OSError):
            os.nice(_NICENESS)
        begun = _begin(loader, asks_kept=not passes_on)
    except DatelineError:
        return  # whoever asked has found the same
    found = begun.check(lambda _: _write(out, _PART))
    _write(out, _END + pickle.dumps((version_of(loader.files_kept), found), pickle.HIGHEST_PROTOCOL))


def _begin(loader: "Loader", *, asks_kept: bool) -> "BegunValidation":
    validation = import_module("dashboard.checks.validation")
    begun: BegunValidation
    if asks_kept:
        begun = validation.begin_by_kept(loader, validation.KeptLook(loader.root))
    else:
        begun = validation.begin_validation(loader.load())
    return begun


def _write(out: int, content: bytes) -> None:
    """Write all of it. Where nobody reads it any more, this process has nothing left to do."""
    try:
        while content:
            content = content[os.write(out, content) :]
    except OSError:
        os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
