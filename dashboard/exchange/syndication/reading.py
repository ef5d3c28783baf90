"""Reads a feed in a process of its own, whose memory and time are bounded, as documents of strangers are."""

from dashboard.exchange.documents import run_confined
from dashboard.exchange.syndication.feed import FeedContents, FeedEntry

_CHILD = "dashboard.exchange.syndication.confined_child"


def read_feed(raw: bytes, address: str, *, declared: str | None = None) -> FeedContents:
    """The feed that was found at `address`, by which its links are completed. Raises `DocumentRefused`.

    `declared` is the encoding that the server gave with it.
    """
    found, _ = run_confined(
        _CHILD, {"address": address, "declared": declared}, raw, "Remove it from the list of feeds."
    )
    entries = tuple(FeedEntry(**each) for each in found["entries"])
    return FeedContents(found["title"], found["language"], entries, found["left_out"])
