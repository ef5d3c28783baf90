"""Cells in pixels: of a country kept, as its outline has thousands of points."""

from functools import lru_cache

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.model.geography import outline
from dashboard.views.map import in_pixels
from dashboard.views.map.density.cell import Cell
from dashboard.views.projection import Frame


def drawn_shape(cell: Cell, frame: Frame) -> BaseGeometry:
    """What the frame shows of a cell, in pixels; empty of one without an outline."""
    if cell.key.isalpha():
        return _country(cell.key, frame)
    return Polygon() if cell.shape is None else in_pixels(cell.shape, frame)


@lru_cache(maxsize=1024)
def _country(code: str, frame: Frame) -> BaseGeometry:
    shape = outline(code, 50 if frame.resolution == 50 else 110)
    return Polygon() if shape is None else in_pixels(shape, frame)
