"""What the page says beside the map: sums by country or hexagon."""

import pytest


@pytest.mark.parametrize("layer", ["countries", "hexagons"])
def test_sums_of_a_map_by_cells_are_a_table_of_their_own(page, workspace, layer):
    """They add up to all events; a map of marks has none."""
    said = page(workspace, layer=layer).text("sums")
    assert "Show map data by" in said
    assert ("In no hexagon" in said) is (layer == "hexagons")
    assert page(workspace, layer="nothing-known").text("sums").strip() == ""
