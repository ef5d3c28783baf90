"""The inbox is what was dropped and what was taken in, each text once, with what cannot be read told beside it."""

import pytest

from dashboard.exchange.documents import GivenDocument, confined
from dashboard.exchange.inbox import contents, read_inbox, take_in
from dashboard.exchange.inbox.intake import file_name
from dashboard.store.inbox import item_id

PAGE = (
    '<!doctype html><html lang="en"><head><title>The pier</title><meta property="article:published_time" '
    'content="2025-09-04"></head><body><p>The pier opens.</p></body></html>'
)


def test_a_dropped_document_tells_of_itself(empty_workspace):
    """Title and date come from the page, the name of the file stays with it."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "pier.html").write_text(PAGE)
    (entry,) = read_inbox(empty_workspace).entries
    assert (entry.title, entry.item.published.text, entry.item.file) == ("The pier", "2025-09-04", "pier.html")
    assert entry.files == ("inbox/pier.html",)
    assert entry.id == item_id(entry.text)


def test_one_text_is_one_item(empty_workspace):
    """However often it lies there, and under whichever name."""
    (empty_workspace / "inbox").mkdir()
    for name in ("a.txt", "b.txt"):
        (empty_workspace / "inbox" / name).write_text("The pier opens.\n")
    take_in(empty_workspace, GivenDocument("c.txt", b"The pier opens.\n"))
    (entry,) = read_inbox(empty_workspace).entries
    assert entry.files == ("inbox/a.txt", "inbox/b.txt")
    assert entry.item.file == "c.txt"


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.txt", b"\x00\x01\x02", "not text"),
        ("a.txt", b"caf\xe9", "not UTF-8"),
        ("a.txt", b" \n", "no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        ("a.xlsx", b"PK\x03\x04", "not supported|not a DOCX|cannot"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF"),
        ("a.exe", b"MZ\x90", "not supported"),
    ],
)
def test_what_is_no_document_is_told_of(empty_workspace, name, raw, said):
    """The others are read all the same."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / name).write_bytes(raw)
    (empty_workspace / "inbox" / "good.txt").write_text("Words.\n")
    found = read_inbox(empty_workspace)
    assert [entry.title for entry in found.entries] == ["Words."]
    (problem,) = found.problems
    assert problem.file == f"inbox/{name}"
    assert any(each in problem.message for each in said.split("|"))
    assert problem.hint


def test_a_document_is_read_once(empty_workspace, monkeypatch):
    """Another process that comes later finds its text kept; with `writes` off, nothing is."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "pier.html").write_text(PAGE)
    read_inbox(empty_workspace, writes=False)
    assert not (empty_workspace / ".dateline").exists()
    contents._texts.clear()
    before = read_inbox(empty_workspace)
    contents._texts.clear()
    monkeypatch.setattr(confined, "_command", lambda _module: ("false",))
    assert read_inbox(empty_workspace) == before


def test_a_changed_document_is_read_again(empty_workspace):
    """It is another item then."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "a.txt").write_text("One.\n")
    (first,) = read_inbox(empty_workspace).entries
    (empty_workspace / "inbox" / "a.txt").write_text("Another.\n")
    (second,) = read_inbox(empty_workspace).entries
    assert (first.title, second.title) == ("One.", "Another.")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../x", "x"),
        ("C:\\temp\\pier.txt", "pier.txt"),
        ("CON", "CON"),
        ("a/\x1b[31mb\n.txt", "[U+001B][31mb .txt"),
        ("/", "document"),
        ("..", ".."),
        ("\u202efdp.txt", "[U+202E]fdp.txt"),
        ("😀.txt", "😀.txt"),
    ],
)
def test_a_name_is_kept_as_a_name_alone(given, kept):
    """No folder, no control character: and no file is named after it anyway."""
    assert file_name(given) == kept


def test_no_name_reaches_the_disk(empty_workspace):
    """The text lies where its hash says."""
    for number, name in enumerate(["../../x", "CON", "n" * 300, "😀", "/etc/passwd", "a\x00b"]):
        take_in(empty_workspace, GivenDocument(name, f"Text {number}\n".encode(), "txt"))
    files = [path for path in empty_workspace.rglob("*") if path.is_file()]
    assert len(files) == 12
    assert {path.parent for path in files} == {empty_workspace / "inbox" / "items"}
    names = {entry.item.file for entry in read_inbox(empty_workspace).entries}
    assert {"x", "CON", "😀", "passwd", "a[U+0000]b"} <= names
    assert max(map(len, names)) == 200


def test_the_newest_come_first(empty_workspace):
    """By the day of publication; what has none, by the day when it came."""
    for day in ("2025-01-01", "2030-01-01", "2025-06-01"):
        take_in(empty_workspace, GivenDocument("", f"Of {day}\n".encode()), {"published": day})
    assert [entry.title for entry in read_inbox(empty_workspace).entries] == [
        "Of 2030-01-01",
        "Of 2025-06-01",
        "Of 2025-01-01",
    ]


def test_a_long_first_line_is_cut_at_a_word(empty_workspace):
    """It stands for the title that the text does not give."""
    take_in(empty_workspace, GivenDocument("", b"word " * 100))
    take_in(empty_workspace, GivenDocument("", b"w" * 1000))
    titles = sorted(entry.title for entry in read_inbox(empty_workspace).entries)
    assert titles == [f"{'word ' * 23}word …", f"{'w' * 120} …"]
