"""`dateline since`: what changed."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.since.command import since
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "since",
]
