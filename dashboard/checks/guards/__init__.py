"""The guards: each compares one thing that an event says with the words that it quotes."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.guards import run
    from dashboard.checks.guards.omissions import doubts_beside_quotes
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = ["doubts_beside_quotes", "run"]
