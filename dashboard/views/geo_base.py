"""Land, sea and grid: the quiet ground of a map."""

from collections.abc import Iterable
from typing import Any

from dashboard.views.drawing import choropleth
from dashboard.views.geo_frame import SOUTH_OF_PEOPLE
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


def without_antarctica(frame: Frame, palette: Palette, latitudes: Iterable[float]) -> list[Any]:
    """A trace that gives Antarctica the sea's colour, where it would be seen though no event is there."""
    if frame.south > SOUTH_OF_PEOPLE or any(each < SOUTH_OF_PEOPLE for each in latitudes):
        return []
    sea = [[0, palette.sea], [1, palette.sea]]
    edge = {"line": {"width": 1, "color": palette.sea}, "opacity": 1}
    return [
        choropleth(locations=["ATA"], z=[1], colorscale=sea, showscale=False, marker=edge, hoverinfo="skip", geo="geo")
    ]
