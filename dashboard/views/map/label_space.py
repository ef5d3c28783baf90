"""Where a name may stand on the map: beside its mark, or further off, with a thin line that leads there."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString

from dashboard.views.drawing import Trace, fit_text, scattergeo, text_width
from dashboard.views.map.marks import Ink
from dashboard.views.projection import Frame, join_paths

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

LABEL_PX: Final = 12.0
BOLD: Final = 650
"""Weight of the selected mark's name."""

_WIDEST_PX: Final = (220.0, 120.0)
"""The whole name is looked for first, then room for the beginning of it."""
_NEAREST_PX: Final = 10.0
_FURTHEST_PX: Final = 170.0
LEAD_PX: Final = 90.0
"""So far from its mark a name may stand that need not be there: a longer line would lead across half a map."""
_STEP_PX: Final = 10.0
_CHORDS: Final = 12
_TURNS: Final = 16
_SLOPE: Final = 0.35
"""The slope of a line above which the name stands above or below its end; else it stands beside it."""
_UNSEEN_PX: Final = 0.1
"""Size of the marker, never seen, that a name stands beside."""


class LabelSpace:
    """The boxes of a frame that are taken, in pixels."""

    def __init__(self, frame: Frame, taken: Iterable[Edges] = (), numbers: Iterable[Edges] = ()) -> None:
        """`numbers`: those of counts, which no name may cover, wherever else it has to stand."""
        left, top, right, bottom = frame.visible_edges
        self.edges = (left + 2, top + 2, right - 2, bottom - 2)
        self._covers: tuple[Edges, ...] = tuple(taken)
        self.numbers = tuple(numbers)
        self._taken: list[Edges] = [*self._covers]

    def take(self, *boxes: Edges) -> None:
        """Reserve boxes: nothing else may be placed there."""
        self._taken += boxes

    @property
    def boxes(self) -> tuple[Edges, ...]:
        """What is taken by now."""
        return tuple(self._taken)

    def is_free(self, edges: Edges) -> bool:
        """Whether a box lies within the frame and touches nothing."""
        left, top, right, bottom = edges
        if left < self.edges[0] or top < self.edges[1] or right > self.edges[2] or bottom > self.edges[3]:
            return False
        return not _touches(edges, self._taken)

    def hides_number(self, edges: Edges) -> bool:
        """Whether a box covers the number of a count, or a part of it."""
        return _touches(edges, self.numbers)

    def reach(self, x: float, top: float, bottom: float) -> tuple[float, float]:
        """The room to the left and right of `x`, in pixels: to the frame, or to what lies over the map."""
        row = [(x0, x1) for x0, y0, x1, y1 in self._covers if top < y1 and bottom > y0]
        left = max([self.edges[0], *(x1 for _, x1 in row if x1 <= x)])
        right = min([self.edges[2], *(x0 for x0, _ in row if x0 >= x)])
        return x - left, right - x


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name, and where it stands: `position` is Plotly's, beside a mark of `size` pixels at (x, y)."""

    text: str
    x: float
    y: float
    size: float
    position: str
    color: str
    edges: Edges
    weight: int = 400
    font_px: float = LABEL_PX
    events: tuple[str, ...] = ()
    """Ids of the events of what it stands beside; none of a country's name."""
    toward: str = ""
    """Id of the second place that it names; empty beside a mark."""
    lead: Edges | None = None
    """Start (x, y) and end (x, y) of the line that leads to it, where it stands further off."""


def boxes_around(x: float, y: float, size: float, width: float) -> list[tuple[str, Edges]]:
    """The four positions of a text around a marker, with its box: Plotly puts it at .8 of the radius, and a pixel."""
    gap, half = size / 2 / 0.8 + 1, LABEL_PX * 0.6
    return [
        ("middle right", (x + gap - 1, y - half, x + gap + width, y + half)),
        ("middle left", (x - gap - width, y - half, x - gap + 1, y + half)),
        ("top center", (x - width / 2, y - gap - 2 * half, x + width / 2, y - gap + 1)),
        ("bottom center", (x - width / 2, y + gap - 1, x + width / 2, y + gap + 2 * half)),
    ]


def _touches(edges: Edges, boxes: Iterable[Edges]) -> bool:
    left, top, right, bottom = edges
    return any(left < x1 and right > x0 and top < y1 and bottom > y0 for x0, y0, x1, y1 in boxes)


def led_label(
    text: str,
    x: float,
    y: float,
    size: float,
    color: str,
    room: LabelSpace,
    *,
    weight: int = BOLD,
    furthest: float = _FURTHEST_PX,
) -> MapLabel | None:
    """The name at the nearest free place around a mark of `size` pixels; its line crosses no number. None without."""
    for widest in _WIDEST_PX:
        cut = fit_text(text, widest, LABEL_PX, weight)
        width = text_width(cut, LABEL_PX, weight) + 2
        for start, end, position, edges in _places(x, y, size / 2, width, furthest):
            if cut and room.is_free(edges) and not _crosses(start, end, room.numbers):
                room.take(edges, *_along(start, end))
                return MapLabel(cut, *end, _UNSEEN_PX, position, color, edges, weight, lead=(*start, *end))
    return None


def lead_traces(labels: Iterable[MapLabel], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """The lines that lead from marks to names; none where each name is beside its mark."""
    leads = [label.lead for label in labels if label.lead]
    if not leads:
        return []
    steps = np.linspace(0, 1, _CHORDS + 1)  # or it would be bent, as the shortest way on the sphere is
    longitude, latitude = join_paths(
        [frame.unproject(x0 + steps * (x1 - x0), y0 + steps * (y1 - y0)) for x0, y0, x1, y1 in leads]
    )
    line = {"color": ink.palette.text, "width": 1}
    return [scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=geo)]


def _places(
    x: float, y: float, radius: float, width: float, furthest: float
) -> Iterator[tuple[tuple[float, float], tuple[float, float], str, Edges]]:
    """Start and end of a line, and position and box of a name `width` pixels wide at its end; the nearest first."""
    steps = int((furthest - _NEAREST_PX) / _STEP_PX) + 1
    for away in (_NEAREST_PX + step * _STEP_PX for step in range(steps)):
        for turn in range(_TURNS):
            across, down = math.cos(2 * math.pi * turn / _TURNS), math.sin(2 * math.pi * turn / _TURNS)
            end = x + across * (radius + away), y + down * (radius + away)
            right, left, above, below = boxes_around(*end, _UNSEEN_PX, width)
            beside = right if across > 0 else left
            place = beside if abs(across) > _SLOPE else below if down > 0 else above
            yield (x + across * radius, y + down * radius), end, *place


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Edges]:
    """Small boxes on the line, so that no other name is put across it."""
    steps = math.ceil(math.dist(start, end) / _STEP_PX) + 1
    for step in range(steps + 1):
        x, y = (one + (other - one) * step / steps for one, other in zip(start, end, strict=True))
        yield x - 3, y - 3, x + 3, y + 3


def _crosses(start: tuple[float, float], end: tuple[float, float], numbers: Sequence[Edges]) -> bool:
    if not numbers:
        return False
    return bool(shapely.intersects(LineString([start, end]), shapely.box(*np.transpose(numbers))).any())
