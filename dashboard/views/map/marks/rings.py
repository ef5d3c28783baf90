"""Rings around marks: of the threads' shares, and broken ones where nobody has given the weight."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.views.drawing import Trace, scattergeo
from dashboard.views.map.marks.group import Group, lon_lat
from dashboard.views.map.marks.ink import Ink
from dashboard.views.projection import Frame

SHARE_PX: Final = 2.6
"""Width of the ring of threads' shares."""

_STROKES: Final = 20
"""Strokes of a whole ring, at least."""
_JOIN_PX: Final = 0.5
_DOTS: Final = 10
"""Strokes of a broken ring, half of which are gaps."""
_UNKNOWN_PX: Final = 3.2
"""So far outside of its mark is the ring that says that nobody has given the weight."""
_LINE_REACH: Final = 1.4
"""Plotly draws its `line-ew` so much longer than the marker's size."""


def has_ring(group: Group) -> bool:
    """Whether it has a ring of the threads' shares: a count of several."""
    return group.count > 1 and len(group.threads) > 1 and group.role != "rest"


def share_rings(groups: Sequence[Group], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """Rings around counts, of the threads' shares from the top clockwise, as short strokes; no trace without a count.

    Each stroke is a marker that stands off its count by the radius: so a ring keeps its size while the map is moved.
    """
    strokes = [(group, *stroke) for group in groups for stroke in _strokes(group, ink)]
    if not strokes:
        return []
    marker = {
        "symbol": "line-ew-open",
        "size": [round(length / _LINE_REACH, 2) for _, _, length, _ in strokes],
        "angle": [round(turn, 1) for _, turn, _, _ in strokes],
        "standoff": [round(group.size / 2, 2) for group, _, _, _ in strokes],
        "color": [color for _, _, _, color in strokes],
        "opacity": 1,
        "line": {"width": SHARE_PX, "color": [color for _, _, _, color in strokes]},
    }
    at = lon_lat([group for group, _, _, _ in strokes], frame)
    return [scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **at)]


def unknown_rings(groups: Sequence[Group], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """Broken rings around marks of which nobody has given the weight, by which they are sized."""
    turns = [360 / _DOTS * dot for dot in range(_DOTS)]
    strokes = [(group, turn) for group in groups for turn in turns]
    if not strokes:
        return []
    radii = [group.size / 2 + _UNKNOWN_PX for group, _ in strokes]
    colors = [ink.edge(group) for group, _ in strokes]
    marker = {
        "symbol": "line-ew-open",
        "size": [round(math.pi * radius / _DOTS / _LINE_REACH, 2) for radius in radii],
        "angle": [round(turn, 1) for _, turn in strokes],
        "standoff": [round(radius, 2) for radius in radii],
        "color": colors,
        "opacity": 1,
        "line": {"width": 1.2, "color": colors},
    }
    at = lon_lat([group for group, _ in strokes], frame)
    return [scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **at)]


def _strokes(group: Group, ink: Ink) -> Iterator[tuple[float, float, str]]:
    """Direction from the middle (degrees, clockwise from the top), length in pixels and colour of each stroke."""
    start, radius = 0.0, group.size / 2
    for color, share in ink.shares(group):
        number = math.ceil(share * _STROKES)
        step = 360 * share / number
        for place in range(number):
            yield start + step * (place + 0.5), 2 * radius * math.sin(math.radians(step / 2)) + _JOIN_PX, color
        start += 360 * share
