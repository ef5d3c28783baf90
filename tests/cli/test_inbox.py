"""`dateline inbox`: what waits to be read is listed, taken in, fetched and decided; and what it says when it cannot."""

import io
import json
import os
import sys

import pytest

from tests.exchange.fetching.conftest import hostile as hostile
from tests.exchange.inbox import feeds as feeds
from tests.exchange.inbox.conftest import DISPATCH

COPY = DISPATCH.replace("Tuesday", "Monday")


@pytest.fixture
def inbox(dateline, empty_workspace):
    """Run `dateline inbox` in an empty workspace."""
    return lambda *arguments: dateline("inbox", *arguments, "--workspace", empty_workspace)


@pytest.fixture
def taken(inbox, tmp_path):
    """Take a text into the inbox; its id."""

    def take(text, *options):
        (tmp_path / "given.txt").write_text(text)
        return inbox("add", tmp_path / "given.txt", *options).out.split()[0]

    return take


def test_an_empty_inbox_says_how_to_fill_it(inbox, empty_workspace):
    """And makes no folder."""
    ended = inbox()
    assert (ended.code, ended.err) == (0, "")
    assert "The inbox is empty" in ended.out
    assert not (empty_workspace / "inbox").exists()


def test_without_a_command_it_lists(inbox, taken):
    """Options of the list may follow at once."""
    id_ = taken(DISPATCH, "--title", "A pier", "--outlet", "Port News", "--published", "2025-09-04")
    ended = inbox()
    assert ended.out.startswith(f"1 item.\n\n{id_}  A pier\n  Port News · 2025-09-04 · 282 characters · 100 % new\n")
    data = json.loads(inbox("--format", "json").out)
    assert data["items"][0]["title"] == "A pier"
    assert data["items"][0]["new_share"] == 1.0


def test_from_the_inbox_to_a_source_and_an_event(dateline, inbox, taken, empty_workspace):
    """The next step is named, and takes the source."""
    id_ = taken(DISPATCH, "--title", "A pier")
    ended = inbox("accept", id_[:8])
    assert ended.code == 0
    assert ended.out.startswith("seeds/a-pier.txt\nseeds/a-pier.yaml\n")
    assert "dateline new --from a-pier" in ended.out
    assert dateline("new", "longer-pier", "--from", "a-pier", "--workspace", empty_workspace).code == 0
    assert "1 decided" in inbox().out
    assert "accepted as a-pier" in inbox("list", "--all").out


def test_near_copies_stand_below_each_other(inbox, taken):
    """One report in two outlets is read once."""
    first, second = taken(DISPATCH, "--published", "2025-09-04"), taken(COPY, "--published", "2025-09-05")
    told = inbox().out
    assert told.index(first) < told.index(f"near copy: {second}")


def test_an_item_is_shown_with_its_text(inbox, taken):
    """What steers a terminal is written as an escape."""
    id_ = taken("The pier \x1b[31mopens.\nSecond line.\n")
    told = inbox("show", id_).out
    assert told.endswith("\nThe pier \\x1b[31mopens.\nSecond line.\n")
    assert json.loads(inbox("show", id_, "--format", "json").out)["text"] == "The pier \x1b[31mopens.\nSecond line.\n"


def test_an_item_is_set_aside_and_taken_back(inbox, taken, empty_workspace):
    """The reason stands in a file that a team shares."""
    id_ = taken(DISPATCH)
    assert inbox("set-aside", id_, "--reason", "Opinion").code == 0
    assert 'set_aside: "Opinion"' in (empty_workspace / "inbox" / "items" / f"{id_}.yaml").read_text()
    assert inbox().out == "0 items, 1 decided.\n"
    assert inbox("reopen", id_).code == 0
    assert inbox().out.startswith("1 item.")


