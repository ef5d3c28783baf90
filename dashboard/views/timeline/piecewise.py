"""The piecewise axis: time widened where much happens and narrowed where nothing does, in order and without a gap."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import sqrt
from typing import Final

from dashboard.model.dates import MONTHS
from dashboard.views.timeline.axis import Anchor, Axis, AxisPiece, Kind, month_start, year_start, years_in_words

BUSY_EVENTS: Final = 6
"""A year is split into months from this many events on, where it also has half of those of the top year."""
MOST_BUSY_YEARS: Final = 6
"""Where more years than this are as busy, only three together that stand out are split."""
_RUN: Final = 3
_STANDS_OUT: Final = 1.4
_EMPTY: Final = 0.28
_LONGEST_EMPTY: Final = 4.0
"""So that one date a thousand years away does not take the whole width."""
_EMPTY_MONTHS: Final = 0.2
_BASE: Final = 0.45
_TODAY: Final = 1.0
"""Least weight of the last piece when it is empty: the line for today stands in it, and labels end before that."""


def piecewise_axis(anchors: Iterable[Anchor], today: date) -> Axis:
    """The axis of all anchors and of today.

    A year with n anchors is .45 + .45 sqrt(n) wide, a run of years without any .28 sqrt(years). Busy years are split
    into months by the same rule. Without anchors: the year of today between its neighbours.
    """
    years, months = Counter[int](), Counter[tuple[int, int]]()
    for anchor in anchors:
        years[anchor.year] += 1
        if anchor.month is not None:
            months[anchor.year, anchor.month] += 1
    if not years:
        around = range(max(1, today.year - 1), min(9999, today.year + 1) + 1)
        return Axis(tuple(_year(year, 1) for year in around))
    busy = _busy_years(years, months)
    pieces: list[AxisPiece] = []
    for first, last in _runs(sorted({*years, today.year})):
        if pieces:
            pieces.append(_empty_years(_last_year(pieces[-1]) + 1, first - 1))
        for year in range(first, last + 1):
            if year in busy:
                pieces.extend(_months(year, months))
            elif year in years:
                pieces.append(_year(year, years[year]))
            else:
                pieces.append(_empty_years(year, year))
    return Axis(_with_room_for_today(_join_empty_years(pieces)))


def _busy_years(years: Counter[int], months: Counter[tuple[int, int]]) -> set[int]:
    """Years without dates to the month have nothing to split."""
    least = max(BUSY_EVENTS, max(years.values()) / 2)
    known = Counter[int]()
    for (year, _), count in months.items():
        known[year] += count
    busy = [year for year, count in known.items() if count >= least]
    if len(busy) <= MOST_BUSY_YEARS:
        return set(busy)
    return _busiest_run(years)


def _busiest_run(years: Counter[int]) -> set[int]:
    """The three years together that have most, the latest of equals, if they stand out; else none."""
    totals = {year: sum(years[each] for each in range(year, year + _RUN)) for year in years}
    first = max(totals, key=lambda year: (totals[year], year))
    usual = years.total() / len(years) * _RUN
    return (
        {year for year in range(first, first + _RUN) if year in years}
        if totals[first] >= _STANDS_OUT * usual
        else set()
    )


def _runs(years: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = years[0]
    for year in years[1:]:
        if year != last + 1:
            yield first, last
            first = year
        last = year
    yield first, last


def _year(year: int, count: int) -> AxisPiece:
    return AxisPiece(year_start(year), year_start(year + 1), _weight(count), "year", year, years_in_words(year, year))


def _weight(count: int) -> float:
    return _BASE + _BASE * sqrt(count)


def _empty_years(first: int, last: int) -> AxisPiece:
    weight = min(_LONGEST_EMPTY, _EMPTY * sqrt(last - first + 1))
    return AxisPiece(year_start(first), year_start(last + 1), weight, "empty years", first, years_in_words(first, last))


def _months(year: int, counts: Counter[tuple[int, int]]) -> Iterator[AxisPiece]:
    month = 1
    while month <= 12:
        after = month + 1
        count = counts[year, month]
        while not count and after <= 12 and not counts[year, after]:
            after += 1
        weight = _weight(count) if count else _EMPTY_MONTHS * sqrt(after - month)
        kind: Kind = "month" if count else "empty months"
        yield AxisPiece(
            month_start(year, month), month_start(year, after), weight, kind, year, MONTHS[month - 1], busy=True
        )
        month = after


def _last_year(piece: AxisPiece) -> int:
    return date.fromordinal(int(piece.end) - 1).year


def _join_empty_years(pieces: Sequence[AxisPiece]) -> list[AxisPiece]:
    """The pieces, with empty years side by side made one; today alone does not make a year less empty."""
    joined: list[AxisPiece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.kind == piece.kind == "empty years":
            joined[-1] = _empty_years(before.year, _last_year(piece))
        else:
            joined.append(piece)
    return joined


def _with_room_for_today(pieces: Sequence[AxisPiece]) -> tuple[AxisPiece, ...]:
    last = pieces[-1]
    if last.kind != "empty years":
        return tuple(pieces)
    return (
        *pieces[:-1],
        AxisPiece(last.start, last.end, max(_TODAY, last.weight), last.kind, last.year, last.label),
    )
