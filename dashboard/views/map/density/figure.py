"""The map by cells: how many events each country or hexagon has, in place of marks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Final

from dashboard.model.geography import BoundingBox, main_part
from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.views.drawing import Drawing, EventRows, FigureMark, FigureName
from dashboard.views.map import (
    CONTROLS,
    FOOT_PX,
    NARROW_PX,
    Group,
    Ink,
    LabelSpace,
    Panel,
    Spot,
    View,
    Viewport,
    close_up,
    disputed_borders,
    disputed_entry,
    edge_trace,
    entries,
    event_rows,
    frame_of,
    hold,
    lay_labels,
    map_layout,
    merge_spots,
    move_frame,
    panel_marks,
    panel_names,
    panel_of,
    panel_traces,
    spots_of,
    without_antarctica,
)
from dashboard.views.map.density.cell import Cell, Cells, Layer
from dashboard.views.map.density.cell_labels import label_cells
from dashboard.views.map.density.cell_traces import chosen_traces, draw_cells
from dashboard.views.map.density.cell_words import IN_NONE, cell_hover, cell_name, sum_rows
from dashboard.views.map.density.classes import classes_of
from dashboard.views.map.density.countries import countries_of, is_small
from dashboard.views.map.density.density_legend import density_entries, ground_of, sentences
from dashboard.views.map.density.hexagons import WIDTH_PX, grid_of, hexagons_of
from dashboard.views.map.legend import Edges, LegendEntry, legend, legend_box
from dashboard.views.palette import Palette
from dashboard.views.projection import Frame

_LEAST_PX: Final = 10
_FOOT_NARROW_PX: Final = 20
"""On a narrow map, the host's button at the lower left needs so much."""
_MOST_NEW: Final = 12
"""So many events that have just appeared, while time is played, are drawn where they happened."""
_MOST_NAMED: Final = 8
_TOLD: Final = ("around", "arc", "crossed", "error", "warning")
"""Signs of marks that the legend explains beside cells."""


def density_map(
    readings: Sequence[ResolvedEvent],
    *,
    layer: Layer,
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
    filtered_to: Sequence[BoundingBox] = (),
) -> Drawing:
    """Events counted by cells, on a map of `width` by `height` pixels; what is in no cell is a mark.

    All else is as in `event_map`: the frame, what is pressed, the ring of the selected event where it happened. Classes
    are those of all events (`within`) while time is played. Of lines to second places, those of the selected event are
    drawn.
    """
    width, height = max(width, _LEAST_PX), max(height, _LEAST_PX)
    spots = spots_of(readings if within is None else within)
    base = frame_of(spots, view, width, height)
    seen = hold(base, seen) if seen else None
    frame = move_frame(base, seen) if seen else base
    area_km2, every = None, countries_of(spots, frame) if layer == "countries" else None
    if every is None:
        grid = grid_of(frame, base)
        area_km2, every = grid.area_km2, hexagons_of(spots, grid)
    classes = classes_of(every.counts)
    has_specks = layer == "countries" and any(is_small(cell.key, frame) for cell in every.all)
    shown = frozenset(each.id for each in readings)
    cells = every if within is None else every.of(shown)
    placed = {each.id: spot for spot in spots for each in spot.readings if each.id in shown}
    ink = Ink(
        palette,
        {thread: index for index, thread in enumerate(threads)},
        selected if selected in placed else None,
        newest,
    )
    marks = _marks(cells, frame, placed, ink)
    names = {cell.key: cell_name(cell, layer, titles, troubled) for cell in cells.all}
    hovers = {cell.key: cell_hover(cell, layer, titles, troubled) for cell in cells.all}

    found = (
        *density_entries(every, classes, layer, palette, area_km2, has_specks=has_specks),
        *_signs(marks, troubled, width),
    )
    foot_px = 0 if width >= NARROW_PX else _FOOT_NARROW_PX
    hexagons = _boxes(cells, layer, frame)
    corner = legend_box(found, width, height - foot_px, [*marks.boxes, *hexagons])
    corner = corner or legend_box(found, width, height - foot_px, [])
    shapes, annotations = legend(found, corner, palette, width, height) if corner else ([], [])
    shapes = [ground_of(corner, palette, width, height), *shapes] if corner else shapes
    foot = (width - FOOT_PX[0], height - FOOT_PX[1], float(width), float(height))
    taken: list[Edges] = [CONTROLS, foot, *([corner] if corner else [])]

    room = LabelSpace(frame, [*taken, *hexagons, *marks.boxes])
    texts, beside = label_cells(cells.all, classes, frame, ink, room) if layer == "countries" else ([], [])
    lay_labels(
        marks, ink, troubled, room.boxes, unnamed=frozenset(names), only_leaves=True, with_towns=area_km2 is not None
    )
    marks.labels.extend(beside)

    traces = without_antarctica(base, palette, [spot.latitude for spot in spots])
    traces += [edge_trace(box, palette) for box in filtered_to]
    drawn = draw_cells(cells.all, classes, layer, frame, palette, hovers)
    first = len(traces)
    traces += [*drawn.traces, *texts, *disputed_borders(frame, palette, "geo")]
    traces += chosen_traces(_chosen_cells(cells, ink.selected, listed), palette)
    more, pressed = panel_traces(marks, ink, troubled)
    pressable = [
        FigureMark(
            first + drawn.points[cell.key][0],
            drawn.points[cell.key][1],
            cell.events,
            names[cell.key],
            near=_near(base, seen, cell, layer),
        )
        for cell in cells.all
    ]
    pressable += panel_marks(marks, len(traces) + pressed, troubled, partial(_near_group, base, seen))
    traces += more
    of_names: list[FigureName] = list(panel_names(marks, len(traces) - 1, pressable))
    layout = map_layout(base, frame, palette, width, height, view)
    unplaced = len(readings) - len(placed)
    return Drawing(
        {"data": traces, "layout": {**layout, "shapes": shapes, "annotations": annotations}},
        tuple(pressable),
        _description(cells, layer, len(readings), unplaced),
        tuple(sentences(cells, layer, area_km2)),
        _rows(readings, cells, layer),
        names=tuple(of_names),
        sums=sum_rows(cells, layer, unplaced, titles),
    )


