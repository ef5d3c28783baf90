"""Feeds of others, in RSS (0.9 to 2.0) or Atom: their entries, as text. What is hostile is bounded, and refused.

What Dateline itself publishes is in `dashboard/exchange/feeds`.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.syndication.feed import FeedEntry
    from dashboard.exchange.syndication.reading import read_feed
else:
    __getattr__ = lazy(__name__, __file__)
