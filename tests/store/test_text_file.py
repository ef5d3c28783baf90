"""The lines of a file, for showing one of them: only what is a text of the workspace is opened."""

import os
from pathlib import Path

import pytest

from dashboard.store.file_problems import YamlProblem
from dashboard.store.text_file import MAX_BYTES, lines_within, read_bytes


@pytest.fixture
def root(tmp_path):
    """A workspace's folder, with room for what lies outside it."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


def test_lines_end_where_positions_say(root):
    """LF, CR and CR LF end a line, the separators that only some programs know do not; the mark is no character."""
    (root / "a.yaml").write_bytes("\ufeffone\u2028still one\r\ntwo\rthree\n".encode())
    assert lines_within(root, "a.yaml") == ["one\u2028still one", "two", "three", ""]


def test_what_lies_outside_is_not_shown(root):
    """Neither by a link to a file nor below a link to a folder."""
    (root.parent / "secret.yaml").write_text("secret", encoding="utf-8")
    (root / "link.yaml").symlink_to(root.parent / "secret.yaml")
    (root / "folder").symlink_to(root.parent)
    assert lines_within(root, "link.yaml") == lines_within(root, "folder/secret.yaml") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(root):
    """Nobody may ever write into it."""
    os.mkfifo(root / "a.yaml")
    assert lines_within(root, "a.yaml") == []


def test_what_has_no_lines_to_show_gives_none(root):
    """What is gone, a link to itself, another encoding, and what is too large for a record."""
    (root / "loop.yaml").symlink_to("loop.yaml")
    (root / "latin.yaml").write_bytes(b"\xe9")
    (root / "large.yaml").write_bytes(b"x" * (MAX_BYTES + 1))
    assert [lines_within(root, f"{name}.yaml") for name in ("gone", "loop", "latin", "large")] == [[], [], [], []]


PROC = Path("/proc/self/status")


@pytest.mark.skipif(not PROC.is_file(), reason="a system with /proc has files that are longer than they say")
def test_a_file_that_has_grown_is_read_to_its_end():
    """More than it said that it has is read too, up to the limit."""
    assert PROC.stat().st_size == 0
    assert b"\nThreads:" in read_bytes(PROC)
    assert isinstance(read_bytes(PROC, limit=10), YamlProblem)
