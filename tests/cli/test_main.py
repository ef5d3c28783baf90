"""The command as a whole: how it is called, and that it never ends in a traceback."""

import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from dashboard.cli import main, terminal, validate


def test_the_version_is_that_of_the_package(dateline: Callable) -> None:
    """`dateline --version` names the program and its version."""
    ended = dateline("--version")
    assert (ended.code, ended.out) == (0, f"dateline {version('dateline')}\n")


def test_help_lists_the_commands(dateline: Callable) -> None:
    """`dateline --help` says what there is."""
    ended = dateline("--help")
    assert ended.code == 0
    assert {"schema", "serve", "validate"} <= set(ended.out.split())


@pytest.mark.parametrize(
    "arguments", [("vaildate",), ("validate", "--fromat", "json"), ("validate", "--format", "xml")]
)
def test_a_mistyped_call_is_explained(arguments: tuple[str, ...], dateline: Callable) -> None:
    """An unknown command, option or choice: exit 2, with what was wrong, and nothing on standard output."""
    ended = dateline(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "Error:" in ended.err


def test_a_bare_call_serves(dateline: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`dateline` alone does what `dateline serve` does; here, say that there is no workspace."""
    monkeypatch.chdir(tmp_path)
    assert dateline() == dateline("serve")


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (
            PermissionError(13, "Permission denied", "events"),
            2,
            "dateline: events: permission denied. Check the permissions",
        ),
        (OSError(28, "No space left on device"), 2, "dateline: the output could not be written: the disk is full."),
        (OSError(98, "Address already in use"), 2, "dateline: Address already in use.\n"),
        (ZeroDivisionError("by\x1b[0m zero"), 2, "error in Dateline"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence(
    raised: BaseException, code: int, said: str, dateline: Callable, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interruption is quiet; a refusal of the machine, and a fault of the program, are said without a traceback."""

    def failing(_root: Path) -> None:
        raise raised

    monkeypatch.setattr(validate, "validation_of", failing)
    ended = dateline("validate", "--workspace", workspace)
    assert ended.code == code
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert "\x1b" not in ended.err


def test_a_fault_can_be_looked_into(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With DATELINE_DEBUG the exception comes through as it is."""

    def failing(_root: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(validate, "validation_of", failing)
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main.exit_code(["validate", "--workspace", str(workspace)])


def test_the_exit_code_reaches_the_shell(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` takes the command line as it was typed, and exits with what came of it."""
    monkeypatch.setattr(sys, "argv", ["dateline", "validate", "--workspace", str(workspace / "no-such-folder")])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == main.COULD_NOT_RUN


def test_a_pipe_that_nobody_reads_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left in the buffer goes nowhere, so that the end of the program does not complain either."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(terminal.ReaderLeft):
            terminal.say("to nobody")
        pipe.write("left over")
