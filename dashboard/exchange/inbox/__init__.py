"""The inbox at work: what waits in it, what is taken in, the feeds that are fetched, and what becomes of an item.

Pages and commands do all of this through here. Nothing is fetched unless it is named, and nothing becomes a source
unless somebody accepts it.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.inbox.accepting import accept_item
    from dashboard.exchange.inbox.contents import InboxContents, InboxEntry, read_inbox
    from dashboard.exchange.inbox.deciding import find_entry, mark_same_as, reopen, set_aside
    from dashboard.exchange.inbox.intake import Intake, fetch_article, take_in, take_in_address
    from dashboard.exchange.inbox.overview import InboxOverview, ItemOverview, overview_of
    from dashboard.exchange.inbox.refreshing import FeedOutcome, fetch_feeds
else:
    __getattr__ = lazy(__name__, __file__)
