"""Outlines of a drawing, written as short as they can be without a difference that anybody sees."""

import re
from itertools import pairwise
from typing import Final

import shapely
from shapely.geometry import LineString

_STRAIGHT: Final = re.compile(r"[MLZ\d.,e-]+")
_COORDINATE: Final = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_NOUGHT: Final = re.compile(r"(?<![\d.])0\.")
_LONG: Final = 2000
_TOLERANCE_PX: Final = 0.4
"""How far a simplified line is from the whole one at most."""


def simplify_path(path: str) -> str:
    """The `d` of an outline of straight lines, with as few points as show it. Short and curved ones stay as they are.

    Outlines of the whole world would else be ten times as long as all the rest of a briefing.
    """
    if len(path) < _LONG or not _STRAIGHT.fullmatch(path):
        return path
    return "".join(_simplify_line(line) for line in path.split("M") if line)


def _simplify_line(line: str) -> str:
    given = [float(each) for each in _COORDINATE.findall(line)]
    points = list(zip(given[::2], given[1::2], strict=True))
    is_closed = line.endswith("Z")
    if is_closed:
        points.append(points[0])
    kept = shapely.simplify(LineString(points), _TOLERANCE_PX, preserve_topology=False).coords if points[1:] else points
    tenths = [(round(x * 10), round(y * 10)) for x, y in kept]
    steps = [(x - left, y - up) for (left, up), (x, y) in pairwise(tenths) if (x, y) != (left, up)]
    if is_closed:
        steps = steps[:-1]
    start = " ".join(f"{each / 10:g}" for each in tenths[0])
    lines = " ".join(f"{each / 10:g}" for step in steps for each in step)
    return f"M{start}l{_NOUGHT.sub('.', lines).replace(' -', '-')}{'z' if is_closed else ''}" if steps else ""
