"""Marks of several places: merged in pixels if they would cover each other, never away from what they stand for."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

import numpy as np
import shapely

from dashboard.views.map.areas import areas_of, in_pixels
from dashboard.views.map.marks import NEAR_PX, Group, Seat, Spot, count_of, size_of, without_overlaps
from dashboard.views.projection import Frame, Pixels

MERGED_PX: Final = 22.0
"""Marks nearer than this are one count, where one disc can cover the places of both."""
WIDEST_PX: Final = 16.0
"""From its middle, a count covers places so far away, or as far as its number of events makes it."""

LED_PX: Final = 24.0
"""So far from their place marks may stand to which a line leads: of a fan, and of an area that gives way to points."""

MOST_FAR: Final = 500
"""So many places far outside of the frame have marks of their own; more are counted by tens of degrees."""
FAR: Final = 0.5
"""So far outside is a share of the frame's width, or height."""
_FAR_DEGREES: Final = 10.0
_REACH_PX: Final = 66
_RING_ROOM_PX: Final = 4.0


def merge_spots(spots: Sequence[Spot], frame: Frame) -> tuple[Group, ...]:
    """The marks at this scale: points merged with points, areas with areas, and areas moved off the points.

    No two cover each other: where there is no room for an area, points nearby count its events.
    """
    near, far = _far_apart([spot for spot in spots if not spot.place.is_area], frame)
    points = without_overlaps(_merge(near, frame), frame)
    areas = _merge([spot for spot in spots if spot.place.is_area], frame)
    return (*without_overlaps(points + _out_of_the_way(areas, points, frame), frame), *far)


def _far_apart(spots: list[Spot], frame: Frame) -> tuple[list[Spot], list[Group]]:
    """The points to be merged, and of very many far outside of the frame the marks: a few for all the earth."""
    if len(spots) <= MOST_FAR:
        return spots, []
    x, y = frame.project([spot.longitude for spot in spots], [spot.latitude for spot in spots])
    across, down = (x - frame.left) / frame.width, (y - frame.top) / frame.height
    is_far = (across < -FAR) | (across > 1 + FAR) | (down < -FAR) | (down > 1 + FAR)
    if is_far.sum() <= MOST_FAR:
        return spots, []
    found: dict[tuple[float, float], list[tuple[Spot, float, float]]] = {}
    for spot, a, b in ((spots[at], x[at], y[at]) for at in is_far.nonzero()[0].tolist()):
        place = round(spot.longitude / _FAR_DEGREES), round(spot.latitude / _FAR_DEGREES)
        found.setdefault(place, []).append((spot, float(a), float(b)))
    groups = [
        Group(tuple(spot for spot, *_ in here), *here[0][1:], is_far=True)  # they come with most events first
        for here in found.values()
    ]
    return [spots[at] for at in (~is_far).nonzero()[0].tolist()], groups


def split_group(group: Group, spots: Sequence[Spot], frame: Frame) -> tuple[Group, ...]:
    """The marks of `spots`, a part of the group's: its own mark if it still covers them, else new ones."""
    left = replace(group, spots=tuple(spots))
    most = max(NEAR_PX, left.size / 2) if len(spots) > 1 else left.size / 2
    if not spots or group.moved or group.is_far or all(distance_px(left, spot, frame) <= most for spot in spots):
        return (left,) if spots else ()
    return _merge(spots, frame)


def distance_px(group: Group, spot: Spot, frame: Frame) -> float:
    """The distance of the mark from one of its places, in pixels."""
    x, y = frame.project(spot.longitude, spot.latitude)
    return math.hypot(group.x - float(x), group.y - float(y))


@dataclass(slots=True)
class _Cluster:
    """Places that are one mark, and a circle (x, y, reach) in which all of them lie, in pixels."""

    spots: list[Spot]
    points: list[Seat]
    """Where they are."""
    x: float
    y: float
    reach: float
    count: int
    load: float
    """What the mark is sized by: see `Spot.load`."""
    mean_x: float
    """The mean position of the places (with `mean_y`), in pixels, weighted by the number of their events."""
    mean_y: float

    @property
    def radius(self) -> float:
        return _radius(self.count, self.load, self.spots[0])

    @property
    def stand(self) -> tuple[float, float]:
        """The point nearest to the mean from which no place is further than the disc, or this circle, reaches."""
        across, down = self.mean_x - self.x, self.mean_y - self.y
        way, reach = math.hypot(across, down), max(self.radius, self.reach)
        share = min(1.0, (reach - self.reach) / way) if way else 0.0
        return self.x + across * share, self.y + down * share

    def most_with(self, other: "_Cluster") -> float:
        """The most that one disc for both may reach, in pixels."""
        return max(WIDEST_PX, _radius(self.count + other.count, self.load + other.load, self.spots[0]))

    def take(self, other: "_Cluster", circle: tuple[float, float, float]) -> None:
        """Let both be one, with the circle that holds both."""
        self.x, self.y, self.reach = circle
        count = self.count + other.count
        self.mean_x += (other.mean_x - self.mean_x) * other.count / count
        self.mean_y += (other.mean_y - self.mean_y) * other.count / count
        self.count = count
        self.load += other.load
        self.spots += other.spots
        self.points += other.points


