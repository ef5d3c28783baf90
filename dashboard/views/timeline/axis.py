"""An axis of time, in pieces each to its own scale, and the same in pixels of a figure.

Days are proleptic Gregorian ordinals, to the end of the year 9999, where `datetime.date` has no next day.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, Literal

_BEFORE_MONTH: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_FEW: Final = 3
"""An axis of so few pieces, as of a few days of one year, is as good as even, and tells months by name."""
_YEAR: Final = 366
Kind = Literal["year", "empty years", "month", "empty months"]


def year_start(year: int) -> int:
    """Ordinal of 1 January of `year` (1 to 10000); the ordinal of 0001-01-01 is 1, as in `datetime`."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


def month_start(year: int, month: int) -> int:
    """Ordinal of the first day of `month` (1 to 13; 13 is next January)."""
    if month == 13:
        return year_start(year + 1)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year_start(year) + _BEFORE_MONTH[month - 1] + (is_leap and month > 2)


def year_in_words(year: int) -> str:
    """`2008`, `AD 79`."""
    return str(year) if year > 999 else f"AD {year}"


def years_in_words(first: int, last: int) -> str:
    """`2008`, or `2000–07`; `1998–2003` across a century."""
    if first == last:
        return year_in_words(first)
    if first > 999 and first // 100 == last // 100:
        return f"{first}–{last % 100:02}"
    return f"{year_in_words(first)}–{last}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A year, and a month where that is known, in which something begins, ends or happens."""

    year: int
    month: int | None


@dataclass(frozen=True, slots=True)
class AxisPiece:
    """A stretch of time that is drawn to one scale."""

    start: float
    """Ordinal of its first day, with a fraction where a part of the axis begins within a day."""
    end: float
    """Ordinal of the day after its last."""
    weight: float
    """Width, in proportion to the other pieces."""
    kind: Kind
    year: int
    """Its first, or only, year."""
    label: str
    busy: bool = False


@dataclass(frozen=True)
class Axis:
    """Time onto [0, 1], strictly increasing over its pieces and constant outside them."""

    pieces: tuple[AxisPiece, ...]
    is_part: bool = False
    """Whether it was cut out of another: its pieces then need not begin with a month or a year."""

    @property
    def start(self) -> float:
        """Ordinal of the first day."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """Ordinal of the day after the last."""
        return self.pieces[-1].end

    @cached_property
    def busy(self) -> tuple[tuple[float, float], ...]:
        """Runs of busy pieces, as half-open ordinals; none where all is busy, since nothing is then widened."""
        if all(piece.busy for piece in self.pieces):
            return ()
        runs: list[tuple[float, float]] = []
        for piece in self.pieces:
            if piece.busy and runs and runs[-1][1] == piece.start:
                runs[-1] = (runs[-1][0], piece.end)
            elif piece.busy:
                runs.append((piece.start, piece.end))
        return tuple(runs)

    @property
    def days(self) -> tuple[float, ...]:
        """Ordinals at which the scale changes, and both ends."""
        return (self.start, *(piece.end for piece in self.pieces))

    @cached_property
    def _knots(self) -> tuple[list[float], list[float]]:
        total = sum(piece.weight for piece in self.pieces)
        days, shares, reached = [self.start], [0.0], 0.0
        for piece in self.pieces:
            reached += piece.weight
            days.append(piece.end)
            shares.append(reached / total)
        return days, shares

    def at(self, day: float) -> float:
        """The position of `day`, an ordinal with a fraction for the hour: 0 at the left end, 1 at the right."""
        days, shares = self._knots
        if day <= days[0]:
            return 0.0
        if day >= days[-1]:
            return 1.0
        index = bisect_right(days, day)
        within = (day - days[index - 1]) / (days[index] - days[index - 1])
        return shares[index - 1] + within * (shares[index] - shares[index - 1])


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`axis` between two pixels, both from the figure's left edge."""

    axis: Axis
    left_px: float
    right_px: float

    def px(self, day: float) -> float:
        """Pixels from the figure's left edge to `day`, an ordinal with a fraction for the hour."""
        return self.left_px + self.axis.at(day) * (self.right_px - self.left_px)

    def shows(self, start: float, end: float) -> bool:
        """Whether any of the time from `start` to `end` stands on the axis."""
        return end > self.axis.start and start < self.axis.end


def even_axis(axis: Axis) -> Axis:
    """An axis of the same time as `axis`, all to one scale."""
    return Axis((AxisPiece(axis.start, axis.end, 1.0, "year", axis.pieces[0].year, ""),), axis.is_part)


def part_of(axis: Axis, start: float, end: float) -> Axis:
    """The part of `axis` from `start` to `end`, to the same scales; that time to one scale where it has none of it."""
    if start <= axis.start and end >= axis.end:
        return axis
    pieces = tuple(
        replace(piece, start=first, end=last, weight=piece.weight * (last - first) / (piece.end - piece.start))
        for piece in axis.pieces
        if (first := max(piece.start, start)) < (last := min(piece.end, end))
    )
    return Axis(pieces or (AxisPiece(start, end, 1.0, "year", date.fromordinal(int(start)).year, ""),), is_part=True)


def is_full(axis: Axis) -> bool:
    """Whether things happen in more than half of its time: then there is little emptiness to narrow, and a widened axis
    would but make one stretch look quieter than another."""
    full = sum(piece.end - piece.start for piece in axis.pieces if not piece.kind.startswith("empty"))
    return len(axis.pieces) > _FEW and 2 * full > axis.end - axis.start


def is_short(axis: Axis) -> bool:
    """Whether it is a part of no more than a year, or to one scale as it is: it needs no widening."""
    return axis.is_part and (axis.end - axis.start <= _YEAR or len(axis.pieces) == 1)


def fitting_axis(axis: Axis) -> Axis:
    """`axis`, or the same time to one scale where it is full."""
    return even_axis(axis) if is_full(axis) else axis


def busy_axis(axis: Axis) -> Axis | None:
    """An axis from the first busy month to the last, month by month; None if no time is busier than the rest."""
    if not any(piece.busy for piece in axis.pieces):
        return None
    lively = [index for index, piece in enumerate(axis.pieces) if piece.busy and piece.kind == "month"]
    if not lively:
        return None
    return Axis(axis.pieces[lively[0] : lively[-1] + 1], axis.is_part)
