"""What the page Situation is made of."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.pages.situation.overview import event_list
else:
    __getattr__ = lazy(__name__, __file__)
