"""Countries and towns: where a point lies, and how far it is from another."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.model.geography.bounding_box import BoundingBox
    from dashboard.model.geography.country_names import country_called
    from dashboard.model.geography.distances import EARTH_RADIUS_KM, distance_km
    from dashboard.model.geography.outlines import (
        DISPUTED,
        alpha_3,
        countries,
        country_at,
        country_name,
        label_point,
        main_part,
        outline,
        short_name,
    )
    from dashboard.model.geography.regions import continent, regions_of
    from dashboard.model.geography.topojson import Scale
    from dashboard.model.geography.town_names import NamedTown, towns_called
    from dashboard.model.geography.towns import Town, nearest_town
    from dashboard.model.geography.whereabouts import country_around, km_from, lies_in
    from dashboard.model.geography.world_places import populated_places
else:
    __getattr__ = lazy(__name__, __file__)
