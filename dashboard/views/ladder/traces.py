"""The traces of a ladder: what can be pressed, joins, signs, counts and labels."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, Literal

from dashboard.model.problem import Severity
from dashboard.query.ladder import Join, LadderStep
from dashboard.views.drawing import (
    SIGN_PX,
    STROKE,
    Boxes,
    Canvas,
    FigureMark,
    Pen,
    Point,
    Points,
    Word,
    fit_text,
    literal,
    reach,
    worst,
)
from dashboard.views.ladder.labels import Box, LabelRequest, LadderLabel
from dashboard.views.ladder.rungs import COUNT_SIZE, LadderSpot, Rungs
from dashboard.views.ladder.words import spot_label, spot_name
from dashboard.views.timeline import LABEL_SIZE, LABEL_WEIGHT, RING, SignInk, SignStyle

HITS: Final = 0
"""Index of the one trace that is pressed: a bar over each mark, transparent."""
_REACH: Final = 4.0
_HEIGHT: Final = 20.0
_HOVER_PX: Final = 380.0
_RING: Final = 2.5
_CLEAR: Final = 2.4


class LadderTraces:
    """Draws the marks on rungs; then `traces`, `marks` and `words` hold what was drawn."""

    def __init__(
        self, rungs: Rungs, steps: Mapping[str, LadderStep], joins: Sequence[Join], canvas: Canvas, look: SignStyle
    ):
        self._rungs, self._steps, self._canvas, self._look = rungs, steps, canvas, look
        self._hits, self._discs = Boxes(), Points()
        self._ink, self._lines, self._rings = SignInk(canvas, look), Pen(canvas), Pen(canvas)
        self._marks: list[FigureMark] = []
        self.words: list[Word] = []
        self.named: dict[int, LadderSpot] = {}
        """Index of each label among the words to the spot that it stands beside."""
        """Labels and numbers."""
        self._elbows = tuple(elbows_of(joins, rungs))

    def draw(self, labels: Sequence[LadderLabel]) -> None:
        """Joins, marks and their labels; a label's key is the index of its mark."""
        for join, points in self._elbows:
            dims = self._look.selected not in (None, join.before, join.after)
            self._lines.line(points, self._color(dims=dims))
        for spot in self._rungs.spots:
            self._spot(spot)
        for label in labels:
            self._label(label, self._rungs.spots[label.key])

    @property
    def marks(self) -> tuple[FigureMark, ...]:
        """Everything that can be pressed, from left to right."""
        return tuple(self._marks)

    def traces(self) -> list[dict[str, Any]]:
        """The traces in the order of painting; the first is the one that can be pressed."""
        return [
            self._hits.trace(self._canvas, is_pressed=True),
            *self._lines.traces(),
            *self._ink.traces(),
            self._count_trace(),
            *self._rings.traces(),
        ]

    def _color(self, *, dims: bool) -> str:
        """The colour of the thread."""
        color = self._look.palette.thread(next(iter(self._look.threads.values()), None))
        return self._look.palette.dim_color(color) if dims else color

    def _spot(self, spot: LadderSpot) -> None:
        y = self._rungs.y(spot)
        name = spot_name(spot, self._steps, self._look.troubled)
        title = name.partition(": ")[0] if spot.is_count else spot_label(spot, self._steps)
        rest = name.removeprefix(title).lstrip(",: ")
        lines = (literal(fit_text(part, _HOVER_PX, LABEL_SIZE, LABEL_WEIGHT)) for part in (title, rest))
        box = (spot.left - _REACH, y - _HEIGHT / 2, spot.right + _REACH, y + _HEIGHT / 2)
        point = self._hits.add(*box, "rgba(0,0,0,0)", "<br>".join(lines))
        self._marks.append(FigureMark(HITS, point, spot.ids, name))
        if spot.is_count:
            self._count(spot, y)
        else:
            self._ink.sign(spot.signs[0], y)
        if severity := worst(spot.ids, self._look.troubled):
            self._ink.problem(problem_at(spot, y, severity), severity)

    def _count(self, spot: LadderSpot, y: float) -> None:
        palette, chosen = self._look.palette, self._look.selected
        dims = chosen is not None and chosen not in spot.ids
        size, at = spot.right - spot.left, (spot.middle, y)
        self._discs.add(at, size - STROKE, self._color(dims=dims))
        ink = palette.muted if dims else palette.text
        self.words.append(Word(at, f"{len(spot.ids):,}", ink, COUNT_SIZE, LABEL_WEIGHT, "center"))
        if chosen in spot.ids:
            self._rings.circle(at, size / 2 + _RING, palette.text)

    def _label(self, label: LadderLabel, spot: LadderSpot) -> None:
        palette, chosen = self._look.palette, self._look.selected
        color = palette.text if chosen is None or chosen in spot.ids else palette.muted
        weight = LABEL_WEIGHT if chosen in spot.ids else 400
        anchor: Literal["left", "right"] = "right" if label.ends else "left"
        self.named[len(self.words)] = spot
        self.words.append(Word((label.x, label.y), label.text, color, LABEL_SIZE, weight, anchor))

    def _count_trace(self) -> dict[str, Any]:
        line = {"width": STROKE, "color": self._discs.column(1)}
        still = {"marker": {"opacity": 1}}
        marker = {"color": self._look.palette.bg, "size": self._discs.column(0), "line": line, "opacity": 1}
        trace = self._discs.trace(self._canvas, "markers")
        return {**trace, "marker": marker, "selected": still, "unselected": still}


