"""The network of actors: who acted on whom, in columns, by the four kinds of interaction."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.network.figure import actor_network
    from dashboard.views.network.quadrants import STROKES
else:
    __getattr__ = lazy(__name__, __file__)
