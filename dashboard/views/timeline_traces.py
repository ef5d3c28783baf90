"""The traces of a timeline: what can be pressed, and the signs, bars, fades, counts and labels that are seen."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.query.reading import Carried
from dashboard.views.canvas import Canvas
from dashboard.views.drawing import Mark
from dashboard.views.fades import fade_of
from dashboard.views.figure_text import literal, one_line
from dashboard.views.lanes import LABEL_SIZE, LABEL_WEIGHT, MARK_GAP, Placed
from dashboard.views.palette import blend
from dashboard.views.pen import STROKE, Pen
from dashboard.views.text_width import fitted
from dashboard.views.timeline_lanes import AFTER, BEFORE, ROW, Bin, Lane
from dashboard.views.timeline_look import Look
from dashboard.views.timeline_signs import DISC, Sign
from dashboard.views.timeline_words import count_name, mark_name
from dashboard.views.trace_parts import Boxes, Points

HITS: Final = 0
"""Index of the one trace that is pressed: a bar over each mark and its label, transparent."""
BAR: Final = 9.0
_PALE: Final = 0.24
_CLEAR: Final = 2.5
_RING: Final = 4.0
_HOVER_PX: Final = 380.0
_TALLEST: Final = 14.0
_SOLID: Final = 0.35
"""Share of a bar with an open end that is drawn in full."""
_INNER: Final = 0.8
"""The same of what fills its outline: it must not let the outline's fade through."""
_OCTAGON: Final = 9.0


