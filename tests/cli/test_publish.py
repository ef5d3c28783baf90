"""`dateline publish`: a folder that is whole or as it was, and in which nothing is lost that it did not write."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard import clock
from dashboard.briefing.figures import Figures
from dashboard.briefing.site import figures, folder, source_parts
from dashboard.query.texts import parts_of
from tests.disks import no_space

MARKER = "dateline-published.json"


@pytest.fixture(autouse=True)
def undrawn(monkeypatch):
    """No browser draws, and the clock stands."""
    monkeypatch.setattr(figures, "render_figures", lambda draw, _: Figures(draw, lacking="not drawn: no browser"))
    monkeypatch.setattr(clock, "_instant", lambda: datetime(2026, 11, 30, 12, tzinfo=UTC))


@pytest.fixture
def publish(dateline, workspace, tmp_path):
    """Publishes the seed workspace into a folder."""
    return lambda *arguments, to="out": dateline("publish", tmp_path / to, "--workspace", workspace, *arguments)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_records_give_the_same_bytes(publish, tmp_path, monkeypatch):
    """At the same moment all of them, and later all but the moment."""
    assert publish(to="one").code == publish(to="two").code == 0
    one = files_in(tmp_path / "one")
    assert one == files_in(tmp_path / "two")
    monkeypatch.setattr(clock, "_instant", lambda: datetime(2026, 11, 30, 13, 1, tzinfo=UTC))
    assert publish(to="later").code == 0
    later = files_in(tmp_path / "later")
    assert one.keys() == later.keys()
    moments = {name: content.replace(b"13:01 UTC", b"12:00 UTC") for name, content in later.items() if name != MARKER}
    assert moments == {name: content for name, content in one.items() if name != MARKER}


def test_what_it_wrote_is_said(publish, tmp_path):
    """The folder, how many events of how many, and that figures are missing."""
    ended = publish("--show", "thread:us-forces-korea-costs")
    number = len(files_in(tmp_path / "out")) - 1
    assert ended.code == 0
    assert ended.out.startswith(f"written: {tmp_path / 'out'} (6 of 18 events, {number} files, ")
    assert "figures are not drawn: no browser; install one" in ended.err


@pytest.mark.parametrize("asked", [(), ("--texts",), ("--show", "thread:us-ecuador-basing", "--as", "reported")])
def test_links_are_relative_and_lead_somewhere(asked, publish, tmp_path, monkeypatch):
    """Of every page, to a file and a place in it; a source with many quotes, or a long text, has several pages."""
    monkeypatch.setattr(source_parts, "MOST_PASSAGES", 4)
    monkeypatch.setattr(source_parts, "parts_of", lambda text: parts_of(text, 700))
    assert publish(*asked).code == 0
    assert (tmp_path / "out" / "sources" / "us-troops-ecuador.3.html").is_file()
    pages = {name: content.decode() for name, content in files_in(tmp_path / "out").items() if name.endswith(".html")}
    ids = {name: set(re.findall(r' id="([^"]+)"', page)) for name, page in pages.items()}
    found = 0
    for name, page in pages.items():
        for href in re.findall(r' (?:href|src)="([^"]+)"', page):
            if href.startswith(("https://", "http://", "data:")):
                assert f'href="{href}" rel="noreferrer noopener"' in page or href == "data:,"
                continue
            path, _, place = href.partition("#")
            target = (tmp_path / "out" / name).parent / path if path else tmp_path / "out" / name
            assert target.is_file(), (name, href)
            known = ids.get(target.resolve().relative_to((tmp_path / "out").resolve()).as_posix(), set())
            assert not place or place in known, (name, href)
            found += 1
    assert found > 800


def test_filters_leave_out_events_and_say_so(publish, tmp_path):
    """Those that do not pass have no page; each page has the filters in words, the mode and the moment."""
    assert publish("--show", "thread:us-ecuador-basing", "--from", "2025", "--as", "reported").code == 0
    files = files_in(tmp_path / "out")
    assert "events/us-base-closed.html" not in files
    for name, content in files.items():
        if name.endswith(".html"):
            page = content.decode()
            assert "Thread: U.S. troops in Ecuador. Dates: from 2025" in page
            assert "as reported</span>" in page
            assert "As of 30 November 2026, 12:00 UTC" in page
    assert "No events match the filters" in publish("--words", "nowhere", to="none").err
    refused = publish("--show", "colour:red", to="refused")
    assert (refused.code, refused.out) == (2, "")
    assert not (tmp_path / "refused").exists()


def test_texts_are_published_whole_only_if_asked_for(publish, tmp_path, workspace):
    """Else the sentences that claims quote, and no others."""
    text = (workspace / "seeds" / "us-troops-ecuador.txt").read_text(encoding="utf-8")
    unquoted = "strategic"
    assert unquoted in text
    assert publish(to="quoted").code == publish("--texts", to="whole").code == 0
    page = Path("sources", "us-troops-ecuador.html")
    quoted, whole = ((tmp_path / name / page).read_text(encoding="utf-8") for name in ("quoted", "whole"))
    last = " ".join(text.split()[-8:-1])
    assert "The rest of it is not published" in quoted
    assert len(re.sub("<[^>]+>", "", whole)) > len(text)
    assert last in " ".join(re.sub("<[^>]+>", "", whole).split())


def test_each_claim_says_what_it_was_checked_against(publish, tmp_path, workspace):
    """The mark with its word, and the hash of the text."""
    assert publish().code == 0
    page = (tmp_path / "out" / "events" / "us-base-closed.html").read_text(encoding="utf-8")
    digest = re.search("sha256: ([0-9a-f]{64})", (workspace / "seeds/us-troops-ecuador.yaml").read_text("utf-8"))
    assert digest
    assert f'title="SHA-256 {digest[1]}"' in page
    assert "</svg> quote found</td>" in page
    assert "text not held" in page


def test_a_folder_is_replaced_if_it_was_published(publish, tmp_path):
    """What the new one does not have is gone."""
    assert publish().code == 0
    assert publish("--show", "thread:us-forces-korea-costs").code == 0
    assert not (tmp_path / "out" / "events" / "us-base-closed.html").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".dateline-")] == []


def test_an_empty_folder_is_filled(publish, tmp_path):
    """It is there already, and nothing is lost."""
    (tmp_path / "out").mkdir()
    assert publish().code == 0
    assert (tmp_path / "out" / "index.html").is_file()


def foreign(folder):
    (folder / "notes.txt").write_text("theirs", encoding="utf-8")


def changed(folder):
    (folder / "index.html").write_text("theirs", encoding="utf-8")


def link(folder):
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(folder / "events.html")


def linked_folder(folder):
    (folder / "more").symlink_to(folder / "events")


def unmarked(folder):
    (folder / MARKER).unlink()


def unreadable_marker(folder):
    (folder / MARKER).write_text(json.dumps({"files": ["index.html"]}), encoding="utf-8")


@pytest.mark.parametrize("touch", [foreign, changed, link, linked_folder, unmarked, unreadable_marker])
def test_what_somebody_put_there_stays(touch, publish, tmp_path):
    """A file, a change, a link: it is named, and the folder is as it was."""
    assert publish().code == 0
    touch(tmp_path / "out")
    before = files_in(tmp_path / "out")
    ended = publish()
    assert ended.code == 2
    assert "Nothing was changed" in ended.err
    assert files_in(tmp_path / "out") == before


def test_a_link_and_a_file_are_no_folder(publish, tmp_path):
    """Neither is followed or replaced."""
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    assert "symbolic link" in publish(to="linked").err
    assert "is a file" in publish(to="file").err
    assert list((tmp_path / "real").iterdir()) == []


@pytest.mark.parametrize("place", ["", "events", "seeds/pages"])
def test_records_are_no_place_for_pages(place, dateline, workspace):
    """The workspace itself, and what is read in it."""
    before = files_in(workspace)
    ended = dateline("publish", workspace / place, "--workspace", workspace)
    assert ended.code == 2
    assert files_in(workspace) == before


def test_a_full_disk_leaves_what_was_there(publish, tmp_path):
    """The folder of before, and nothing beside it."""
    assert publish().code == 0
    before = files_in(tmp_path / "out")
    with no_space():
        ended = publish()
    assert ended.code == 2
    assert "could not be written" in ended.err
    assert files_in(tmp_path / "out") == before
    assert {path.name for path in tmp_path.iterdir()} >= {"out"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".dateline-")] == []


def test_what_comes_into_the_folder_meanwhile_stays(publish, tmp_path, monkeypatch):
    """Also in the last moment before it would be replaced."""
    assert publish().code == 0
    swap, seen = folder.swap_folders, []

    def late(one, other):
        if not seen:
            (other / "notes.txt").write_text("theirs", encoding="utf-8")
        seen.append(other)
        swap(one, other)

    monkeypatch.setattr(folder, "swap_folders", late)
    ended = publish()
    assert "was changed meanwhile" in ended.err
    assert (tmp_path / "out" / "notes.txt").read_text(encoding="utf-8") == "theirs"
    assert (tmp_path / "out" / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".dateline-")] == []
