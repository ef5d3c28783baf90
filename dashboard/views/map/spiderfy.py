"""What a count hides: one event that is selected, at its true point; a few of one place, fanned around it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.views.map.marks import Group, Seat, Spot
from dashboard.views.map.panel import Panel
from dashboard.views.projection import Frame

MOST_FANNED: Final = 8
"""Events of one place that are drawn around it. Of more, or of several places, none is drawn off its place."""

_RADIUS_PX: Final = 19.0  # with their own size, within the 24 pixels that a mark may be off its place


def spiderfy(panels: Sequence[Panel], selected: str | None, listed: Sequence[str]) -> list[Panel]:
    """The panels, with the `selected` event ringed at its true point if a count holds it.

    In the last panel, if that event, or else all that are `listed`, are few and of one place, they fan out.
    """
    drawn = list(panels)
    is_open = False
    for index in reversed(range(len(drawn))):
        group = next((each for each in drawn[index].groups if _is_opened(each, selected, listed)), None)
        if group is None:
            continue
        if not is_open and _is_fan(group):
            drawn[index] = _fan(drawn[index], group, selected)
            is_open = True
        elif selected:
            drawn[index] = _with_leaves(drawn[index], group, group, [_own(group, selected, drawn[index].frame)])
    return drawn


def _is_opened(group: Group, selected: str | None, listed: Sequence[str]) -> bool:
    if group.count < 2:
        return False
    return group.holds(selected) if selected else bool(listed) and all(group.holds(event) for event in listed)


def _is_fan(group: Group) -> bool:
    return len(group.spots) == 1 and not group.is_area and group.count <= MOST_FANNED


def _with_leaves(panel: Panel, group: Group, opened: Group, leaves: Sequence[Group]) -> Panel:
    groups = [replace(opened, role="opened") if each is group else each for each in panel.groups]
    return replace(panel, groups=(*groups, *leaves))


def _fan(panel: Panel, group: Group, selected: str | None) -> Panel:
    """One mark for each event, on a circle from the top clockwise, the selected first."""
    spot = group.spots[0]
    x, y = _point(group, spot, panel.frame)
    events = sorted(spot.readings, key=lambda each: each.id != selected)
    turns = [2 * math.pi * index / len(events) for index in range(len(events))]
    leaves = [
        Group(
            (replace(spot, readings=(reading,)),),
            x + _RADIUS_PX * math.sin(turn),
            y - _RADIUS_PX * math.cos(turn),
            role="leaf",
            place_at=(x, y),
        )
        for reading, turn in zip(events, turns, strict=True)
    ]
    return _with_leaves(panel, group, replace(group, x=x, y=y), leaves)


def _own(group: Group, selected: str, frame: Frame) -> Group:
    """The event alone, where it happened."""
    own = next(spot for spot in group.spots if any(each.id == selected for each in spot.readings))
    spot = replace(own, readings=tuple(each for each in own.readings if each.id == selected))
    return Group((spot,), *_point(group, spot, frame), role="leaf")


def _point(group: Group, spot: Spot, frame: Frame) -> Seat:
    if group.moved:
        return group.x, group.y  # of an area that gave way to others: anywhere in it is as true
    x, y = frame.project(spot.longitude, spot.latitude)
    return float(x), float(y)
