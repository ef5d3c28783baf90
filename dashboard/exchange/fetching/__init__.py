"""Fetches a document from an address that somebody named: one request and its redirects, bounded in size and time."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.fetching.address import is_address
    from dashboard.exchange.fetching.download import fetch
else:
    __getattr__ = lazy(__name__, __file__)
