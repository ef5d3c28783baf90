"""What the page Sources is made of."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.pages.sources.words import STATES, state_mark
else:
    __getattr__ = lazy(__name__, __file__)
