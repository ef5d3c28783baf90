"""Reading a record's file."""

import os

import pytest

from dashboard.store import text_file
from dashboard.store.text_file import MAX_BYTES, read_bytes
from dashboard.store.yaml.strict_yaml import read_file


def problem_of(path):
    document = read_file(path)
    assert document.data is None
    (problem,) = document.problems
    assert (problem.line, problem.column) == (1, 1)
    assert problem.hint
    return problem


def test_a_file_is_read(tmp_path):
    """A file's data is that of its bytes."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read_file(path).data == {"a": 1}
    assert read_bytes(path) == b"\xef\xbb\xbfa: 1\r\n"


def test_a_file_that_is_gone_is_a_problem(tmp_path):
    """A file can vanish between being listed and being read."""
    problem = problem_of(tmp_path / "gone.yaml")
    assert problem.code == "file-unreadable"
    assert "No such file" in problem.message


def test_a_folder_is_no_file(tmp_path):
    """A folder with a record's name is a problem."""
    (tmp_path / "a.yaml").mkdir()
    assert problem_of(tmp_path / "a.yaml").code == "file-unreadable"


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path):
    """So is a link to itself."""
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "c.yaml").symlink_to(tmp_path / "c.yaml")
    assert problem_of(tmp_path / "a.yaml").code == "file-unreadable"
    assert problem_of(tmp_path / "c.yaml").code == "file-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    """A pipe with a record's name is refused without being opened."""
    os.mkfifo(tmp_path / "a.yaml")
    assert problem_of(tmp_path / "a.yaml").code == "file-unreadable"


def test_a_name_that_is_none_is_a_problem(tmp_path):
    """A NUL in a name, or a name too long, is reported like any unreadable file."""
    assert problem_of(tmp_path / "a\0b.yaml").code == "file-unreadable"
    assert problem_of(tmp_path / ("a" * 5000)).code == "file-unreadable"


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path, monkeypatch):
    """Permission denied is a problem of that file alone."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(text_file, "open", refuse, raising=False)
    assert problem_of(path).message == "the file cannot be read: Permission denied"


def test_a_large_file_is_not_opened(tmp_path, monkeypatch):
    """A byte above the limit is refused by the size alone."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 2))
    monkeypatch.setattr(text_file, "open", lambda *_, **__: pytest.fail("opened"), raising=False)
    problem = problem_of(path)
    assert problem.code == "yaml-too-large"
    assert "1,000,001" in problem.message


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    """Never more than the limit is kept, whatever the file's size was said to be."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    monkeypatch.setattr(text_file.stat, "S_ISREG", lambda _: path.write_bytes(b"a: 12345678\n") > 0)
    problem = read_bytes(path, limit=6)
    assert problem.code == "yaml-too-large"
