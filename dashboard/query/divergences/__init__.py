"""Where sources part: each point on which they differ, with all sides, the spread of numbers, and who repeats whom."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.divergences.divergence import TOPICS, Divergence, DivergentSide, divergences_of
    from dashboard.query.divergences.origins import OriginBranch, OriginTree, origin_trees
    from dashboard.query.divergences.spread import Spread, spreads_of, unit_of
else:
    __getattr__ = lazy(__name__, __file__)
