"""The timeline: events in lanes, time widened where much happens, and the same to true scale below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from itertools import repeat
from types import MappingProxyType
from typing import Final

from dashboard.model.problem import Severity
from dashboard.model.registry import Thread
from dashboard.query.imports import DatedRows
from dashboard.query.lanes import LaneBy, LaneGroup, lanes_by
from dashboard.query.questions import Due
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Canvas, Drawing, Palette, Shape, Word, figure_of, memoize, text_width
from dashboard.views.timeline.axis import Anchor, Axis, TimeScale, busy_axis, even_axis, is_full, is_short, part_of
from dashboard.views.timeline.background import AS_OF, HEAD, TODAY, DayLine, grounds_of, head_of, line_px, today_of
from dashboard.views.timeline.bars import highest_of
from dashboard.views.timeline.imported_band import TOLD, ImportedBand
from dashboard.views.timeline.lane_layout import (
    LEFT_COLUMN,
    LINE,
    NAME_LEFT,
    NAME_SIZE,
    NAME_WEIGHT,
    NARROW,
    NOTE_SIZE,
    ROW,
    Lane,
    LaneContext,
    lanes_of,
    with_heights,
)
from dashboard.views.timeline.piecewise import piecewise_axis
from dashboard.views.timeline.signs import SignStyle
from dashboard.views.timeline.so_far import so_far
from dashboard.views.timeline.spans import anchors_of, dates_of
from dashboard.views.timeline.strip import BAND, LENS, strip_of
from dashboard.views.timeline.strip import HEIGHT as STRIP_HEIGHT
from dashboard.views.timeline.traces import SignTraces
from dashboard.views.timeline.window import TimeFrame, TimeWindow
from dashboard.views.timeline.words import (
    NOTHING_SHOWN,
    Scale,
    about_questions,
    about_several,
    description_of,
    rows_of,
    sentences_of,
)

LEAST_WIDTH: Final = 240
"""In pixels; a narrower figure is drawn as if it had this width."""

_MARGIN_LEFT: Final = 10.0
_MARGIN_RIGHT: Final = 24.0
_MARGIN_NARROW: Final = 12.0
_RAIL: Final = 3.0


def event_timeline(
    readings: Sequence[ResolvedEvent],
    *,
    threads: Mapping[str, Thread],
    palette: Palette,
    width: int,
    selected: str | None = None,
    scale: Scale = "auto",
    today: date,
    today_word: str = TODAY,
    troubled: Mapping[str, Severity] = MappingProxyType({}),
    lanes: LaneBy = LaneBy.THREAD,
    groups: Sequence[LaneGroup] | None = None,
    dues: Sequence[Due] = (),
    within: Sequence[ResolvedEvent] | None = None,
    within_dues: Sequence[Due] | None = None,
    until: date | None = None,
    newest: frozenset[str] = frozenset(),
    between: tuple[date | None, date | None] = (None, None),
    around: Sequence[ResolvedEvent] | None = None,
    window: TimeWindow | None = None,
    imported: DatedRows | None = None,
) -> Drawing:
    """All dated events on a line, in lanes.

    `threads` gives the colours, and the order of lanes by thread. `width` is the figure's, in pixels; labels are packed
    for it, and the height is computed. `scale`: all time with busy time widened, busy time alone, or even;
    `auto` is even where the axis is full, else all. `troubled`:
    the worst problem that is on each event. `groups`: what stands in each lane, as `lanes_by` gives it for `lanes`; by
    thread it may be left out. `dues`: questions, drawn right of today, whose line is called `today_word`. `within` and
    `within_dues`: the events and questions that axis, lanes and labels are laid out for, of which `readings` (and, in
    their places, `groups`) and `dues` are some: all, while time is played. The line then stands at `until`, and the
    events in `newest` have a ground of their own. `between`: the first and the last day that the reader filters by; the
    axis has no others. `around`: the events whatever their dates, for the strip, which then always stands there.
    `window`: the part of the axis that the reader has moved to. `imported`: rows that others have published, as bars
    in a band below the lanes. Trace 0 holds what can be pressed: transparent bars
    over each mark and its label. Sentences come without full stops.
    """
    width = max(LEAST_WIDTH, width)
    everything = readings if within is None else within
    if groups is None:
        groups = lanes_by(everything, LaneBy.THREAD, lambda thread: threads[thread].title, tuple(threads))
    asked = dues if within_dues is None else within_dues
    whole = _axis_between(_axis_of(everything, asked, today), between)
    if scale == "auto":
        scale = "even" if is_full(whole) or is_short(whole) else "all"
    canvas = Canvas(width, 0.0 if width < NARROW else LEFT_COLUMN)
    axis = _axis(whole, scale)
    time = _time_scale(window.within(axis) if window else axis, canvas)
    day = today.toordinal()
    look = SignStyle(palette, {thread: index for index, thread in enumerate(threads)}, selected, troubled, newest)
    ground = LaneContext(time, width, HEAD, day, look.threads, troubled, selected, is_played=until is not None)
    laid = lanes_of(groups, lanes, asked, ground)
    if time.axis is not axis:  # no lower than with all time in sight: what lies below stays where it is
        whole_lanes = lanes_of(groups, lanes, asked, replace(ground, scale=_time_scale(axis, canvas)))
        laid = with_heights(laid, [lane.bottom - lane.top for lane in whole_lanes])
    drawn = laid
    if within is not None:
        shown = frozenset(each.id for each in readings)
        drawn = so_far(laid, shown, dues, until.toordinal() if until else day, time)
    bottom = laid[-1].bottom if laid else HEAD + 3 * ROW
    line = DayLine(day, today_word) if until is None else DayLine(until.toordinal(), AS_OF)
    signs = SignTraces(canvas, look, line_px(time, line.day))
    signs.draw(drawn, laid)
    band = ImportedBand(imported, bottom, time, canvas) if imported is not None else None
    bottom = band.bottom if band else bottom
    shapes, words = frame_of(drawn, time, canvas, palette, bottom, day, line)
    if band:
        more_shapes, more_words = band.draw(signs, palette)
        shapes, words = [*shapes, *more_shapes], [*words, *more_words]
    frame = None
    if around is not None or (scale != "even" and any(lane.dated_count for lane in laid)):
        true = whole if around is None else _axis_of(around, asked, today)
        others = around if around and not until else ()
        if around is not None:
            bands = tuple((lane.top, lane.rows_top) for lane in laid) if width < NARROW else ()
            ends = (bottom + LENS, bottom + LENS + BAND)
            frame = TimeFrame.of(axis, time, width, bottom, ends, true, bands)
        more_shapes, more_words = strip_of(drawn, time, true, canvas, look, bottom, others)
        shapes, words, bottom = [*more_shapes, *shapes], [*words, *more_words], bottom + STRIP_HEIGHT
    figure = figure_of(
        signs.traces(), shapes, [*signs.words, *words], canvas, palette, bottom, f"timeline-{scale}-{lanes}"
    )
    is_split = busy_axis(whole) is not None
    highest = highest_of([lane.bins for lane in laid if lane.unit])
    return Drawing(
        figure,
        signs.marks,
        description_of(readings, drawn, lanes),
        (
            *(
                sentences_of(drawn, time.axis, scale, troubled, is_split=is_split, highest=highest, fitted=whole)
                if readings
                else (NOTHING_SHOWN,)
            ),
            *_about_lanes(lanes, everything, drawn, dues),
            *((TOLD,) if band else ()),
        ),
        rows_of(readings, threads),
        tuple((time.px(day) / width, int(day)) for day in time.axis.days),
        scale=scale,
        frame=asdict(frame) if frame else None,
    )


@memoize(8)
def _axis_of(readings: Sequence[ResolvedEvent], dues: Sequence[Due], today: date) -> Axis:
    return piecewise_axis(_anchors(readings, dues), today)


def _axis_between(axis: Axis, between: tuple[date | None, date | None]) -> Axis:
    first, last = between
    start = first.toordinal() if first else axis.start
    end = last.toordinal() + 1 if last else axis.end
    return part_of(axis, start, end) if start < end else axis


def _anchors(readings: Sequence[ResolvedEvent], dues: Iterable[Due]) -> Iterable[Anchor]:
    for when, number in dates_of(readings).items():
        for anchor in anchors_of(when):
            yield from repeat(anchor, number)
    for due in dues:
        if not due.is_past and due.day < date.max:
            yield Anchor(due.day.year, due.day.month)


def _about_lanes(
    by: LaneBy, readings: Sequence[ResolvedEvent], lanes: Sequence[Lane], dues: Sequence[Due]
) -> Iterable[str]:
    yield from about_several(by, readings)
    yield from about_questions(dues, sum(len(lane.dues) for lane in lanes))


def _axis(whole: Axis, scale: Scale) -> Axis:
    if scale == "even":
        return even_axis(whole)
    return (busy_axis(whole) if scale == "busy" else None) or whole


def _time_scale(axis: Axis, canvas: Canvas) -> TimeScale:
    if canvas.width < NARROW:
        return TimeScale(axis, _MARGIN_NARROW, canvas.width - _MARGIN_NARROW)
    return TimeScale(axis, canvas.left + _MARGIN_LEFT, canvas.width - _MARGIN_RIGHT)


def frame_of(
    lanes: Sequence[Lane],
    scale: TimeScale,
    canvas: Canvas,
    palette: Palette,
    bottom: float,
    today: int,
    line: DayLine,
) -> tuple[list[Shape], list[Word]]:
    """Shapes and words down to `bottom`, grounds first. Ticks keep clear of `today`, an ordinal; `line` is drawn."""
    shapes = grounds_of(scale, canvas, palette, bottom, today)
    shapes.extend(
        canvas.line((0, y), (canvas.width, y), palette.line) for y in (HEAD, *(lane.bottom for lane in lanes), bottom)
    )
    words = head_of(scale, canvas, palette, today, line)
    for lane in lanes:
        shapes.append(_rail(lane, canvas, palette))
        words.extend(_names(lane, canvas, palette))
    shapes.extend(today_of(scale, canvas, palette, bottom, line.day))
    return shapes, words


def _rail(lane: Lane, canvas: Canvas, palette: Palette) -> Shape:
    color = palette.thread(lane.color_index)
    if canvas.width < NARROW:
        return canvas.box((0, lane.top + 6), (9, lane.top + 15), color)
    return canvas.box((0, lane.top + 5), (_RAIL, lane.bottom - 5), color)


def _names(lane: Lane, canvas: Canvas, palette: Palette) -> Iterator[Word]:
    if canvas.width < NARROW:
        yield from _name_above(lane, canvas, palette)
        return
    y = lane.top + 5 + LINE / 2
    for line in lane.name:
        yield Word((NAME_LEFT, y), line, palette.text, size=NAME_SIZE, weight=NAME_WEIGHT)
        y += LINE
    for line in lane.notes:
        yield Word((NAME_LEFT, y), line, palette.muted, size=NOTE_SIZE)
        y += LINE


def _name_above(lane: Lane, canvas: Canvas, palette: Palette) -> Iterator[Word]:
    y, left = lane.top + 10.5, NAME_LEFT + 3
    name = lane.name[0]
    yield Word((left, y), name, palette.text, size=NAME_SIZE, weight=NAME_WEIGHT)
    after = left + text_width(name, NAME_SIZE, NAME_WEIGHT) + 8
    notes = (" · ".join(lane.notes[:count]) for count in range(len(lane.notes), 0, -1))
    if note := next((note for note in notes if text_width(note, NOTE_SIZE) <= canvas.width - after), ""):
        yield Word((after, y), note, palette.muted, size=NOTE_SIZE)
