"""Degrees and pixels: what a map shows of the earth, where that is drawn, and ways on the sphere."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.projection.equal_area import EqualArea
    from dashboard.views.projection.frame import Frame, Kind, Pixels, height, latitude_at, stretch, wrap_longitude
    from dashboard.views.projection.paths import Path, disc, great_circle, join_paths, ring
else:
    __getattr__ = lazy(__name__, __file__)
