"""Documents that lie in `inbox/` are listed by name; what does not belong there, or leads out of it, is not read."""

import os
import sys

import pytest

from dashboard.store.inbox import dropped_files, read_dropped
from dashboard.store.inbox.dropped import MOST_BYTES


@pytest.fixture
def inbox(empty_workspace):
    """The folder."""
    (empty_workspace / "inbox").mkdir()
    return empty_workspace / "inbox"


def test_documents_are_listed_whatever_they_are_called(empty_workspace, inbox):
    """Emoji, spaces, the names of devices and long names are names; hidden files and folders are passed over."""
    names = ["😀 pier.txt", "CON.txt", f"{'n' * 200}.txt", "-rf.txt", "a'b\"c.txt"]
    for name in [*names, ".hidden.txt", "~$lock.docx", "README.md", "feeds.yaml"]:
        (inbox / name).write_text("x")
    (inbox / "folder").mkdir()
    found, problems = dropped_files(empty_workspace)
    assert {each.name for each in found} == {*names}
    assert problems == ()


def test_links_out_of_the_workspace_are_problems(empty_workspace, inbox, tmp_path):
    """What a link leads to is not read, be it a file, a folder or nothing; a link that stays inside is."""
    (tmp_path / "secret.txt").write_text("secret")
    (inbox / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "nothing.txt").symlink_to(tmp_path / "nothing")
    (inbox / "round.txt").symlink_to(inbox / "round.txt")
    (inbox / "real.txt").write_text("x")
    (inbox / "in.txt").symlink_to(inbox / "real.txt")
    found, problems = dropped_files(empty_workspace)
    assert [each.name for each in found] == ["in.txt", "real.txt"]
    assert [problem.file for problem in problems] == ["inbox/nothing.txt", "inbox/out.txt", "inbox/round.txt"]


def test_the_inbox_itself_may_not_lead_out(empty_workspace, tmp_path):
    """Others who get the workspace would not see what lies there."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("x")
    (empty_workspace / "inbox").symlink_to(tmp_path / "elsewhere")
    found, (problem,) = dropped_files(empty_workspace)
    assert (found, problem.code) == ((), "file-outside")


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text_is_a_problem(empty_workspace, inbox):
    """It could not be shown."""
    (inbox / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    found, (problem,) = dropped_files(empty_workspace)
    assert found == ()
    assert problem.file == "inbox/caf\\xe9.txt"


def test_a_document_that_is_too_large_is_not_read(empty_workspace, inbox):
    """Its size is looked at first."""
    with (inbox / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (found,), _ = dropped_files(empty_workspace)
    assert "the limit is" in read_dropped(empty_workspace, found).message


def test_a_pipe_is_no_document(empty_workspace, inbox):
    """Reading it would never end."""
    os.mkfifo(inbox / "pipe.txt")
    assert dropped_files(empty_workspace) == ((), ())
