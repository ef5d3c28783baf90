"""A network of who acts on whom: actors in columns by country, ties between them by PLOVER's quadrants."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.model.geography import country_name
from dashboard.query.actors import Cast, Dossier
from dashboard.query.interactions import Quad, Tie, busiest, ties_of
from dashboard.views.drawing import (
    Annotation,
    Canvas,
    Content,
    Drawing,
    Palette,
    Point,
    Points,
    still_layout,
    text_width,
)
from dashboard.views.network.columns import columns_of
from dashboard.views.network.layout import most_columns, net_of
from dashboard.views.network.paths import ways_of
from dashboard.views.network.quadrants import STROKES
from dashboard.views.network.traces import NetworkTraces
from dashboard.views.network.words import description_of, rows_of, sentences_of

_SIZE: Final = 12.0
_SAMPLE: Final = 30.0
_GAP: Final = 7.0
_APART: Final = 16.0
_ROW: Final = 20.0
_ABOVE: Final = 18.0
_SIGNS: Final = {"circle": "person", "square": "government or other body"}


@dataclass(frozen=True, slots=True)
class Legend:
    """Traces and words, and how far down they reach."""

    traces: list[dict[str, Any]]
    words: list[Annotation]
    bottom: float


def legend_of(quads: Sequence[Quad], symbols: Sequence[str], canvas: Canvas, palette: Palette, top: float) -> Legend:
    """The legend, in rows below `top`. `quads` and `symbols` are those drawn."""
    entries: list[tuple[Quad | str, str, float]] = [
        *((quad, quad.value, _SAMPLE) for quad in Quad if quad in quads),
        *((symbol, word, 10.0) for symbol, word in _SIGNS.items() if symbol in symbols),
    ]
    traces: list[dict[str, Any]] = []
    words: list[Annotation] = []
    signs = Points()
    bottom = top
    for (kind, word, sample), (x, y) in zip(entries, _places(entries, canvas.width, top + _ABOVE), strict=True):
        words.append(canvas.text((x + sample + _GAP, y), word, palette.muted, size=_SIZE))
        if isinstance(kind, Quad):
            traces.append(_line(kind, (x, y), canvas, palette))
        else:
            signs.add((x + 5, y), kind)
        bottom = y + _ROW / 2
    marker = {"color": palette.muted, "symbol": signs.column(0), "size": 8, "opacity": 1, "line": {"width": 0}}
    return Legend([*traces, {**signs.trace(canvas, "markers"), "marker": marker}], words, bottom)


def _places(entries: Sequence[tuple[Any, str, float]], width: float, y: float) -> Iterator[Point]:
    x = 0.0
    for _, word, sample in entries:
        reach = sample + _GAP + text_width(word, _SIZE)
        if x > 0 and x + reach > width:
            x, y = 0.0, y + _ROW
        yield x, y
        x += reach + _APART


def _line(quad: Quad, at: Point, canvas: Canvas, palette: Palette) -> dict[str, Any]:
    stroke, points = STROKES[quad], Points()
    points.add(at)
    points.add((at[0] + _SAMPLE, at[1]))
    line = {"color": stroke.color(palette), "width": stroke.width, "dash": stroke.dash}
    return {**points.trace(canvas, "lines"), "line": line}


MOST_ACTORS: Final = 40
MOST_TIES: Final = 60
TIES_EACH: Final = 3
"""So many ties for each actor, on average: where few do everything to each other, more cannot be told apart."""
MOST_OWN: Final = 12
"""So many more of the actor that is asked for."""
LEAST_WIDTH: Final = 240
"""In pixels; a narrower figure is drawn as if it had this width."""
_HOVER_PX: Final = 6
"""How near a tie the pointer has to be: a label beside it must stay within reach."""


def actor_network(
    cast: Cast, *, palette: Palette, width: int, actor: str | None = None, event: str | None = None
) -> Drawing:
    """The most active actors that act on somebody, or are acted on; `actor`, or else `event`, stands out.

    Pressing an actor reports it, pressing a tie its events. Trace 0 holds the actors' transparent bars, the next ones
    a tie each; what is seen comes after. The height is computed. Sentences come without full stops.
    """
    width = max(LEAST_WIDTH, width)
    chosen = actor if actor in cast.dossiers else None
    kept, less_active = busiest(cast.interactions, MOST_ACTORS, always=chosen)
    ties = ties_of(cast.interactions, kept)
    drawn = _ties_to_draw(ties, min(MOST_TIES, TIES_EACH * len(kept)), chosen)
    people = {id_: cast.dossiers[id_] for id_ in kept if any(id_ in (tie.source, tie.target) for tie in drawn)}
    names = {id_: dossier.name for id_, dossier in cast.dossiers.items()}
    ends = Counter(end for tie in drawn for end in (tie.source, tie.target))
    net = net_of(
        columns_of(_countries(people), drawn, most_columns(width)), names, width, max(ends.values(), default=0)
    )
    canvas = Canvas(width, 0.0)
    traces = NetworkTraces(net, canvas, palette, people)
    traces.draw(ways_of(drawn, net), chosen if chosen in people else None, event)
    symbols = {"circle" if _is_person(dossier) else "square" for dossier in people.values()}
    legend = legend_of([tie.quad for tie in drawn], sorted(symbols), canvas, palette, net.height)
    figure = _figure(
        [*traces.traces(), *legend.traces], [*traces.headings(), *traces.labels, *legend.words], palette, canvas,
        legend.bottom,
    )  # fmt: skip
    return Drawing(
        figure,
        traces.marks,
        description_of(len(people), drawn),
        sentences_of(less_active + len(kept) - len(people), len(ties) - len(drawn), drawn),
        rows_of(cast.interactions, names),
    )


def _ties_to_draw(ties: Sequence[Tie], most: int, chosen: str | None) -> list[Tie]:
    """The ties of most events; some of the chosen actor besides."""
    own = [tie for tie in ties[most:] if chosen in (tie.source, tie.target)]
    return [*ties[:most], *own[:MOST_OWN]]


def _countries(people: Mapping[str, Dossier]) -> dict[str, str]:
    return {id_: country_name(dossier.actor.country if dossier.actor else None) for id_, dossier in people.items()}


def _is_person(dossier: Dossier) -> bool:
    return dossier.actor is not None and dossier.actor.kind == "person"


def _figure(
    traces: Sequence[Mapping[str, Any]], words: Sequence[Annotation], palette: Palette, canvas: Canvas, height: float
) -> Content:
    layout = still_layout(canvas, palette, height, "network")
    return {"data": list(traces), "layout": {**layout, "hoverdistance": _HOVER_PX, "annotations": list(words)}}
