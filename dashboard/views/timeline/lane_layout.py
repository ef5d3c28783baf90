"""The lanes of a timeline, packed into rows; what finds no room is counted in bins below them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.lanes import LaneBy, LaneGroup
from dashboard.query.questions import Due
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import join_in_lines, memoize, one_line, wrap_text
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.background import line_px
from dashboard.views.timeline.bars import EventBin, Unit, bars_of, bin_unit, bins_of, item_of, on_bars, with_chosen
from dashboard.views.timeline.lanes import Item, LaneSpace, Packing, add_label, pack
from dashboard.views.timeline.signs import DueSign, Signs, due_signs, signs_of

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
MOST_LANES: Final = 12
MOST_MARKS: Final = 300
"""A lane of more events is one of bars; so are, beside it, those whose marks crowd."""
BEFORE, AFTER, FIRST_DUE = -1, -2, -10
"""Keys of the items that stand for what lies beyond the edges; and of the first question, the next ones below it."""

_PAD_ABOVE: Final = 5.0
_PAD_BELOW: Final = 5.0
_DENSITY_ROW: Final = 32.0
_ROWS_OF_A_COUNT: Final = 2
"""A few events that are left over take no more height than a count of them."""
BARS: Final = 26.0
"""Height in pixels of the highest bar of all lanes of bars."""
_RANKS: Final = {"major": 0, "normal": 1, "minor": 2}
_QUESTIONS: Final = "Open questions"
_PLURALS: Final = {
    LaneBy.THREAD: "threads",
    LaneBy.ACTOR: "actors",
    LaneBy.TYPE: "types",
    LaneBy.COUNTRY: "countries",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip of the figure, in pixels from its top."""

    title: str
    color_index: int | None
    """The registry's index of the one thread of all its events and questions; None if they differ, or have none."""
    signs: Signs
    dues: tuple[DueSign, ...]
    undated: int
    packing: Packing
    bins: tuple[EventBin, ...]
    name: tuple[str, ...]
    """The title, wrapped."""
    notes: tuple[str, ...]
    top: float
    rows_top: float
    bottom: float
    unit: Unit | None = None
    """The time that a bar stands for, in a lane of bars: its bins hold all events. Else None: they hold the rest."""

    def row_middle(self, row: int) -> float:
        """Height of the middle of a row."""
        return self.rows_top + (row + 0.5) * ROW

    @property
    def density_bottom(self) -> float:
        """The bottom of the bars in the density row, in pixels."""
        return self.rows_top + self.packing.rows * ROW + _DENSITY_ROW - 2

    def holds(self, event: str | None) -> bool:
        """Whether the event is in sight here."""
        return event in self.signs.ids

    @property
    def marked_events(self) -> frozenset[str]:
        """Ids of the events that have a mark of their own."""
        return frozenset(
            self.signs.shown[each.item.key].reading.id for each in self.packing.placed if each.item.key >= 0
        )

    @property
    def dated_count(self) -> int:
        """Number of its events with a date."""
        return len(self.signs.shown) + len(self.signs.before) + len(self.signs.after)


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    readings: tuple[ResolvedEvent, ...]
    dues: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneContext:
    """What lanes are laid out with: the scale, the width, colours, problems and the selection."""

    scale: TimeScale
    width: int
    """The width of the figure, in pixels."""
    top: float
    today: int
    """An ordinal."""
    colors: Mapping[str, int]
    """Index of each thread in the registry's order."""
    troubled: Mapping[str, Severity]
    """Ids of events to the worst problem that is on each."""
    selected: str | None = None
    is_played: bool = False
    """Questions then stand at their due days, for the day that the figure tells of moves."""

    @property
    def is_narrow(self) -> bool:
        """Whether names stand above their lanes."""
        return self.width < NARROW

    def room(self, lanes: int) -> LaneSpace:
        """What each of so many lanes has."""
        lanes = max(1, lanes)
        rows = max(5, min(14, 36 // lanes)) if self.is_narrow else max(3, min(10, 24 // lanes))
        line = line_px(self.scale, self.today)
        left = 0.0 if self.is_narrow else LEFT_COLUMN + 2
        return LaneSpace(left, self.width - 2.0, rows, min(420.0, 0.8 * (self.width - left)), line, _ROWS_OF_A_COUNT)


def lanes_of(groups: Sequence[LaneGroup], by: LaneBy, dues: Sequence[Due], ground: LaneContext) -> tuple[Lane, ...]:
    """The lanes of `groups`, from the ground's top downwards; from the 12th on they share one.

    A question stands in its thread's lane; where lanes are not by thread, all stand in one of their own. Where one lane
    is one of bars, so is every lane whose marks crowd: no bar then stands beside a count of another stretch of time.
    """
    held = [(group, signs_of(group.readings, ground.scale, ground.today)) for group in _groups(groups, by, dues)]
    room = ground.room(len(held))
    unit = bin_unit(ground.scale) if any(len(signs.shown) > MOST_MARKS for _, signs in held) else None
    lanes: list[Lane] = []
    for group, signs in held:
        lanes.append(_lane(group, signs, ground, room, unit, lanes[-1].bottom if lanes else ground.top))
    return tuple(lanes)


def with_heights(lanes: Sequence[Lane], least: Sequence[float]) -> tuple[Lane, ...]:
    """The lanes, one below the other, each at least as high as in `least`, in pixels."""
    placed: list[Lane] = []
    for lane, height in zip(lanes, least, strict=True):
        by = placed[-1].bottom - lane.top if placed else 0.0
        bottom = max(lane.bottom, lane.top + height) + by
        placed.append(replace(lane, top=lane.top + by, rows_top=lane.rows_top + by, bottom=bottom))
    return tuple(placed)


def _groups(groups: Sequence[LaneGroup], by: LaneBy, dues: Sequence[Due]) -> list[_Group]:
    asked: dict[str | None, list[Due]] = defaultdict(list)
    for due in dues:
        has_lane = by is LaneBy.THREAD and any(group.key == due.thread for group in groups)
        asked[due.thread if has_lane else None].append(due)
    own = [
        _Group(one_line(group.title), group.readings, tuple(asked[group.key]))
        for group in groups
        if group.key is not None
    ]
    if len(own) > MOST_LANES:
        others = own[MOST_LANES - 1 :]
        together = _together(tuple(group.readings for group in others))
        questions = tuple(due for group in others for due in group.dues)
        own = [*own[: MOST_LANES - 1], _Group(f"{len(others)} more {_PLURALS[by]}", together, questions)]
    without = [_Group(group.title, group.readings) for group in groups if group.key is None]
    return [*own, *without, *([_Group(_QUESTIONS, (), tuple(asked[None]))] if asked[None] else [])]


def _lane(group: _Group, signs: Signs, ground: LaneContext, room: LaneSpace, unit: Unit | None, top: float) -> Lane:
    dues = tuple(due_signs(group.dues, ground.scale, None if ground.is_played else ground.today))
    around = (*_edge_items(signs, ground.scale), *_due_items(dues))
    packing, bins, unit = _content(signs, around, ground, room, unit)
    undated = len(group.readings) - len(signs.shown) - len(signs.before) - len(signs.after)
    column = room.right - NAME_LEFT if ground.is_narrow else LEFT_COLUMN - NAME_LEFT - 6
    notes = _notes(signs, undated, () if unit else bins, len(dues) if not group.readings else 0)
    notes = notes if ground.is_narrow else join_in_lines(notes, column, NOTE_SIZE)
    name = wrap_text(group.title, column, 1 if ground.is_narrow else 2, NAME_SIZE, NAME_WEIGHT)
    rows_top = top + _PAD_ABOVE + (LINE + 3 if ground.is_narrow else 0)
    content = packing.rows * ROW + (_DENSITY_ROW if bins else 0)
    lines = () if ground.is_narrow else (*name, *notes)
    bottom = max(rows_top + max(content, ROW), top + _PAD_ABOVE + len(lines) * LINE) + _PAD_BELOW
    color = _shared_color(group, ground.colors)
    return Lane(group.title, color, signs, dues, undated, packing, bins, name, notes, top, rows_top, bottom, unit)


def _content(
    signs: Signs, around: Sequence[Item], ground: LaneContext, room: LaneSpace, unit: Unit | None
) -> tuple[Packing, tuple[EventBin, ...], Unit | None]:
    """What has room; then the bars of all events, each of one `unit`, or else the counts of what has no room."""
    shown, troubled = signs.shown, ground.troubled
    chosen = key if (key := signs.find(ground.selected)) >= 0 else BEFORE
    if len(shown) > MOST_MARKS:
        packing = on_bars(signs, around, room, troubled)
    else:
        packing = add_label(pack((*around, *_items(signs, room, troubled)), room), chosen, room)
    rest = [shown[item.key] for item in packing.rest if item.key >= 0]
    if unit and (rest or len(shown) > MOST_MARKS):
        packing = with_chosen(packing, shown, chosen, room, troubled)
        return packing, bars_of(signs, unit, ground.scale), unit
    return packing, tuple(bins_of(rest, ground.scale)), None


@memoize(64)
def _threads_of(readings: Sequence[ResolvedEvent]) -> frozenset[str | None]:
    return frozenset([reading.thread for reading in readings])


@memoize(4)
def _together(groups: Sequence[Sequence[ResolvedEvent]]) -> tuple[ResolvedEvent, ...]:
    return tuple(chain.from_iterable(groups))


def _shared_color(group: _Group, colors: Mapping[str, int]) -> int | None:
    threads = {*_threads_of(group.readings), *(due.thread for due in group.dues)}
    return colors.get(threads.pop() or "") if len(threads) == 1 else None


def _items(signs: Signs, room: LaneSpace, troubled: Mapping[str, Severity]) -> Iterator[Item]:
    for key, sign in enumerate(signs.shown):
        yield item_of(key, sign, room, troubled, _RANKS[sign.reading.event.weight])


def _due_items(dues: Iterable[DueSign]) -> Iterator[Item]:
    for index, sign in enumerate(dues):
        yield Item(FIRST_DUE - index, sign.left, sign.right, sign.label, 0)


def _edge_items(signs: Signs, scale: TimeScale) -> Iterator[Item]:
    if signs.before:
        yield Item(BEFORE, scale.left_px - 4, scale.left_px + 4, f"{len(signs.before)} earlier", 0)
    if signs.after:
        yield Item(AFTER, scale.right_px - 4, scale.right_px + 4, f"{len(signs.after)} later", 0)


def _notes(signs: Signs, undated: int, bins: Sequence[EventBin], questions: int) -> tuple[str, ...]:
    dated = len(signs.shown) + len(signs.before) + len(signs.after)
    counted = sum(len(each.signs) for each in bins)
    if questions:
        return (f"{questions:,} with a due date",)
    notes = [f"{dated:,} on the line" if dated else "none on the line"]
    if undated:
        notes.append(f"{undated:,} undated")
    if counted:
        notes.append(f"{counted:,} as counts")
    return tuple(notes)
