"""The lanes of a timeline: one a thread, packed into rows, what finds no room counted in bins below them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.model.registry import Thread
from dashboard.query.reading import Reading
from dashboard.views.figure_text import one_line
from dashboard.views.lanes import Item, Packing, Room, packed
from dashboard.views.text_width import fitted, text_width
from dashboard.views.time_scale import TimeScale
from dashboard.views.timeline_signs import Sign, Signs, signs_of

ROW: Final = 19.0
NARROW: Final = 640
"""Under this width, in pixels, names stand above their lanes."""
LEFT_COLUMN: Final = 150.0
NAME_SIZE: Final = 12
NAME_WEIGHT: Final = 650
NOTE_SIZE: Final = 11
NAME_LEFT: Final = 12.0
LINE: Final = 15.0
"""Height of a line of the name or of the note."""
NO_THREAD: Final = "No thread"
MOST_LANES: Final = 12
BEFORE, AFTER = -1, -2
"""Keys of the items that stand for what lies beyond the edges."""

_PAD_ABOVE: Final = 5.0
_PAD_BELOW: Final = 5.0
_DENSITY_ROW: Final = 32.0
_BIN: Final = 30.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Events that are drawn as a count."""

    left: float
    right: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A thread's strip of the figure, in pixels from its top."""

    title: str
    color_index: int | None
    """Of the thread, in the registry's order."""
    signs: Signs
    undated: int
    packing: Packing
    bins: tuple[Bin, ...]
    name: tuple[str, ...]
    """The title, wrapped."""
    notes: tuple[str, ...]
    top: float
    rows_top: float
    bottom: float

    def row_middle(self, row: int) -> float:
        """Height of the middle of a row."""
        return self.rows_top + (row + 0.5) * ROW

    @property
    def density_bottom(self) -> float:
        """Where the bars of the density row stand."""
        return self.rows_top + self.packing.rows * ROW + _DENSITY_ROW - 2

    @property
    def dated(self) -> int:
        """Number of its events with a date."""
        return len(self.signs.shown) + len(self.signs.before) + len(self.signs.after)


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    color_index: int | None
    readings: tuple[Reading, ...]


