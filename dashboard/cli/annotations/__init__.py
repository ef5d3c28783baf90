"""`dateline annotations`: claims exchanged with annotation tools."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.cli.annotations.command import annotations
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "annotations",
]
