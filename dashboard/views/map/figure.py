"""The map: where events happened, how well that is known, and what was said of other places."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.views.drawing import FONT, Drawing, EventRows, FigureMark, FigureName, Palette, memoize, one_line
from dashboard.views.map.areas import edge_trace
from dashboard.views.map.basemap import NOTE, disputed_borders, disputed_in_sight, ground, without_antarctica
from dashboard.views.map.clustering import merge_spots
from dashboard.views.map.frame import NARROW_PX, Viewport, close_up, frame_of, hold, move_frame
from dashboard.views.map.imported_layer import (
    imported_bins,
    imported_description,
    imported_entry,
    imported_sentences,
)
from dashboard.views.map.inset import along_leads, inset_edges, inset_of, inset_shapes
from dashboard.views.map.label_space import Edges
from dashboard.views.map.legend import LegendEntry, legend, legend_box, legend_ground
from dashboard.views.map.legend_entries import SIZE_SIGNS, disputed_entry, entries, found_by_now, thread_entries
from dashboard.views.map.map_input import MapInput
from dashboard.views.map.marks import Group, Ink, spots_of
from dashboard.views.map.panel import Panel, lay_labels, panel_marks, panel_names, panel_of, panel_traces, so_far
from dashboard.views.map.spiderfy import spiderfy
from dashboard.views.projection import Frame

_CONTROLS_PX: Final = (664.0, 48.0)
_CONTROLS_BELOW_PX: Final = (108.0, 84.0)
"""Where the line of buttons is broken, the last one stands below the others."""

FOOT_PX: Final = (340.0, 26.0)
"""Width and height at the lower right that the scale bars and the pointer's place need."""

_MOST_NAMED: Final = 8


def event_map(made: MapInput, palette: Palette, *, by_weight: bool = False) -> Drawing:
    """Events on a map, one mark for each place or for places that would cover each other.

    Outlines come from the `topojsonURL` that the host sets; nothing is fetched from elsewhere. Every event with a place
    is in one mark of the main map; those of an inset, and those drawn beside a count, come after, and repeat some.
    Where the reader has moved the map, places are merged where they are near to each other there, and there is no
    inset. `by_weight`: marks are sized by the weight of their events.
    """
    width, height = made.size
    spots = spots_of(made.every, by_weight=by_weight)
    frame = frame_of(spots if made.around is None else spots_of(made.around), made.view, width, height)
    seen = hold(frame, made.seen) if made.seen else None
    in_sight = move_frame(frame, seen) if seen else frame
    marks_in_sight = _marks_in(made.every, in_sight, by_weight=by_weight)
    whole = panel_of("geo", in_sight, spots, made.selected, groups=marks_in_sight)
    is_played = made.within is not None
    shown = made.event_ids if is_played else frozenset()
    is_drawn = any(group.holds(made.selected) for group in whole.groups) and (not is_played or made.selected in shown)
    ink = Ink(palette, made.ranks, made.selected if is_drawn else None, made.newest)
    now = so_far(whole, shown, made.selected) if is_played else None
    panels, over, taken = _laid_out(whole, now, ink, made, has_inset=seen is None)
    if is_played:
        taken[0] += whole.boxes
        panels = [so_far(each, shown, made.selected) for each in panels]
    main = panels[0]
    panels = spiderfy(panels, ink.selected, made.listed)
    for each, boxes in zip(panels, taken, strict=False):
        lay_labels(each, ink, made.troubled, boxes)
    traces = without_antarctica(frame, palette, [spot.latitude for spot in spots])
    traces += [edge_trace(box, palette) for box in made.filtered_to]
    behind, pressable = imported_bins(made.imported, in_sight, palette, len(traces))
    traces += behind
    marks: list[FigureMark] = []
    names: list[FigureName] = []
    for each in panels:
        traces += disputed_borders(each.frame, palette, each.geo)
        more, pressed = panel_traces(each, ink, made.troubled)
        own = panel_marks(each, len(traces) + pressed, made.troubled, partial(_near, frame, seen))
        traces += more
        names += panel_names(each, len(traces) - 1, own)
        marks += own
    return Drawing(
        {"data": traces, "layout": {**map_layout(frame, main.frame, palette, made), **over}},
        (*marks, *pressable),
        _description(made.readings, main) + imported_description(made),
        (*_sentences(panels), *imported_sentences(made)),
        event_rows(made.readings),
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
    made: MapInput,
    *,
    has_inset: bool,
) -> tuple[list[Panel], dict[str, Any], list[list[Edges]]]:
    """The panels, what legend and inset add to the layout, and of each panel the boxes where no label may stand.

    The legend has room for all that it comes to say, and says what is there `now`.
    """
    width, height = made.size
    found, corner = _legend(main, ink, made)
    if now is not None:
        found = found_by_now(found, now, ink, made.troubled)
    foot = (width - FOOT_PX[0], height - FOOT_PX[1], float(width), float(height))
    taken = [*controls_edges(width), foot, *([corner] if corner else [])]
    shapes, annotations = legend(found, corner, ink.palette, width, height) if corner else ([], [])
    if corner and made.imported is not None:
        shapes = [legend_ground(corner, ink.palette, width, height), *shapes]
    over: dict[str, Any] = {"shapes": shapes, "annotations": annotations}
    panels = [main]
    if has_inset and (inset := inset_of(main, taken)):
        inner, unfolded = inset
        panels.append(inner)
        taken += [inset_edges(inner), *along_leads(inner, unfolded)]
        shapes += inset_shapes(inner, unfolded, ink.palette, width, height)
        over["geo2"] = ground(inner.frame, ink.palette, width, height)
    return panels, over, [taken, []]


def _legend(main: Panel, ink: Ink, made: MapInput) -> tuple[tuple[LegendEntry, ...], Edges | None]:
    """What it says, and where it stands: where there is no room for all, the signs, or else the threads' colours."""
    width, height = made.size
    borders = disputed_entry(main)
    least = (*imported_entry(made), *borders)
    every = entries(main, made.troubled)
    sizes = [entry for entry in every if entry.sign in SIZE_SIGNS]
    signs = (*(every if width >= NARROW_PX else sizes), *imported_entry(made), *borders)
    colors = thread_entries(main, ink, made.titles) if width >= NARROW_PX else ()
    high = height - FOOT_PX[1] if sizes and width < NARROW_PX else height
    for found in ((*colors, *signs), signs, (*colors, *sizes, *least), (*sizes, *least), least, borders):
        if corner := legend_box(found, width, high, main.boxes):
            return found, corner
    return (), None


def controls_edges(width: int) -> list[Edges]:
    """The parts of a map of this width that the host's buttons need at its upper left: no label is put there."""
    line = (0.0, 0.0, *_CONTROLS_PX)
    return [line] if not NARROW_PX <= width < _CONTROLS_PX[0] else [line, (0.0, 0.0, *_CONTROLS_BELOW_PX)]


def map_layout(frame: Frame, seen: Frame, palette: Palette, made: MapInput) -> dict[str, Any]:
    """The layout of the frame, with outlines as fine as the part that is seen needs."""
    width, height = made.size
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
        "uirevision": f"{made.view} {frame.longitude:.3f} {frame.half_width:.3f} {frame.south:.3f}",
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
