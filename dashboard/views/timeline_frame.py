"""What a timeline's signs stand in: the head with its ticks, widened time, lanes with names, the line for today."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.views.canvas import Annotation, Canvas, Shape
from dashboard.views.palette import Palette
from dashboard.views.text_width import text_width
from dashboard.views.time_scale import TimeScale
from dashboard.views.time_ticks import TICK_SIZE, YEAR_WEIGHT, Tick, even_ticks, piece_ticks
from dashboard.views.timeline_lanes import LINE, NAME_LEFT, NAME_SIZE, NAME_WEIGHT, NARROW, NOTE_SIZE, Lane

HEAD: Final = 22.0
"""Height of the row of ticks."""
_TODAY: Final = "today"
_RAIL: Final = 3.0
_TODAY_WEIGHT: Final = 500
_APART: Final = 14.0
"""Lines without a name are left out where they would stand closer."""


def frame_of(
    lanes: Sequence[Lane], scale: TimeScale, canvas: Canvas, palette: Palette, bottom: float, today: int
) -> tuple[list[Shape], list[Annotation]]:
    """Shapes and annotations down to `bottom`, grounds first. `today`, an ordinal, is a line where the axis has it."""
    ticks = ticks_of(scale, canvas, today)
    shapes = [*_grounds(scale, canvas, palette, bottom), *_grid(scale, ticks, canvas, palette, bottom)]
    shapes.extend(
        canvas.line((0, y), (canvas.width, y), palette.line) for y in (HEAD, *(lane.bottom for lane in lanes), bottom)
    )
    words = [
        canvas.text(
            (tick.text_px, HEAD / 2),
            tick.label,
            palette.text if tick.is_year else palette.muted,
            size=TICK_SIZE,
            weight=YEAR_WEIGHT if tick.is_year else 400,
        )
        for tick in ticks
    ]
    for lane in lanes:
        shapes.append(_rail(lane, canvas, palette))
        words.extend(_names(lane, canvas, palette))
    if scale.shows(today, today + 1):
        at = scale.px(today + 0.5)
        shapes.append(canvas.line((at, HEAD - 3), (at, bottom), palette.text, 1.2))
        left, right = _today_box(scale, canvas, today)
        middle = ((left + right) / 2, HEAD / 2)
        words.append(canvas.text(middle, _TODAY, palette.text, size=TICK_SIZE, weight=_TODAY_WEIGHT, anchor="center"))
    return shapes, words


def ticks_of(scale: TimeScale, canvas: Canvas, today: int) -> list[Tick]:
    """The ticks of the head, clear of the word for today."""
    taken = [_today_box(scale, canvas, today)] if scale.shows(today, today + 1) else []
    make = even_ticks if len(scale.axis.pieces) == 1 and not scale.axis.pieces[0].label else piece_ticks
    return make(scale, taken, canvas.width)


def _today_box(scale: TimeScale, canvas: Canvas, today: int) -> tuple[float, float]:
    half = text_width(_TODAY, TICK_SIZE, _TODAY_WEIGHT) / 2 + 1
    middle = min(max(scale.px(today + 0.5), canvas.left + half), canvas.width - half)
    return middle - half, middle + half


def _grounds(scale: TimeScale, canvas: Canvas, palette: Palette, bottom: float) -> Iterator[Shape]:
    for start, end in scale.axis.busy:
        yield canvas.box((scale.px(start), HEAD), (scale.px(end), bottom), palette.busy)


def _grid(scale: TimeScale, ticks: Sequence[Tick], canvas: Canvas, palette: Palette, bottom: float) -> Iterator[Shape]:
    named = {round(tick.px, 2) for tick in ticks}
    edges = {round(scale.px(piece.start), 2) for piece in scale.axis.pieces if piece.label}
    if named:
        yield canvas.strokes([((px, 3), (px, bottom)) for px in sorted(named)], palette.line)
    apart = [px for px in sorted(edges - named) if all(abs(px - other) >= _APART for other in edges - {px})]
    if apart:
        yield canvas.strokes([((px, HEAD), (px, bottom)) for px in apart], palette.grid)


def _rail(lane: Lane, canvas: Canvas, palette: Palette) -> Shape:
    color = palette.thread(lane.color_index)
    if canvas.width < NARROW:
        return canvas.box((0, lane.top + 6), (9, lane.top + 15), color)
    return canvas.box((0, lane.top + 5), (_RAIL, lane.bottom - 5), color)


def _names(lane: Lane, canvas: Canvas, palette: Palette) -> Iterator[Annotation]:
    if canvas.width < NARROW:
        yield from _name_above(lane, canvas, palette)
        return
    y = lane.top + 5 + LINE / 2
    for line in lane.name:
        yield canvas.text((NAME_LEFT, y), line, palette.text, size=NAME_SIZE, weight=NAME_WEIGHT)
        y += LINE
    for line in lane.notes:
        yield canvas.text((NAME_LEFT, y), line, palette.muted, size=NOTE_SIZE)
        y += LINE


def _name_above(lane: Lane, canvas: Canvas, palette: Palette) -> Iterator[Annotation]:
    y, left = lane.top + 10.5, NAME_LEFT + 3
    name = lane.name[0]
    yield canvas.text((left, y), name, palette.text, size=NAME_SIZE, weight=NAME_WEIGHT)
    after = left + text_width(name, NAME_SIZE, NAME_WEIGHT) + 8
    notes = (" · ".join(lane.notes[:count]) for count in range(len(lane.notes), 0, -1))
    if note := next((note for note in notes if text_width(note, NOTE_SIZE) <= canvas.width - after), ""):
        yield canvas.text((after, y), note, palette.muted, size=NOTE_SIZE)
