"""The commitment ladder of a thread over time: how far it had come, from floated to delivered, or that it is over."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.ladder import OVER, Join, Step
from dashboard.views.canvas import Annotation, Canvas, Shape
from dashboard.views.drawing import Drawing
from dashboard.views.ladder_labels import Box, Field, placed_labels
from dashboard.views.ladder_rungs import Rungs, rungs_of
from dashboard.views.ladder_traces import LadderTraces, taken_boxes, wanted_labels
from dashboard.views.ladder_words import description_of, rows_of, sentences_of
from dashboard.views.palette import Palette
from dashboard.views.spans import anchors_of
from dashboard.views.time_axis import piecewise_axis
from dashboard.views.time_figure import figure_of
from dashboard.views.time_ground import HEAD, grounds_of, head_of, today_of
from dashboard.views.time_scale import TimeScale
from dashboard.views.timeline_lanes import NARROW
from dashboard.views.timeline_look import Look

LEAST_WIDTH: Final = 280
"""In pixels; a narrower figure is drawn as if it had this width."""
LEVELS_WIDE: Final = 150.0
LEVELS_NARROW: Final = 72.0
GAP: Final = 26.0
"""Between the rungs that lead up and those that are over; the rule is in its middle."""
_PAD: Final = 4.0
_MARGIN_LEFT, _MARGIN_RIGHT, _MARGIN_NARROW = 12.0, 24.0, 12.0
_NAME_SIZE, _LEVEL_SIZE, _LEVEL_SIZE_NARROW = 12, 12, 11
_GROUPS: Final = ("How far", "Over")


def event_ladder(
    steps: Sequence[Step],
    joins: Sequence[Join],
    *,
    title: str,
    color_index: int | None,
    palette: Palette,
    width: int,
    today: date,
    selected: str | None = None,
    troubled: Mapping[str, Severity] = MappingProxyType({}),
) -> Drawing:
    """The steps of one thread, `title`, on nine rungs over a piecewise axis of time.

    `color_index` is the thread's place in the registry. `width` is the figure's, in pixels; labels are packed for it,
    and the height is computed. `troubled` are event ids with the worst problem that is on them. Trace 0 holds what
    can be pressed. Sentences come without full stops.
    """
    width = max(LEAST_WIDTH, width)
    is_narrow = width < NARROW
    canvas = Canvas(width, LEVELS_NARROW if is_narrow else LEVELS_WIDE)
    dates = [step.reading.date.value for step in steps if step.reading.date.value is not None]
    axis = piecewise_axis((anchor for when in dates for anchor in anchors_of(when)), today)
    left, right = (_MARGIN_NARROW, _MARGIN_NARROW) if is_narrow else (_MARGIN_LEFT, _MARGIN_RIGHT)
    scale, day = TimeScale(axis, canvas.left + left, width - right), today.toordinal()
    rungs = rungs_of(steps, scale, day, HEAD + _PAD, GAP)
    bottom = rungs.bottom + _PAD
    by_id = {step.id: step for step in steps}
    colors = {} if color_index is None else dict.fromkeys((step.reading.thread or "" for step in steps), color_index)
    traces = LadderTraces(rungs, by_id, joins, canvas, Look(palette, colors, selected, troubled))
    field = Field(canvas.left + 4, width - 2.0, HEAD, bottom, min(420.0, 0.8 * (width - canvas.left)))
    taken = (*taken_boxes(rungs, joins), *_today_box(scale, day, bottom))
    traces.draw(placed_labels(wanted_labels(rungs, by_id), taken, field))
    shapes = [
        *grounds_of(scale, canvas, palette, bottom, day),
        *_lines(rungs, canvas, palette, bottom),
        *today_of(scale, canvas, palette, bottom, day),
    ]
    words = [*head_of(scale, canvas, palette, day), *_names(rungs, canvas, palette)]
    drawn = [join for join in joins if {join.before, join.after} <= {id_ for spot in rungs.spots for id_ in spot.ids}]
    return Drawing(
        figure_of(traces.traces(), shapes, words, canvas, palette, bottom, "ladder"),
        traces.marks,
        description_of(title, steps, drawn),
        tuple(sentences_of(rungs.spots, drawn, axis, troubled)),
        rows_of(steps),
    )


def _today_box(scale: TimeScale, today: int, bottom: float) -> Iterator[Box]:
    if scale.shows(today, today + 1):
        at = scale.px(today + 0.5)
        yield Box(at - 2, HEAD, at + 2, bottom)


def _lines(rungs: Rungs, canvas: Canvas, palette: Palette, bottom: float) -> Iterator[Shape]:
    """A faint line at each rung, the rule, and the edges."""
    heights = [rung.y(row) for rung in rungs.rungs for row in range(rung.sub_rows)]
    yield canvas.strokes([((canvas.left, y), (canvas.width, y)) for y in heights], palette.grid)
    for y in (HEAD, bottom):
        yield canvas.line((0, y), (canvas.width, y), palette.line)
    yield canvas.line((0, rungs.rule), (canvas.width, rungs.rule), palette.line2)


def _names(rungs: Rungs, canvas: Canvas, palette: Palette) -> Iterator[Annotation]:
    """The levels, those that are used in the first voice; and the two groups."""
    used = {spot.level for spot in rungs.spots}
    is_narrow = canvas.width < NARROW
    size = _LEVEL_SIZE_NARROW if is_narrow else _LEVEL_SIZE
    for rung in rungs.rungs:
        color = palette.text if rung.level in used else palette.muted
        yield canvas.text((canvas.left - 10, rung.y()), rung.level, color, size=size, anchor="right")
    first, over = rungs.rungs[0], next(rung for rung in rungs.rungs if rung.level == OVER[0])
    heights = (HEAD / 2, rungs.rule + 10) if is_narrow else (first.y(), over.y())
    for name, y in zip(_GROUPS, heights, strict=True):
        yield canvas.text((0, y), name, palette.text, size=_NAME_SIZE, weight=650)
