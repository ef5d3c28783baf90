"""Lanes of many events: bars of how many there were in each day, month or year, and on them the few that matter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Final, Literal

from dashboard.model.dates import EventDate
from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import one_line
from dashboard.views.timeline.axis import Axis, TimeScale, month_start, year_start
from dashboard.views.timeline.lanes import Item, LaneSpace, Packing, overlay_item, pack_with_labels
from dashboard.views.timeline.signs import Sign, Signs, with_problem

Unit = Literal["day", "month", "year", "decade"]

DAYS_OF: Final[Mapping[Unit | None, float]] = {
    None: 0.0,
    "day": 1.01,
    "month": 31.01,
    "year": 366.01,
    "decade": 3653.01,
}
"""So many days a unit has at most."""
_LEAST_PX: Final = 4.0
"""A narrower bar is none."""
_BIN_PX: Final = 30.0
_ROWS: Final = 2
"""The number of rows of labels above the bars."""
_LATEST: Final = 3
"""So many of the latest events stand on the bars, whatever their weight."""
_MOST_TRIED: Final = 60


@dataclass(frozen=True)
class EventBin:
    """Events that are drawn as a count."""

    left: float
    right: float
    signs: tuple[Sign, ...]

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The ids of its events."""
        return tuple([sign.reading.id for sign in self.signs])

    @cached_property
    def ends(self) -> tuple[EventDate, EventDate]:
        """The first and the last of its dates."""
        return ends_of([sign.reading for sign in self.signs])


def ends_of(readings: Iterable[ResolvedEvent]) -> tuple[EventDate, EventDate]:
    """The first and the last date of events, of which at least one has a date."""
    dates = {reading.date.value for reading in readings if reading.date.value}
    return min(dates, key=_in_order), max(dates, key=_in_order)


def _in_order(when: EventDate) -> tuple[date, date, str]:
    return when.sort_key


def bin_unit(scale: TimeScale) -> Unit:
    """The finest unit whose bars can be told apart, where time is drawn as wide as it is on average."""
    day_px = (scale.right_px - scale.left_px) / max(scale.axis.end - scale.axis.start, 1)
    lengths: tuple[tuple[Unit, float], ...] = (("day", 1), ("month", 30.4), ("year", 365.25))
    return next((unit for unit, days in lengths if days * day_px >= _LEAST_PX), "decade")


def bars_of(signs: Signs, unit: Unit, scale: TimeScale) -> tuple[EventBin, ...]:
    """Every sign in the bar of the middle of its time; from left to right, none of them empty.

    On a part of an axis a bar at its edge counts what lies beyond it as well: it stands for a whole month as all do.
    They are kept with the signs: a selection changes none.
    """
    made: tuple[EventBin, ...] | None = signs.bars.get((unit, scale))
    if made is None:
        made = signs.bars[unit, scale] = _bars(signs, unit, scale)
    return made


def _bars(signs: Signs, unit: Unit, scale: TimeScale) -> tuple[EventBin, ...]:
    axis = scale.axis
    held: dict[tuple[int, int], list[Sign]] = defaultdict(list)
    units: dict[float, tuple[int, int]] = {}
    for sign in (*signs.shown, *signs.beyond()) if axis.is_part else signs.shown:
        middle = (sign.span.start + sign.span.end) / 2
        if (around := units.get(middle)) is None:
            at = middle if axis.is_part else min(max(middle, axis.start), axis.end - 1)
            around = units[middle] = _unit_around(at, unit)
        if around[0] < axis.end and around[1] > axis.start:
            held[around].append(sign)
    return tuple(
        EventBin(scale.px(start), max(scale.px(end), scale.px(start) + 1), tuple(found))
        for (start, end), found in sorted(held.items(), key=lambda each: each[0])
    )


def bins_of(signs: Iterable[Sign], scale: TimeScale) -> Iterator[EventBin]:
    """The signs counted in stretches of about the same width, from left to right."""
    width = scale.right_px - scale.left_px
    count = max(1, int(width / _BIN_PX))
    by_index: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        index = int((sign.middle - scale.left_px) / width * count)
        by_index[max(0, min(count - 1, index))].append(sign)
    for index in sorted(by_index):
        left = scale.left_px + index * width / count
        yield EventBin(left, left + width / count, tuple(by_index[index]))


def cuts_a_bar(axis: Axis, unit: Unit) -> bool:
    """Whether `axis` begins or ends within a `unit`, as where the reader filters by days."""
    return _unit_around(axis.start, unit)[0] < axis.start or _unit_around(axis.end - 1, unit)[1] > axis.end


def _unit_around(middle: float, unit: Unit) -> tuple[int, int]:
    """The first day of the unit, and the day after its last, as ordinals."""
    ordinal = int(middle)
    if unit == "day":
        return ordinal, ordinal + 1
    day = date.fromordinal(ordinal)
    if unit == "month":
        return month_start(day.year, day.month), month_start(day.year, day.month + 1)
    first = day.year if unit == "year" else day.year // 10 * 10
    return year_start(max(first, 1)), year_start(min(first + (1 if unit == "year" else 10), 9999))


def on_bars(
    signs: Signs,
    around: Sequence[Item],
    room: LaneSpace,
    troubled: Mapping[str, Severity] = MappingProxyType({}),
) -> Packing:
    """The latest and the major events above the bars, the last first; each with its label, or not at all."""
    shown = signs.shown
    major = (key for key in signs.latest[_LATEST:] if shown[key].reading.event.weight == "major")
    chosen = [*signs.latest[:_LATEST], *islice(major, _MOST_TRIED - _LATEST)]
    items = [item_of(key, shown[key], room, troubled, rank) for rank, key in enumerate(chosen)]
    return pack_with_labels([*around, *items], LaneSpace(room.left, room.right, _ROWS, room.widest / 2, room.line))


def item_of(key: int, sign: Sign, room: LaneSpace, troubled: Mapping[str, Severity], rank: int = 0) -> Item:
    """A sign, with that of its problem, and its label, to be placed."""
    left, right = with_problem(sign, troubled.get(sign.reading.id), room.right)
    return Item(key, left, right, one_line(sign.reading.event.title), rank)


def with_chosen(
    packing: Packing,
    signs: Sequence[Sign],
    chosen: int,
    room: LaneSpace,
    troubled: Mapping[str, Severity] = MappingProxyType({}),
) -> Packing:
    """The packing, with the chosen event added if it is not in it."""
    if chosen < 0 or any(each.item.key == chosen for each in packing.placed):
        return packing
    return overlay_item(packing, item_of(chosen, signs[chosen], room, troubled), room)


def highest_of(lanes: Sequence[Sequence[EventBin]]) -> int:
    """The number of events that the highest bar stands for."""
    return max((len(each.signs) for bins in lanes for each in bins), default=0)
