"""A file that a command is given: what is no regular file is refused, and nobody waits for it."""

import os
import signal

import pytest

PATIENCE_SECONDS = 60
COMMANDS = (
    ("brief", "verify", "pipe.docx"),
    ("brief", "verify", "pipe.html"),
    ("annotations", "import", "pipe.json"),
    ("source", "add", "pipe.txt"),
)


@pytest.fixture(autouse=True)
def _nobody_waits_for_long():
    """Whoever waits for a pipe is woken by an error."""

    def wake(*_):
        raise TimeoutError("it waited for a pipe")

    before = signal.signal(signal.SIGALRM, wake)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_with_a_name_is_refused(command, dateline, root, tmp_path):
    """Nothing may ever come through it, so it is not opened; the answer names it."""
    pipe = tmp_path / command[-1]
    os.mkfifo(pipe)
    ended = dateline(*command[:-1], pipe, "--workspace", root)
    assert (ended.code, ended.out) == (2, "")
    assert f"{pipe} " in ended.err
    assert "not a regular file" in ended.err


def test_a_folder_is_refused_with_a_sentence(dateline, root, tmp_path):
    """It has the name of a built file; the reason stands in words alone."""
    (tmp_path / "b.docx").mkdir()
    ended = dateline("brief", "verify", tmp_path / "b.docx", "--workspace", root)
    assert ended.code == 2
    assert ended.err == f"dateline: {tmp_path}/b.docx cannot be read: Is a directory.\n"
