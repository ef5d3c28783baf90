"""The commitment ladder of a thread over time: how far it had come, from floated to delivered, or that it is over."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.ladder import OVER, Join, LadderStep
from dashboard.views.drawing import Canvas, Drawing, FigureName, Palette, Shape, Word, figure_of
from dashboard.views.ladder.labels import Box, LabelArea, placed_labels
from dashboard.views.ladder.rungs import Rungs, rungs_of
from dashboard.views.ladder.traces import LadderTraces, elbows_of, taken_boxes, wanted_labels
from dashboard.views.ladder.words import description_of, rows_of, sentences_of
from dashboard.views.timeline import (
    HEAD,
    NARROW,
    DayLine,
    SignStyle,
    TimeScale,
    anchors_of,
    fitting_axis,
    grounds_of,
    head_of,
    piecewise_axis,
    today_of,
)

LEAST_WIDTH: Final = 280
"""In pixels; a narrower figure is drawn as if it had this width."""
LEVELS_WIDE: Final = 150.0
LEVELS_NARROW: Final = 72.0
GAP: Final = 26.0
"""Between the rungs that lead up and those that are over; the rule is in its middle."""
MOST_JOINS: Final = 40
"""Where there are more, only those of the selected event are drawn."""
_PAD: Final = 4.0
_MARGIN_LEFT, _MARGIN_RIGHT, _MARGIN_NARROW = 12.0, 24.0, 12.0
_NAME_SIZE, _LEVEL_SIZE, _LEVEL_SIZE_NARROW = 12, 12, 11
_GROUPS: Final = ("In progress", "Closed")


def event_ladder(
    steps: Sequence[LadderStep],
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
    canvas = _canvas(max(LEAST_WIDTH, width))
    scale, day = _time_scale(steps, canvas, today), today.toordinal()
    rungs = rungs_of(steps, scale, day, HEAD + _PAD, GAP)
    by_id = {step.id: step for step in steps}
    few = len(joins) <= MOST_JOINS
    lines = joins if few else [join for join in joins if selected in (join.before, join.after)]
    colors = {} if color_index is None else dict.fromkeys((step.reading.thread or "" for step in steps), color_index)
    traces = LadderTraces(rungs, by_id, lines, canvas, SignStyle(palette, colors, selected, troubled))
    taken = (*taken_boxes(rungs, joins if few else (), troubled), *_today_box(scale, day, rungs.bottom))
    traces.draw(placed_labels(wanted_labels(rungs, by_id), taken, _field(rungs, canvas)))
    shapes, words = _ground(rungs, scale, canvas, palette, day)
    drawn = [join for join, _ in elbows_of(joins, rungs)]
    figure = figure_of(traces.traces(), shapes, [*traces.words, *words], canvas, palette, rungs.bottom + _PAD, "ladder")
    last = len(figure["data"]) - 1  # which has the words
    return Drawing(
        figure,
        traces.marks,
        description_of(title, steps, drawn),
        tuple(sentences_of(rungs.spots, drawn, scale.axis, troubled, shows_all=few)),
        rows_of(steps),
        name=f"Commitment ladder of {title}",
        names=tuple(FigureName(last, at, spot.ids, traces.words[at].text) for at, spot in traces.named.items()),
    )


def _canvas(width: int) -> Canvas:
    return Canvas(width, LEVELS_NARROW if width < NARROW else LEVELS_WIDE)


def _time_scale(steps: Sequence[LadderStep], canvas: Canvas, today: date) -> TimeScale:
    dates = [step.reading.date.value for step in steps if step.reading.date.value is not None]
    axis = fitting_axis(piecewise_axis((anchor for when in dates for anchor in anchors_of(when)), today))
    is_narrow = canvas.width < NARROW
    left, right = (_MARGIN_NARROW, _MARGIN_NARROW) if is_narrow else (_MARGIN_LEFT, _MARGIN_RIGHT)
    return TimeScale(axis, canvas.left + left, canvas.width - right)


def _field(rungs: Rungs, canvas: Canvas) -> LabelArea:
    """What labels have."""
    widest = min(420.0, 0.8 * (canvas.width - canvas.left))
    return LabelArea(canvas.left + 4, canvas.width - 2.0, HEAD, rungs.bottom + _PAD, widest)


def _ground(
    rungs: Rungs, scale: TimeScale, canvas: Canvas, palette: Palette, today: int
) -> tuple[list[Shape], list[Word]]:
    """Time, rungs and their names."""
    bottom = rungs.bottom + _PAD
    shapes = [
        *grounds_of(scale, canvas, palette, bottom, today),
        *_lines(rungs, canvas, palette, bottom),
        *today_of(scale, canvas, palette, bottom, today),
    ]
    return shapes, [*head_of(scale, canvas, palette, today, DayLine(today)), *_names(rungs, canvas, palette)]


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


def _names(rungs: Rungs, canvas: Canvas, palette: Palette) -> Iterator[Word]:
    """The levels, those that are used in the first voice; and the two groups."""
    used = {spot.level for spot in rungs.spots}
    is_narrow = canvas.width < NARROW
    size = _LEVEL_SIZE_NARROW if is_narrow else _LEVEL_SIZE
    for rung in rungs.rungs:
        color = palette.text if rung.level in used else palette.muted
        yield Word((canvas.left - 10, rung.y()), rung.level, color, size=size, anchor="right")
    first, over = rungs.rungs[0], next(rung for rung in rungs.rungs if rung.level == OVER[0])
    heights = (HEAD / 2, rungs.rule + 10) if is_narrow else (first.y(), over.y())
    for name, y in zip(_GROUPS, heights, strict=True):
        yield Word((0, y), name, palette.text, size=_NAME_SIZE, weight=650)
