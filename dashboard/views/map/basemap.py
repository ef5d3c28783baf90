"""The quiet ground of a map: land, sea and grid, and the borders that states dispute."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

import shapely
from shapely.geometry import Polygon

from dashboard.model.geography import DISPUTED, Scale, outline
from dashboard.views.drawing import Palette, choropleth, scattergeo
from dashboard.views.map.areas import in_pixels
from dashboard.views.map.frame import MOST_SCALE, SOUTH_OF_PEOPLE, least_scale
from dashboard.views.projection import Frame, Path, join_paths

NOTE: Final = "Dashed: disputed borders. Outlines follow the United Nations; we take no position."
_LEAST_PX: Final = 20.0
"""An area that is narrower on the map shows no dashes."""


@lru_cache(maxsize=64)
def disputed_in_sight(frame: Frame) -> tuple[str, ...]:
    """Codes of the disputed areas that are seen, and wide enough to be told from a line."""
    seen = ((code, in_pixels(shape, frame)) for code, shape in _areas(50 if frame.resolution == 50 else 110))
    return tuple(code for code, shape in seen if not shape.is_empty and _width(shape) >= _LEAST_PX)


def disputed_borders(frame: Frame, palette: Palette, geo: str) -> list[Any]:
    """A dashed line over the borders of the disputed areas in sight; no trace where there are none."""
    codes = disputed_in_sight(frame)
    shapes = [shape for code, shape in _areas(50 if frame.resolution == 50 else 110) if code in codes]
    parts = [part for shape in shapes for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    if not parts:
        return []
    paths: list[Path] = [part.exterior.xy for part in parts]
    longitude, latitude = join_paths(paths)
    line = {"color": palette.geo, "width": 1.2, "dash": "4px,3px"}
    return [scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=geo)]


@lru_cache(maxsize=2)
def _areas(millions: Scale) -> tuple[tuple[str, Any], ...]:
    shapes = ((code, outline(code, millions)) for code in DISPUTED)
    return tuple((code, shape) for code, shape in shapes if shape is not None)


def _width(shape: Any) -> float:
    left, top, right, bottom = shape.bounds
    return float(max(right - left, bottom - top))


def ground(frame: Frame, palette: Palette, figure_width: float, figure_height: float) -> dict[str, Any]:
    """The whole of Plotly's `layout.geo` for a frame. Zooming out ends where the whole world fits it."""
    layout = frame.layout(figure_width, figure_height)
    scales = {"minscale": least_scale(frame), "maxscale": MOST_SCALE}
    grid = {
        "showgrid": True,
        "gridcolor": palette.grid,
        "gridwidth": 0.7,
        "dtick": 30 if frame.kind == "natural earth" else 5,
    }
    return {
        **layout,
        "projection": {**layout["projection"], **scales},
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
