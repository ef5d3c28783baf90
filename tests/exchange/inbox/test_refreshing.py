"""Feeds are fetched because somebody asked, bring their new entries once, and none takes the others down."""

import time

import pytest

from dashboard.exchange.fetching import download
from dashboard.exchange.inbox import fetch_feeds, find_entry, read_inbox, set_aside
from dashboard.model.inbox import Feed
from dashboard.store.tree import tree_of
from tests.exchange.inbox.feeds import ANSWERS, FEEDS


@pytest.fixture
def feed(hostile):
    """A feed of the server."""
    return lambda path, **fields: Feed(id="port", address=hostile.url(path), outlet="Port News", **fields)


@pytest.fixture
def fetched(empty_workspace, feed):
    """Fetch one feed."""

    def get(path, **fields):
        (outcome,) = fetch_feeds(empty_workspace, [feed(path, **fields)], allow_private=True)
        return outcome

    return get


def test_entries_become_items_and_no_sources(empty_workspace, fetched):
    """Title, publisher, date and address are known of each; nothing is a source."""
    outcome = fetched("/feed/rss")
    assert (outcome.new, outcome.known, outcome.refused) == (2, 0, "")
    entries = {entry.title: entry for entry in read_inbox(empty_workspace).entries}
    item = entries["The pier opens"].item
    assert (item.outlet, item.feed, item.author, item.language, item.kind) == (
        *("Port News", "port", "Ana Ruiz"),
        *("en-us", "article"),
    )
    assert item.published.text == "2025-09-04T14:30:00+00:00"
    assert item.url.endswith("/news/pier?a=1&b=2")
    assert tree_of(empty_workspace).texts == []


def test_an_entry_comes_once(empty_workspace, fetched):
    """Also when it was set aside: a decision is remembered while the feed still has it."""
    fetched("/feed/rss")
    entry = read_inbox(empty_workspace).entries[0]
    set_aside(empty_workspace, entry, "Not ours")
    outcome = fetched("/feed/rss")
    assert (outcome.new, outcome.known) == (0, 2)
    assert find_entry(read_inbox(empty_workspace), entry.id).item.set_aside == "Not ours"


@pytest.mark.parametrize(
    "path", ["/feed/atom", "/feed/packed", "/feed/moved", "/feed/utf-16", "/feed/latin", "/feed/by-server"]
)
def test_feeds_of_every_kind_are_read(fetched, path):
    """Packed, moved, and in other encodings."""
    outcome = fetched(path)
    assert outcome.refused == ""
    assert outcome.new


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/feed/page", "a web page, not a feed"),
        ("/feed/laughs", "defines entities"),
        ("/feed/outside", "defines entities"),
        ("/feed/bomb", "more than 20 MB"),
        ("/feed/endless", "more than 20 MB"),
        ("/feed/endless-chunks", "more than 20 MB"),
        ("/feed/short", "broke off"),
        ("/feed/private", "inside a private network"),
        ("/feed/file", "not file"),
        ("/feed/round", "redirects more than 5 times"),
        ("/feed/nothing", "The feed is empty"),
        ("/feed/picture", "not text"),
        ("/feed/not-utf-8", "not text in the encoding"),
        ("/missing", "404"),
        ("/gone", "could not be fetched"),
    ],
)
def test_a_hostile_feed_is_a_sentence(empty_workspace, feed, monkeypatch, path, said):
    """Nothing is written. A redirect into a private network is refused even where the feed itself is named."""
    if path == "/feed/private":
        _allow_the_first_address_alone(monkeypatch)
    (outcome,) = fetch_feeds(empty_workspace, [feed(path)], allow_private=path != "/feed/private")
    assert said in outcome.refused
    assert outcome.new == 0
    assert not (empty_workspace / "inbox").exists()


def _allow_the_first_address_alone(monkeypatch):
    """As if this machine were a public one."""
    from dashboard.exchange.fetching import address

    known = address.is_private
    monkeypatch.setattr(address, "is_private", lambda number: number != "127.0.0.1" and known(number))


def test_a_slow_feed_ends_with_its_time(empty_workspace, feed, monkeypatch):
    """A clock runs over all of it, however often a byte comes."""
    fetch = download.fetch
    monkeypatch.setattr(
        "dashboard.exchange.inbox.refreshing.fetch",
        lambda *args, **options: fetch(*args, **options, patience_seconds=1),
    )
    begun = time.monotonic()
    (outcome,) = fetch_feeds(empty_workspace, [feed("/feed/slow")], allow_private=True)
    assert "within 1 seconds" in outcome.refused
    assert time.monotonic() - begun < 10


def test_without_permission_no_private_address_is_asked(empty_workspace, feed, hostile):
    """The list of a team may not lead into somebody's network."""
    number = len(hostile.requests)
    (outcome,) = fetch_feeds(empty_workspace, [feed("/feed/rss")])
    assert "inside a private network" in outcome.refused
    assert len(hostile.requests) == number


def test_one_bad_feed_takes_none_of_the_others(empty_workspace, feed):
    """Each is told of as soon as it is done."""
    told = []
    fetch_feeds(
        empty_workspace,
        [feed("/missing"), feed("/feed/rss"), feed("/feed/laughs")],
        allow_private=True,
        tell=told.append,
    )
    assert [bool(outcome.refused) for outcome in told] == [True, False, True]
    assert len(read_inbox(empty_workspace).entries) == 2


def test_scripts_in_a_feed_are_no_text(empty_workspace, fetched):
    """Of a title as well."""
    fetched("/feed/scripts")
    (entry,) = read_inbox(empty_workspace).entries
    assert entry.title == "Pier"
    assert "PWNED" not in entry.text
    assert entry.item.url is None


@pytest.mark.proof
def test_ten_thousand_entries_are_bounded(empty_workspace, fetched):
    """The newest two hundred are taken in, and the others told of."""
    outcome = fetched("/feed/many")
    assert (outcome.new, outcome.left_out) == (200, 9800)
    assert len(read_inbox(empty_workspace).entries) == 200
    again = fetched("/feed/many")
    assert (again.new, again.known) == (0, 200)


def test_pages_of_entries_are_fetched_where_the_list_says_so(empty_workspace, fetched, hostile):
    """The whole article stands in place of the feed's words; where it cannot be read, those have to do."""
    outcome = fetched("/feed/articles", articles=True)
    assert outcome.new == 3
    assert len(outcome.remarks) == 2
    texts = {entry.title: entry.text for entry in read_inbox(empty_workspace).entries}
    assert "The whole article about the pier" in texts["The pier opens"]
    assert texts["Gone"] == "Gone\n\nStill here.\n"
    number = len(hostile.requests)
    assert fetched("/feed/articles", articles=True).known == 3
    assert len(hostile.requests) == number + 1


def test_every_answer_of_this_room_is_served():
    """The server knows what the tests ask for."""
    assert FEEDS.keys() <= ANSWERS.keys()
