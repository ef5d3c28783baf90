"""`dateline source`: documents become sources, and are checked."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.source.command import source
    from dashboard.cli.source.ids import format_option
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "format_option",
    "source",
]