def test_an_item_is_the_same_as_a_source(inbox, taken):
    """Of a source that is not there, nothing is written."""
    inbox("accept", taken(DISPATCH, "--title", "A pier"))
    id_ = taken(COPY)
    ended = inbox("same-as", id_, "a-piers")
    assert (ended.code, ended.err) == (2, "dateline: There is no source a-piers. Did you mean `a-pier`?\n")
    assert inbox("same-as", id_, "a-pier").code == 0
    assert inbox().out == "0 items, 2 decided.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "0123"], "The inbox has no item 0123. `dateline inbox` lists all."),
        (["accept", "../../x"], "The inbox has no item ../../x."),
        (["set-aside", "0123"], "Missing option '--reason'"),
        (["add", "no-such.txt"], "There is no file no-such.txt."),
        (["add", "http://127.0.0.1:1/a"], "inside a private network"),
        (["add", "ftp://example.org/a"], "Only http and https addresses are fetched"),
        (["fetch"], "No feeds are listed. Write them into inbox/feeds.yaml"),
        (["fetch-article", "0123"], "The inbox has no item 0123."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(inbox, empty_workspace, arguments, said):
    """The exit code is 2, and nothing was written."""
    ended = inbox(*arguments)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert not (empty_workspace / "inbox").exists()


def test_a_date_that_is_none_is_refused(inbox, tmp_path, empty_workspace):
    """With what to write; what a document itself says wrong is left out instead."""
    (tmp_path / "a.txt").write_text(DISPATCH)
    ended = inbox("add", tmp_path / "a.txt", "--published", "4/9/2025")
    assert ended.code == 2
    assert "The date cannot be “4/9/2025”" in ended.err
    assert not (empty_workspace / "inbox").exists()


def test_of_several_documents_the_good_ones_are_taken(inbox, tmp_path):
    """The others are named, and the exit code says so."""
    (tmp_path / "good.txt").write_text(DISPATCH)
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    ended = inbox("add", tmp_path / "good.txt", tmp_path / "bad.txt")
    assert ended.code == 1
    assert "bad.txt: This is not text" in ended.err
    assert ended.out.endswith("1 document not taken in.\n")


def test_standard_input_is_a_document(inbox, monkeypatch):
    """It may be pasted there."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DISPATCH.encode())))
    assert "taken into the inbox: standard input" in inbox("add", "-").out


def test_a_document_in_another_encoding_is_named(inbox, tmp_path):
    """Nothing is guessed."""
    (tmp_path / "a.txt").write_bytes("Größe\n".encode("cp1252"))
    assert "Name its encoding" in inbox("add", tmp_path / "a.txt").err
    assert inbox("add", tmp_path / "a.txt", "--encoding", "cp1252").code == 0


def test_what_cannot_be_read_in_the_folder_is_a_problem(inbox, empty_workspace):
    """With its file and place, and the exit code says so."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "bad.txt").write_bytes(b"\x00\x01")
    (empty_workspace / "inbox" / "feeds.yaml").write_text("port: {outlet: X}\n")
    ended = inbox()
    assert ended.code == 1
    assert "inbox/bad.txt:1:1: error file-unreadable: This is not text" in ended.out
    assert "inbox/feeds.yaml:1:7: error key-missing: `address` is missing" in ended.out


def test_feeds_are_fetched_when_asked(inbox, empty_workspace, hostile):
    """Each is told of; a feed that fails takes none of the others, and the exit code says so."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "feeds.yaml").write_text(
        f'port: {{address: "{hostile.url("/feed/rss")}", outlet: Port News}}\n'
        f'bad: {{address: "{hostile.url("/feed/laughs")}", outlet: Bad}}\n'
    )
    ended = inbox("fetch", "--allow-private")
    assert ended.code == 1
    assert ended.out == "port: 2 new, 0 known\n2 new items from 2 feeds. Next: dateline inbox\n"
    assert ended.err == "dateline: bad: The feed defines entities, as attacks on readers do. It is not read.\n"
    assert "The pier opens\n  Port News · 2025-09-04T14:30:00+00:00" in inbox().out
    assert inbox("fetch", "por").err.endswith("Did you mean `port`?\n")
    assert inbox("fetch", "bad", "--allow-private").code == 2


def test_the_page_of_an_entry_is_fetched_when_asked(inbox, empty_workspace, hostile):
    """It stands in place of the entry."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "feeds.yaml").write_text(
        f'port: {{address: "{hostile.url("/feed/articles")}", outlet: Port News}}\n'
    )
    inbox("fetch", "--allow-private")
    id_ = next(each["id"] for each in json.loads(inbox("--format", "json").out)["items"] if each["title"] == "Pier")
    assert inbox("fetch-article", id_, "--allow-private").code == 0
    assert "The pier opens\n" in inbox().out
    assert id_ not in inbox().out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_workspace_that_cannot_be_written_is_listed_all_the_same(inbox, empty_workspace):
    """Deciding there is a sentence."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "a.html").write_text("<p>The pier opens.</p>")
    for folder in (empty_workspace / "inbox", empty_workspace / "events", empty_workspace):
        folder.chmod(0o500)
    try:
        assert "The pier opens." in inbox().out
        assert "permission denied" in inbox("set-aside", "a.html", "--reason", "x").err
    finally:
        for folder in (empty_workspace, empty_workspace / "events", empty_workspace / "inbox"):
            folder.chmod(0o700)


def test_a_shell_completes_items(completions, empty_workspace, taken, monkeypatch):
    """With their titles."""
    id_ = taken(DISPATCH, "--title", "A pier")
    monkeypatch.setenv("DATELINE_WORKSPACE", str(empty_workspace))
    assert f"plain,{id_}" in completions("inbox", "show", "")