class SignTraces:
    """Draws lanes; then `traces` and `marks` hold what was drawn."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        self._canvas, self._look = canvas, look
        self._hits, self._fills, self._counts = Boxes(), Boxes(), Boxes()
        self._fades: list[dict[str, Any]] = []
        self._pen, self._rings = Pen(canvas), Pen(canvas)
        self._discs, self._octagons, self._words = Points(), Points(), Points()
        self._marks: list[Mark] = []

    def draw(self, lanes: Sequence[Lane]) -> None:
        """Every lane's signs, counts and what lies beyond the edges."""
        for lane in lanes:
            for placed in lane.packing.placed:
                if placed.item.key in (BEFORE, AFTER):
                    self._edge(lane, placed)
                else:
                    self._event(lane, placed)
            most = max((len(each.signs) for each in lane.bins), default=0)
            for each in lane.bins:
                self._count(lane, each, most)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything that can be pressed."""
        return tuple(self._marks)

    def traces(self) -> list[dict[str, Any]]:
        """In the order of painting; the first is the one that is pressed."""
        return [
            self._hits.trace(self._canvas, is_pressed=True),
            self._counts.trace(self._canvas, is_pressed=False),
            self._fills.trace(self._canvas, is_pressed=False),
            *self._fades,
            *self._pen.traces(),
            self._disc_trace(),
            *self._rings.traces(),
            self._octagon_trace(),
            self._word_trace(),
        ]

    def _event(self, lane: Lane, placed: Placed) -> None:
        sign = lane.signs.shown[placed.item.key]
        reading, middle = sign.reading, lane.row_middle(placed.row)
        troubled = reading.id in self._look.troubled
        name = mark_name(reading, is_troubled=troubled)
        hover = literal(fitted(one_line(reading.event.title), _HOVER_PX, LABEL_SIZE, LABEL_WEIGHT))
        text = f"{hover}<br>{literal(name.removeprefix(one_line(reading.event.title)).lstrip(', '))}"
        point = self._hits.add(
            placed.left - 2, middle - ROW / 2, placed.right + 2, middle + ROW / 2, "rgba(0,0,0,0)", text
        )
        self._marks.append(Mark(HITS, point, (reading.id,), name))
        (self._disc if sign.span.is_day else self._bar)(sign, middle)
        if troubled:
            away = sign.left + 1 if placed.side == "right" else sign.right - 1
            self._octagons.add((away, middle - 5))
        self._label(placed, middle, self._look.label(reading), is_bold=reading.id == self._look.selected)

    def _label(self, placed: Placed, middle: float, color: str, *, is_bold: bool) -> None:
        if not placed.label:
            return
        weight = placed.boldest if is_bold else 400
        if placed.side == "right":
            self._words.add(
                (placed.item.right + MARK_GAP, middle), placed.label, "middle right", color, LABEL_SIZE, weight
            )
        else:
            self._words.add(
                (placed.item.left - MARK_GAP, middle), placed.label, "middle left", color, LABEL_SIZE, weight
            )

    def _disc(self, sign: Sign, middle: float) -> None:
        color, ground = self._look.color(sign.reading), self._look.palette.bg
        carried, at = sign.reading.date.carried, (sign.middle, middle)
        is_solid = carried is Carried.QUOTED
        symbol = "circle-x" if carried is Carried.FAILED else "circle"
        if sign.span.dashed:
            size = DISC - 4 if is_solid else DISC - 1
            self._discs.add(at, color if is_solid else ground, 1.2 if symbol == "circle-x" else 0, color, symbol, size)
            self._rings.circle(at, DISC / 2, color, dashed=True)
        else:
            self._discs.add(at, color if is_solid else ground, STROKE, color, symbol, DISC - STROKE + 0.6)
        if sign.reading.id == self._look.selected:
            self._rings.circle(at, DISC / 2 + _RING - 1, self._look.palette.text)

    def _bar(self, sign: Sign, middle: float) -> None:
        color, left, right = self._look.color(sign.reading), sign.left, sign.right
        top, bottom = middle - BAR / 2, middle + BAR / 2
        carried, span = sign.reading.date.carried, sign.span
        fill = self._fill(color, carried, is_whole=span.lasted)
        fades = (span.left in ("open", "unknown"), span.right in ("open", "unknown"))
        if any(fades):
            self._fade((left, top, right, bottom), color, fill, fades)
            self._chevrons(sign, middle, color)
        else:
            self._filled(sign, top, bottom, fill, color)
            self._outline(sign, top, bottom, color)
        if carried is Carried.FAILED:
            self._crosses(left, top, right, bottom, color)
        if sign.reading.id == self._look.selected:
            reach = _RING - 1
            self._rings.box(left - reach, top - reach, right + reach, bottom + reach, self._look.palette.text)

    def _fill(self, color: str, carried: Carried, *, is_whole: bool) -> str:
        if carried is not Carried.QUOTED:
            return self._look.palette.bg
        return color if is_whole else blend(color, self._look.palette.bg, _PALE)

    def _filled(self, sign: Sign, top: float, bottom: float, fill: str, color: str) -> None:
        """A full bar keeps clear of what is dashed, which would be lost in it."""
        span, clear = sign.span, _CLEAR if fill == color else 0.0
        around = clear if span.dashed else 0.0
        left = sign.left + (clear if span.left == "coarse" else around)
        right = sign.right - (clear if span.right == "coarse" else around)
        self._fills.add(left, top + around, max(left, right), bottom - around, fill)

    def _outline(self, sign: Sign, top: float, bottom: float, color: str) -> None:
        half = STROKE / 2
        left, right, top, bottom = sign.left + half, sign.right - half, top + half, bottom - half
        if sign.span.dashed:
            self._pen.box(left, top, right, bottom, color, dashed=True)
            return
        upper, lower = [(left, top), (right, top)], [(left, bottom), (right, bottom)]
        for line, end in (
            (upper, None),
            (lower, None),
            ([upper[0], lower[0]], sign.span.left),
            ([upper[1], lower[1]], sign.span.right),
        ):
            self._pen.line(line, color, dashed=end == "coarse")

    def _fade(self, box: tuple[float, float, float, float], color: str, fill: str, fades: tuple[bool, bool]) -> None:
        left, top, right, bottom = box
        self._fades.append(fade_of(self._canvas, box, color, fades, _SOLID))
        if fill != color:
            inner = (
                left + (0 if fades[0] else STROKE),
                top + STROKE,
                right - (0 if fades[1] else STROKE),
                bottom - STROKE,
            )
            self._fades.append(fade_of(self._canvas, inner, fill, fades, _INNER))

    def _chevrons(self, sign: Sign, middle: float, color: str) -> None:
        if sign.span.right == "open":
            tip = sign.right - 1
            self._pen.line([(tip - 4, middle - 4), (tip, middle), (tip - 4, middle + 4)], color)
        if sign.span.left == "open":
            tip = sign.left + 1
            self._pen.line([(tip + 4, middle - 4), (tip, middle), (tip + 4, middle + 4)], color)

    def _crosses(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        count = max(1, int((right - left) / 24))
        for index in range(count):
            at = left + (right - left) * (index + 0.5) / count
            half = (bottom - top) / 2 - 1
            self._pen.line([(at - half, top + 1), (at + half, bottom - 1)], color, width=1.2)
            self._pen.line([(at + half, top + 1), (at - half, bottom - 1)], color, width=1.2)

    def _count(self, lane: Lane, each: Bin, most: int) -> None:
        readings = [sign.reading for sign in each.signs]
        ids = tuple(reading.id for reading in readings)
        bottom = lane.density_bottom
        top = bottom - max(3.0, _TALLEST * len(ids) / most)
        palette = self._look.palette
        full = palette.thread(lane.color_index)
        is_chosen = self._look.selected in ids
        color = (
            blend(full, palette.bg, 0.55) if self._look.selected is None or is_chosen else blend(full, palette.bg, 0.32)
        )
        self._counts.add(each.left + 1, top, each.right - 1, bottom, color)
        name = count_name(readings, lane)
        point = self._hits.add(each.left, bottom - 30, each.right, bottom + 2, "rgba(0,0,0,0)", literal(name))
        self._marks.append(Mark(HITS, point, ids, name))
        middle = (each.left + each.right) / 2
        weight, ink = (LABEL_WEIGHT, palette.text) if is_chosen else (400, palette.muted)
        self._words.add((middle, top - 7), f"{len(ids):,}", "middle center", ink, 10, weight)
        if is_chosen:
            self._rings.box(each.left - 1, top - 2, each.right + 1, bottom + 1.5, palette.text)

    def _edge(self, lane: Lane, placed: Placed) -> None:
        is_before = placed.item.key == BEFORE
        readings = lane.signs.before if is_before else lane.signs.after
        ids, middle = tuple(reading.id for reading in readings), lane.row_middle(placed.row)
        name = count_name(readings, lane, "earlier" if is_before else "later")
        point = self._hits.add(
            placed.left - 2, middle - ROW / 2, placed.right + 2, middle + ROW / 2, "rgba(0,0,0,0)", literal(name)
        )
        self._marks.append(Mark(HITS, point, ids, name))
        palette, is_chosen = self._look.palette, self._look.selected in ids
        ink = palette.text if is_chosen else palette.muted
        at, toward = (placed.item.left + placed.item.right) / 2, 3.0 if is_before else -3.0
        self._pen.line(
            [(at + toward / 2, middle - 4), (at - toward / 2 * 1.5, middle), (at + toward / 2, middle + 4)], ink
        )
        self._label(placed, middle, ink, is_bold=is_chosen)

    def _disc_trace(self) -> dict[str, Any]:
        line = {"width": self._discs.column(1), "color": self._discs.column(2)}
        marker = {
            "color": self._discs.column(0),
            "symbol": self._discs.column(3),
            "size": self._discs.column(4),
            "line": line,
        }
        still = {"marker": {"opacity": 1}}
        return {
            **self._discs.trace(self._canvas, "markers"),
            "marker": {**marker, "opacity": 1},
            "selected": still,
            "unselected": still,
        }

    def _octagon_trace(self) -> dict[str, Any]:
        palette = self._look.palette
        return {
            **self._octagons.trace(self._canvas, "markers+text"),
            "marker": {
                "symbol": "octagon",
                "size": _OCTAGON,
                "color": palette.bad,
                "opacity": 1,
                "line": {"width": 1, "color": palette.bg},
            },
            "text": ["!"] * len(self._octagons.at),
            "textposition": "middle center",
            "textfont": {"size": 7, "color": palette.bg, "weight": 800},
        }

    def _word_trace(self) -> dict[str, Any]:
        words = self._words
        return {
            **words.trace(self._canvas, "text"),
            "text": [literal(word) for word in words.column(0)],
            "textposition": words.column(1),
            "textfont": {"color": words.column(2), "size": words.column(3), "weight": words.column(4)},
        }
