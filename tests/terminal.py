"""A terminal with an interactive shell in it, into which text is pasted as a reader does."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 400
INTERACTIVE = {"bash": ("--norc", "--noprofile", "-i"), "zsh": ("-f", "-i")}
_END = "pasted-to-its-end"


@dataclass(slots=True)
class Terminal:
    """What stands in the window, and the way to type into it."""

    window: int
    shown: str = ""

    def paste(self, text: str) -> int:
        """Paste whole lines and wait for the prompt; the exit code of the last command. The shell has to live on."""
        begin = len(self.shown)
        self.type(text)
        self.type(f"echo {_END[:6]}''{_END[6:]}=$?\n")
        return int(self.wait_for(rf"{_END}=(\d+)", begin)[1])

    def type(self, text: str) -> None:
        """Type it, as fast as the shell takes it."""
        for line in text.splitlines(keepends=True):
            os.write(self.window, line.encode())

    def wait_for(self, pattern: str, begin: int = 0) -> re.Match[str]:
        """Wait until the window has shown it, since `begin`. Fails when the shell ends or nothing comes."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not (found := re.search(pattern, self.shown[begin:])):
            ready, _, _ = select.select([self.window], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"{pattern} never came:\n{self.shown[begin:]}"
            try:
                more = os.read(self.window, 65536)
            except OSError:
                more = b""
            assert more, f"the terminal was closed:\n{self.shown[begin:]}"
            self.shown += more.decode(errors="replace")
        return found


@contextlib.contextmanager
def terminal(shell: str, folder: Path, environment: Mapping[str, str]) -> Iterator[Terminal]:
    """A window of its own with the shell, in `folder`; whatever runs in it ends with it."""
    window, inside = pty.openpty()

    def owns_its_terminal() -> None:
        os.setsid()
        fcntl.ioctl(inside, termios.TIOCSCTTY, 0)

    name = Path(shell).name
    process = subprocess.Popen(
        [shell, *INTERACTIVE[name]],
        cwd=folder,
        env={**environment, "TERM": "dumb", "PS1": "$ ", "HISTFILE": ""},
        stdin=inside,
        stdout=inside,
        stderr=inside,
        preexec_fn=owns_its_terminal,
    )
    os.close(inside)
    try:
        yield Terminal(window)
    finally:
        os.close(window)
        process.send_signal(signal.SIGHUP)
        process.wait(PATIENCE_SECONDS)
