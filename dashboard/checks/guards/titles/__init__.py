"""Guards on an event's title: its numbers, its names, what it tells as done, and who does it there."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.guards.titles.registry import GUARDS_ON_TITLES
else:
    __getattr__ = lazy(__name__, __file__)
