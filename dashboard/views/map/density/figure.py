"""The map by cells: how many events each country or hexagon has, in place of marks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from dashboard.model.geography import main_part
from dashboard.model.problem import Severity
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words
from dashboard.views.drawing import Drawing, EventRows, FigureMark, Palette
from dashboard.views.map import (
    FOOT_PX,
    NARROW_PX,
    LabelSpace,
    MapInput,
    Panel,
    Viewport,
    close_up,
    controls_edges,
    disputed_borders,
    disputed_entry,
    edge_trace,
    entries,
    event_rows,
    frame_of,
    hold,
    imported_bins,
    imported_description,
    imported_entry,
    imported_sentences,
    lay_labels,
    map_layout,
    merge_spots,
    move_frame,
    panel_marks,
    panel_names,
    panel_of,
    panel_traces,
    problem_entries,
    without_antarctica,
)
from dashboard.views.map.density.cell import Cell, Cells, Layer
from dashboard.views.map.density.cell_labels import label_cells
from dashboard.views.map.density.cell_problems import cell_sign_boxes, cell_signs, cells_with_problems
from dashboard.views.map.density.cell_traces import chosen_traces, draw_cells
from dashboard.views.map.density.cell_words import IN_NONE, cell_hover, cell_name, sum_rows
from dashboard.views.map.density.classes import classes_of
from dashboard.views.map.density.countries import countries_of, is_small
from dashboard.views.map.density.density_legend import density_entries, sentences
from dashboard.views.map.density.hexagons import WIDTH_PX, grid_of, hexagons_of
from dashboard.views.map.legend import Edges, LegendEntry, legend, legend_box, legend_ground
from dashboard.views.map.marks import Group, Ink, Spot, spots_of
from dashboard.views.projection import Frame

MOST_FAR_CELLS: Final = 1_000
"""So many cells are drawn, those of most events; and all that are seen or not far outside of the frame."""
_FAR: Final = 0.5
"""A share of the frame's width, or height."""
_FOOT_NARROW_PX: Final = 20
"""On a narrow map, the host's button at the lower left needs so much."""
_MOST_NEW: Final = 12
"""So many events that have just appeared, while time is played, are drawn where they happened."""
_MOST_NAMED: Final = 8
_TOLD_NARROW: Final = 2
"""On a narrow map, the heading and the shades alone: more would lie over cells. Sentences below it tell the rest."""
_TOLD: Final = ("around", "arc", "crossed", "error", "warning")
"""Signs of marks that the legend explains beside cells."""


def density_map(made: MapInput, palette: Palette, *, layer: Layer) -> Drawing:
    """Events counted by cells; what is in no cell is a mark.

    All else is as in `event_map`: the frame, what is pressed, the ring of the selected event where it happened. Classes
    are those of all events while time is played. Of lines to second places, those of the selected event are drawn.
    """
    spots = spots_of(made.every)
    base = frame_of(spots if made.around is None else spots_of(made.around), made.view, *made.size)
    seen = hold(base, made.seen) if made.seen else None
    frame = move_frame(base, seen) if seen else base
    every, area_km2 = _cells_of(spots, layer, frame, base)
    classes = classes_of(every.counts)
    shown = made.event_ids
    cells = every if made.within is None else every.of(shown)
    placed = {each.id: spot for spot in spots for each in spot.readings if each.id in shown}
    ink = Ink(palette, made.ranks, made.selected if made.selected in placed else None, made.newest)
    marks = _marks(cells, frame, placed, ink)
    near = _cells_to_draw(cells.all, frame)
    names = {cell.key: cell_name(cell, layer, made.titles, made.troubled) for cell in near}
    hovers = {cell.key: cell_hover(cell, layer, made.titles, made.troubled) for cell in near}

    has_specks = layer == "countries" and any(is_small(cell.key, frame) for cell in every.all)
    bad = cells_with_problems(near, made.troubled)
    told = density_entries(every, classes, layer, palette, area_km2, has_specks=has_specks)
    if made.size[0] < NARROW_PX:
        told = told[:_TOLD_NARROW]
    told = (*told, *imported_entry(made))
    found = (*told, *_signs(marks, {severity for _, severity in bad}, made))
    hexagons = _boxes(near, layer, frame)
    over, taken = _legend(found, [*marks.boxes, *hexagons], palette, made)
    room = LabelSpace(frame, [*taken, *hexagons, *marks.boxes, *cell_sign_boxes(bad, frame)])
    texts, beside = label_cells(near, classes, frame, ink, room) if layer == "countries" else ([], [])
    lay_labels(
        marks,
        ink,
        made.troubled,
        room.boxes,
        unnamed=frozenset(names),
        only_leaves=True,
        with_towns=area_km2 is not None,
    )
    marks.labels.extend(beside)

    traces = without_antarctica(base, palette, [spot.latitude for spot in spots])
    traces += [edge_trace(box, palette) for box in made.filtered_to]
    behind, bins = imported_bins(made.imported, frame, palette, len(traces))
    traces += behind
    drawn = draw_cells(near, classes, layer, frame, palette, hovers)
    first = len(traces)
    traces += [*drawn.traces, *texts, *disputed_borders(frame, palette, "geo")]
    traces += chosen_traces(_chosen_cells(cells, ink.selected, made.listed), palette)
    traces += cell_signs(bad, palette)
    more, pressed = panel_traces(marks, ink, made.troubled)
    pressable = [
        FigureMark(first + trace, point, cell.events, names[cell.key], near=_near(base, seen, cell, layer))
        for cell in near
        for trace, point in [drawn.points[cell.key]]
    ]
    pressable += panel_marks(marks, len(traces) + pressed, made.troubled, partial(_near_group, base, seen))
    traces += more
    unplaced = len(made.readings) - len(placed)
    return Drawing(
        {"data": traces, "layout": {**map_layout(base, frame, palette, made), **over}},
        (*pressable, *bins),
        _description(cells, layer, len(made.readings), unplaced) + imported_description(made),
        (
            *imported_sentences(made),
            *sentences(cells, layer, area_km2, has_specks=has_specks),
            *_far_words(len(cells.all) - len(near)),
        ),
        _rows(made.readings, cells, layer),
        names=tuple(panel_names(marks, len(traces) - 1, pressable)),
        sums=sum_rows(cells, layer, unplaced, made.titles),
    )