def elbows_of(joins: Sequence[Join], rungs: Rungs) -> Iterator[tuple[Join, tuple[Point, ...]]]:
    """The joins, each along the earlier event's rung to the later one's time, then up or down to it. In sight only."""
    at = {id_: spot for spot in rungs.spots for id_ in spot.ids}
    for join in joins:
        if join.before not in at or join.after not in at:
            continue
        first, second = sorted((at[join.before], at[join.after]), key=lambda spot: spot.right)
        if first is second:
            continue
        y, other_y = rungs.y(first), rungs.y(second)
        start = first.right if first.is_bar else first.middle
        turn = min(max(start, second.left), second.right) if second.is_bar else second.middle
        start = min(start, turn) if first.is_bar else start
        yield join, ((max(start, first.left), y), (turn, y), (turn, other_y))


def wanted_labels(rungs: Rungs, steps: Mapping[str, LadderStep]) -> tuple[LabelRequest, ...]:
    """A label for each mark that has one; those of major events first."""
    return tuple(
        LabelRequest(index, label, spot.left, spot.right, rungs.y(spot), spot.half, spot.is_bar, _is_major(spot, steps))
        for index, spot in enumerate(rungs.spots)
        if (label := spot_label(spot, steps))
    )


def _is_major(spot: LadderSpot, steps: Mapping[str, LadderStep]) -> bool:
    return any(steps[id_].reading.event.weight == "major" for id_ in spot.ids)


def problem_at(spot: LadderSpot, y: float, severity: Severity) -> Point:
    """Middle of the sign of a problem: upper left of the mark and its ring, since labels are mostly right."""
    _, _, right, down = reach(severity, SIGN_PX)
    ring = spot.half + RING
    corner = (RING, spot.half) if spot.is_bar else (0.71 * ring - spot.half, 0.71 * ring)
    return spot.left - corner[0] - right, y - corner[1] - down


def problem_box(spot: LadderSpot, y: float, severity: Severity) -> Box:
    """What the sign of a problem takes up."""
    x, middle = problem_at(spot, y, severity)
    left, up, right, down = reach(severity, SIGN_PX)
    return Box(x - left, middle - up, x + right, middle + down)


def taken_boxes(rungs: Rungs, joins: Sequence[Join], troubled: Mapping[str, Severity]) -> tuple[Box, ...]:
    """What labels keep clear of: marks, signs of problems and joins."""
    at = [(spot, rungs.y(spot), spot.half + _CLEAR) for spot in rungs.spots]
    marks = [Box(spot.left - 2, y - half, spot.right + 2, y + half) for spot, y, half in at]
    lines = [
        Box(min(a, c) - 2, min(b, d) - 2, max(a, c) + 2, max(b, d) + 2)
        for _, points in elbows_of(joins, rungs)
        for (a, b), (c, d) in pairwise(points)
    ]
    found = ((spot, worst(spot.ids, troubled)) for spot in rungs.spots)
    signs = [problem_box(spot, rungs.y(spot), severity) for spot, severity in found if severity]
    return (*marks, *signs, *lines)
