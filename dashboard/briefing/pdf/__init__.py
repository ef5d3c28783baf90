"""A briefing as a PDF."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.pdf import document, manifest
else:
    __getattr__ = lazy(__name__, __file__)
