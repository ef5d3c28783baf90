"""Land, sea and grid: the quiet ground of a map."""

from typing import Any

from dashboard.views.palette import Palette
from dashboard.views.projection import Frame


def ground(frame: Frame, palette: Palette, figure_width: float, figure_height: float) -> dict[str, Any]:
    """The whole of Plotly's `layout.geo` for a frame."""
    layout = frame.layout(figure_width, figure_height)
    grid = {
        "showgrid": True,
        "gridcolor": palette.grid,
        "gridwidth": 0.7,
        "dtick": 30 if frame.kind == "natural earth" else 5,
    }
    return {
        **layout,
        "lonaxis": {**layout["lonaxis"], **grid},
        "lataxis": {**layout["lataxis"], **grid},
        "bgcolor": palette.sea,
        "showland": True,
        "landcolor": palette.land,
        "showcountries": True,
        "countrycolor": palette.border,
        "countrywidth": 0.7,
        "showcoastlines": False,
        "showocean": False,
        "showlakes": False,
        "showrivers": False,
        "showframe": False,
        "showsubunits": False,
    }
