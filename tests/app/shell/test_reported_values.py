"""Values that a browser reports are read whatever they are."""

import math

import pytest

from dashboard.app.shell import mapping_of, number_of

GARBAGE = [None, True, "x", "٣", [], [1], [["a", 1]], 1.5, 10**400, math.inf, -math.inf, math.nan]


@pytest.mark.parametrize("value", GARBAGE, ids=repr)
def test_what_is_no_mapping_is_an_empty_one(value):
    """A list of pairs, too."""
    assert mapping_of(value) == {}
    assert mapping_of({"a": 1}) == {"a": 1}


@pytest.mark.parametrize("value", [*GARBAGE, {}], ids=repr)
def test_every_value_gives_a_whole_number(value):
    """A fraction is cut; what no browser counts to is none."""
    found = number_of(value, 7)
    assert found == (int(value) if isinstance(value, bool | float) and math.isfinite(value) else 7)
    assert number_of(3) == 3
