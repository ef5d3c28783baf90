"""What is asked of a briefing: its fields, its claims and its words."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.briefings import claims, fields, words
    from dashboard.checks.briefings.fields import SELECTION_EMPTY, is_a_day
else:
    __getattr__ = lazy(__name__, __file__)
