"""What was read of a document is kept beside the workspace, and read again where anything is wrong with that."""

import pytest

from dashboard.store.inbox import DocumentRead, read_text_of, write_text_of
from dashboard.store.inbox.read_texts import key_of
from dashboard.store.machine.own_key import signature

READ = DocumentRead("The pier opens. 東京 😀\n", {"title": "The pier"})


def test_what_was_kept_is_read_back(empty_workspace):
    """It is known by its bytes and the ending of its name; git leaves the folder alone."""
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None
    write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
    assert read_text_of(empty_workspace, b"%PDF", "b.PDF") == READ
    assert read_text_of(empty_workspace, b"%PDF", "a.html") is None
    assert read_text_of(empty_workspace, b"%PDF-", "a.pdf") is None
    assert (empty_workspace / ".dateline" / ".gitignore").read_text().endswith("*\n")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"text": 1, "given": [], "refused": ""}', "[" * 100_000, "\xff"])
def test_what_cannot_be_read_is_as_if_it_were_not_there(empty_workspace, text):
    """The document is read again."""
    write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
    file = empty_workspace / ".dateline" / "inbox" / f"{key_of(b'%PDF', 'a.pdf')}.json"
    file.write_bytes(text.encode("latin-1"))
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None
    body = text.encode("latin-1")
    name = str(file.relative_to(empty_workspace)).encode()
    file.write_bytes(signature(name + b"\n" + body).encode() + b"\n" + body)
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None


def test_what_came_with_a_workspace_is_not_believed(empty_workspace, tmp_path, monkeypatch):
    """Somebody else's key, another document's text, a changed letter: the document itself is read again."""
    folder = empty_workspace / ".dateline" / "inbox"
    file = folder / f"{key_of(b'%PDF', 'a.pdf')}.json"
    with monkeypatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path / "somebody"))
        write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
        assert read_text_of(empty_workspace, b"%PDF", "a.pdf") == READ
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None
    write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
    ours = file.read_bytes()
    (folder / f"{key_of(b'%PDF-2', 'a.pdf')}.json").write_bytes(ours)
    assert read_text_of(empty_workspace, b"%PDF-2", "a.pdf") is None
    file.write_bytes(ours.replace(b"opens", b"burns"))
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None
    file.write_bytes(ours)
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") == READ


@pytest.mark.parametrize("key", [b"", b"short"])
def test_without_a_key_nothing_is_kept(empty_workspace, tmp_path, monkeypatch, key):
    """Nor is anything believed: not even what is signed with nothing."""
    (tmp_path / "own" / "dateline").mkdir(parents=True)
    (tmp_path / "own" / "dateline" / "key").write_bytes(key)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own"))
    write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
    folder = empty_workspace / ".dateline" / "inbox"
    assert not folder.exists()
    folder.mkdir(parents=True)
    (folder / f"{key_of(b'%PDF', 'a.pdf')}.json").write_bytes(b'\n{"text": "x", "given": {}, "refused": ""}')
    assert read_text_of(empty_workspace, b"%PDF", "a.pdf") is None


def test_nothing_is_kept_out_of_the_workspace(empty_workspace, tmp_path):
    """A link that leads out is not followed."""
    (tmp_path / "outside").mkdir()
    (empty_workspace / ".dateline").symlink_to(tmp_path / "outside")
    write_text_of(empty_workspace, b"%PDF", "a.pdf", READ)
    assert list((tmp_path / "outside").iterdir()) == []


def test_the_oldest_go(empty_workspace, monkeypatch):
    """The folder does not grow for ever."""
    from dashboard.store.inbox import read_texts

    monkeypatch.setattr(read_texts, "_MOST_FILES", 3)
    for number in range(6):
        write_text_of(empty_workspace, b"%d" % number, "a.pdf", READ)
    assert len(list((empty_workspace / ".dateline" / "inbox").glob("*.json"))) == 3
    assert read_text_of(empty_workspace, b"5", "a.pdf") == READ
