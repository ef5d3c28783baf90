"""The search box: the index of the workspace that the server has, and its answers to what is typed."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.search.answers import search_answer
    from dashboard.app.search.index_cache import search_index
else:
    __getattr__ = lazy(__name__, __file__)
