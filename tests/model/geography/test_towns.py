"""Towns of the world, by the point that they are near."""

import pytest

from dashboard.model.geography.distances import distance_km
from dashboard.model.geography.towns import nearest_town


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (14.7, -17.44, "Dakar"),
        (-16.5, -179.9, "Labasa"),
        (71.0, 180.0, None),
        (69.65, 18.96, "Tromsø"),
        (90.0, 0.0, None),
        (-54.8, -68.3, "Ushuaia"),
    ],
)
def test_the_nearest_town_is_found_on_either_side_of_a_meridian(latitude, longitude, name):
    """Within 100 km, across 180 degrees too; at the pole and in the polar sea there is none."""
    town = nearest_town(latitude, longitude, 100)
    assert (town.name if town else None) == name


def test_no_town_is_further_than_asked():
    """Off Manta by 25 km, none is within ten; of another country none is found at all."""
    town = nearest_town(-0.95, -80.95, 30)
    assert town.name == "Manta"
    assert distance_km(-0.95, -80.95, town.latitude, town.longitude) < 30
    assert nearest_town(-0.95, -80.95, 10) is None
    assert nearest_town(-0.95, -80.95, 30, "PE") is None
