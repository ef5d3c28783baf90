"""A feed as it was read: what it says of itself, and its entries."""

from dataclasses import dataclass
from typing import Final

MOST_ENTRIES: Final = 200
"""So many entries of a feed are read, the newest; those of feeds that keep all that they ever had are not."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed."""

    title: str
    """On one line; empty where it has none."""
    text: str
    """Its title and its words, as plain text."""
    url: str = ""
    """The address of what it is about; empty where it gives none that is http or https."""
    published: str = ""
    """EDTF; empty where it gives no date that can be read."""
    author: str = ""


@dataclass(frozen=True, slots=True)
class FeedContents:
    """What a feed holds."""

    title: str
    language: str
    """BCP 47; empty where it gives none."""
    entries: tuple[FeedEntry, ...]
    """In the order of the feed, at most `MOST_ENTRIES`."""
    left_out: int = 0
    """How many more it has."""
