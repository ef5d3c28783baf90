"""Cells as Plotly draws them: shaded by class, striped where most places are not quoted; a sign for what is a speck."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.views.drawing import Palette, Trace, choropleth, scattergeo
from dashboard.views.map import hatching
from dashboard.views.map.density.cell import Cell, Layer
from dashboard.views.map.density.classes import Classes
from dashboard.views.map.density.countries import is_small
from dashboard.views.map.density.drawn_shape import drawn_shape
from dashboard.views.projection import Frame, Path, join_paths

_STRIPE_PX: Final = 1.6
_SPECK_PX: Final = 6.5
_CHOSEN_PX: Final = 2.2
_GEO: Final = "geo"


@dataclass(frozen=True, slots=True)
class DrawnCells:
    """The traces of cells, bottom first, and of each cell the trace and the point in it that can be pressed."""

    traces: tuple[Trace, ...]
    points: Mapping[str, tuple[int, int]]
    """By the cell's key; the trace counted from the first of these."""


def draw_cells(
    cells: Sequence[Cell], classes: Classes, layer: Layer, frame: Frame, palette: Palette, hovers: Mapping[str, str]
) -> DrawnCells:
    """The cells in the shades of their classes. `hovers`: what is said of each, by its key."""
    specks = [cell for cell in cells if layer == "countries" and is_small(cell.key, frame)]
    areas = [cell for cell in cells if cell not in specks]
    traces: list[Trace] = []
    points: dict[str, tuple[int, int]] = {}
    if areas:
        points |= {cell.key: (len(traces), at) for at, cell in enumerate(areas)}
        traces.append(_areas(areas, classes, layer, palette, hovers))
        traces += _stripes([cell for cell in areas if cell.is_striped], frame, palette)
    if specks:
        points |= {cell.key: (len(traces), at) for at, cell in enumerate(specks)}
        traces.append(_specks(specks, classes, palette, hovers))
    return DrawnCells(tuple(traces), points)


def chosen_traces(cells: Iterable[Cell], palette: Palette) -> list[Trace]:
    """The edge of each cell that is chosen; no trace without one."""
    paths = [path for cell in cells for path in _rings(cell.shape)]
    return [_line(paths, palette.text, _CHOSEN_PX)] if paths else []


def _areas(cells: Sequence[Cell], classes: Classes, layer: Layer, palette: Palette, hovers: Mapping[str, str]) -> Trace:
    last = len(classes.starts) - 1
    scale = [[index / last if last else 0, classes.color(index, palette)] for index in range(last + 1)]
    shapes = {} if layer == "countries" else {"geojson": _geojson(cells), "locationmode": "geojson-id"}
    still = {"marker": {"opacity": 1}}
    return choropleth(
        uid="cells",  # keeps the nodes, and the reader's focus, when the traces before it change
        locations=[cell.key for cell in cells],
        z=[classes.place(cell.count) for cell in cells],
        zmin=0,
        zmax=max(last, 1),
        colorscale=scale if last else [*scale, [1, scale[0][1]]],
        showscale=False,
        marker={"line": {"width": 0.7 if layer == "countries" else 1, "color": palette.border}, "opacity": 1},
        selected=still,
        unselected=still,
        hoverinfo="text",
        hovertext=[hovers[cell.key] for cell in cells],
        geo=_GEO,
        **shapes,
    )


def _specks(cells: Sequence[Cell], classes: Classes, palette: Palette, hovers: Mapping[str, str]) -> Trace:
    """A square each; hollow where most places are not quoted."""
    colors = [classes.color(classes.place(cell.count), palette) for cell in cells]
    fills = [palette.bg if cell.is_striped else color for cell, color in zip(cells, colors, strict=True)]
    edge = {"width": [2.0 if cell.is_striped else 1.0 for cell in cells], "color": palette.text}
    return scattergeo(
        uid="specks",
        mode="markers",
        lon=[round(cell.longitude, 4) for cell in cells],
        lat=[round(cell.latitude, 4) for cell in cells],
        marker={"symbol": "square", "size": _SPECK_PX, "color": fills, "opacity": 1, "line": edge},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hoverinfo="text",
        hovertext=[hovers[cell.key] for cell in cells],
        geo=_GEO,
    )


def _geojson(cells: Sequence[Cell]) -> dict[str, Any]:
    """The outlines, clockwise: what is left of the way is outside, as d3 has it."""
    features = [
        {
            "type": "Feature",
            "id": cell.key,
            "properties": {},
            "geometry": {
                "type": "Polygon",
                "coordinates": [np.asarray(cell.shape.exterior.coords).round(3).tolist()[::-1]],
            },
        }
        for cell in cells
        if isinstance(cell.shape, Polygon)
    ]
    return {"type": "FeatureCollection", "features": features}


def _stripes(cells: Sequence[Cell], frame: Frame, palette: Palette) -> list[Trace]:
    paths = [path for cell in cells for path in _stripe_paths(cell, frame)]
    return [_line(paths, palette.land, _STRIPE_PX)] if paths else []


def _stripe_paths(cell: Cell, frame: Frame) -> Iterable[Path]:
    return hatching(drawn_shape(cell, frame), frame)


def _rings(shape: BaseGeometry | None) -> Iterator[Path]:
    """The outer rings of a shape, in degrees; of many islands, the larger ones."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)] if shape is not None else []
    largest = max((part.area for part in parts), default=0.0)
    for part in parts:
        if part.area > largest / 100:
            yield np.asarray(part.exterior.xy[0]), np.asarray(part.exterior.xy[1])


def _line(paths: Sequence[Path], color: str, width: float) -> Trace:
    longitude, latitude = join_paths(paths)
    line = {"color": color, "width": width}
    return scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=_GEO)
