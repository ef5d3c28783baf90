"""The traces of a network: what can be pressed, and the lines, heads, dots and signs that are seen."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from dashboard.query.actors import Dossier
from dashboard.views.drawing import Annotation, Boxes, Canvas, FigureMark, Palette, Point, Points, literal
from dashboard.views.network.layout import BOLD, HEADING_SIZE, SIZE, ActorNode, GroupHeading, Net
from dashboard.views.network.paths import Way
from dashboard.views.network.quadrants import STROKES
from dashboard.views.network.words import actor_name, tie_name

HITS: Final = 0
"""Index of the trace of actors that are pressed; the ties follow, a trace each."""
CLEAR: Final = "rgba(0,0,0,0)"
SIGN: Final = 9.0
_HEAD: Final = 9.0
_HEAD_BACK: Final = 4.0
_SIGN_OF_KIND: Final = {"person": "circle"}
_REACH: Final = 18.0
"""Width in pixels of what answers the pointer around a tie's dot."""


class NetworkTraces:
    """Draws a net and its ways; then `traces`, `marks` and `labels` hold what was drawn."""

    def __init__(self, net: Net, canvas: Canvas, palette: Palette, dossiers: Mapping[str, Dossier]) -> None:
        self._net, self._canvas, self._palette, self._dossiers = net, canvas, palette, dossiers
        self._hits, self._marks = Boxes(), list[FigureMark]()
        self._presses: list[dict[str, Any]] = []
        self._lines: dict[tuple[str, float, str], list[Sequence[Point]]] = defaultdict(list)
        self._heads, self._dots, self._signs, self._rings = Points(), Points(), Points(), Points()
        self._labels: list[Annotation] = []

    def draw(self, ways: Sequence[Way], chosen: str | None, event: str | None) -> None:
        """`chosen` is an actor; without one, `event` is what stands out."""
        lit = [way for way in ways if _is_lit(way, chosen, event)] or list(ways)
        near = {end for way in lit for end in (way.tie.source, way.tie.target)} | ({chosen} if chosen else set())
        for node in self._net.nodes.values():
            self._node(node, chosen, near)
        for way in [*(way for way in ways if way not in lit), *lit]:  # the lit ones are painted over the others
            self._way(way, is_lit=way in lit)

    @property
    def marks(self) -> tuple[FigureMark, ...]:
        """Every actor, then every tie."""
        return tuple(self._marks)

    @property
    def labels(self) -> list[Annotation]:
        """Names, each on a ground of its own: a tie that passes goes under."""
        return self._labels

    def traces(self) -> list[dict[str, Any]]:
        """The traces in the order of painting; those that can be pressed come first and are not seen."""
        return [
            self._hits.trace(self._canvas, is_pressed=True),
            *self._presses,
            *(self._line_trace(style, lines) for style, lines in self._lines.items()),
            self._head_trace(),
            self._dot_trace(),
            self._sign_trace(self._rings),
            self._sign_trace(self._signs),
        ]

    def _node(self, node: ActorNode, chosen: str | None, near: Collection[str]) -> None:
        palette, dossier = self._palette, self._dossiers[node.id]
        name = actor_name(dossier)
        point = self._hits.add(node.left - 3, node.y - 12, node.right + 3, node.y + 12, CLEAR, literal(name))
        self._marks.append(FigureMark(HITS, point, tuple(dossier.events), name, press=("actor", node.id)))
        symbol = _SIGN_OF_KIND.get(dossier.actor.kind if dossier.actor else "", "square")
        ink = palette.text if node.id in near else palette.muted
        if node.id == chosen:
            self._rings.add((node.dot, node.y), palette.bg, palette.text, 1.6, symbol, SIGN + 6)
        self._signs.add((node.dot, node.y), ink, palette.bg, 0, symbol, SIGN if symbol == "circle" else SIGN - 1)
        x = node.dot - 9 if node.anchor == "right" else node.dot + 9
        weight = BOLD if node.id == chosen else 450 if node.id in near else 400
        text = self._canvas.text((x, node.y), node.label, ink, size=SIZE, weight=weight, anchor=node.anchor)
        self._labels.append({**text, "bgcolor": palette.bg, "borderpad": 1})

    def headings(self) -> list[Annotation]:
        """Names of countries, where the signs of their actors stand."""
        return [self._heading(each) for each in self._net.headings]

    def _heading(self, heading: GroupHeading) -> Annotation:
        x = heading.x + (4 if heading.anchor == "right" else -4)
        at, ink = (x, heading.y), self._palette.muted
        text = self._canvas.text(at, heading.words, ink, size=HEADING_SIZE, anchor=heading.anchor)
        return {**text, "bgcolor": self._palette.bg}

    def _way(self, way: Way, *, is_lit: bool) -> None:
        tie, stroke = way.tie, STROKES[way.tie.quad]
        full = stroke.color(self._palette)
        color = full if is_lit else self._palette.dim_color(self._palette.dim_color(full))
        self._lines[color, stroke.wide(len(tie.events)), stroke.dash].append(_to_the_head(way))
        if not tie.is_mutual:
            x, y = way.points[-1]
            back = -_HEAD_BACK if way.enters == "left" else _HEAD_BACK
            self._heads.add((x + back, y), color, "triangle-right" if way.enters == "left" else "triangle-left")
        number = len(tie.events)
        self._dots.add(way.points[way.dot], color, f"{number:,}" if number > 1 else "", dot_size(number))
        name = tie_name(tie, {id_: self._dossiers[id_].name for id_ in (tie.source, tie.target)})
        self._presses.append(self._press_trace(way, name))
        self._marks.append(FigureMark(HITS + len(self._presses), way.dot, tie.events, name))

    def _press_trace(self, way: Way, name: str) -> dict[str, Any]:
        """The points of one tie, without colour; the one at its dot is the mark, the others lead to it."""
        points = Points()
        for index, point in enumerate(way.points):
            points.add(point, _REACH if index == way.dot else 5.0)
        still = {"marker": {"opacity": 1}}
        return {
            **points.trace(self._canvas, "markers"),
            "marker": {"color": CLEAR, "size": points.column(0), "line": {"width": 0}},
            "hoverinfo": "text",
            "hovertext": literal(name),
            "selected": still,
            "unselected": still,
        }

    def _line_trace(self, style: tuple[str, float, str], lines: Sequence[Sequence[Point]]) -> dict[str, Any]:
        color, width, dash = style
        across: list[float | None] = []
        down: list[float | None] = []
        for line in lines:
            across += [*(self._canvas.x(x) for x, _ in line), None]
            down += [*(y for _, y in line), None]
        drawn = {"color": color, "width": width, "dash": dash, "simplify": False}
        return {**Points().trace(self._canvas, "lines"), "x": across[:-1], "y": down[:-1], "line": drawn}

    def _head_trace(self) -> dict[str, Any]:
        marker = {"color": self._heads.column(0), "symbol": self._heads.column(1), "size": _HEAD, "opacity": 1}
        return {**self._heads.trace(self._canvas, "markers"), "marker": {**marker, "line": {"width": 0}}}

    def _dot_trace(self) -> dict[str, Any]:
        """A dot for one event, a number for more."""
        line = {"width": 1.5, "color": self._palette.bg}
        marker = {"color": self._dots.column(0), "size": self._dots.column(2), "opacity": 1, "line": line}
        font = {"size": 10, "weight": BOLD, "color": self._palette.bg}
        words = {"text": self._dots.column(1), "textposition": "middle center", "textfont": font}
        return {**self._dots.trace(self._canvas, "markers+text"), "marker": marker, **words}

    def _sign_trace(self, signs: Points) -> dict[str, Any]:
        line = {"color": signs.column(1), "width": signs.column(2)}
        marker = {"color": signs.column(0), "symbol": signs.column(3), "size": signs.column(4), "opacity": 1}
        return {**signs.trace(self._canvas, "markers"), "marker": {**marker, "line": line}}


def dot_size(events: int) -> float:
    """Diameter in pixels of a tie's dot."""
    return 8.0 if events == 1 else 16.0 if events < 100 else 24.0


def _is_lit(way: Way, chosen: str | None, event: str | None) -> bool:
    if chosen is not None:
        return chosen in (way.tie.source, way.tie.target)
    return event in way.tie.events


def _to_the_head(way: Way) -> Sequence[Point]:
    """The line ends inside its head, or it would show beyond the tip."""
    if way.tie.is_mutual:
        return way.points
    x, y = way.points[-1]
    return [*way.points[:-1], (x - _HEAD_BACK if way.enters == "left" else x + _HEAD_BACK, y)]
