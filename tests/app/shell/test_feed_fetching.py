"""Feeds are fetched beside the pages when somebody asked for it, and never else."""

import threading
import time

import pytest

from dashboard.app import server
from dashboard.app.shell import feed_fetching
from dashboard.app.shell.feed_fetching import FeedFetching, minutes_between_fetches
from dashboard.app.shell.workspace_cache import cache_of_workspace
from dashboard.exchange.fetching import fetch
from dashboard.exchange.inbox import read_inbox
from tests.exchange.fetching.conftest import hostile as hostile
from tests.exchange.inbox import feeds as feeds

PATIENCE_SECONDS = 20


@pytest.fixture
def listed(empty_workspace, hostile, monkeypatch):
    """The workspace that is served, with one feed; this machine's own addresses may be asked."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "feeds.yaml").write_text(
        f'port: {{address: "{hostile.url("/feed/rss")}", outlet: Port News}}\n'
    )
    monkeypatch.setenv("DATELINE_WORKSPACE", str(empty_workspace))
    monkeypatch.setattr(
        "dashboard.exchange.inbox.refreshing.fetch", lambda address, **_more: fetch(address, allow_private=True)
    )
    return empty_workspace


def until_done(fetching):
    """Wait for a run to end."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (fetching.is_running or fetching.ended is None) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert fetching.ended is not None


def test_a_press_fetches_all_feeds_and_pages_are_drawn_anew(listed):
    """The version rises, so that open pages show what came."""
    before = cache_of_workspace(listed).version
    fetching = FeedFetching()
    assert fetching.begin()
    until_done(fetching)
    assert [(each.feed, each.new) for each in fetching.outcomes] == [("port", 2)]
    assert len(read_inbox(listed).entries) == 2
    assert cache_of_workspace(listed).version > before


def test_one_run_is_not_begun_twice(listed, monkeypatch):
    """Nor by two people at once."""
    wait, runs = threading.Event(), []
    monkeypatch.setattr(FeedFetching, "fetch", lambda _self: (runs.append(1), wait.wait(PATIENCE_SECONDS)))
    fetching = FeedFetching()
    assert fetching.begin()
    assert not fetching.begin()
    wait.set()
    assert runs == [1]


def test_a_server_that_changes_no_file_fetches_nothing(listed, monkeypatch, hostile):
    """New items are files."""
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    number = len(hostile.requests)
    assert not FeedFetching().begin()
    assert len(hostile.requests) == number


def test_what_cannot_be_written_is_told(listed, monkeypatch):
    """A fault of the disk ends the run with a sentence, and not the thread with a traceback."""

    def refuse(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dashboard.exchange.inbox.fetch_feeds", refuse)
    fetching = FeedFetching()
    fetching.fetch()
    assert "No space left" in fetching.refused


@pytest.mark.parametrize(
    ("value", "minutes"), [(None, None), ("", None), ("0", None), ("-5", None), ("x", None), ("60", 60)]
)
def test_without_the_option_nothing_is_fetched_by_itself(value, minutes, monkeypatch):
    """Only a number of minutes begins it."""
    if value is not None:
        monkeypatch.setenv("DATELINE_FETCH_FEEDS", value)
    assert minutes_between_fetches() == minutes


@pytest.mark.parametrize("asked", [False, True])
def test_the_server_has_a_clock_for_feeds_only_where_it_was_asked_to(asked, listed, monkeypatch):
    """It fetches at once, and ends with the server."""
    runs = []
    monkeypatch.setattr(FeedFetching, "begin", lambda _self: runs.append(1))
    if asked:
        monkeypatch.setenv("DATELINE_FETCH_FEEDS", "5")
    with server.fetch_now_and_then():
        deadline = time.monotonic() + (PATIENCE_SECONDS if asked else 0.3)
        while not runs and time.monotonic() < deadline:
            time.sleep(0.02)
    assert runs == ([1] if asked else [])
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(each.name == "dateline-feed-clock" for each in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(each.name == "dateline-feed-clock" for each in threading.enumerate())
    assert feed_fetching.fetching.outcomes == ()
