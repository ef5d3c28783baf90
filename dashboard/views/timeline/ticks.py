"""Ticks of a time axis: years first, then empty runs and months, and none that would collide or be cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil
from typing import Final

from dashboard.model.dates import MONTHS, SHORT_MONTHS
from dashboard.views.drawing import text_width
from dashboard.views.timeline.axis import Axis, AxisPiece, TimeScale, month_start, year_in_words, year_start

TICK_SIZE: Final = 11
YEAR_WEIGHT: Final = 600
_INDENT: Final = 4
_GAP: Final = 7
NICE_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
NICE_MONTHS: Final = (1, 2, 3, 6)
_NICE_DAYS: Final = (5, 10, 15)
_DAYS_APART: Final = 84
_RUN: Final = 3
"""So many years on end have names at regular steps."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label that begins at `px` from the figure's left edge."""

    px: float
    label: str
    is_year: bool

    @property
    def right_px(self) -> float:
        """The right end of the label, in pixels."""
        return self.px + _INDENT + text_width(self.label, TICK_SIZE, YEAR_WEIGHT if self.is_year else 400)

    @property
    def text_px(self) -> float:
        """The left end of the label, in pixels; the line of the tick is at `px`."""
        return self.px + _INDENT


def piece_ticks(scale: TimeScale, taken: Sequence[tuple[float, float]], right_px: float) -> list[Tick]:
    """One tick a piece of a piecewise axis at most, from left to right.

    `taken` are stretches in pixels that no label may enter; none goes beyond `right_px`. A month or an empty run is
    named only where its name fits its piece, shortened if need be.
    """
    boxes = list(taken)
    ticks: list[Tick] = []
    skipped = _skipped_years(scale)
    for piece, names, is_year in _by_importance(scale.axis.pieces):
        if is_year and piece.year in skipped:
            continue
        px = scale.px(piece.start)
        room = right_px if is_year else min(right_px, scale.px(piece.end) + _GAP)
        for name in names:
            tick = Tick(px, name, is_year)
            if tick.right_px <= room and is_free(boxes, tick):
                boxes.append((tick.px, tick.right_px))
                ticks.append(tick)
                break
    ticks.extend(tick for tick in _days(scale) if tick.right_px <= right_px and is_free(boxes, tick))
    return sorted(ticks, key=lambda tick: tick.px)


def even_ticks(
    scale: TimeScale, taken: Sequence[tuple[float, float]], right_px: float, apart_px: float = 64
) -> list[Tick]:
    """Ticks at round years or months of an axis of one scale, as `piece_ticks`, about `apart_px` apart at least."""
    boxes = list(taken)
    ticks: list[Tick] = []
    for day, name, is_year in _round_days(scale.axis, (scale.right_px - scale.left_px) / apart_px):
        tick = Tick(scale.px(day), name, is_year)
        if tick.right_px <= right_px and is_free(boxes, tick):
            boxes.append((tick.px, tick.right_px))
            ticks.append(tick)
    return ticks


def _days(scale: TimeScale) -> Iterator[Tick]:
    """Days within months that are drawn wide."""
    for piece in scale.axis.pieces:
        apart = (scale.px(piece.end) - scale.px(piece.start)) / 31
        step = next((step for step in _NICE_DAYS if apart * step >= _DAYS_APART), None)
        if piece.kind == "month" and step:
            month = SHORT_MONTHS[MONTHS.index(piece.label)]
            for day in range(step, round(piece.end - piece.start), step):
                yield Tick(scale.px(piece.start + day - 1), f"{day} {month}", is_year=False)


def _by_importance(pieces: Sequence[AxisPiece]) -> Iterator[tuple[AxisPiece, tuple[str, ...], bool]]:
    years = [index for index, piece in enumerate(pieces) if _begins_year(pieces, index)]
    for index in years:
        yield pieces[index], _year_names(pieces[index]), True
    begun = set(years)
    rest = [piece for index, piece in enumerate(pieces) if index not in begun]
    for piece in sorted(rest, key=lambda piece: piece.kind != "empty years"):
        if piece.kind == "empty years":
            yield piece, (piece.label,), False
        elif piece.kind == "month":
            yield piece, (piece.label, SHORT_MONTHS[MONTHS.index(piece.label)]), False


def _skipped_years(scale: TimeScale) -> set[int]:
    """The years without a label in long runs of years: all but the round ones, so that none is missing by chance."""
    pieces = scale.axis.pieces
    starts = [pieces[index] for index in range(len(pieces)) if _begins_year(pieces, index)]
    runs: list[list[AxisPiece]] = []
    for piece in starts:
        if runs and runs[-1][-1].year == piece.year - 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return {piece.year for run in runs if len(run) >= _RUN for piece in run if piece.year % _step_of(run, scale)}


def _step_of(run: Sequence[AxisPiece], scale: TimeScale) -> int:
    """The least round number of years at which no two names touch."""
    for step in NICE_YEARS:
        ticks = [
            Tick(scale.px(piece.start), year_in_words(piece.year), is_year=True)
            for piece in run
            if not piece.year % step
        ]
        if all(one.right_px + _GAP <= other.text_px for one, other in pairwise(ticks)):
            return step
    return NICE_YEARS[-1]


def _year_names(piece: AxisPiece) -> tuple[str, ...]:
    year = year_in_words(piece.year)
    if piece.kind != "month" or piece.label == MONTHS[0]:
        return (year,)
    return f"{piece.label} {year}", f"{SHORT_MONTHS[MONTHS.index(piece.label)]} {year}", year


def _begins_year(pieces: Sequence[AxisPiece], index: int) -> bool:
    """A piece of a year, the first piece of a split year, or the last of all where it is one year of today."""
    piece = pieces[index]
    if piece.kind == "empty years":
        return index == len(pieces) - 1 and piece.label == year_in_words(piece.year)
    return piece.kind == "year" or index == 0 or pieces[index - 1].end == year_start(piece.year)


def is_free(boxes: Sequence[tuple[float, float]], tick: Tick) -> bool:
    """Whether a tick touches none of the stretches in pixels."""
    return all(tick.right_px + _GAP <= left or right + _GAP <= tick.px + _INDENT for left, right in boxes)


def _round_days(axis: Axis, most: float) -> Iterator[tuple[int, str, bool]]:
    days = axis.end - axis.start
    first, last = date.fromordinal(int(axis.start)), date.fromordinal(ceil(axis.end) - 1)
    if days / 365.25 * 4 < most or days < 400:
        yield from _round_months(first, last, most)
        return
    step = next((step for step in NICE_YEARS if days / 365.25 / step <= most), NICE_YEARS[-1])
    for year in range(-(-first.year // step) * step, last.year + 1, step):
        yield year_start(year), year_in_words(year), True


def _round_months(first: date, last: date, most: float) -> Iterator[tuple[int, str, bool]]:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in NICE_MONTHS if months / step <= most), 12)
    for count in range(months):
        year, month = first.year + (first.month - 1 + count) // 12, (first.month - 1 + count) % 12 + 1
        if month == 1:
            yield month_start(year, 1), year_in_words(year), True
        elif count == 0:
            yield month_start(year, month), f"{SHORT_MONTHS[month - 1]} {year_in_words(year)}", True
        elif (month - 1) % step == 0:
            yield month_start(year, month), SHORT_MONTHS[month - 1], False