def _marks(cells: Cells, frame: Frame, placed: Mapping[str, Spot], ink: Ink) -> Panel:
    """The marks of what is in no cell, and of single events where they happened: selected, or just played."""
    in_cells = {each.id for cell in cells.all for each in cell.readings}
    new = sorted(ink.newest & in_cells)
    alone = [*([ink.selected] if ink.selected in in_cells else []), *(new if len(new) <= _MOST_NEW else [])]
    leaves = []
    for event in dict.fromkeys(filter(None, alone)):
        spot = placed[event]
        own = replace(spot, readings=tuple(each for each in spot.readings if each.id == event))
        x, y = frame.project(spot.longitude, spot.latitude)
        leaves.append(Group((own,), float(x), float(y), role="leaf"))
    rest = [replace(group, role="rest") for group in merge_spots(cells.rest, frame)]
    groups = (*rest, *leaves)
    with_lines = [spot for group in groups for spot in group.spots if group.holds(ink.selected)]
    lines = panel_of("geo", frame, with_lines, ink.selected, groups=groups)
    return replace(lines, spots=tuple(spot for group in groups for spot in group.spots))


def _boxes(cells: Cells, layer: Layer, frame: Frame) -> list[Edges]:
    """The boxes of hexagons, in pixels; countries lie where they lie."""
    if layer == "countries" or not cells.all:
        return []
    x, y = frame.project([cell.longitude for cell in cells.all], [cell.latitude for cell in cells.all])
    reach = WIDTH_PX / 2
    return [(a - reach, b - reach, a + reach, b + reach) for a, b in zip(x.tolist(), y.tolist(), strict=True)]


def _signs(marks: Panel, troubled: Mapping[str, Severity], width: int) -> tuple[LegendEntry, ...]:
    """What the marks need to have said; the cells' own entries tell what they are."""
    found = entries(marks, troubled) if width >= NARROW_PX else ()
    return (*(entry for entry in found if entry.sign in _TOLD), *disputed_entry(marks))


def _chosen_cells(cells: Cells, selected: str | None, listed: Sequence[str]) -> list[Cell]:
    """The cell of the selected event, or the one whose events are listed."""
    if selected:
        return [cell for cell in cells.all if cell.holds(selected)]
    return [cell for cell in cells.all if listed and set(cell.events) == set(listed)]


def _near(base: Frame, seen: Viewport | None, cell: Cell, layer: Layer) -> str:
    """What of the map shows the places of a cell apart; of a country with one place, the country."""
    if cell.count == 1:
        return ""
    longitudes, latitudes = [spot.longitude for spot in cell.spots], [spot.latitude for spot in cell.spots]
    if len(cell.spots) == 1:
        part = main_part(cell.key) if layer == "countries" else None
        if part is None:
            return ""
        west, south, east, north = part.bounds
        longitudes, latitudes = [west, east], [south, north]
    return str(close_up(base, seen, longitudes, latitudes) or "")


def _near_group(base: Frame, seen: Viewport | None, group: Group) -> str:
    if len(group.spots) == 1:
        return ""
    longitudes, latitudes = [spot.longitude for spot in group.spots], [spot.latitude for spot in group.spots]
    return str(close_up(base, seen, longitudes, latitudes) or "")


def _description(cells: Cells, layer: Layer, events: int, unplaced: int) -> str:
    what = (
        count_words(len(cells.all), "country", "countries")
        if layer == "countries"
        else count_words(len(cells.all), "hexagon")
    )
    held = sum(cells.counts)
    first = [f"{cell.title} ({cell.count:,})" for cell in cells.all[:_MOST_NAMED]] if layer == "countries" else []
    text = f"Map of {held:,} of {count_words(events, 'event')} in {what}" + (": " if first else "") + ", ".join(first)
    rest = sum(len(spot.readings) for spot in cells.rest)
    return f"{text}. {rest:,} {IN_NONE[layer]}. {unplaced:,} without a place on the map."


def _rows(readings: Sequence[ResolvedEvent], cells: Cells, layer: Layer) -> EventRows:
    """A row for each event, with the country that counts it."""
    if layer == "hexagons":  # which change with every move of the map: the table of thousands stays
        return event_rows(readings)
    of = {event: cell.title for cell in cells.all for event in cell.events}
    return EventRows(readings, lambda each: {**event_rows([each])[0], "Counted": of.get(each.id, IN_NONE[layer])})
