"""Running the command line: in this process, and as one of its own that serves."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.cli.main import exit_code

PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run `dateline` with these arguments."""

    def run(*arguments: str | Path) -> Ended:
        code = exit_code([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run


@pytest.fixture
def completions(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """What Bash is offered in place of the last of these words."""

    def complete(*words: str) -> list[str]:
        with monkeypatch.context() as shell:
            shell.setenv("_DATELINE_COMPLETE", "bash_complete")
            shell.setenv("COMP_WORDS", " ".join(("dateline", *words)))
            shell.setenv("COMP_CWORD", str(len(words)))
            with pytest.raises(SystemExit):
                exit_code([])
        return capsys.readouterr().out.split()

    return complete


@pytest.fixture
def broken_workspace(world: Callable[[str], Path]) -> Path:
    """The seed workspace with one error, in line 2 of one event, and one warning elsewhere."""
    return world("broken")


@pytest.fixture
def unused_port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return held.getsockname()[1]


@pytest.fixture
def served(unused_port: int) -> Callable[..., object]:
    """Serve a workspace: a context with the process and the address that it prints once it answers."""

    @contextmanager
    def serve(
        workspace: Path,
        *asked: str,
        command: Sequence[str] = (sys.executable, "-m", "dashboard"),
        **environment: str,
    ) -> Iterator[tuple[subprocess.Popen[str], str]]:
        options = ["--workspace", str(workspace), "--no-browser", "--port", str(unused_port), *asked]
        process = subprocess.Popen(
            [*command, "serve", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=workspace,
            env={**os.environ, **environment},
            start_new_session=True,  # a signal to its group is no signal to the tests
        )
        try:
            assert process.stdout is not None
            said = process.stdout.readline() + process.stdout.readline()
            address = re.search(r"http://\S+", said)
            assert address is not None, f"{said} {process.communicate(timeout=PATIENCE_SECONDS)}"
            yield process, address[0]
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE_SECONDS)

    return serve


@pytest.fixture
def fetched() -> Callable[[str], bytes]:
    """The body of a page."""

    def fetch(url: str) -> bytes:
        with urllib.request.urlopen(url, timeout=PATIENCE_SECONDS) as answer:
            return answer.read()

    return fetch
