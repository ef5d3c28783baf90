"""What any figure over time stands on: the head with its ticks, widened time, the lines down, the line for today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.views.drawing import Canvas, Palette, Shape, Word, text_width
from dashboard.views.timeline.axis import TimeScale
from dashboard.views.timeline.fine_ticks import fine_ticks
from dashboard.views.timeline.ticks import TICK_SIZE, YEAR_WEIGHT, Tick, even_ticks, piece_ticks

HEAD: Final = 22.0
"""Height of the row of ticks."""
TODAY: Final = "today"
AS_OF: Final = "as of"
"""What the same line is called where it will be looked at on later days: it takes no more room."""
_TODAY_WEIGHT: Final = 500
_APART: Final = 14.0
"""Lines without a name are left out where they would stand closer."""


@dataclass(frozen=True, slots=True)
class DayLine:
    """The upright line of the day that the figure tells of, an ordinal, and the word over it."""

    day: int
    word: str = TODAY


def grounds_of(scale: TimeScale, canvas: Canvas, palette: Palette, bottom: float, today: int) -> list[Shape]:
    """Widened time, and a line down to `bottom` at each tick. `today` is an ordinal."""
    ticks = ticks_of(scale, canvas, today)
    return [*_grounds(scale, canvas, palette, bottom), *_grid(scale, ticks, canvas, palette, bottom)]


def head_of(scale: TimeScale, canvas: Canvas, palette: Palette, today: int, line: DayLine) -> list[Word]:
    """The words of the head: ticks, clear of `today`, and the word of `line` where the axis has its day."""
    shows = scale.shows(line.day, line.day + 1)
    left, right = _today_box(scale, canvas, line.day)
    words = [
        Word(
            (tick.text_px, HEAD / 2),
            tick.label,
            palette.text if tick.is_year else palette.muted,
            size=TICK_SIZE,
            weight=YEAR_WEIGHT if tick.is_year else 400,
        )
        for tick in ticks_of(scale, canvas, today)
        if not shows or tick.right_px + 3 <= left or right + 3 <= tick.text_px
    ]
    if shows:
        middle = ((left + right) / 2, HEAD / 2)
        words.append(Word(middle, line.word, palette.text, size=TICK_SIZE, weight=_TODAY_WEIGHT, anchor="center"))
    return words


def today_of(scale: TimeScale, canvas: Canvas, palette: Palette, bottom: float, today: int) -> Iterator[Shape]:
    """The line for today, where the axis has it."""
    at = line_px(scale, today)
    if at is not None:
        yield canvas.line((at, HEAD - 3), (at, bottom), palette.text, 1.2)


def line_px(scale: TimeScale, day: int) -> float | None:
    """The position of a day's line, in pixels; None if the axis does not have that day."""
    return scale.px(day + 0.5) if scale.shows(day, day + 1) else None


def ticks_of(scale: TimeScale, canvas: Canvas, today: int) -> list[Tick]:
    """The ticks of the head, clear of the word for today."""
    taken = [_today_box(scale, canvas, today)] if scale.shows(today, today + 1) else []
    if scale.axis.is_part:
        return fine_ticks(scale, taken, canvas.width)
    make = even_ticks if len(scale.axis.pieces) == 1 and not scale.axis.pieces[0].label else piece_ticks
    return make(scale, taken, canvas.width)


def _today_box(scale: TimeScale, canvas: Canvas, today: int) -> tuple[float, float]:
    half = text_width(TODAY, TICK_SIZE, _TODAY_WEIGHT) / 2 + 1
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
