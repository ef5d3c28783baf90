"""The map by cells: events counted by country (a choropleth) or by hexagon, in place of marks."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.map.density.figure import density_map
else:
    __getattr__ = lazy(__name__, __file__)
