"""The server as a process of its own: how it starts, when it answers, how it ends."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import NoReturn

from dashboard.cli.listening import address
from dashboard.errors import DatelineError

ENTRIES = ("server.py", "main.py")
"""The app's entry scripts, the first that there is."""
LIFELINE = "DATELINE_LIFELINE"
"""Tells the server that its standard input is closed when this process is gone, even killed."""
START_SECONDS = 60
"""A slow machine's first start, with every module compiled anew, takes about ten."""
STOP_SECONDS = 5
BETWEEN_LOOKS_SECONDS = 0.1


class ServerFailed(DatelineError):
    """The server could not start, or ended by itself."""


class Stopped(BaseException):
    """A signal asked this process to end."""


def entry() -> Path:
    """The script that Streamlit runs. The app is found, not imported: nothing of Streamlit is loaded here."""
    spec = find_spec("dashboard.app")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for name in ENTRIES:
            if (script := Path(folder) / name).is_file():
                return script
    raise ServerFailed("This installation has no app. Install Dateline again.")


def command(host: str, port: int, base_path: str = "") -> list[str]:
    """What starts the server. Without the folder on Python's path: modules there are named like packages."""
    options = {
        "server.address": host,
        "server.port": port,
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",  # to greet, it would ask a machine elsewhere for this one's address
        **({"server.baseUrlPath": base_path} if base_path else {}),
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return [sys.executable, "-P", "-m", "streamlit", "run", str(entry()), *flags]


@contextmanager
def running(
    host: str, port: int, environment: Mapping[str, str], base_path: str = ""
) -> Iterator[subprocess.Popen[bytes]]:
    """The server, answering. It ends with the block, and with signals to this process, which raise `Stopped`.

    `base_path` is empty or begins with a slash, as in `/team/dateline`: everything is served below it.
    """
    with (
        signals_raise_stopped(),
        subprocess.Popen(  # noqa: S603  our own interpreter, and no shell
            command(host, port, base_path),
            cwd=entry().parent,  # its .streamlit/config.toml holds, not one that lies where the user stands
            env={**os.environ, **environment, LIFELINE: "1"},
            start_new_session=True,  # Ctrl-C reaches this process alone, which ends it without a word
            stdin=subprocess.PIPE,  # never written to: the server ends when it is closed
            stdout=subprocess.DEVNULL,  # Streamlit's own greeting; its complaints go to stderr
        ) as server,
    ):
        try:
            wait_until_it_answers(server, host, port, base_path)
            yield server
        finally:
            end(server)


@contextmanager
def signals_raise_stopped() -> Iterator[None]:
    """Let an orderly end be asked for by SIGTERM and SIGHUP too, as by Ctrl-C."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise Stopped

    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait_until_it_answers(server: subprocess.Popen[bytes], host: str, port: int, base_path: str = "") -> None:
    """Return when the server says that it is well. Raises `ServerFailed` where it ends first, or never answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ServerFailed(f"The server stopped at once, with code {server.returncode}. Its messages are above.")
        if answers(f"{address(host, port)}{base_path}/_stcore/health"):
            return
        time.sleep(BETWEEN_LOOKS_SECONDS)
    raise ServerFailed(f"The server does not answer on {address(host, port)} after {START_SECONDS} seconds.")


def answers(url: str) -> bool:
    """Whether a page is there. This machine asks itself, past any proxy. Raises `ServerFailed` where it is broken."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=2):
            return True
    except urllib.error.HTTPError as error:
        if error.code == HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ServerFailed("The server has an internal error. Its messages are above.") from error
        return False
    except OSError:
        return False


def wait_until_it_ends(server: subprocess.Popen[bytes]) -> int:
    """Wait for the server's end, which nobody asked for; its exit code.

    It looks now and then: a Ctrl-C that comes just before a wait without end is not heard until that wait is over.
    """
    while (code := server.poll()) is None:
        time.sleep(BETWEEN_LOOKS_SECONDS)
    return code


def end(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, and end it where it does not."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
