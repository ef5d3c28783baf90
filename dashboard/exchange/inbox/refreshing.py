"""Fetches the feeds that a team lists, and takes their new entries into the inbox."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dashboard import clock
from dashboard.errors import DatelineError
from dashboard.exchange.fetching import fetch
from dashboard.exchange.inbox.intake import take_in_address
from dashboard.exchange.syndication import FeedEntry, read_feed
from dashboard.model.inbox import Feed
from dashboard.store.inbox import item_id, keep_validators, read_items, store_item, validators_of

MOST_ARTICLES: Final = 20
"""So many pages are fetched for one feed at once; the others follow when it is fetched again."""


@dataclass(slots=True)
class FeedOutcome:
    """What a feed has brought."""

    feed: str
    """Its id."""
    new: int = 0
    known: int = 0
    """Entries that were in the inbox already, or had been decided."""
    left_out: int = 0
    """Entries that were not read: the feed has too many."""
    is_unchanged: bool = False
    """Whether the server said that it is as it was when all of it had been read."""
    waiting: int = 0
    """Entries whose pages are fetched the next time."""
    refused: str = ""
    """Why nothing could be read; empty where it could."""
    remarks: list[str] = field(default_factory=list)
    """Entries that could not be read in full, each a sentence."""


def fetch_feeds(
    root: Path, feeds: Iterable[Feed], *, allow_private: bool = False, tell: Callable[[FeedOutcome], None] | None = None
) -> tuple[FeedOutcome, ...]:
    """Fetch each feed, whatever becomes of the others; `tell` is told of each as soon as it is done."""
    outcomes = []
    for feed in feeds:
        outcome = FeedOutcome(feed.id)
        try:
            _fetch(root, feed, outcome, allow_private=allow_private)
        except DatelineError as error:
            outcome.refused = str(error)
        outcomes.append(outcome)
        if tell is not None:
            tell(outcome)
    return tuple(outcomes)


def _fetch(root: Path, feed: Feed, outcome: FeedOutcome, *, allow_private: bool) -> None:
    before = read_items(root).items
    known = validators_of(root, feed, before)
    found = fetch(feed.address, allow_private=allow_private, validators=known)
    if found.is_known:
        outcome.is_unchanged = True
        return
    contents = read_feed(found.raw, found.url, declared=found.charset)
    outcome.left_out = contents.left_out
    items: list[str] = []
    addresses = {item.url for item in before.values() if item.url}
    fetched = 0
    for entry in contents.entries:
        about = _about(feed, entry, contents.language)
        if feed.articles and entry.url:
            if entry.url in addresses:
                outcome.known += 1
                continue
            if fetched >= MOST_ARTICLES:
                outcome.waiting += 1
                continue
            fetched += 1
            may_be_private = allow_private and _same_host(entry.url, found.url)
            if taken := _take_article(root, entry, about, outcome, allow_private=may_be_private):
                items.append(taken)
                continue
        items.append(item_id(entry.text))
        if item_id(entry.text) not in before and store_item(
            root, entry.text, {**about, "received": clock.today().isoformat()}
        ):
            outcome.new += 1
        else:
            outcome.known += 1
    if found.validators and not outcome.waiting and not outcome.remarks:
        keep_validators(root, feed, found.validators, items)


def _same_host(one: str, other: str) -> bool:
    """Whether two addresses are on one host: that a feed may be private says nothing of all that it leads to."""
    return urlsplit(one).hostname == urlsplit(other).hostname


def _take_article(
    root: Path, entry: FeedEntry, about: dict[str, str], outcome: FeedOutcome, *, allow_private: bool
) -> str:
    """Take in the page of an entry; its id, or nothing where it cannot be read, and the feed's own words have to do."""
    try:
        taken = take_in_address(root, entry.url, about, allow_private=allow_private)
    except DatelineError as error:
        outcome.remarks.append(f"{entry.title or entry.url}: {error}")
        return ""
    outcome.new += taken.is_new
    outcome.known += not taken.is_new
    return taken.id


def _about(feed: Feed, entry: FeedEntry, language: str) -> dict[str, str]:
    """What is known of an entry, by field of an item."""
    known = {
        "title": entry.title,
        "outlet": feed.outlet,
        "author": entry.author,
        "published": entry.published,
        "language": feed.language or language,
        "kind": feed.kind or "article",
        "url": entry.url,
        "feed": feed.id,
    }
    return {name: value for name, value in known.items() if value}
