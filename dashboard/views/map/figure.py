"""The map: where events happened, how well that is known, and what was said of other places."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from dashboard.model.geography import BoundingBox
from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.views.drawing import Drawing, EventRows, FigureMark, FigureName, memoize, one_line
from dashboard.views.map.areas import edge_trace
from dashboard.views.map.basemap import NOTE, disputed_borders, disputed_in_sight, ground, without_antarctica
from dashboard.views.map.clustering import merge_spots
from dashboard.views.map.frame import NARROW_PX, View, Viewport, close_up, frame_of, hold, move_frame
from dashboard.views.map.ink import Ink
from dashboard.views.map.inset import along_leads, inset_edges, inset_of, inset_shapes
from dashboard.views.map.label_space import Edges
from dashboard.views.map.legend import LegendEntry, legend, legend_box
from dashboard.views.map.legend_entries import SIZE_SIGNS, disputed_entry, entries, found_by_now, thread_entries
from dashboard.views.map.panel import Panel, lay_labels, panel_marks, panel_names, panel_of, panel_traces, so_far
from dashboard.views.map.spiderfy import spiderfy
from dashboard.views.map.spots import Group, spots_of
from dashboard.views.palette import FONT, Palette
from dashboard.views.projection import Frame

CONTROLS: Final[Edges] = (0.0, 0.0, 492.0, 48.0)
"""Pixels at the upper left that the host's buttons need: no label is put there."""

FOOT_PX: Final = (340.0, 26.0)
"""Width and height at the lower right that the scale bars and the pointer's place need."""

_LEAST_PX: Final = 10  # less is refused by Plotly
_MOST_NAMED: Final = 8


def event_map(
    readings: Sequence[ResolvedEvent],
    *,
    threads: Sequence[str],
    palette: Palette,
    width: int,
    height: int,
    selected: str | None = None,
    view: View = "fit",
    troubled: Mapping[str, Severity] = MappingProxyType({}),
    listed: Sequence[str] = (),
    within: Sequence[ResolvedEvent] | None = None,
    titles: Mapping[str, str] = MappingProxyType({}),
    seen: Viewport | None = None,
    newest: frozenset[str] = frozenset(),
    around: Sequence[ResolvedEvent] | None = None,
    filtered_to: Sequence[BoundingBox] = (),
    by_weight: bool = False,
) -> Drawing:
    """Events on a map of `width` by `height` pixels, one mark for each place or for places that would cover each other.

    `threads` gives the colours, in order; `titles` names them in the legend. `view`: the frame fits the events, or
    shows the world. `troubled`: the worst problem that is on each event. `listed`: ids of a count's events: a few of
    one place stand around it then. One that is selected is ringed where it happened. `within`: the events that frame,
    inset and legend are laid out for, of which `readings` are some: all events, while time is played. Outlines come
    from the `topojsonURL` that the host sets; nothing is fetched from elsewhere. Every event with a place is in one
    mark of the main map; those of an inset, and those drawn beside a count, come after, and repeat some. `seen`: what
    the reader has made of the frame; then places are merged where they are near to each other there, and there is no
    inset. The layout stays that of the frame: the host keeps what the reader sees. The marks of `newest` have a pale
    disc around them. `around`: those that the frame fits, where not all. `filtered_to`: areas that the reader filters
    by, each with its edge. `by_weight`: marks are sized by the weight of their events.
    """
    width, height = max(width, _LEAST_PX), max(height, _LEAST_PX)
    spots = spots_of(readings if within is None else within, by_weight=by_weight)
    frame = frame_of(spots if around is None else spots_of(around), view, width, height)
    seen = hold(frame, seen) if seen else None
    in_sight = move_frame(frame, seen) if seen else frame
    marks_in_sight = _marks_in(readings if within is None else within, in_sight, by_weight=by_weight)
    whole = panel_of("geo", in_sight, spots, selected, groups=marks_in_sight)
    shown = frozenset() if within is None else frozenset([each.id for each in readings])
    is_drawn = any(group.holds(selected) for group in whole.groups) and (within is None or selected in shown)
    ink = Ink(
        palette,
        {thread: index for index, thread in enumerate(threads)},
        selected if is_drawn else None,
        newest,
    )
    now = None if within is None else so_far(whole, shown, selected)
    panels, over, taken = _laid_out(whole, now, ink, width, height, troubled, titles, has_inset=seen is None)
    if within is not None:
        taken[0] += whole.boxes
        panels = [so_far(each, shown, selected) for each in panels]
    main = panels[0]
    panels = spiderfy(panels, ink.selected, listed)
    for each, boxes in zip(panels, taken, strict=False):
        lay_labels(each, ink, troubled, boxes)
    traces = without_antarctica(frame, palette, [spot.latitude for spot in spots])
    traces += [edge_trace(box, palette) for box in filtered_to]
    marks: list[FigureMark] = []
    names: list[FigureName] = []
    for each in panels:
        traces += disputed_borders(each.frame, palette, each.geo)
        more, pressed = panel_traces(each, ink, troubled)
        own = panel_marks(each, len(traces) + pressed, troubled, partial(_near, frame, seen))
        traces += more
        names += panel_names(each, len(traces) - 1, own)
        marks += own
    return Drawing(
        {"data": traces, "layout": {**map_layout(frame, main.frame, palette, width, height, view), **over}},
        tuple(marks),
        _description(readings, main),
        _sentences(panels),
        event_rows(readings),
        names=tuple(names),
    )


