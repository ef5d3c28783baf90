"""The part of a timeline that the reader has moved to, and what a page needs to know to move it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.views.timeline.axis import Axis, TimeScale, part_of

_MINUTES: Final = 1440
_LEAST: Final = 0.999
"""In days: no part is shorter, but for what rounding to minutes takes."""
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)\.(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """A stretch of time, in ordinals of days with a fraction for the hour."""

    start: float
    end: float

    @classmethod
    def parse(cls, text: str) -> "TimeWindow | None":
        """The window that an address tells as `2025-09-01T00.00_2025-10-01T12.30`; None if it tells none."""
        start, _, end = text.partition("_")
        first, last = _moment(start), _moment(end)
        if first is None or last is None or last - first < _LEAST:
            return None
        return cls(first, last)

    def __str__(self) -> str:
        """As an address has it: to the minute, and with no sign that an address would write otherwise."""
        return f"{_words(self.start)}_{_words(self.end)}"

    def within(self, axis: Axis) -> Axis:
        """The part of `axis` in this window; all of it where the window lies elsewhere, or holds all."""
        start, end = max(self.start, axis.start), min(self.end, axis.end)
        return part_of(axis, start, end) if end - start >= _LEAST else axis


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """Where time runs across a figure: positions are shares of its width, heights pixels from its top."""

    left: float
    right: float
    bottom: float
    """The foot of the lanes."""
    knots: tuple[tuple[float, float], ...]
    """All of the axis, beyond what is in sight as well: shares of it, and ordinals. Even between them."""
    window: tuple[float, float]
    """The part in sight, as two such shares."""
    bands: tuple[tuple[float, float], ...]
    """Top and bottom of each line that stays where it is, as a name above its lane."""
    strip: tuple[float, float]
    """Top and bottom of the strip."""
    strip_days: tuple[int, int]
    """The first day of the strip, and the day after its last: ordinals."""

    @classmethod
    def of(
        cls,
        axis: Axis,
        scale: TimeScale,
        width: float,
        bottom: float,
        strip: tuple[float, float],
        strip_axis: Axis,
        bands: tuple[tuple[float, float], ...],
    ) -> "TimeFrame":
        """The frame of a figure `width` pixels wide, of which `scale` shows all of `axis` or a part."""
        return cls(
            scale.left_px / width,
            scale.right_px / width,
            bottom,
            tuple((round(axis.at(day), 7), day) for day in axis.days),
            (axis.at(scale.axis.start), axis.at(scale.axis.end)),
            bands,
            strip,
            (int(strip_axis.start), int(strip_axis.end)),
        )


def _moment(text: str) -> float | None:
    found = _MOMENT.fullmatch(text)
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    try:
        return date.fromisoformat(found[1]).toordinal() + (int(found[2]) * 60 + int(found[3])) / _MINUTES
    except ValueError:
        return None


def _words(moment: float) -> str:
    minutes = round(moment * _MINUTES)
    day, minute = divmod(minutes, _MINUTES)
    last = date.max.toordinal()
    day, minute = (last, _MINUTES - 1) if day > last else (max(day, 1), minute)
    return f"{date.fromordinal(day).isoformat()}T{minute // 60:02}.{minute % 60:02}"
