"""One search over everything: events, claims, quotes, texts of sources, names, and whatever else is given a name."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.search.entries import COMMANDS, NamedEntry, SearchKind
    from dashboard.query.search.index import SearchIndex
    from dashboard.query.search.results import Hit, LitText, SearchResults, everything, search
else:
    __getattr__ = lazy(__name__, __file__)
