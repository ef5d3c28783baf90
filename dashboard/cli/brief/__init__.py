"""`dateline brief`: briefings are begun, written, listed and verified."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.brief.command import brief
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "brief",
]
