"""Which places are one mark: merged in pixels, where they would cover each other."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from dashboard.views.geo_marks import Group, Spot
from dashboard.views.projection import Frame

MERGED_PX: Final = 22.0
"""Marks nearer than this are one count."""

_REACH_PX: Final = 66
_RING_ROOM_PX: Final = 4.0


def grouped(spots: Sequence[Spot], frame: Frame) -> tuple[Group, ...]:
    """The marks at this scale: points merged with points, areas with areas, and areas moved off the points."""
    points = _merged([spot for spot in spots if not spot.place.is_area], frame)
    areas = _merged([spot for spot in spots if spot.place.is_area], frame)
    return points + _out_of_the_way(areas, points, frame)


def _merged(spots: Sequence[Spot], frame: Frame) -> tuple[Group, ...]:
    if not spots:
        return ()
    x, y = frame.project([spot.longitude for spot in spots], [spot.latitude for spot in spots])
    groups = [Group((spot,), float(left), float(top)) for spot, left, top in zip(spots, x, y, strict=True)]
    while len(nearer := _merged_once(groups)) < len(groups):
        groups = nearer
    return tuple(groups)


def _merged_once(groups: Sequence[Group]) -> list[Group]:
    """Each group joined to the first of the larger ones that it would touch."""
    ordered = sorted(groups, key=lambda group: -group.count)
    x, y, radius = (np.empty(len(ordered)) for _ in range(3))
    members: list[list[Group]] = []
    for group in ordered:
        kept = len(members)
        near = np.hypot(x[:kept] - group.x, y[:kept] - group.y) < np.maximum(
            MERGED_PX, radius[:kept] + group.size / 2 + 2
        )
        if near.any():
            members[int(np.argmax(near))].append(group)
        else:
            x[kept], y[kept], radius[kept] = group.x, group.y, group.size / 2
            members.append([group])
    return [
        Group(tuple(spot for group in each for spot in group.spots), each[0].x, each[0].y) if len(each) > 1 else each[0]
        for each in members
    ]


def _out_of_the_way(areas: Sequence[Group], points: Sequence[Group], frame: Frame) -> tuple[Group, ...]:
    """Each area's mark at its place, or at the nearest free spot around it within the frame."""
    taken = [(group.x, group.y, group.size / 2) for group in points]
    steps = [(0.0, 0.0)] + [
        (reach * math.cos(turn), reach * math.sin(turn))
        for reach in range(6, _REACH_PX, 6)
        for turn in np.linspace(math.pi / 2, 2.5 * math.pi, 16, endpoint=False)
    ]
    offsets = np.array(steps)
    placed = []
    for area in areas:
        here = offsets + np.array([area.x, area.y])
        margin = area.size / 2 + 2
        left, top, right, bottom = frame.seen
        free = ((here > (left + margin, top + margin)) & (here < (right - margin, bottom - margin))).all(axis=1)
        if taken:
            other = np.array(taken)
            gaps = np.hypot(here[:, None, 0] - other[:, 0], here[:, None, 1] - other[:, 1]) - other[:, 2]
            free &= (gaps > margin + _RING_ROOM_PX).all(axis=1)
        best = int(np.argmax(free))
        area = replace(area, x=float(here[best, 0]), y=float(here[best, 1]), moved=best > 0)
        taken.append((area.x, area.y, area.size / 2))
        placed.append(area)
    return tuple(placed)
