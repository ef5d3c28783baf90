"""A briefing as PowerPoint slides."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.pptx.presentation import pptx
else:
    __getattr__ = lazy(__name__, __file__)
