"""The pages of a PDF: the rows of each with their places, and which of them are running heads, feet and numbers."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.documents.pdf_pages.rows import read_placed
    from dashboard.exchange.documents.pdf_pages.running_heads import RunningRow, take_off
else:
    __getattr__ = lazy(__name__, __file__)
