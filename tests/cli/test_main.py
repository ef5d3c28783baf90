"""The command as a whole: how it is called, and that it never ends in a traceback."""

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from dashboard.cli import main, terminal, validate


def test_the_version_is_that_of_the_package(dateline):
    """`dateline --version` names the program and its version."""
    ended = dateline("--version")
    assert (ended.code, ended.out) == (0, f"dateline {version('dateline')}\n")


@pytest.mark.parametrize(
    "arguments", [("vaildate",), ("validate", "--fromat", "json"), ("validate", "--format", "xml")]
)
def test_a_mistyped_call_is_explained(arguments, dateline):
    """An unknown command, option or choice: exit 2, with what was wrong, and nothing on standard output."""
    ended = dateline(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "Error:" in ended.err


def test_a_bare_call_serves(dateline, tmp_path, monkeypatch):
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
def test_whatever_goes_wrong_is_a_sentence(raised, code, said, dateline, workspace, monkeypatch):
    """An interruption is quiet; a refusal of the machine, and a fault of the program, are said without a traceback."""

    def failing(_root):
        raise raised

    monkeypatch.setattr(validate, "validation_of", failing)
    ended = dateline("validate", "--workspace", workspace)
    assert ended.code == code
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert "\x1b" not in ended.err


def test_a_fault_can_be_looked_into(workspace, monkeypatch):
    """With DATELINE_DEBUG the exception comes through as it is."""

    def failing(_root):
        raise ZeroDivisionError

    monkeypatch.setattr(validate, "validation_of", failing)
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main.exit_code(["validate", "--workspace", str(workspace)])


def test_the_exit_code_reaches_the_shell(workspace, monkeypatch):
    """`main` takes the command line as it was typed, and exits with what came of it."""
    monkeypatch.setattr(sys, "argv", ["dateline", "validate", "--workspace", str(workspace / "no-such-folder")])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == main.COULD_NOT_RUN


def test_a_pipe_that_nobody_reads_is_no_fault(monkeypatch):
    """What is left in the buffer goes nowhere, so that the end of the program does not complain either."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(terminal.ReaderLeft):
            terminal.say("to nobody")
        pipe.write("left over")


GUARDED = (
    "import sys; sys.addaudithook(lambda event, _: event.startswith('socket.') and sys.exit(event));"
    "from dashboard.cli.main import exit_code; code = exit_code();"
    "sys.exit(code or 4 * bool({'streamlit', 'plotly'} & set(sys.modules)))"
)


@pytest.mark.parametrize("asked", ["validate", "since HEAD"])
def test_no_connection_is_made_and_no_drawing_loaded(asked, workspace, committed):
    """A process of its own that reaches for no address, and carries neither Streamlit nor Plotly."""
    committed(workspace, "2026-01-05")
    command = [sys.executable, "-c", GUARDED, *asked.split(), "--workspace", workspace]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["validate", "evidence"])
def test_a_reader_that_leaves_early_ends_it_quietly(command, workspace):
    """`dateline evidence | head -1` prints no traceback, however much was still to come."""
    claims = "".join(f"  c{n}: {{text: Claim {n} of very many., sources: [nowhere]}}\n" for n in range(3000))
    (workspace / "events/ecuador/many.yaml").write_text(f"title: Many\nclaims:\n{claims}", encoding="utf-8")
    asked = [sys.executable, "-m", "dashboard", command, "--workspace", workspace]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        ("validate", ["text", "github", "json"]),
        ("since HEAD", ["text", "json", "atom"]),
        ("evidence", ["text", "json"]),
    ],
)
def test_what_steers_a_terminal_is_shown_as_an_escape(asked, forms, dateline, workspace, committed):
    """Escape sequences, direction marks and line ends, in names of files and in words, whatever the format."""
    committed(workspace, "2026-01-05")
    hostile = 'title: "Red \\u202e <b>"\nclaims: {a: {text: "A \\u2066 claim.", sources: [voa]}}\n'
    (workspace / "events/ecuador/red.yaml").write_text(hostile, encoding="utf-8")
    for name in ("\x1b[31m\u202eb.yaml", "a\nb.yaml", os.fsdecode(b"caf\xe9.yaml")):
        (workspace / "events/ecuador" / name).write_text("titel: Red\n", encoding="utf-8")
    for form in forms:
        ended = dateline(*asked.split(), "--format", form, "--workspace", workspace)
        assert ended.code in (0, 1), ended.err
        assert not {"\x1b", "\u202e", "\u2066"} & set(ended.out)
        assert form != "text" or "\\u202e" in ended.out