def _cells_of(spots: Sequence[Spot], layer: Layer, frame: Frame, base: Frame) -> tuple[Cells, float | None]:
    """The cells of a map that shows `frame`, and `base` before it was moved; of hexagons their size in km²."""
    if layer == "countries":
        return countries_of(spots, frame), None
    grid = grid_of(frame, base)
    return hexagons_of(spots, grid), grid.area_km2


def _legend(
    found: Sequence[LegendEntry], marks: Sequence[Edges], palette: Palette, made: MapInput
) -> tuple[dict[str, Any], list[Edges]]:
    """What the legend adds to the layout, and boxes where no label may stand; it keeps off the `marks` if it can."""
    width, height = made.size
    room = height - (0 if width >= NARROW_PX else _FOOT_NARROW_PX)
    corner = legend_box(found, width, room, marks) or legend_box(found, width, room, [])
    shapes, annotations = legend(found, corner, palette, width, height) if corner else ([], [])
    shapes = [legend_ground(corner, palette, width, height), *shapes] if corner else shapes
    foot = (width - FOOT_PX[0], height - FOOT_PX[1], float(width), float(height))
    return {"shapes": shapes, "annotations": annotations}, [*controls_edges(width), foot, *([corner] if corner else [])]


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


def _cells_to_draw(cells: Sequence[Cell], frame: Frame) -> Sequence[Cell]:
    """All cells; of very many, those that are seen or not far from it, and of the others those of most events."""
    if len(cells) <= MOST_FAR_CELLS:
        return cells
    x, y = frame.project([cell.longitude for cell in cells], [cell.latitude for cell in cells])
    across, down = (x - frame.left) / frame.width, (y - frame.top) / frame.height
    is_near = (across >= -_FAR) & (across <= 1 + _FAR) & (down >= -_FAR) & (down <= 1 + _FAR)
    drawn = sorted({*is_near.nonzero()[0].tolist(), *range(MOST_FAR_CELLS)})
    return [cells[at] for at in drawn]


def _far_words(number: int) -> tuple[str, ...]:
    """What is said of cells that are not drawn yet."""
    return (f"{count_words(number, 'cell')} far from here are drawn once you move there.",) if number else ()


def _boxes(cells: Sequence[Cell], layer: Layer, frame: Frame) -> list[Edges]:
    """The boxes of hexagons, in pixels; countries lie where they lie."""
    if layer == "countries" or not cells:
        return []
    x, y = frame.project([cell.longitude for cell in cells], [cell.latitude for cell in cells])
    reach = WIDTH_PX / 2
    return [(a - reach, b - reach, a + reach, b + reach) for a, b in zip(x.tolist(), y.tolist(), strict=True)]


def _signs(marks: Panel, on_cells: Collection[Severity], made: MapInput) -> tuple[LegendEntry, ...]:
    """What the marks need to have said, and problems `on_cells`; the cells' own entries tell what they are."""
    if made.size[0] < NARROW_PX:
        return disputed_entry(marks)
    found = [entry for entry in entries(marks, made.troubled) if entry.sign in _TOLD]
    found += [entry for entry in problem_entries(on_cells) if entry not in found]
    return (*found, *disputed_entry(marks))


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
