"""The map: events where they happened, with what leads from one place to another."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.map.figure import event_map
    from dashboard.views.map.frame import Viewport
    from dashboard.views.map.inset import INSET, LEAD
else:
    __getattr__ = lazy(__name__, __file__)
