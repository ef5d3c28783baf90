"""The signs of events on a line of time: discs and bars, whose fill says how the date is carried, outline its doubt."""

from collections.abc import Iterator
from typing import Any, Final

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing import SIGN_PX, STROKE, Boxes, Canvas, Pen, Point, Points, blend, shape, translucent
from dashboard.views.timeline.signs import DISC, DUE, RING, Sign, SignStyle


def fade_of(
    canvas: Canvas, box: tuple[float, float, float, float], color: str, fades: tuple[bool, bool], solid: float
) -> dict[str, Any]:
    """A filled rectangle, `box` as left, top, right, bottom in pixels, that fades to nothing at the left or the right.

    `solid` is the share of its length that is drawn in full. It is one polygon: a full and a fading one would show a
    hairline where they meet.
    """
    left, top, right, bottom = box
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [canvas.x(px) for px in (left, right, right, left, left)],
        "y": [top, top, bottom, bottom, top],
        "line": {"width": 0, "color": color},
        "fill": "toself",
        "fillgradient": {
            "type": "horizontal",
            "start": canvas.x(left),
            "stop": canvas.x(right),
            "colorscale": list(_stops(color, fades, solid)),
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def _stops(color: str, fades: tuple[bool, bool], solid: float) -> Iterator[list[Any]]:
    clear = translucent(color, 0)
    if fades[0]:
        yield from ([0, clear], [1 - solid, color], [1, color])
    else:
        yield from ([0, color], [solid, color], [1, clear])


BAR: Final = 9.0
_PALE: Final = 0.24
_CLEAR: Final = 2.5
_SOLID: Final = 0.35
"""Share of a bar with an open end that is drawn in full."""
_INNER: Final = 0.8
"""The share of such a bar's inner fill that is drawn in full: the fading outline must not show through it."""
_GAP: Final = 6.0


class SignInk:
    """Draws signs; then `traces` holds what was drawn. More can be drawn with its `pen` and, on top, its `rings`."""

    def __init__(self, canvas: Canvas, look: SignStyle) -> None:
        self._canvas, self._look = canvas, look
        self.pen, self.rings = Pen(canvas), Pen(canvas)
        self._fills = Boxes()
        self._fades: list[dict[str, Any]] = []
        self._discs, self._problems, self._questions = Points(), Points(), Points()

    def sign(self, sign: Sign, middle: float) -> None:
        """The disc of a day or the bar of a span, at the height of `middle`."""
        (self._disc if sign.span.is_day else self._bar)(sign, middle)

    def problem(self, at: Point, severity: Severity) -> None:
        """The octagon of an error in the record, or the triangle of a warning."""
        self._problems.add(at, *shape(severity, self._look.palette))

    def question(self, middle: Point, color: str, since: float) -> None:
        """The dashed ring of an open question, with its mark, and a line to it from `since`."""
        if (end := middle[0] - DUE / 2) > since + _GAP:
            self.pen.line([(since, middle[1]), (end, middle[1])], color, width=1)
        self.rings.circle(middle, DUE / 2 - STROKE / 2, color, dashed=True)
        self._questions.add(middle)

    def traces(self) -> list[dict[str, Any]]:
        """The traces in the order of painting; none of them reacts to the pointer."""
        return [
            self._fills.trace(self._canvas, is_pressed=False),
            *self._fades,
            *self.pen.traces(),
            self._disc_trace(),
            *self.rings.traces(),
            self._problem_trace(),
            *self._question_traces(),
        ]

    def _disc(self, sign: Sign, middle: float) -> None:
        color, ground = self._look.color(sign.reading), self._look.palette.bg
        carried, at = sign.reading.date.carried, (sign.middle, middle)
        is_solid = carried is Support.QUOTED
        symbol = "circle-x" if carried is Support.NOT_FOUND else "circle"
        if sign.span.is_dashed:
            size = DISC - 4 if is_solid else DISC - 1
            self._discs.add(at, color if is_solid else ground, 1.2 if symbol == "circle-x" else 0, color, symbol, size)
            self.rings.circle(at, DISC / 2, color, dashed=True)
        else:
            self._discs.add(at, color if is_solid else ground, STROKE, color, symbol, DISC - STROKE + 0.6)
        if sign.reading.id == self._look.selected:
            self.rings.circle(at, DISC / 2 + RING - 1, self._look.palette.text)

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
            self._fill_bar(sign, top, bottom, fill, color)
            self._outline(sign, top, bottom, color)
        if carried is Support.NOT_FOUND:
            self._crosses(left, top, right, bottom, color)
        if sign.reading.id == self._look.selected:
            reach = RING - 1
            self.rings.box(left - reach, top - reach, right + reach, bottom + reach, self._look.palette.text)

    def _fill(self, color: str, carried: Support, *, is_whole: bool) -> str:
        if carried is not Support.QUOTED:
            return self._look.palette.bg
        return color if is_whole else blend(color, self._look.palette.bg, _PALE)

    def _fill_bar(self, sign: Sign, top: float, bottom: float, fill: str, color: str) -> None:
        """A full bar keeps clear of what is dashed, which would be lost in it."""
        span, clear = sign.span, _CLEAR if fill == color else 0.0
        around = clear if span.is_dashed else 0.0
        left = sign.left + (clear if span.left == "coarse" else around)
        right = sign.right - (clear if span.right == "coarse" else around)
        self._fills.add(left, top + around, max(left, right), bottom - around, fill)

    def _outline(self, sign: Sign, top: float, bottom: float, color: str) -> None:
        half = STROKE / 2
        left, right, top, bottom = sign.left + half, sign.right - half, top + half, bottom - half
        if sign.span.is_dashed:
            self.pen.box(left, top, right, bottom, color, dashed=True)
            return
        upper, lower = [(left, top), (right, top)], [(left, bottom), (right, bottom)]
        for line, end in (
            (upper, None),
            (lower, None),
            ([upper[0], lower[0]], sign.span.left),
            ([upper[1], lower[1]], sign.span.right),
        ):
            self.pen.line(line, color, dashed=end == "coarse")

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
            self.pen.line([(tip - 4, middle - 4), (tip, middle), (tip - 4, middle + 4)], color)
        if sign.span.left == "open":
            tip = sign.left + 1
            self.pen.line([(tip + 4, middle - 4), (tip, middle), (tip + 4, middle + 4)], color)

    def _crosses(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        count = max(1, int((right - left) / 24))
        for index in range(count):
            at = left + (right - left) * (index + 0.5) / count
            half = (bottom - top) / 2 - 1
            self.pen.line([(at - half, top + 1), (at + half, bottom - 1)], color, width=1.2)
            self.pen.line([(at + half, top + 1), (at - half, bottom - 1)], color, width=1.2)

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

    def _problem_trace(self) -> dict[str, Any]:
        palette = self._look.palette
        return {
            **self._problems.trace(self._canvas, "markers+text"),
            "marker": {
                "symbol": self._problems.column(0),
                "size": [SIGN_PX * larger for larger in self._problems.column(2)],
                "color": self._problems.column(1),
                "opacity": 1,
                "line": {"width": 1, "color": palette.bg},
            },
            "text": ["!"] * len(self._problems.at),
            "textposition": "middle center",
            "textfont": {"size": 8, "color": palette.bg, "weight": 800},
        }

    def _question_traces(self) -> list[dict[str, Any]]:
        if not self._questions.at:
            return []
        font = {"size": 9, "color": self._look.palette.text, "weight": 700}
        text = {"text": ["?"] * len(self._questions.at), "textposition": "middle center", "textfont": font}
        return [{**self._questions.trace(self._canvas, "text"), **text}]
