"""The signs of events on a timeline: their positions, in pixels, and what their colours go by."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple

from dashboard.model.problem import Severity
from dashboard.query.questions import Due
from dashboard.query.reading import ResolvedEvent, Support
from dashboard.views.drawing import SIGN_PX, Palette, memoize, one_line, reach
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.spans import TimeSpan, span_of

DISC: Final = 9.0
"""Diameter of a day's mark."""
DUE: Final = 13.0
"""Diameter of an open question's ring."""
RING: Final = 4.0
"""From a mark's edge to the outside of the ring around it, where it is selected."""
_BESIDE: Final = 1.0
"""Between that and the sign of a problem."""
_AFTER_TODAY: Final = 5.0
_OPEN_LEAST: Final = 56.0
CLEAR: Final = 5.0
"""Between an open end and the line for today."""
_UNKNOWN: Final = 64.0
"""Length of a bar whose end is not known: a length that says nothing, since nothing is known."""


@dataclass(frozen=True, slots=True)
class SignStyle:
    """The colours of signs: the palette, what is selected and what has problems."""

    palette: Palette
    threads: Mapping[str, int]
    """Index of each thread in the registry's order."""
    selected: str | None
    troubled: Mapping[str, Severity]
    """Event ids to the worst problem that is on them."""
    newest: frozenset[str] = frozenset()
    """Ids of the events that have just appeared, while time is played."""
    _dimmed: dict[str | None, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By thread: few are asked for by thousands of events."""

    def color(self, reading: ResolvedEvent) -> str:
        """The colour of an event's sign: its thread's, dimmed if another event is selected."""
        if self.selected in (None, reading.id):
            return self._full(reading)
        if reading.thread not in self._dimmed:
            self._dimmed[reading.thread] = self.palette.dim_color(self._full(reading))
        return self._dimmed[reading.thread]

    def _full(self, reading: ResolvedEvent) -> str:
        return self.palette.thread(self.threads.get(reading.thread or ""))

    def label(self, reading: ResolvedEvent) -> str:
        """The colour of an event's label."""
        return self.palette.text if self.selected in (None, reading.id) else self.palette.muted


class Sign(NamedTuple):
    """An event with a date, on the line."""

    reading: ResolvedEvent
    span: TimeSpan
    left: float
    right: float

    @property
    def middle(self) -> float:
        """The middle of the sign."""
        return (self.left + self.right) / 2


def with_problem(sign: Sign, severity: Severity | None, most: float) -> tuple[float, float]:
    """Left and right of a mark with the sign of its problem: that is on its right; left of it, where `most` is near."""
    if severity is None:
        return sign.left, sign.right
    left, _, right, _ = reach(severity, SIGN_PX)
    need = RING + _BESIDE + left + right
    return (sign.left, sign.right + need) if sign.right + need <= most else (sign.left - need, sign.right)


def problem_at(sign: Sign, severity: Severity, middle: float, *, is_left: bool) -> tuple[float, float]:
    """Middle of the sign of a problem, beside a mark at the height `middle`."""
    left, up, right, down = reach(severity, SIGN_PX)
    away = RING + _BESIDE
    return sign.left - away - right if is_left else sign.right + away + left, middle + (up - down) / 2


@dataclass(frozen=True, slots=True)
class DueSign:
    """An open question, right of today."""

    due: Due
    left: float
    """The left end of the line from today to the ring, in pixels; while time is played, the ring's left edge."""
    right: float
    """The right edge of the ring, in pixels."""

    @property
    def middle(self) -> float:
        """The middle of the ring."""
        return self.right - DUE / 2

    @property
    def label(self) -> str:
        """`Open: will South Korea pay more?`"""
        return f"Open: {one_line(self.due.question.text)}"


@dataclass(frozen=True)
class Signs:
    """The events of a lane on one scale: those in sight, and those before and after what the axis shows."""

    shown: tuple[Sign, ...]
    before: tuple[ResolvedEvent, ...]
    after: tuple[ResolvedEvent, ...]
    until: int | None = None
    """While time is played, the day at which spans end: an ordinal."""
    bars: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The bars that were made of them, by unit and scale."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of the events in sight."""
        return frozenset([sign.reading.id for sign in self.shown])

    @cached_property
    def kinds(self) -> Counter[tuple[Support, bool, bool]]:
        """How many signs in sight are carried so, dashed or not, fading or not."""
        return Counter([(sign.reading.date.carried, sign.span.is_dashed, sign.span.fades) for sign in self.shown])

    @cached_property
    def lengths(self) -> Counter[float]:
        """How many signs in sight are of so many days."""
        return Counter([sign.span.end - sign.span.start for sign in self.shown])

    @cached_property
    def latest(self) -> tuple[int, ...]:
        """The signs in sight, the latest first."""
        return tuple(sorted(range(len(self.shown)), key=lambda key: -self.shown[key].span.start))

    @cached_property
    def distinct(self) -> tuple[tuple[ResolvedEvent, TimeSpan], ...]:
        """One event of each thread at each span: those of the others lie under its own. A date has one span."""
        found: dict[tuple[str | None, int], tuple[ResolvedEvent, TimeSpan]] = {}
        for reading, span in self.spans():
            found.setdefault((reading.thread, id(span)), (reading, span))
        return tuple(found.values())

    def find(self, event: str | None) -> int:
        """Which of the signs in sight is of an event; -1 where none is."""
        if event not in self.ids:
            return -1
        return next(key for key, sign in enumerate(self.shown) if sign.reading.id == event)

    def spans(self) -> Iterator[tuple[ResolvedEvent, TimeSpan]]:
        """Every event with its span, in sight or not."""
        yield from ((sign.reading, sign.span) for sign in self.shown)
        for reading in (*self.before, *self.after):
            if reading.date.value:
                span = span_of(reading.date.value, lasted=reading.event.when.lasted)
                yield reading, span if self.until is None else span.by(self.until)

    def beyond(self) -> Iterator[Sign]:
        """A sign, at no place in the figure, of every event before and after what is in sight."""
        for reading in (*self.before, *self.after):
            if reading.date.value:
                yield Sign(reading, span_of(reading.date.value, lasted=reading.event.when.lasted), 0.0, 0.0)


@memoize(16)
def signs_of(readings: Sequence[ResolvedEvent], scale: TimeScale, today: int) -> Signs:
    """The sign of every reading with a date. `today` is an ordinal: open ends reach to it."""
    shown: list[Sign] = []
    before: list[ResolvedEvent] = []
    after: list[ResolvedEvent] = []
    places: dict[tuple[str, bool], tuple[TimeSpan, int, tuple[float, float]]] = {}
    for reading in readings:
        when, lasted = reading.date.value, reading.event.when.lasted
        if when is None:
            continue
        if (place := places.get((when.text, lasted))) is None:
            span = span_of(when, lasted=lasted)
            side = _side(span, scale)
            place = places[when.text, lasted] = span, side, (0.0, 0.0) if side else _pixels(span, scale, today)
        span, side, pixels = place
        if side:
            (before if side < 0 else after).append(reading)
        else:
            shown.append(Sign(reading, span, *pixels))
    return Signs(tuple(shown), tuple(before), tuple(after))


def _side(span: TimeSpan, scale: TimeScale) -> int:
    """-1 before what the axis shows, 1 after it, 0 on it."""
    start = float("-inf") if span.left == "open" else span.start
    end = float("inf") if span.right == "open" else max(span.end, span.start + 1e-6)
    return -1 if end <= scale.axis.start else 1 if start >= scale.axis.end else 0


def _pixels(span: TimeSpan, scale: TimeScale, today: int) -> tuple[float, float]:
    left, right = scale.px(span.start), scale.px(span.end)
    if span.is_day:
        return left - DISC / 2, left + DISC / 2
    if span.right == "open":
        least = scale.px(today) - CLEAR if span.start < today < scale.axis.end else scale.right_px
        right = max(min(left + _OPEN_LEAST, scale.right_px), least)
    elif span.right == "unknown":
        right = min(left + _UNKNOWN, scale.right_px)
    if span.left == "open":
        left = min(scale.left_px, right - DISC)
    elif span.left == "unknown":
        left = max(right - _UNKNOWN, scale.left_px)
    short = max(0.0, DISC - (right - left)) / 2
    return left - short, right + short


def due_signs(dues: Iterable[Due], scale: TimeScale, today: int | None) -> Iterator[DueSign]:
    """The sign of every question on the axis: at its due date; right of today, where there is one, if near or past."""
    if today is None or not scale.shows(today, today + 1):
        for due in dues:
            if (today is None or not due.is_past) and scale.shows(due.day.toordinal(), due.day.toordinal() + 1):
                middle = scale.px(due.day.toordinal() + 0.5)
                yield DueSign(due, middle - DUE / 2, middle + DUE / 2)
        return
    line = scale.px(today + 0.5)
    for due in dues:
        at = max(scale.px(due.day.toordinal() + 0.5), line + _AFTER_TODAY + DUE / 2)
        yield DueSign(due, line - 1, at + DUE / 2)
