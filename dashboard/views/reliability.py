"""The reliability diagram: of what was given a likelihood, how much came true (Murphy and Winkler, 1977)."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.questions import CalibrationBin, middle_of
from dashboard.query.wording import PER_CENT, count_words, likelihood_words, without_hyphens
from dashboard.views.drawing import Canvas, Drawing, Palette, Pen, Point, Points, Shape, Word, figure_of

LEAST_WIDTH: Final = 240
"""In pixels; a narrower figure is drawn as if it had this width."""
_MOST_WIDTH: Final = 520
_NARROW: Final = 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 18.0, 30.0, 50.0
_STEPS: Final = (0, 25, 50, 75, 100)
_CAP: Final = 4.0
_LEAST_SIZE, _MOST_SIZE = 7.0, 17.0


def reliability_diagram(bins: Sequence[CalibrationBin], *, palette: Palette, width: int) -> Drawing:
    """A mark for each likelihood that was given, as large as it was often, and a bar as wide as its range.

    Across: what was judged, in percent; up: the share that came true. Where both agree runs the dashed line. `width` is
    that of the figure in pixels; the height is computed. It has nothing that can be pressed. Sentences come without
    full stops.
    """
    canvas = Canvas(max(LEAST_WIDTH, width), 0.0)
    plot = _Plot(min(canvas.width, _MOST_WIDTH))
    pen = Pen(canvas)
    pen.line([plot.at(0, 0), plot.at(100, 100)], palette.muted, dashed=True, width=1.0)
    for each in bins:
        low, high = LIKELIHOOD[each.likelihood]
        (left, y), (right, _) = plot.at(low, _percent(each)), plot.at(high, _percent(each))
        pen.line([(left, y), (right, y)], palette.text, width=1.2)
        for x in (left, right):
            pen.line([(x, y - _CAP), (x, y + _CAP)], palette.text, width=1.2)
    traces = [*pen.traces(), _marks(bins, plot, canvas, palette)]
    words = [*_axes(plot, palette), *_labels(bins, plot, palette)]
    figure = figure_of(traces, list(_ground(plot, canvas, palette)), words, canvas, palette, plot.height, "reliability")
    return Drawing(figure, (), _description(bins), _SENTENCES, tuple(map(_row, bins)))


_SENTENCES: Final = (
    "On the dashed line, as many came true as were judged to",
    "Below it, outcomes were judged too likely; above it, not likely enough",
    "A bar shows the range of a likelihood word; a larger mark stands for more questions",
)


class _Plot:
    """Percent to pixels."""

    def __init__(self, width: float) -> None:
        self.is_narrow = width < _NARROW
        self.left, self.right = _LEFT, width - _RIGHT
        self.bottom = _TOP + min(self.right - self.left, 300.0)
        self.height = self.bottom + _BOTTOM

    def at(self, across: float, up: float) -> Point:
        x = self.left + (self.right - self.left) * across / 100
        return x, self.bottom - (self.bottom - _TOP) * up / 100


def _percent(each: CalibrationBin) -> float:
    return float(each.share * 100)


def _marks(bins: Sequence[CalibrationBin], plot: _Plot, canvas: Canvas, palette: Palette) -> dict[str, Any]:
    points = Points()
    most = max((each.number for each in bins), default=1)
    for each in bins:
        size = _LEAST_SIZE + (_MOST_SIZE - _LEAST_SIZE) * (each.number / most) ** 0.5
        points.add(plot.at(float(middle_of(each.likelihood) * 100), _percent(each)), size)
    line = {"width": 1.6, "color": palette.text}
    marker = {"color": palette.bg, "size": points.column(0), "line": line, "opacity": 1}
    return {**points.trace(canvas, "markers"), "marker": marker}


def _ground(plot: _Plot, canvas: Canvas, palette: Palette) -> Iterator[Shape]:
    for step in _STEPS:
        yield canvas.line(plot.at(step, 0), plot.at(step, 100), palette.grid)
        yield canvas.line(plot.at(0, step), plot.at(100, step), palette.grid if step else palette.line2)


def _axes(plot: _Plot, palette: Palette) -> Iterator[Word]:
    for step in _STEPS:
        x, y = plot.at(step, 0)
        yield Word((x, y + 17), f"{step}", palette.muted, anchor="center")
        x, y = plot.at(0, step)
        yield Word((x - 8, y), f"{step}", palette.muted, anchor="right")
    yield Word((0.0, 9.0), "% that came true", palette.text, weight=600)
    yield Word((plot.right, plot.bottom + 37), "% likely, as judged", palette.text, weight=600, anchor="right")


def _labels(bins: Sequence[CalibrationBin], plot: _Plot, palette: Palette) -> Iterator[Word]:
    """The labels `3 of 5`; if there is little room, only the `5`."""
    for each in bins:
        x, y = plot.at(float(middle_of(each.likelihood) * 100), _percent(each))
        text = f"{each.number:,}" if plot.is_narrow else f"{each.yes:,} of {each.number:,}"
        yield Word((x, y - 16 if y > _TOP + 16 else y + 17), text, palette.text, anchor="center")


def _description(bins: Sequence[CalibrationBin]) -> str:
    told = "; ".join(f"{without_hyphens(each.likelihood)} {each.yes:,} of {each.number:,}" for each in bins)
    return f"Reliability of {count_words(sum(each.number for each in bins), 'judgement')}. Came true: {told}."


def _row(each: CalibrationBin) -> dict[str, str]:
    return {
        "Judged": likelihood_words(each.likelihood),
        "Questions": f"{each.number:,}",
        "Answered yes": f"{each.yes:,}",
        "Share": f"{float(each.share):.0%}".replace("%", PER_CENT),
    }
