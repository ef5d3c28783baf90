"""A feed that is as it was is not sent again: its server is told which version was read."""

import json

import pytest

from dashboard.exchange.inbox import fetch_feeds, read_inbox
from dashboard.model.inbox import Feed
from tests.exchange.fetching.conftest import ANSWERS, whole
from tests.exchange.inbox.feeds import RSS

STATE = ".dateline/feeds/port.json"
TAG = '"v1"'


@pytest.fixture
def serve(hostile, monkeypatch):
    """Let the server have a feed with these headers, or say that it is as it was."""

    def answer(*headers, status="200 OK"):
        body = RSS.encode() if status.startswith("200") else b""
        monkeypatch.setitem(
            ANSWERS, "/tagged", whole("Content-Type: application/rss+xml", *headers, body=body, status=status)
        )

    return answer


@pytest.fixture
def fetched(empty_workspace, hostile):
    """Fetch the feed; what came of it, and what the server was asked."""

    def get(**fields):
        feed = Feed(id="port", address=hostile.url("/tagged"), outlet="Port News", **fields)
        (outcome,) = fetch_feeds(empty_workspace, [feed], allow_private=True)
        return outcome, hostile.requests[-1].decode("latin-1")

    return get


def test_the_version_that_was_read_is_named_the_next_time(empty_workspace, serve, fetched):
    """By its tag and its date; a server that has no other one sends nothing, and the items stay."""
    serve(f"ETag: {TAG}", "Last-Modified: Thu, 04 Sep 2025 14:30:00 GMT")
    first, request = fetched()
    assert (first.new, first.is_unchanged) == (2, False)
    assert "If-" not in request
    serve(status="304 Not Modified")
    second, request = fetched()
    assert f"If-None-Match: {TAG}\r\n" in request
    assert "If-Modified-Since: Thu, 04 Sep 2025 14:30:00 GMT\r\n" in request
    assert (second.new, second.known, second.is_unchanged, second.refused) == (0, 0, True, "")
    assert len(read_inbox(empty_workspace).entries) == 2
    assert (empty_workspace / ".dateline" / ".gitignore").is_file()


def test_a_feed_is_read_whole_where_its_entry_changed_or_an_item_is_gone(empty_workspace, serve, fetched):
    """What somebody removed, or wants to be read in another way, comes again."""
    serve(f"ETag: {TAG}")
    fetched()
    assert "If-" not in fetched(kind="transcript")[1]
    assert "If-None-Match" in fetched(kind="transcript")[1]
    for file in (empty_workspace / "inbox" / "items").iterdir():
        file.unlink()
    outcome, request = fetched(kind="transcript")
    assert "If-" not in request
    assert outcome.new == 2


@pytest.mark.parametrize("state", [b"", b"[]", b"\xff", b'{"entry": 1}', b'{"validators": {"If-None-Match": "x"}}'])
def test_a_broken_state_is_passed_over(empty_workspace, serve, fetched, state):
    """The feed is fetched whole."""
    serve(f"ETag: {TAG}")
    fetched()
    (empty_workspace / STATE).write_bytes(state)
    outcome, request = fetched()
    assert "If-" not in request
    assert (outcome.known, outcome.refused) == (2, "")


@pytest.mark.proof
def test_what_a_server_calls_its_version_cannot_add_headers(empty_workspace, serve, fetched):
    """Neither by what it sends, nor by what stands in the file."""
    serve(f"ETag: {'x' * 400}", "Last-Modified: café")
    fetched()
    assert not (empty_workspace / STATE).exists()
    serve(f"ETag: {TAG}")
    fetched()
    state = json.loads((empty_workspace / STATE).read_text())
    (empty_workspace / STATE).write_text(json.dumps({**state, "validators": {"If-None-Match": "x\r\nHost: evil"}}))
    outcome, request = fetched()
    assert "evil" not in request
    assert (outcome.known, outcome.refused) == (2, "")


def test_a_server_that_was_not_asked_so_has_no_unchanged_feed(serve, fetched):
    """Nothing was read of it yet: that is a fault of the server."""
    serve(status="304 Not Modified")
    assert "304" in fetched()[0].refused


@pytest.mark.proof
@pytest.mark.parametrize(
    "validators", [{"Host": "10.0.0.1"}, {"Authorization": "Basic eA=="}, {"If-None-Match": '"v1"\r\nHost: x'}]
)
def test_a_state_that_came_with_a_workspace_adds_nothing_to_what_is_asked(empty_workspace, serve, fetched, validators):
    """Only the two headers of a version are sent, each on its line; else the feed is read whole."""
    serve(f"ETag: {TAG}")
    fetched()
    kept = json.loads((empty_workspace / STATE).read_text(encoding="utf-8"))
    (empty_workspace / STATE).write_text(json.dumps({**kept, "validators": validators}), encoding="utf-8")
    _, request = fetched()
    assert not any(f"{name}: {value}" in request for name, value in validators.items())
    assert "If-" not in request
