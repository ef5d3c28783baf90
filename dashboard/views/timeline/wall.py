"""The timeline in a low strip below what is told: every event as a mark, and the date of the one that is told of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from types import MappingProxyType
from typing import Final, Literal

from dashboard.model.registry import Thread
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Canvas, Drawing, Palette, Word, figure_of, text_width
from dashboard.views.timeline.axis import Anchor, TimeScale, fitting_axis
from dashboard.views.timeline.background import AS_OF, HEAD, DayLine, grounds_of, head_of, line_px, today_of
from dashboard.views.timeline.bars import bins_of
from dashboard.views.timeline.lane_layout import Lane
from dashboard.views.timeline.lanes import (
    LABEL_SIZE,
    LABEL_WEIGHT,
    MARK_GAP,
    Item,
    LaneSpace,
    Packing,
    PlacedItem,
    pack,
)
from dashboard.views.timeline.piecewise import piecewise_axis
from dashboard.views.timeline.signs import SignStyle, signs_of
from dashboard.views.timeline.spans import anchors_of
from dashboard.views.timeline.traces import SignTraces
from dashboard.views.timeline.words import rows_of

ROW: Final = 7.6
"""Marks stand closer than in the lanes of a page, and overlap a little: only the one that is told of has a label."""
_SIDE: Final = 12.0
_LEAST_ROWS: Final = 2
_OF_COUNTS: Final = 3
"""So many rows at the foot are taken by counts, with their numbers."""
_CLEAR: Final = 2
"""So many rows away, words are clear of the ring around a mark."""
_FOOT: Final = 7.0
"""So far above its lower edge, a line of words stands whole in the figure."""
_NEAR: Final = 12.0
"""Words whose middle is nearer than this to that of a mark stand beside it, or over it."""
_SIDES: Final[tuple[Literal["right", "left"], ...]] = ("right", "left")


@dataclass(frozen=True, slots=True)
class _Strip(Lane):
    """The one lane of this figure."""

    def row_middle(self, row: int) -> float:
        return self.rows_top + (row + 0.5) * ROW

    @property
    def rows(self) -> int:
        """The number of rows for marks and the date, above what is counted."""
        return int((self.bottom - self.rows_top) / ROW) - (_OF_COUNTS if self.bins else 0)

    @property
    def density_bottom(self) -> float:
        return self.bottom - 1


def wall_timeline(
    readings: Sequence[ResolvedEvent],
    *,
    threads: Mapping[str, Thread],
    palette: Palette,
    width: int,
    height: int,
    selected: str | None = None,
    today: date,
) -> Drawing:
    """All dated events in one strip of `width` by `height` pixels, as of `today`.

    `threads` gives the colours. No mark moves when another event is `selected`. What finds no room is counted.
    """
    canvas, day = Canvas(width, 0.0), today.toordinal()
    anchors = [anchor for reading in readings if reading.date.value for anchor in anchors_of(reading.date.value)]
    scale = TimeScale(fitting_axis(piecewise_axis(_with_a_year(anchors, today), today)), _SIDE, width - 2 * _SIDE)
    look = SignStyle(palette, {thread: index for index, thread in enumerate(threads)}, selected, MappingProxyType({}))
    strip, apart = _add_date(_strip(readings, scale, width, height, day), selected, palette, width)
    signs = SignTraces(canvas, look, line_px(scale, day))
    signs.draw([strip])
    shapes = [*grounds_of(scale, canvas, palette, height, day), canvas.line((0, HEAD), (width, HEAD), palette.line)]
    shapes += today_of(scale, canvas, palette, height, day)
    words = [*signs.words, *apart, *head_of(scale, canvas, palette, day, DayLine(day, AS_OF))]
    figure = figure_of(signs.traces(), shapes, words, canvas, palette, height - 1, "wall")
    dated = len(strip.signs.shown)
    told = f"Timeline of {dated:,} of {len(readings):,} events."
    return Drawing(figure, signs.marks, told, (), rows_of(readings, threads))


def _with_a_year(anchors: list[Anchor], today: date) -> list[Anchor]:
    return anchors or [Anchor(today.year, today.month)]


def _strip(readings: Sequence[ResolvedEvent], scale: TimeScale, width: int, height: int, day: int) -> _Strip:
    signs = signs_of(readings, scale, day)
    rows = max(int((height - HEAD - 4) / ROW), _LEAST_ROWS)
    room = LaneSpace(2.0, width - 2.0, rows, 0.6 * width)
    items = tuple(Item(key, sign.left, sign.right, "") for key, sign in enumerate(signs.shown))
    packing = pack(items, room)
    if packing.rest:  # the last rows are for the counts
        packing = pack(items, replace(room, rows=max(rows - _OF_COUNTS, 1)))
    bins = tuple(bins_of([signs.shown[item.key] for item in packing.rest], scale))
    top = HEAD + 3
    return _Strip("", None, signs, (), 0, packing, bins, (), (), HEAD, top, float(height))


def _reading(placed: PlacedItem, strip: _Strip) -> ResolvedEvent:
    return strip.signs.shown[placed.item.key].reading


def _labels(placed: PlacedItem, strip: _Strip) -> list[tuple[str, float]]:
    """The date in words, in full and short, each with its width."""
    when = _reading(placed, strip).date.value
    found = dict.fromkeys((when.words(), when.short_words())) if when else ()
    return [(label, text_width(label, LABEL_SIZE, LABEL_WEIGHT)) for label in found]


def _add_date(strip: _Strip, selected: str | None, palette: Palette, width: int) -> tuple[_Strip, list[Word]]:
    """The strip with the selected event's date beside its mark, or separate words if it does not fit; no mark moves.

    The date is left out if it would cover other marks on either side: the words of the step have it too.
    """
    chosen = next((each for each in strip.packing.placed if _reading(each, strip).id == selected), None)
    beside = _beside(chosen, strip, width) if chosen else None
    if chosen is None or beside is None:
        return strip, []
    covered, named = beside
    if covered:
        apart = _apart(chosen, strip, palette, width)
        return strip, [apart] if apart else []
    placed = tuple(named if each is chosen else each for each in strip.packing.placed)
    return replace(strip, packing=replace(strip.packing, placed=placed)), []


def _beside(own: PlacedItem, strip: _Strip, width: int) -> tuple[int, PlacedItem] | None:
    """The mark with its date on the side where it covers fewest others, after how many these are."""
    found = []
    for label, need in _labels(own, strip):
        for side in _SIDES:
            more = need + MARK_GAP
            left, right = (own.left, own.right + more) if side == "right" else (own.left - more, own.right)
            named = replace(own, label=label, side=side, left=left, right=right)
            found.append((_covered_count(side, own, more, strip.packing, width), named))
    return min(found, key=lambda each: each[0], default=None)


def _apart(own: PlacedItem, strip: _Strip, palette: Palette, width: int) -> Word | None:
    """The date in rows below the mark, above it, or at the foot, where it covers no other; None where none is free."""
    foot = strip.bottom - _FOOT
    far = [foot] if not strip.bins and foot >= strip.row_middle(own.row + _CLEAR) else []
    near = (*range(own.row + _CLEAR, strip.rows - 1), *range(own.row - _CLEAR, -1, -1))
    for heights in (map(strip.row_middle, near), far):
        for (label, need), height in product(_labels(own, strip), [*heights]):
            for middle in ((own.left + own.right) / 2, own.left + need / 2, own.right - need / 2):
                at = min(max(middle, need / 2 + 2), width - need / 2 - 2)
                if not _stands_over(at, need / 2, height, strip):
                    return Word((at, height), label, palette.text, LABEL_SIZE, LABEL_WEIGHT, "center")
    return None


def _stands_over(at: float, half: float, height: float, strip: _Strip) -> bool:
    beside = (each for each in strip.packing.placed if abs(strip.row_middle(each.row) - height) < _NEAR)
    return any(each.left < at + half and each.right > at - half for each in beside)


def _covered_count(side: str, own: PlacedItem, need: float, packing: Packing, width: int) -> int:
    """The number of marks in its row and the next ones that a label would cover; more than all beyond the edges."""
    left, right = (own.right, own.right + need) if side == "right" else (own.left - need, own.left)
    if left < 2 or right > width - 2:
        return len(packing.placed) + 1
    near = (each for each in packing.placed if each is not own and abs(each.row - own.row) <= 1)
    return sum(each.left < right and each.right > left for each in near)
