"""What of the earth a map of these events has to show."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from dashboard.model.geography import alpha_3, main_part
from dashboard.views.map.arcs import arcs_of
from dashboard.views.map.frame import fitted_frame, world_frame
from dashboard.views.map.paths import ring
from dashboard.views.map.projection import Frame
from dashboard.views.map.spots import Spot

View: TypeAlias = Literal["fit", "world"]

NARROW_PX: Final = 560
"""Under this width there is less air at the sides, and no legend."""

_MOST_ARCS_FRAMED: Final = 50


def frame_of(spots: Sequence[Spot], view: View, width: int, height: int) -> Frame:
    """The frame that fits events, what they are about, areas and rings; or the world, its seam where no event is."""
    longitudes, latitudes = [spot.longitude for spot in spots], [spot.latitude for spot in spots]
    box = (0.0, 0.0, float(width), float(height))
    if view == "world":
        return world_frame(longitudes, latitudes, box)
    for arc in arcs_of(spots)[:_MOST_ARCS_FRAMED]:
        along, up = arc.path()
        longitudes += along.tolist()
        latitudes += up.tolist()
    for spot in spots:
        part = main_part(alpha_3(spot.place.country or "") or "", 110) if spot.place.is_area else None
        if spot.place.radius_km:
            along, up = ring(spot.longitude, spot.latitude, spot.place.radius_km)
            longitudes += along.tolist()
            latitudes += up.tolist()
        elif part is not None:
            west, south, east, north = part.bounds
            longitudes += [west, (west + east) / 2, east]
            latitudes += [south, (south + north) / 2, north]
    side = 110.0 if width >= NARROW_PX else 56.0
    return fitted_frame(longitudes, latitudes, box, (side, height * 0.08, side, height * 0.14))
