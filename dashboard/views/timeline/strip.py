"""The strip below a widened timeline: the same events to true scale, and a lens from busy time to its true place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Canvas, Palette, Point, Shape, Word, blend
from dashboard.views.timeline.axis import Axis, TimeScale, even_axis
from dashboard.views.timeline.lane_layout import NARROW, Lane
from dashboard.views.timeline.signs import SignStyle
from dashboard.views.timeline.spans import TimeSpan, dates_of, span_of
from dashboard.views.timeline.ticks import TICK_SIZE, even_ticks

HEIGHT: Final = 42.0
LENS: Final = 14.0
"""From the foot of the lanes to the top of the band."""
BAND: Final = 10.0


def strip_of(
    lanes: Sequence[Lane],
    scale: TimeScale,
    whole: Axis,
    canvas: Canvas,
    look: SignStyle,
    top: float,
    others: Sequence[ResolvedEvent] = (),
) -> tuple[list[Shape], list[Word]]:
    """Shapes and words of the strip, from `top`, the foot of the lanes, downwards. `whole` is what it shows; `others`,
    events that stand on it alone, quietly.
    """
    palette = look.palette
    true = TimeScale(even_axis(whole), scale.left_px, scale.right_px)
    band_top, base = top + LENS, top + LENS + BAND
    shapes: list[Shape] = [*_lenses(scale, true, canvas, palette, (top, band_top, base))]
    shapes.extend(_others(others, true, canvas, palette, (band_top, base)))
    shapes.extend(_events(lanes, true, canvas, look, (band_top, base)))
    shapes.append(canvas.line((canvas.left, base), (canvas.width - 1, base), palette.line2))
    ticks = even_ticks(true, (), canvas.width, 150 if canvas.width >= NARROW else 72)
    words = [Word((tick.px, base + 11), tick.label, palette.muted, size=TICK_SIZE) for tick in ticks]
    if canvas.width >= NARROW:
        words.append(Word((0, base - 4), "True scale", palette.muted, size=TICK_SIZE))
    return shapes, words


def _lenses(
    scale: TimeScale, true: TimeScale, canvas: Canvas, palette: Palette, heights: tuple[float, float, float]
) -> Iterator[Shape]:
    top, band_top, base = heights
    whole = scale.axis.start != true.axis.start or scale.axis.end != true.axis.end
    for start, end in [(scale.axis.start, scale.axis.end)] if whole else scale.axis.busy:
        left, right = true.px(start), max(true.px(end), true.px(start) + 2)
        corners = [
            (scale.px(start), top),
            (scale.px(end), top),
            (right, band_top),
            (right, base),
            (left, base),
            (left, band_top),
        ]
        yield canvas.area(corners, palette.busy)


def _others(
    readings: Sequence[ResolvedEvent], true: TimeScale, canvas: Canvas, palette: Palette, heights: tuple[float, float]
) -> Iterator[Shape]:
    spans = (span_of(date, lasted=False) for date in dates_of(readings))
    places = sorted({round(true.px(span.start) + true.px(span.end)) / 2 for span in spans})
    if places:
        yield canvas.strokes([((px, heights[0]), (px, heights[1])) for px in places], palette.line2, 1.4)


def _events(
    lanes: Sequence[Lane], true: TimeScale, canvas: Canvas, look: SignStyle, heights: tuple[float, float]
) -> Iterator[Shape]:
    band_top, base = heights
    middle = (band_top + base) / 2 + 1
    ticks: dict[str, dict[int, tuple[Point, Point]]] = defaultdict(dict)
    spans: dict[str, dict[tuple[int, int], tuple[Point, Point]]] = defaultdict(dict)
    for color, span in _colored_spans(lanes, look):
        start, end = true.px(span.start), true.px(span.end)
        if end - start < 3:
            at = round(start + end)
            ticks[color][at] = ((at / 2, band_top), (at / 2, base))
        else:
            spans[color][round(start), round(end)] = ((start, middle), (end, middle))
    for color, lines in spans.items():
        yield canvas.strokes(list(lines.values()), blend(color, look.palette.bg, 0.7), 3)
    for color, marks in ticks.items():
        yield canvas.strokes(list(marks.values()), color, 1.4)


def _colored_spans(lanes: Sequence[Lane], look: SignStyle) -> Iterator[tuple[str, TimeSpan]]:
    """The spans that lanes have in each colour: thousands of events have the same. The selected one's is the last."""
    chosen: list[tuple[str, TimeSpan]] = []
    for lane in lanes:
        yield from ((look.color(reading), span) for reading, span in lane.signs.distinct if reading.id != look.selected)
        if (key := lane.signs.find(look.selected)) >= 0:
            sign = lane.signs.shown[key]
            chosen.append((look.color(sign.reading), sign.span))
    yield from chosen
