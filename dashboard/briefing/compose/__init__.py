"""The sections of a briefing, composed from the records."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.compose.briefing import outline_of, title_of
else:
    __getattr__ = lazy(__name__, __file__)
