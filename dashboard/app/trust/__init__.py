"""How far what is shown can be relied on, counted: a line on Situation, whole on Data."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.trust.panel import trust_line, trust_panel
else:
    __getattr__ = lazy(__name__, __file__)
