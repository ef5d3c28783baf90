"""A file that a command is given: what is no regular file is refused, and nobody waits for it."""

import os
import subprocess
import sys

import pytest

COMMANDS = (
    ("brief", "verify", "pipe.docx"),
    ("brief", "verify", "pipe.html"),
    ("annotations", "import", "pipe.json"),
    ("source", "add", "pipe.txt"),
)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_with_a_name_is_refused(command, root, tmp_path):
    """Nothing may ever come through it, so it is not opened; the answer names it."""
    pipe = tmp_path / command[-1]
    os.mkfifo(pipe)
    asked = [sys.executable, "-m", "dashboard", *command[:-1], str(pipe), "--workspace", str(root)]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"{pipe} " in ended.stderr
    assert "not a regular file" in ended.stderr


def test_a_folder_is_refused_with_a_sentence(root, tmp_path):
    """It has the name of a built file; the reason stands in words alone."""
    (tmp_path / "b.docx").mkdir()
    asked = [sys.executable, "-m", "dashboard", "brief", "verify", str(tmp_path / "b.docx"), "--workspace", str(root)]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 2
    assert ended.stderr == f"dateline: {tmp_path}/b.docx cannot be read: Is a directory.\n"
