"""The first page is kept for the next server, as long as nothing differs by which it could be drawn otherwise."""

import json
import time
from datetime import timedelta

import pytest
from streamlit.testing.v1.element_tree import Block

from dashboard.app.first_page import kept_pages
from dashboard.app.shell import workspace_cache
from dashboard.app.shell.workspace_cache import READ_ONLY_VARIABLE
from dashboard.store import machine
from tests.clock import NOW

ONLY_OF_NOW = {"live", "answered", "reading"}
"""Components that are not kept."""


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch):
    monkeypatch.setattr(kept_pages, "KEEP_AFTER_SECONDS", 0)
    monkeypatch.setattr(kept_pages, "LEAST_FILES", 0)
    _another_server()
    yield
    _another_server()


def _another_server():
    workspace_cache.cache_of_workspace.cache_clear()
    kept_pages._file.cache_clear()


@pytest.fixture
def kept(page, workspace):
    """The page of a first server, whose first page was kept."""
    first = page(workspace)
    for _ in range(200):
        if (workspace / kept_pages.FILE).is_file():
            _another_server()
            return first
        time.sleep(0.02)
    pytest.fail("no page was kept")


def is_kept_page(drawn):
    return "reading" in drawn.keys


def told(drawn):
    """What each component was given: what a session counts by itself left out."""
    return {
        key: {name: each for name, each in drawn.data(key).items() if name not in {"drawn", "heard"}}
        for key in drawn.keys
        if key not in ONLY_OF_NOW
    }


def test_the_next_server_shows_the_same_without_its_records(kept, page, workspace, monkeypatch):
    monkeypatch.setattr(workspace_cache, "begin_by_kept", lambda *_: pytest.fail("the records are read"))
    again = page(workspace)
    assert is_kept_page(again)
    assert told(again) == told(kept)
    assert [key for key in again.keys if key not in ONLY_OF_NOW] == [key for key in kept.keys if key not in ONLY_OF_NOW]


def test_once_the_records_are_read_they_are_shown(kept, page, workspace):
    """With the numbers that the figures had: the browser need not draw them again."""
    early = page(workspace)
    workspace_cache.cache_of_workspace(workspace).look()
    late = page(workspace)
    assert (is_kept_page(early), is_kept_page(late)) == (True, False)
    assert told(early) == told(late)
    figures = ("map", "timeline")
    assert [early.data(key)["drawn"] for key in figures] == [late.data(key)["drawn"] for key in figures]


def nested(block):
    """The containers and components of a page as they stand in each other."""
    return [
        (child.type, child.proto.id, nested(child)) if isinstance(child, Block) else (child.type, child.key)
        for child in block.children.values()
        if getattr(child, "key", "") not in ONLY_OF_NOW
    ]


def test_containers_stand_in_each_other_as_before(kept, page, workspace):
    again = nested(page(workspace).test.main)
    assert again == nested(kept.test.main)
    assert "where" in str(again)


def test_a_changed_file_is_never_passed_over(kept, page, workspace):
    file = next((workspace / "events").glob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not is_kept_page(page(workspace))


def test_something_in_the_inbox_is_a_change(kept, page, workspace):
    (workspace / "inbox").mkdir(exist_ok=True)
    (workspace / "inbox" / "note.txt").write_text("A note.", encoding="utf-8")
    assert not is_kept_page(page(workspace))


def test_another_version_of_dateline_draws_for_itself(kept, page, workspace, monkeypatch):
    monkeypatch.setattr(kept_pages, "package_version", lambda: "another")
    assert not is_kept_page(page(workspace))


def test_a_server_that_may_not_write_shows_other_pages_in_its_bar(kept, page, workspace, monkeypatch):
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    assert not is_kept_page(page(workspace))


@pytest.mark.parametrize("asked", [{"event": "nothing"}, {"page": "events"}, {"as_": "reported"}, {"words": "base"}])
def test_an_address_that_asks_for_something_is_answered_by_the_records(kept, page, workspace, asked):
    assert not is_kept_page(page(workspace, **asked))


def test_a_window_of_another_width_waits_for_its_figures(kept, page, workspace, monkeypatch):
    monkeypatch.setattr("dashboard.app.shell.figure_state.width", lambda _figure: 777)
    assert not is_kept_page(page(workspace))


def test_a_page_of_yesterday_says_so(kept, page, workspace, monkeypatch):
    monkeypatch.setattr("dashboard.clock._instant", lambda: NOW + timedelta(days=1))
    assert page(workspace).text("reading").startswith("As of ")


def test_a_page_of_today_tells_no_day(kept, page, workspace):
    assert page(workspace).text("reading").startswith("Reading ")


@pytest.mark.parametrize("content", [b"", b"nothing", b"0" * 64 + b"\x80\x05N."])
def test_what_somebody_else_wrote_is_not_shown(kept, page, workspace, content):
    """Nor does it stop the page."""
    (workspace / kept_pages.FILE).write_bytes(content)
    assert not is_kept_page(page(workspace))


def test_what_this_machine_wrote_for_another_purpose_is_not_shown(kept, page, workspace):
    (workspace / kept_pages.FILE).write_bytes(machine.signed_bytes((1, 2), "look"))
    assert not is_kept_page(page(workspace))


def test_a_link_out_of_the_workspace_is_not_followed(kept, page, workspace, tmp_path):
    file = workspace / kept_pages.FILE
    elsewhere = tmp_path / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert not is_kept_page(page(workspace))


def test_a_server_that_only_reads_keeps_no_page(page, workspace, monkeypatch):
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    page(workspace)
    time.sleep(0.1)
    assert not (workspace / kept_pages.FILE).exists()


def test_few_files_are_read_within_a_second(page, workspace, monkeypatch):
    """A page that would stand for a moment before the same one is not kept."""
    monkeypatch.setattr(kept_pages, "LEAST_FILES", 300)
    page(workspace)
    assert not kept_pages._file(workspace).pages


def test_three_windows_are_kept_and_no_more(page, workspace, monkeypatch):
    for width in (300, 400, 500, 600):
        monkeypatch.setattr("dashboard.app.shell.figure_state.width", lambda _figure, width=width: width)
        page(workspace)
    pages = kept_pages._file(workspace).pages
    assert [each.sizes[0] for each in pages] == [600, 500, 400]


def test_what_is_kept_is_plain(kept, workspace):
    """JSON could carry it: it holds no record, and nothing that must be known to be read."""
    for each in kept_pages._file(workspace).pages:
        assert json.dumps([placed.data for placed in (*each.bar, *each.below)])
