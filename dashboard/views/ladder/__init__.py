"""The ladder: what was said of commitment, rung above rung, over time."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.ladder.figure import event_ladder
else:
    __getattr__ = lazy(__name__, __file__)