def _around(one: _Cluster, other: _Cluster, most: float) -> tuple[float, float, float] | None:
    """A circle that holds the places of both and reaches no further than `most`; None where there is none."""
    x, y, reach = _around_circles(one, other)
    if reach <= most:
        return x, y, reach
    points = shapely.multipoints([*one.points, *other.points])
    reach = float(shapely.minimum_bounding_radius(points))
    if reach > most:
        return None
    middle = shapely.centroid(shapely.minimum_bounding_circle(points))
    return middle.x, middle.y, max(math.dist((middle.x, middle.y), at) for at in [*one.points, *other.points])


def _around_circles(one: _Cluster, other: _Cluster) -> tuple[float, float, float]:
    """The smallest circle that holds those of both: often one of their places is larger."""
    way = math.hypot(other.x - one.x, other.y - one.y)
    if way + other.reach <= one.reach:
        return one.x, one.y, one.reach
    if way + one.reach <= other.reach:
        return other.x, other.y, other.reach
    reach = (way + one.reach + other.reach) / 2
    share = (reach - one.reach) / way
    return one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share, reach


def _radius(count: int, load: float, spot: Spot) -> float:
    return size_of(count, load, is_area=spot.place.is_area, by_weight=spot.by_weight) / 2


def _merge(spots: Sequence[Spot], frame: Frame) -> tuple[Group, ...]:
    if not spots:
        return ()
    x, y = frame.project([spot.longitude for spot in spots], [spot.latitude for spot in spots])
    at = list(zip(spots, x.tolist(), y.tolist(), strict=True))
    clusters = [_Cluster([spot], [(x, y)], x, y, 0.0, len(spot.readings), spot.load, x, y) for spot, x, y in at]
    before = len(clusters) + 1
    while len(clusters) < before:
        before = len(clusters)
        clusters = _merge_once(clusters)
    return tuple(_group(each) for each in clusters)


def _group(cluster: _Cluster) -> Group:
    if cluster.reach > cluster.radius:
        return count_of(cluster.spots, cluster.points)
    return Group(tuple(sorted(cluster.spots, key=attrgetter("rank"))), *cluster.stand)


def _merge_once(clusters: Iterable[_Cluster]) -> list[_Cluster]:
    """The clusters, each merged with the nearest larger one that it would touch, if one disc can stand for both."""
    kept: list[_Cluster] = []
    ordered = sorted(clusters, key=lambda each: -each.count)
    stands = np.empty((len(ordered), 3))
    for cluster in ordered:
        x, y = cluster.stand
        away = np.hypot(stands[: len(kept), 0] - x, stands[: len(kept), 1] - y)
        near = np.flatnonzero(away < np.maximum(MERGED_PX, stands[: len(kept), 2] + cluster.radius + 2))
        for place in near[np.argsort(away[near], kind="stable")].tolist():
            other = kept[place]
            if circle := _around(other, cluster, other.most_with(cluster)):
                other.take(cluster, circle)
                stands[place] = *other.stand, other.radius
                break
        else:
            stands[len(kept)] = x, y, cluster.radius
            kept.append(cluster)
    return kept


def _out_of_the_way(areas: Sequence[Group], points: Sequence[Group], frame: Frame) -> tuple[Group, ...]:
    """The marks of areas, each at its place or at the nearest free spot around it in the frame and the area.

    Where none is free, at the one that covers least.
    """
    taken = [(group.x, group.y, group.size / 2) for group in points]
    steps = [(0.0, 0.0)] + [
        (reach * math.cos(turn), reach * math.sin(turn))
        for reach in range(6, _REACH_PX + 1, 6)
        for turn in np.linspace(math.pi / 2, 2.5 * math.pi, 16, endpoint=False)
    ]
    offsets = np.array(steps)
    placed = []
    for area in areas:
        here = offsets + np.array([area.x, area.y])
        margin = area.size / 2 + 2
        left, top, right, bottom = frame.visible_edges
        gaps = np.full(len(here), np.inf)
        if taken:
            other = np.array(taken)
            gaps = (np.hypot(here[:, None, 0] - other[:, 0], here[:, None, 1] - other[:, 1]) - other[:, 2]).min(axis=1)
        gaps -= margin + _RING_ROOM_PX
        if gaps[0] <= 0:
            may = ((here > (left + margin, top + margin)) & (here < (right - margin, bottom - margin))).all(axis=1)
            may &= np.abs(frame.unproject(here[:, 0], here[:, 1])[0] - frame.longitude) < 180  # of the globe itself
            if may.any():
                may &= _may_stand(area, here, frame)
            gaps[~may] = -np.inf
        best = int(np.argmax(np.minimum(gaps, 0.001)))
        area = replace(area, x=float(here[best, 0]), y=float(here[best, 1]), moved=best > 0)
        taken.append((area.x, area.y, area.size / 2))
        placed.append(area)
    return tuple(placed)


def _may_stand(area: Group, here: Pixels, frame: Frame) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """The points at which the mark may stand for its area: in it, or near it with a line that leads there."""
    x, y = frame.project([spot.longitude for spot in area.spots], [spot.latitude for spot in area.spots])
    is_near: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
        np.hypot(here[:, None, 0] - x, here[:, None, 1] - y).max(axis=1) <= LED_PX
    )
    if len(area.spots) > 1 or is_near.all():
        return is_near
    for each in areas_of(area.spots, frame.resolution):
        shape = in_pixels(each.shape, frame)
        shapely.prepare(shape)
        is_near |= shapely.contains_xy(shape, here[:, 0], here[:, 1])
    return is_near