def lanes_of(
    readings: Sequence[Reading], threads: Mapping[str, Thread], scale: TimeScale, width: int, top: float, today: int
) -> tuple[Lane, ...]:
    """Lanes in the order of `threads`, those without a thread last, from `top` downwards.

    `width` is the figure's, in pixels; `today` an ordinal. A thread without readings has no lane. From the 12th on,
    threads share one lane.
    """
    groups = _groups(readings, threads)
    rows = max(5, min(14, 36 // max(1, len(groups)))) if width < NARROW else max(3, min(10, 24 // max(1, len(groups))))
    line = scale.px(today + 0.5) if scale.shows(today, today + 1) else None
    left = 0.0 if width < NARROW else LEFT_COLUMN + 2
    room = Room(left, width - 2.0, rows, min(420.0, 0.8 * (width - left)), line)
    lanes: list[Lane] = []
    for group in groups:
        lanes.append(_lane(group, scale, room, today, lanes[-1].bottom if lanes else top, is_narrow=width < NARROW))
    return tuple(lanes)


def _groups(readings: Iterable[Reading], threads: Mapping[str, Thread]) -> list[_Group]:
    by_thread: dict[str | None, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_thread[reading.thread if reading.thread in threads else None].append(reading)
    groups = [
        _Group(one_line(thread.title), index, tuple(by_thread[key]))
        for index, (key, thread) in enumerate(threads.items())
        if key in by_thread
    ]
    if len(groups) > MOST_LANES:
        others = groups[MOST_LANES - 1 :]
        together = tuple(reading for group in others for reading in group.readings)
        groups = [*groups[: MOST_LANES - 1], _Group(f"{len(others)} more threads", None, together)]
    if None in by_thread:
        groups.append(_Group(NO_THREAD, None, tuple(by_thread[None])))
    return groups


def _lane(group: _Group, scale: TimeScale, room: Room, today: int, top: float, *, is_narrow: bool) -> Lane:
    signs = signs_of(group.readings, scale, today)
    packing = packed((*_edge_items(signs, scale), *_items(signs)), room)
    bins = tuple(_bins([signs.shown[item.key] for item in packing.rest if item.key >= 0], scale))
    undated = sum(1 for reading in group.readings if reading.date.value is None)
    notes = _notes(signs, undated, bins)
    column = room.right - NAME_LEFT if is_narrow else LEFT_COLUMN - NAME_LEFT - 6
    name = _wrapped(group.title, column, 1 if is_narrow else 2)
    rows_top = top + _PAD_ABOVE + (LINE + 3 if is_narrow else 0)
    content = packing.rows * ROW + (_DENSITY_ROW if bins else 0)
    lines = () if is_narrow else (*name, *_in_column(notes, column))
    bottom = max(rows_top + max(content, ROW), top + _PAD_ABOVE + len(lines) * LINE) + _PAD_BELOW
    shown_notes = notes if is_narrow else _in_column(notes, column)
    return Lane(group.title, group.color_index, signs, undated, packing, bins, name, shown_notes, top, rows_top, bottom)


def _items(signs: Signs) -> Iterator[Item]:
    for key, sign in enumerate(signs.shown):
        event = sign.reading.event
        yield Item(key, sign.left, sign.right, one_line(event.title), first=event.weight == "major")


def _edge_items(signs: Signs, scale: TimeScale) -> Iterator[Item]:
    if signs.before:
        yield Item(BEFORE, scale.left_px - 4, scale.left_px + 4, f"{len(signs.before)} earlier", first=True)
    if signs.after:
        yield Item(AFTER, scale.right_px - 4, scale.right_px + 4, f"{len(signs.after)} later", first=True)


def _bins(signs: Iterable[Sign], scale: TimeScale) -> Iterator[Bin]:
    width = scale.right_px - scale.left_px
    count = max(1, int(width / _BIN))
    by_index: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        index = int((sign.middle - scale.left_px) / width * count)
        by_index[max(0, min(count - 1, index))].append(sign)
    for index in sorted(by_index):
        left = scale.left_px + index * width / count
        yield Bin(left, left + width / count, tuple(by_index[index]))


def _notes(signs: Signs, undated: int, bins: Sequence[Bin]) -> tuple[str, ...]:
    dated = len(signs.shown) + len(signs.before) + len(signs.after)
    counted = sum(len(each.signs) for each in bins)
    notes = [f"{dated:,} on the line" if dated else "none on the line"]
    if undated:
        notes.append(f"{undated:,} undated")
    if counted:
        notes.append(f"{counted:,} as counts")
    return tuple(notes)


def _in_column(notes: Sequence[str], column: float) -> tuple[str, ...]:
    """The notes, as many to a line as fit, joined by a middle dot."""
    lines = [notes[0]]
    for note in notes[1:]:
        longer = f"{lines[-1]} · {note}"
        if text_width(longer, NOTE_SIZE) <= column:
            lines[-1] = longer
        else:
            lines.append(note)
    return tuple(lines)


def _wrapped(title: str, column: float, most: int) -> tuple[str, ...]:
    """`title` in at most `most` lines; the last is cut where it does not fit."""
    lines: list[str] = []
    left = title.split()
    while left and len(lines) < most - 1:
        line = left.pop(0)
        while left and text_width(f"{line} {left[0]}", NAME_SIZE, NAME_WEIGHT) <= column:
            line = f"{line} {left.pop(0)}"
        lines.append(fitted(line, column, NAME_SIZE, NAME_WEIGHT))
    if left:
        lines.append(fitted(" ".join(left), column, NAME_SIZE, NAME_WEIGHT))
    return tuple(lines)
