"""`dateline fmt`: files in one form, or left alone and named."""

import pytest

from dashboard.checks.validation import validate
from tests.copying import edit

EVENT = "events/ecuador/us-base-closed.yaml"


def test_files_are_tidied_once(dateline, workspace):
    """The first time it names what it changes, the second time nothing; the records stay valid and the same."""
    path = workspace / EVENT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"  \r\n").replace(b">-  \r\n", b">-\r\n"))
    before = validate(workspace).workspace.events
    texts = {each: each.read_bytes() for each in workspace.glob("seeds/*.txt")}
    first = dateline("fmt", "--workspace", workspace)
    assert (first.code, first.err) == (0, "")
    assert f"tidied: {EVENT}\n" in first.out
    second = dateline("fmt", "--workspace", workspace)
    assert (second.code, second.out.count("\n")) == (0, 1)
    assert ": 0 tidied" in second.out
    assert b"\r" not in path.read_bytes()
    validation = validate(workspace)
    assert validation.problems == ()
    assert dict(validation.workspace.events) == dict(before)
    assert {each: each.read_bytes() for each in texts} == texts


def test_check_writes_nothing(dateline, workspace):
    """Exit 1 while a file is not tidy, 0 afterwards."""
    edit(workspace, EVENT, "title: ", "title:  ")
    (workspace / EVENT).write_text((workspace / EVENT).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = (workspace / EVENT).read_bytes()
    ended = dateline("fmt", "--check", workspace / EVENT)
    assert (ended.code, ended.out) == (1, f"not tidy: {EVENT}\n1 file: 1 not tidy\n")
    assert (workspace / EVENT).read_bytes() == before
    assert dateline("fmt", workspace / EVENT).code == 0
    assert dateline("fmt", "--check", workspace / EVENT).code == 0


def test_what_cannot_be_tidied_is_left_alone_and_named(dateline, workspace, tmp_path):
    """A file that is not YAML, and a link to another; everything beside them is tidied."""
    (workspace / "events" / "ecuador" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    (workspace / "events" / "ecuador" / "link.yaml").symlink_to(workspace / EVENT)
    (workspace / "events" / "ecuador" / "away.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "elsewhere.yaml").write_text("title: a  \n", encoding="utf-8")
    ended = dateline("fmt", "--workspace", workspace)
    assert ended.code == 1
    assert "left alone: events/ecuador/broken.yaml: line" in ended.out
    assert "left alone: events/ecuador/link.yaml: it is a link" in ended.out
    assert (workspace / "events" / "ecuador" / "link.yaml").is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8") == "title: a  \n"
    assert (workspace / "events" / "ecuador" / "broken.yaml").read_text(encoding="utf-8") == "title: [\n"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_disk_that_refuses_changes_nothing(failing, dateline, workspace, monkeypatch):
    """The file is as it was, and no other is left behind."""
    (workspace / EVENT).write_text((workspace / EVENT).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = (workspace / EVENT).read_bytes()
    names = sorted(workspace.rglob("*"))

    def refuse(*_rest):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync" if failing == "fsync" else "pathlib.Path.replace", refuse)
    ended = dateline("fmt", workspace / EVENT)
    assert ended.code == 2
    assert "the disk is full" in ended.err
    assert (workspace / EVENT).read_bytes() == before
    assert sorted(workspace.rglob("*")) == names
