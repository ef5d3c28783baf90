"""The timeline: one lane a thread, time widened where much happens, and the same to true scale below."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal

from dashboard.model.registry import Thread
from dashboard.query.reading import Reading
from dashboard.views.canvas import Canvas
from dashboard.views.drawing import Drawing
from dashboard.views.palette import Palette
from dashboard.views.spans import anchors_of
from dashboard.views.time_axis import Axis, busy_axis, even_axis, piecewise_axis
from dashboard.views.time_figure import figure_of
from dashboard.views.time_ground import HEAD
from dashboard.views.time_scale import TimeScale
from dashboard.views.time_strip import HEIGHT as STRIP_HEIGHT
from dashboard.views.time_strip import strip_of
from dashboard.views.timeline_frame import frame_of
from dashboard.views.timeline_lanes import LEFT_COLUMN, NARROW, ROW, lanes_of
from dashboard.views.timeline_look import Look
from dashboard.views.timeline_traces import SignTraces
from dashboard.views.timeline_words import description_of, rows_of, sentences_of

LEAST_WIDTH: Final = 240
"""In pixels; a narrower figure is drawn as if it had this width."""

_MARGIN_LEFT: Final = 10.0
_MARGIN_RIGHT: Final = 24.0
_MARGIN_NARROW: Final = 12.0


def event_timeline(
    readings: Sequence[Reading],
    *,
    threads: Mapping[str, Thread],
    palette: Palette,
    width: int,
    selected: str | None = None,
    scale: Literal["all", "busy", "even"] = "all",
    today: date,
    troubled: frozenset[str] = frozenset(),
) -> Drawing:
    """All dated events on a line, in lanes by thread.

    `threads` gives the order of the lanes, hence their colours. `width` is the figure's, in pixels; labels are packed
    for it, and the height is computed. `scale`: all time with busy time widened, busy time alone, or even. `troubled`
    are events that a problem is on. Trace 0 holds what can be pressed: transparent bars over each mark and its label.
    Sentences come without full stops.
    """
    width = max(LEAST_WIDTH, width)
    whole = piecewise_axis((a for r in readings if r.date.value for a in anchors_of(r.date.value)), today)
    canvas = Canvas(width, 0.0 if width < NARROW else LEFT_COLUMN)
    time = _time_scale(_axis(whole, scale), canvas)
    day = today.toordinal()
    lanes = lanes_of(readings, threads, time, width, HEAD, day)
    look = Look(palette, {thread: index for index, thread in enumerate(threads)}, selected, troubled)
    signs = SignTraces(canvas, look)
    signs.draw(lanes)
    bottom = lanes[-1].bottom if lanes else HEAD + 3 * ROW
    shapes, words = frame_of(lanes, time, canvas, palette, bottom, day)
    if scale != "even" and any(lane.dated for lane in lanes):
        more_shapes, more_words = strip_of(lanes, time, whole, canvas, look, bottom)
        shapes, words, bottom = [*more_shapes, *shapes], [*words, *more_words], bottom + STRIP_HEIGHT
    figure = figure_of(signs.traces(), shapes, words, canvas, palette, bottom, f"timeline-{scale}")
    return Drawing(
        figure,
        signs.marks,
        description_of(readings, lanes),
        sentences_of(lanes, time.axis, scale, troubled, is_split=busy_axis(whole) is not None),
        rows_of(readings, threads),
    )


def _axis(whole: Axis, scale: Literal["all", "busy", "even"]) -> Axis:
    if scale == "even":
        return even_axis(whole)
    return (busy_axis(whole) if scale == "busy" else None) or whole


def _time_scale(axis: Axis, canvas: Canvas) -> TimeScale:
    if canvas.width < NARROW:
        return TimeScale(axis, _MARGIN_NARROW, canvas.width - _MARGIN_NARROW)
    return TimeScale(axis, canvas.left + _MARGIN_LEFT, canvas.width - _MARGIN_RIGHT)
