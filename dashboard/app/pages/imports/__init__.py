"""What the page Imports is made of, and what Situation shows of imported rows in the card's place."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.pages.imports.row_filter_bar import not_applied
    from dashboard.app.pages.imports.row_words import row_line
else:
    __getattr__ = lazy(__name__, __file__)
