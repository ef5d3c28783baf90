"""Names and numbers in countries, where they fit; beside the largest others, with a line that leads there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from dashboard.views.drawing import Trace, literal, readable, scattergeo, text_width
from dashboard.views.map import LEAD_PX, LabelSpace, MapLabel, led_label
from dashboard.views.map.density.cell import Cell
from dashboard.views.map.density.classes import Classes
from dashboard.views.map.density.drawn_shape import drawn_shape
from dashboard.views.map.marks import Ink
from dashboard.views.projection import Frame

_PX: Final = 11.0
_WEIGHT: Final = 500
_AIR_PX: Final = 2.0
_MOST_BESIDE: Final = 8
_LAST_RESORT: Final = ("#000000", "#ffffff")


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    x: float
    y: float
    color: str


def label_cells(
    cells: Sequence[Cell], classes: Classes, frame: Frame, ink: Ink, room: LabelSpace
) -> tuple[list[Trace], list[MapLabel]]:
    """Names with numbers in the cells (or the number alone), and names beside the largest that have no room for one."""
    inside: list[_Text] = []
    left: list[Cell] = []
    for cell in cells:
        color = classes.color(classes.place(cell.count), ink.palette)
        text = _inside(cell, readable(color, ink.palette.bg, ink.palette.text, *_LAST_RESORT), frame, room)
        if text:
            inside.append(text)
        else:
            left.append(cell)
    beside = []
    for cell in left[:_MOST_BESIDE]:
        x, y = (float(each) for each in frame.project(cell.longitude, cell.latitude))
        words = f"{cell.title} {cell.count:,}"
        label = (
            led_label(words, x, y, 6.0, ink.palette.text, room, weight=400, furthest=LEAD_PX)
            if _is_seen(x, y, frame)
            else None
        )
        beside += [replace(label, events=cell.events)] if label else []
    return _text_trace(inside, frame), beside


def _inside(cell: Cell, color: str, frame: Frame, room: LabelSpace) -> _Text | None:
    if cell.shape is None:
        return None
    for text in (f"{cell.title} {cell.count:,}", f"{cell.count:,}"):
        width = text_width(text, _PX, _WEIGHT) + 2 * _AIR_PX
        spot = _spot(cell, frame, width)
        if spot is None:
            continue
        x, y = spot
        edges = (x - width / 2, y - _PX * 0.6, x + width / 2, y + _PX * 0.6)
        if room.is_free(edges):
            room.take(edges)
            return _Text(text, x, y, color)
    return None


def _spot(cell: Cell, frame: Frame, width: float) -> tuple[float, float] | None:
    """The middle of a text so wide that lies in the shape: at the country's point, or in its widest part; None else."""
    parts = [part for part in shapely.get_parts(drawn_shape(cell, frame)) if isinstance(part, Polygon)]
    largest = max(parts, key=lambda part: part.area, default=Polygon())
    left, top, right, bottom = largest.bounds if not largest.is_empty else (0.0, 0.0, 0.0, 0.0)
    if right - left < width or bottom - top < _PX:
        return None
    east, north = frame.project(cell.longitude, cell.latitude)
    inner = shapely.maximum_inscribed_circle(largest, tolerance=2).coords[0]
    for x, y in ((float(east), float(north)), (float(inner[0]), float(inner[1]))):
        if largest.contains(box(x - width / 2, y - _PX * 0.5, x + width / 2, y + _PX * 0.5)):
            return x, y
    return None


def _is_seen(x: float, y: float, frame: Frame) -> bool:
    left, top, right, bottom = frame.visible_edges
    return left < x < right and top < y < bottom


def _text_trace(texts: Sequence[_Text], frame: Frame) -> list[Trace]:
    if not texts:
        return []
    longitude, latitude = frame.unproject([each.x for each in texts], [each.y for each in texts])
    return [
        scattergeo(
            mode="text",
            lon=np.round(longitude, 4).tolist(),
            lat=np.round(latitude, 4).tolist(),
            text=[literal(each.text) for each in texts],
            textposition="middle center",
            textfont={"size": _PX, "weight": _WEIGHT, "color": [each.color for each in texts]},
            hoverinfo="skip",
            geo="geo",
        )
    ]