@memoize(8)
def _marks_in(readings: Sequence[ResolvedEvent], frame: Frame, *, by_weight: bool) -> tuple[Group, ...]:
    """The marks of these events, whatever is selected."""
    return merge_spots(spots_of(readings, by_weight=by_weight), frame)


def _near(frame: Frame, seen: Viewport | None, group: Group) -> str:
    """What of the map shows the places of a count apart; empty of one place."""
    if len(group.spots) == 1:
        return ""
    longitudes, latitudes = zip(*((spot.longitude, spot.latitude) for spot in group.spots), strict=True)
    return str(close_up(frame, seen, longitudes, latitudes) or "")


def _laid_out(
    main: Panel,
    now: Panel | None,
    ink: Ink,
    width: int,
    height: int,
    troubled: Mapping[str, Severity],
    titles: Mapping[str, str],
    *,
    has_inset: bool,
) -> tuple[list[Panel], dict[str, Any], list[list[Edges]]]:
    """The panels, what legend and inset add to the layout, and of each panel the boxes where no label may stand.

    The legend has room for all that it comes to say, and says what is there `now`.
    """
    found, corner = _legend(main, ink, width, height, troubled, titles)
    if now is not None:
        found = found_by_now(found, now, ink, troubled)
    foot = (width - FOOT_PX[0], height - FOOT_PX[1], float(width), float(height))
    taken = [CONTROLS, foot, *([corner] if corner else [])]
    shapes, annotations = legend(found, corner, ink.palette, width, height) if corner else ([], [])
    over: dict[str, Any] = {"shapes": shapes, "annotations": annotations}
    panels = [main]
    if has_inset and (inset := inset_of(main, taken)):
        inner, unfolded = inset
        panels.append(inner)
        taken += [inset_edges(inner), *along_leads(inner, unfolded)]
        shapes += inset_shapes(inner, unfolded, ink.palette, width, height)
        over["geo2"] = ground(inner.frame, ink.palette, width, height)
    return panels, over, [taken, []]


def _legend(
    main: Panel, ink: Ink, width: int, height: int, troubled: Mapping[str, Severity], titles: Mapping[str, str]
) -> tuple[tuple[LegendEntry, ...], Edges | None]:
    """What it says, and where it stands: without the threads' colours where there is no room for them."""
    borders = disputed_entry(main)
    sizes = [entry for entry in entries(main, troubled) if entry.sign in SIZE_SIGNS]
    signs = (*(entries(main, troubled) if width >= NARROW_PX else sizes), *borders)
    colors = thread_entries(main, ink, titles) if width >= NARROW_PX else ()
    high = height - FOOT_PX[1] if sizes and width < NARROW_PX else height
    for found in ((*colors, *signs), signs, (*sizes, *borders), borders):
        if corner := legend_box(found, width, high, main.boxes):
            return found, corner
    return (), None


def map_layout(frame: Frame, seen: Frame, palette: Palette, width: int, height: int, view: View) -> dict[str, Any]:
    """The layout of the frame, with outlines as fine as the part that is seen needs."""
    font = {"family": FONT, "size": 12, "color": palette.text}
    return {
        "width": width,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "template": {},
        "paper_bgcolor": palette.sea,
        "font": font,
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.bg,
            "bordercolor": palette.line2,
            "font": font,
            "align": "left",
            "namelength": -1,
        },
        "uirevision": f"{view} {frame.longitude:.3f} {frame.half_width:.3f} {frame.south:.3f}",
        "geo": {**ground(frame, palette, width, height), "resolution": seen.resolution},
    }


def _description(readings: Sequence[ResolvedEvent], main: Panel) -> str:
    drawn = sum(len(spot.readings) for spot in main.spots)
    unplaced = sum(each.place.value is None for each in readings)
    named = [f"{one_line(spot.place.name)} ({len(spot.readings)})" for spot in main.spots[:_MOST_NAMED]]
    more = [f"{count_words(len(main.spots) - _MOST_NAMED, 'more place')}"] if len(main.spots) > _MOST_NAMED else []
    text = (
        f"Map of {drawn:,} of {count_words(len(readings), 'event')}" + (": " if named else "") + ", ".join(named + more)
    )
    text += f". {unplaced:,} without a place."
    nowhere = len(readings) - drawn - unplaced
    return text + (f" {nowhere:,} at a place with neither a point nor an outline." if nowhere else "")


def _sentences(panels: Sequence[Panel]) -> tuple[str, ...]:
    main, *insets = panels
    drawn = len(main.arcs)
    lines = f"{drawn:,} of {drawn + main.left_out:,} lines to second places are drawn." if main.left_out else ""
    crowd = "Crowded places are drawn again in the frame." if insets else ""
    disputed = NOTE if any(disputed_in_sight(each.frame) for each in panels) else ""
    return tuple(each for each in (crowd, lines, disputed) if each)


@memoize(4)
def event_rows(readings: Sequence[ResolvedEvent]) -> EventRows:
    """A row for each event, for a table."""
    return EventRows(readings, _event_row)


def _event_row(reading: ResolvedEvent) -> Mapping[str, str]:
    place = reading.place.value
    return {
        "Event": one_line(reading.event.title),
        "Place": one_line(place.name) if place else "unplaced",
        "Precision": place.precision if place else "",
        "Evidence": str(reading.place.carried) if place else "",
        "Second place": ", ".join(f"{line.as_} {one_line(line.place.name)}" for line in reading.lines),
    }
