"""What a count hides, drawn around it: when it is pressed, or when one of its events is selected."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboard.views.geo_labels import Edges, edges_of
from dashboard.views.geo_marks import Group, Spot
from dashboard.views.geo_panel import Panel
from dashboard.views.projection import Frame

MOST_FANNED: Final = 12
"""Events of a count that are drawn around it; the rest is one more count."""

_RADII: Final = (30.0, 38.0, 48.0, 60.0, 74.0)
_MORE_RADII: Final = (92.0, 110.0, 128.0)
_TURNS: Final = 72
_APART_PX: Final = 18.0
_SEAT_PX: Final = 10.0

Seat = tuple[float, float]


def fanned(panels: Sequence[Panel], selected: str | None, listed: Sequence[str], taken: Iterable[Edges]) -> list[Panel]:
    """The panels, in the last of which with such a count its events stand around it.

    Such is the count that holds the `selected` event, else one that holds all that are `listed`. `taken` are boxes of
    the first panel that no mark may cover.
    """
    drawn = list(panels)
    for index in reversed(range(len(drawn))):
        group = next((each for each in drawn[index].groups if _is_opened(each, selected, listed)), None)
        if group is not None:
            drawn[index] = _fanned(drawn[index], group, [selected or "", *listed], list(taken) if index == 0 else [])
            break
    return drawn


def seats(number: int, group: Group, frame: Frame, taken: Sequence[Edges]) -> list[Seat]:
    """Pixels of so many marks around a count: even on the smallest circle on which they are clear of all else.

    In a corner they stand on several circles; where even that is too little, over what is taken.
    """
    for radius in _RADII:
        free = [spot for spot in _circle(group, radius) if _is_free(spot, frame, taken)]
        if found := _spread(free, number, is_whole=len(free) == _TURNS):
            return found
    everywhere = [spot for radius in (*_RADII, *_MORE_RADII) for spot in _circle(group, radius)]
    for blocked in (taken, ()):
        if found := _spread([spot for spot in everywhere if _is_free(spot, frame, blocked)], number, is_whole=False):
            return found
    return everywhere[:: max(1, len(everywhere) // number)][:number]


def _is_opened(group: Group, selected: str | None, listed: Sequence[str]) -> bool:
    if group.count < 2:
        return False
    return group.holds(selected) if selected else bool(listed) and all(group.holds(event) for event in listed)


def _fanned(panel: Panel, group: Group, first: Sequence[str], taken: Sequence[Edges]) -> Panel:
    order = {event: index for index, event in reversed(list(enumerate(first)))}
    events = [(spot, reading) for spot in group.spots for reading in spot.readings]
    events.sort(key=lambda each: order.get(each[1].id, len(order)))
    own, rest = events[:MOST_FANNED], events[MOST_FANNED:]
    number = len(own) + bool(rest)
    blocked = [edges_of(each) for each in panel.groups if each is not group]
    places = seats(number, group, panel.frame, [*blocked, *taken])
    leaves = [
        Group((replace(spot, readings=(reading,)),), x, y, role="leaf")
        for (spot, reading), (x, y) in zip(own, places, strict=False)
    ]
    if rest:
        leaves.append(Group(_together([*rest]), *places[-1], role="leaf"))
    groups = [replace(each, role="opened") if each is group else each for each in panel.groups]
    return replace(panel, groups=(*groups, *leaves))


def _together(events: Sequence[tuple[Spot, object]]) -> tuple[Spot, ...]:
    left = {id(reading) for _, reading in events}
    spots = {spot.place.id: spot for spot, _ in events}
    return tuple(
        replace(spot, readings=tuple(each for each in spot.readings if id(each) in left)) for spot in spots.values()
    )


def _circle(group: Group, radius: float) -> Iterator[Seat]:
    """Clockwise from the top; `radius` is for a mark of the usual size."""
    radius += group.size / 2 - 8
    for turn in range(_TURNS):
        angle = 2 * math.pi * turn / _TURNS
        yield group.x + radius * math.sin(angle), group.y - radius * math.cos(angle)


def _is_free(seat: Seat, frame: Frame, taken: Iterable[Edges]) -> bool:
    x, y = seat
    left, top, right, bottom = frame.seen
    reach = _SEAT_PX
    if x - reach < left or y - reach < top or x + reach > right or y + reach > bottom:
        return False
    return not any(x - reach < x1 and x + reach > x0 and y - reach < y1 and y + reach > y0 for x0, y0, x1, y1 in taken)


def _spread(free: Sequence[Seat], number: int, *, is_whole: bool) -> list[Seat]:
    """So many of the free seats, as far apart as they can be; none where they would be too near."""
    if is_whole:
        even = [free[round(index * len(free) / number) % len(free)] for index in range(number)]
        return even if number == 1 or math.dist(even[0], even[1]) >= _APART_PX else []
    for apart in (3 * _APART_PX, 2 * _APART_PX, 1.5 * _APART_PX, _APART_PX):
        kept: list[Seat] = []
        for seat in free:
            if all(math.dist(seat, other) >= apart for other in kept):
                kept.append(seat)
            if len(kept) == number:
                return kept
    return []
