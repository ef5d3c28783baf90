"""Guards on what an event is: its type, and how far its commitment had come, are what its words tell."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.guards.types.classification import GUARDS_ON_TYPES
else:
    __getattr__ = lazy(__name__, __file__)
