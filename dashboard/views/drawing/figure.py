"""What a view returns: the figure, what can be pressed in it, and the same in words and as a table.

A still figure counts in pixels: it has no axes, margins or motion of Plotly's own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, overload

import plotly.graph_objects as go

from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing.canvas import Canvas, Shape
from dashboard.views.drawing.palette import FONT, Palette
from dashboard.views.drawing.trace_parts import Word, word_trace

Trace = dict[str, Any]
"""As Plotly's JSON has it."""
Content = Mapping[str, Any]
"""`data`, a list of traces, and `layout`, as Plotly's JSON has them: lists, never arrays."""
_LEAST_PX: Final = 10  # less is refused by Plotly


def scattergeo(**parts: Any) -> Trace:
    """Points, lines or words on the map."""
    return {"type": "scattergeo", **parts}


def choropleth(**parts: Any) -> Trace:
    """Whole countries."""
    return {"type": "choropleth", **parts}


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One mark of a figure that can be pressed, by mouse or by key."""

    curve: int
    """Index of the trace."""
    point: int
    """Index of the point in the trace."""
    events: tuple[str, ...]
    """Ids of the events behind it; more than one for a count."""
    name: str
    """For a screen reader: begins with the event's title, or with `N events at PLACE`."""
    press: tuple[str, str] | None = None
    """What it reports in place of its events, and of which: `("actor", "ecuador")`."""
    near: str = ""
    """The part of a map that shows a count's places apart, as an address has it; empty if there is none."""


@dataclass(frozen=True, slots=True)
class FigureName:
    """A name from the records that stands in a figure: it leads where a mark leads."""

    curve: int
    """Index of the trace that has it as a text."""
    point: int
    """Index of the text in the trace."""
    events: tuple[str, ...]
    """Ids of the events behind it: those of the mark that it stands beside."""
    name: str
    """For a screen reader, as a mark's."""
    toward: str = ""
    """Id of the second place that it names where no mark is; empty beside a mark."""
    near: str = ""
    """As of its mark."""


class EventRows(Sequence[Mapping[str, str]]):
    """The rows of a table of events, each made when somebody reads it: of 100,000 a page lists the first thousand."""

    def __init__(self, readings: Sequence[ResolvedEvent], make: Callable[[ResolvedEvent], Mapping[str, str]]) -> None:
        self._readings, self._make = readings, make
        self._made: dict[int, Mapping[str, str]] = {}

    def __len__(self) -> int:
        return len(self._readings)

    @overload
    def __getitem__(self, at: int) -> Mapping[str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Mapping[str, str]]: ...
    def __getitem__(self, at: int | slice) -> Mapping[str, str] | Sequence[Mapping[str, str]]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(self._readings[at])
        return self._made[at]


@dataclass(frozen=True)
class Drawing:
    """A figure, and what somebody who does not see it needs."""

    content: Content
    marks: tuple[FigureMark, ...]
    description: str
    """One or two sentences: what the figure shows, with its counts."""
    sentences: tuple[str, ...] = ()
    """What was done to the figure (widened, narrowed, hollow), to be shown beside it."""
    rows: Sequence[Mapping[str, str]] = ()
    """The content as a table, mostly a row for each event; all rows have the same keys, which are the headings."""
    days: tuple[tuple[float, int], ...] = ()
    """Where days stand, if across the figure time runs: shares of its width, and ordinals. Even between them."""
    scale: str = ""
    """How a timeline spreads time: all, busy or even. Empty for other figures."""
    frame: Mapping[str, Any] | None = None
    """Where time runs across a timeline that can be moved, as its `TimeFrame` has it."""
    name: str = ""
    """What stands over a picture of it, where the description does not begin with it."""
    sums: tuple[Mapping[str, str], ...] = ()
    """A row for each cell of a map by cells, and for what is in none. All have the same keys: the headings."""
    names: tuple[FigureName, ...] = ()
    """Names beside the marks of a map or ladder, and second places. On a timeline they are parts of marks."""

    @cached_property
    def figure(self) -> go.Figure:
        """The content, checked by Plotly. For who renders it here: the check takes longer than the drawing."""
        return go.Figure(self.content)


def figure_of(
    traces: Sequence[Mapping[str, Any]],
    shapes: Sequence[Shape],
    words: Sequence[Word],
    canvas: Canvas,
    palette: Palette,
    height: float,
    revision: str,
) -> Content:
    """A still figure. The first trace, which is pressed, stays the first; the `words` are the last.

    By their names Plotly keeps what is drawn of them, whatever lines come between.
    """
    pressed, *seen = traces
    ink = [{**trace, "uid": f"ink-{place}"} for place, trace in enumerate(filter(_has_points, seen))]
    data = [{**pressed, "uid": "pressed"}, *ink, {**word_trace(words, canvas), "uid": "words"}]
    layout = {**still_layout(canvas, palette, height, revision), "shapes": list(shapes)}
    return {"data": data, "layout": layout}


def still_layout(canvas: Canvas, palette: Palette, height: float, revision: str) -> dict[str, Any]:
    """Layout of a figure `height` pixels high. The view is kept while `revision` stays (Plotly's uirevision)."""
    still = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    font = {"family": FONT, "size": 12, "color": palette.text}
    return {
        "width": canvas.width,
        "height": max(_LEAST_PX, round(height + 1)),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "template": {},
        "paper_bgcolor": palette.bg,
        "plot_bgcolor": palette.bg,
        "font": font,
        "xaxis": {**still, "range": [0, 1]},
        "yaxis": {**still, "range": [round(height + 1), 0]},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.bg, "bordercolor": palette.line2, "align": "left", "font": font},
        "uirevision": revision,
    }


def _has_points(trace: Mapping[str, Any]) -> bool:
    """Plotly takes as long for one without."""
    return len(trace["x"]) > 0
