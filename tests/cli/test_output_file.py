"""What a command writes into a file: whole, else a sentence in plain words, and never a number of the system."""

import errno
import os

import pytest

from dashboard.store import writing
from dashboard.store.writing import why_not_written

COMMANDS = (
    ("annotations", "export", "--output"),
    ("since", "HEAD", "--output"),
    ("export", "ics", "--output"),
    ("query", "select 1", "--output"),
)


@pytest.fixture(params=COMMANDS, ids=lambda command: command[0])
def command(request, workspace, committed, dateline):
    """A command that writes a file, run with one more argument: its name."""
    committed(workspace, "2026-01-01")
    return lambda path: dateline(*request.param, path, "--workspace", workspace)


def test_a_path_that_cannot_be_written_is_a_sentence(command, tmp_path):
    """It says what is the matter with it."""
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "events.ics").mkdir(parents=True)  # into a folder, an export writes a file of its own name
    for path, why in (
        (tmp_path / "none" / "out", "the folder does not exist"),
        (tmp_path / "file" / "out", "part of its path is not a folder"),
        (folder, "it is a folder"),
    ):
        ended = command(path)
        assert (ended.code, f"could not be written: {why}" in ended.err) == (2, True), ended.err
        assert str(path) in ended.err
        assert "Errno" not in ended.err


def test_a_link_stays_a_link(command, tmp_path):
    """The file that it leads to is written; `/dev/stdout` is a link, too."""
    link, target = tmp_path / "link", tmp_path / "target"
    link.symlink_to(target)
    assert command(link).code == 0
    assert (link.is_symlink(), target.is_file()) == (True, True)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EDQUOT, "your disk quota is used up. Free some space"),
        (errno.EACCES, "permission denied. Check the permissions"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_what_the_system_refuses_is_called_what_it_is(number, why, command, tmp_path, monkeypatch):
    """A full disk is no matter of permissions; what was there is as it was, and nothing lies beside it."""
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "file"
    path.write_text("before", encoding="utf-8")

    def refused(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, "fsync", refused)
    ended = command(path)
    assert (ended.code, f"{path} could not be written: {why}" in ended.err) == (2, True), ended.err
    assert ("permission" in ended.err) == (number == errno.EACCES)
    assert {each.name: each.read_text(encoding="utf-8") for each in path.parent.iterdir()} == {"file": "before"}


def test_what_has_no_words_of_ours_has_those_of_the_system():
    """And never nothing."""
    assert why_not_written(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert why_not_written(OSError("odd")) == "odd"
    assert why_not_written(OSError()) == "OSError"


def test_annotations_that_cannot_be_opened_are_a_sentence(dateline, workspace, tmp_path):
    """Without a number of the system."""
    ended = dateline("annotations", "import", tmp_path / "none.json", "--workspace", workspace)
    assert ended.err == f"dateline: {tmp_path}/none.json cannot be read: No such file or directory.\n"
