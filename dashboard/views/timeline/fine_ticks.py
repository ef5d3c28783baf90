"""Ticks of a part of an axis, down to single days: in each piece at the finest round steps that have room for names."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import Final, Literal

from dashboard.model.dates import SHORT_MONTHS
from dashboard.views.timeline.axis import AxisPiece, TimeScale, month_start, year_in_words, year_start
from dashboard.views.timeline.ticks import NICE_MONTHS, NICE_YEARS, Tick, is_free

_APART: Final = 64.0
"""In pixels: between names of days and of months."""
_NICE_DAYS: Final = (1, 2, 5, 10, 15)
_LONGEST_MONTH: Final = 31
Unit = Literal["day", "month", "year"]
_UNITS: Final[tuple[Unit, ...]] = ("year", "month", "day")


def fine_ticks(scale: TimeScale, taken: Sequence[tuple[float, float]], right_px: float) -> list[Tick]:
    """Ticks from left to right: years before months before days where room is short; the first one tells its year.

    `taken` are stretches in pixels that no name may enter; none goes beyond `right_px`.
    """
    days = {day: unit for piece in scale.axis.pieces for day, unit in _days(piece, scale) if day >= scale.axis.start}
    first = min(days, default=int(scale.axis.start))
    days.setdefault(first, "day")
    boxes, ticks = list(taken), []
    for day in sorted(days, key=lambda day: (day != first, _UNITS.index(days[day]), day)):
        tick = Tick(scale.px(day), _name(day, days[day], with_year=day == first), is_year=_tells_year(day, first))
        if tick.right_px <= right_px and is_free(boxes, tick):
            boxes.append((tick.px, tick.right_px))
            ticks.append(tick)
    return sorted(ticks, key=lambda tick: tick.px)


def _days(piece: AxisPiece, scale: TimeScale) -> Iterator[tuple[int, Unit]]:
    """The round days of a piece, each with the unit that begins with it."""
    apart = _APART / max((scale.px(piece.end) - scale.px(piece.start)) / (piece.end - piece.start), 1e-9)
    first, last = date.fromordinal(int(piece.start)), date.fromordinal(ceil(piece.end) - 1)
    years = next((step for step in NICE_YEARS if step * 365 >= apart), NICE_YEARS[-1])
    months = next((step for step in NICE_MONTHS if step * 30 >= apart), None)
    step = next((step for step in _NICE_DAYS if step >= apart), None)
    for year in range(first.year, last.year + 1):
        if not year % years and first.toordinal() <= year_start(year):
            yield year_start(year), "year"
    for year, month in _months(first, last) if months else ():
        start = month_start(year, month)
        if month > 1 and not (month - 1) % (months or 1) and first.toordinal() <= start:
            yield start, "month"
    for day in range(first.toordinal(), last.toordinal() + 1) if step else ():
        if _is_round(date.fromordinal(day).day, step or 1):
            yield day, "day"


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield count // 12, count % 12 + 1


def _is_round(day: int, step: int) -> bool:
    """Whether a day of a month has a name: the first has that of its month, and none stands close before it."""
    if day == 1 or day > _LONGEST_MONTH - (step > 1) * step:
        return False
    return day % step == (1 if step == 2 else 0)


def _tells_year(day: int, first: int) -> bool:
    return day == first or day == year_start(date.fromordinal(day).year)


def _name(day: int, unit: Unit, *, with_year: bool) -> str:
    when = date.fromordinal(day)
    year = year_in_words(when.year)
    if unit == "year":
        return year
    month = SHORT_MONTHS[when.month - 1]
    told = month if unit == "month" else f"{when.day} {month}"
    return f"{told} {year}" if with_year else told
