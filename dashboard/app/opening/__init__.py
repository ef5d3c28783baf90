"""What a browser gets before Streamlit's first word, and what is read before anybody asks."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.opening.entry_page import PagePaths
    from dashboard.app.opening.prefetch import warm_up
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "PagePaths",
    "warm_up",
]
