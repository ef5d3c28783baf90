"""The ways of ties between actors, in pixels, and where on each its dot stands."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import dist, hypot
from typing import Final, Literal

import numpy as np

from dashboard.query.interactions import Tie
from dashboard.views.drawing import Point
from dashboard.views.network.layout import ActorNode, Net

STEPS: Final = 32
_OFF: Final = 9.0
"""From an actor's sign or label to where a tie begins or ends."""
_SPREAD: Final = 0.3
"""How far from an actor's middle its ties begin, up or down, in rows."""
_APART: Final = 19.0
"""Least distance between the middles of two dots."""
_SHARES: Final = (16, 13, 19, 11, 21, 9, 23, 14, 18, 7, 25, 12, 20, 10, 22, 8, 24)
"""Steps of the way at which a dot may stand, the best first."""

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Way:
    """One tie as it is drawn."""

    tie: Tie
    points: tuple[Point, ...]
    """`STEPS` + 1 points from the source to the target."""
    enters: Side
    """The side of the target at which it ends; its head points away from there."""
    dot: int
    """Index of the point at which its dot stands."""


def ways_of(ties: Sequence[Tie], net: Net) -> tuple[Way, ...]:
    """The ways in the order of `ties`, which are all between actors of `net`."""
    ports = _ports(ties, net.nodes, net.row * _SPREAD)
    farthest = max((abs(net.nodes[tie.source].y - net.nodes[tie.target].y) for tie in ties), default=0.0)
    paths = [
        _path(tie, net, ports[index, "source"], ports[index, "target"], farthest) for index, tie in enumerate(ties)
    ]
    taken: list[Point] = []
    ways = []
    for tie, points in zip(ties, paths, strict=True):
        dot = _dot(points, taken, net.nodes.values())
        taken.append(points[dot])
        ways.append(Way(tie, points, _sides(net.nodes[tie.source], net.nodes[tie.target])[1], dot))
    return tuple(ways)


def _sides(source: ActorNode, target: ActorNode) -> tuple[Side, Side]:
    """The sides where a tie leaves and enters: towards the other column; within a column, the side of the signs."""
    if source.column == target.column:
        return source.anchor, target.anchor
    return ("right", "left") if source.column < target.column else ("left", "right")


def _ports(ties: Sequence[Tie], nodes: Mapping[str, ActorNode], spread: float) -> dict[tuple[int, str], float]:
    """The height at which each tie begins or ends, from the middle of its actor: by where its other end is."""
    at: dict[tuple[str, Side], list[tuple[float, int, str]]] = defaultdict(list)
    for index, tie in enumerate(ties):
        source, target = nodes[tie.source], nodes[tie.target]
        leaves, enters = _sides(source, target)
        at[tie.source, leaves].append((target.y, index, "source"))
        at[tie.target, enters].append((source.y, index, "target"))
    found = {}
    for ends in at.values():
        for place, (_, index, end) in enumerate(sorted(ends)):
            found[index, end] = (place + 0.5) / len(ends) * 2 * spread - spread if len(ends) > 1 else 0.0
    return found


def _path(tie: Tie, net: Net, up_at_source: float, up_at_target: float, farthest: float) -> tuple[Point, ...]:
    source, target = net.nodes[tie.source], net.nodes[tie.target]
    leaves, enters = _sides(source, target)
    start, end = (_edge(source, leaves), source.y + up_at_source), (_edge(target, enters), target.y + up_at_target)
    if source.column == target.column:
        reach = _bulge(abs(source.y - target.y) / farthest, net) * (1 if leaves == "right" else -1)
        return _curve(start, (start[0] + reach, start[1]), (end[0] + reach, end[1]), end)
    bend = (end[0] - start[0]) * 0.45
    return _curve(start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)


def _edge(node: ActorNode, side: Side) -> float:
    if side == node.anchor:
        return node.dot + _OFF if side == "right" else node.dot - _OFF
    return node.right + 3 if side == "right" else node.left - 3


def _bulge(share: float, net: Net) -> float:
    """The distance of an arc's middle points, by its share of the longest tie's height.

    The arc itself reaches three quarters of that.
    """
    most = net.gutter - 24 if net.columns == 1 else net.gutter * 0.75
    return most / 0.75 * (0.24 + 0.76 * share)


def _curve(*corners: Point) -> tuple[Point, ...]:
    """A cubic Bézier curve."""
    t = np.linspace(0, 1, STEPS + 1)[:, None]
    a, b, c, d = (np.array(corner) for corner in corners)
    points = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in points)


def _dot(points: Sequence[Point], taken: Sequence[Point], nodes: Collection[ActorNode]) -> int:
    """The step nearest to the middle that is off labels and other dots; where all are on some, the one farthest off."""
    free = (step for step in _SHARES if _room(points[step], taken, nodes) >= _APART)
    return next(free, max(_SHARES, key=lambda step: _room(points[step], taken, nodes)))


def _room(point: Point, taken: Sequence[Point], nodes: Collection[ActorNode]) -> float:
    """The distance to the nearest dot or label; a label counts from 10 pixels beyond its edge."""
    dots = (dist(point, other) for other in taken)
    labels = (_off_box(point, node) + _APART - 10 for node in nodes if abs(point[1] - node.y) < 2 * _APART)
    return min((*dots, *labels), default=_APART)


def _off_box(point: Point, node: ActorNode) -> float:
    across = max(node.left - point[0], 0.0, point[0] - node.right)
    return hypot(across, max(abs(point[1] - node.y) - 8, 0.0))
