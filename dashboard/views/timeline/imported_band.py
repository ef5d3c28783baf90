"""Imported rows on the timeline: a band below the lanes, in which neutral bars tell of how many rows a day has.

A lane has its own height, and time that is widened its own ground: bars behind these would be taken for either.
"""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.query.imports import DatedRows
from dashboard.query.wording import count_words
from dashboard.views.drawing import Canvas, Palette, Shape, Word, blend
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.lane_layout import LINE, NAME_LEFT, NAME_SIZE, NARROW, NOTE_SIZE
from dashboard.views.timeline.traces import SignTraces

BAND: Final = 48.0
_NAME_ROW: Final = 18.0
_AIR: Final = 5.0
_BAR_PX: Final = 7.0
_LEAST: Final = 1.0
_INK: Final = 0.45
TITLE: Final = "Imported, unreviewed"
TOLD: Final = "Grey bars: unreviewed rows a day, by square root"
"""A sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class _DayBar:
    left: float
    right: float
    first: int
    """Ordinal of its first day."""
    last: int
    rows: float
    """A row that is known to a month is spread over the days of that month."""

    @property
    def per_day(self) -> float:
        return self.rows / (self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class ImportedBand:
    """The band, from `top` downwards."""

    rows: DatedRows
    top: float
    scale: TimeScale
    canvas: Canvas

    @property
    def _is_narrow(self) -> bool:
        return self.canvas.width < NARROW

    @property
    def bottom(self) -> float:
        """The foot of the band, in pixels from the top of the figure."""
        return self.top + BAND + (_NAME_ROW if self._is_narrow else 0.0)

    def draw(self, signs: SignTraces, palette: Palette) -> tuple[list[Shape], list[Word]]:
        """Add its bars to `signs`, where they can be pressed; gives its line and its name."""
        bars = list(self._bars())
        highest = max((each.per_day for each in bars), default=1.0)
        color = blend(palette.muted, palette.bg, _INK)
        foot = self.bottom - 2
        for each in bars:
            high = max(_LEAST, (BAND - 2 * _AIR) * math.sqrt(each.per_day / highest))
            box = (each.left, foot - high, max(each.right - 0.5, each.left + 0.5), foot)
            hit = (each.left, self.bottom - BAND, each.right, self.bottom)
            signs.add_rows(box, hit, color, _name(each), f"days:{_iso(each.first)}_{_iso(each.last)}")
        line = self.canvas.line((0, self.bottom), (self.canvas.width, self.bottom), palette.line)
        return [line], list(self._words(bars, palette))

    def _bars(self) -> Iterator[_DayBar]:
        """Stretches of whole days, each about as wide as a bar is."""
        axis, days = self.scale.axis, np.array(self.scale.axis.days, dtype=float)
        start, end = int(np.floor(axis.start)), int(np.ceil(axis.end))
        held = _rows_until(self.rows, start, end)
        pixels = np.arange(self.scale.left_px, self.scale.right_px + _BAR_PX, _BAR_PX)
        at = np.interp(pixels, [self.scale.px(day) for day in days], days)
        edges = np.unique(np.clip(np.floor(at).astype(int), start, end))
        if edges[-1] < end:
            edges = np.append(edges, end)
        for first, after in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            rows = float(held[after - start] - held[first - start])
            if rows > 1e-9:
                left, right = self.scale.px(max(first, axis.start)), self.scale.px(min(after, axis.end))
                yield _DayBar(left, right, first, after - 1, rows)

    def _words(self, bars: list[_DayBar], palette: Palette) -> Iterator[Word]:
        total, here = sum(each.rows for each in self.rows.days), round(sum(each.rows for each in bars))
        notes = (
            (f"{here:,} in sight", f"of {count_words(total, 'row')}") if here != total else (count_words(total, "row"),)
        )
        if self._is_narrow:
            yield Word((NAME_LEFT + 3, self.top + 10.5), f"{TITLE} · {' '.join(notes)}", palette.muted, size=NOTE_SIZE)
            return
        y = self.top + _AIR + LINE / 2
        for text in (TITLE, *notes):
            yield Word((NAME_LEFT, y), text, palette.muted, size=NAME_SIZE if text == TITLE else NOTE_SIZE)
            y += LINE - 2


def _rows_until(rows: DatedRows, start: int, end: int) -> NDArray[np.float64]:
    """The number of rows before each day from `start` to `end`, each spread over the days that it may have been."""
    change = np.zeros(end - start + 1)
    if rows.days:
        first = np.array([each.first.toordinal() for each in rows.days])
        after = np.array([each.last.toordinal() + 1 for each in rows.days])
        per_day = np.array([each.rows for each in rows.days]) / (after - first)
        np.add.at(change, np.clip(first, start, end) - start, per_day)
        np.add.at(change, np.clip(after, start, end) - start, -per_day)
    return np.concatenate([[0.0], np.cumsum(np.cumsum(change)[:-1])])


def _name(each: _DayBar) -> str:
    rows = count_words(max(1, round(each.rows)), "imported row")
    first, last = _day(each.first), _day(each.last)
    return f"{rows}, unreviewed, {first}" + (f" to {last}" if last != first else "")


def _day(ordinal: int) -> str:
    day = dt.date.fromordinal(min(ordinal, dt.date.max.toordinal()))
    return f"{day.day} {day:%B} {day.year}"


def _iso(ordinal: int) -> str:
    return dt.date.fromordinal(min(ordinal, dt.date.max.toordinal())).isoformat()
