"""What a timeline's signs stand in: the head with its ticks, widened time, lanes with names, the line for today."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.views.drawing import Canvas, Shape, Word, text_width
from dashboard.views.palette import Palette
from dashboard.views.timeline.background import HEAD, DayLine, grounds_of, head_of, today_of
from dashboard.views.timeline.lane_layout import LINE, NAME_LEFT, NAME_SIZE, NAME_WEIGHT, NARROW, NOTE_SIZE, Lane
from dashboard.views.timeline.scale import TimeScale

_RAIL: Final = 3.0


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
