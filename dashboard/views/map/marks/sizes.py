"""The sizes of marks: they grow with their events, and hold their number."""

import math
from functools import cache
from typing import Final

from dashboard.views.drawing import text_width

SINGLE_PX: Final = 9.0
LARGEST_PX: Final = 30.0
"""A count grows so far with its events; then only as wide as its number needs, which leaves the map to be seen."""

EDGE_PX: Final = 2.0
"""Width of a hollow mark's outline."""
RING_PX: Final = 1.6
"""Width of the ring around a selected one."""
NUMBER_PX: Final = 11
NUMBER_WEIGHT: Final = 650
"""Size and weight of a count's number."""

_BY_NUMBER: Final = (2.4, LARGEST_PX)
_BY_WEIGHT: Final = (3.4, 48.0)
"""Pixels by which a count grows with the root of its load, and the most: more where size is what is asked for."""

_NUMBER_AIR_PX: Final = 9.0
_AREA_MORE_PX: Final = 2.5


def size_of(count: int, load: float | None = None, *, is_area: bool = False, by_weight: bool = False) -> float:
    """Diameter in pixels of a mark for `count` events, of this `load` (else as many)."""
    load = count if load is None else load
    growth, most = _BY_WEIGHT if by_weight else _BY_NUMBER
    grown = max(min(12 + growth * math.sqrt(load), most), number_size(count))
    size = SINGLE_PX * math.sqrt(load) if count == 1 else grown
    return size + (_AREA_MORE_PX if is_area else 0)


@cache
def number_size(count: int, before: str = "") -> float:
    """Diameter of the disc that holds the widest number of so many digits, with the sign `before` it."""
    widest = f"{before}{int('8' * len(str(count))):,}"
    return text_width(widest, NUMBER_PX, NUMBER_WEIGHT) + _NUMBER_AIR_PX
