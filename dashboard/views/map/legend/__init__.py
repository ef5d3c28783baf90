"""The legend of a map: signs with their words, in a corner where no mark is."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.map.legend.box import Edges, legend, legend_box, legend_ground
    from dashboard.views.map.legend.entry import TEXT_PX, LegendEntry
else:
    __getattr__ = lazy(__name__, __file__)
