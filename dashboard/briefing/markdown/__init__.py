"""A briefing as Markdown."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.markdown import document
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "document",
]
