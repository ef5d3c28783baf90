"""English verbs: the forms that say that something was done, and whether another text only plans it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.verbs.plans import planning_word
else:
    __getattr__ = lazy(__name__, __file__)
