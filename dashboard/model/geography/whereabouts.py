"""Whether a point lies in a country: asked of towns and of outlines, the cheap and coarse first.

A country is where any of them has it. They disagree where states do: of Sevastopol, GeoNames and the United Nations
say Ukraine, Natural Earth says Russia. Which of them a record follows is its team's decision, so either is let stand.
"""

from functools import lru_cache
from typing import Final

from dashboard.model.geography.outlines import contains, country_at, has_outline, km_outside
from dashboard.model.geography.topojson import Scale
from dashboard.model.geography.towns import nearest_town

CACHED_POINTS: Final = 16_384
"""Points of registries, which are looked at anew whenever a file changes."""
TOWN_KM = 10
"""So near to a town of a country, a point lies in that country."""
_COARSE: Scale = 50
_FINE: Scale = 10


@lru_cache(maxsize=CACHED_POINTS)
def lies_in(country: str, latitude: float, longitude: float, tolerance_km: float) -> bool | None:
    """Whether a point (degrees) lies in `country` (alpha-2), or no further than `tolerance_km` outside.

    None where nothing can be said: no scale has an outline of the country, or states dispute the area.
    """
    coarse = contains(country, latitude, longitude, tolerance_km, _COARSE)
    if coarse or (coarse is None and has_outline(country, _COARSE)):
        return coarse
    if nearest_town(latitude, longitude, TOWN_KM, country):
        return True
    fine = contains(country, latitude, longitude, tolerance_km, _FINE)
    return coarse if fine is None and not has_outline(country, _FINE) else fine


def km_from(country: str, latitude: float, longitude: float) -> float:
    """How far a point (degrees) lies from the nearest outline of `country` (alpha-2), which has one."""
    far = (km_outside(country, latitude, longitude, millions) for millions in (_COARSE, _FINE))
    return min(km for km in far if km is not None)


def country_around(latitude: float, longitude: float, tolerance_km: float) -> str | None:
    """Alpha-2 code of the country at a point (degrees), or near it; None at sea."""
    if found := country_at(latitude, longitude, tolerance_km):
        return found
    town = nearest_town(latitude, longitude, TOWN_KM)
    return town.country if town else None
