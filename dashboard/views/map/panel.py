"""All that one `geo` of the map holds: the main map, or the inset."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dashboard.model.geography import alpha_3
from dashboard.model.problem import Severity
from dashboard.query.wording import count_words
from dashboard.views.drawing import FigureMark, FigureName, Trace, scattergeo
from dashboard.views.map.arcs import DrawnArc, arc_traces, arcs_of, drawn_arcs, ring_traces, rings_of
from dashboard.views.map.areas import Area, area_traces, areas_of, spots_to_hatch
from dashboard.views.map.clustering import merge_spots, split_group
from dashboard.views.map.label_space import Edges, LabelSpace, MapLabel, lead_traces
from dashboard.views.map.labels import (
    edges_of,
    fan_label,
    label_traces,
    mark_labels,
    target_label,
)
from dashboard.views.map.land_names import NEAREST_ZOOM, dot_traces, land_labels, town_labels, zoom_of
from dashboard.views.map.marks import (
    Group,
    Ink,
    Spot,
    badge_of,
    mark_traces,
    marks_with_problems,
    number_box,
    without_overlaps,
)
from dashboard.views.projection import Frame, Path, join_paths

MAIN_GEO: Final = "geo"
"""The map itself: an inset, which unfolds marks, has no room for names of towns."""
MOST_ARCS: Final = 60
"""More of them cover the map."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What is drawn in one frame."""

    geo: str
    frame: Frame
    spots: tuple[Spot, ...]
    groups: tuple[Group, ...]
    areas: tuple[Area, ...]
    arcs: tuple[DrawnArc, ...]
    rings: tuple[Spot, ...]
    left_out: int = 0
    """Number of arcs that are not drawn, because there are too many."""
    labels: list[MapLabel] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    """Pixels of the towns that are named on the ground."""

    @property
    def boxes(self) -> list[Edges]:
        """The boxes of the marks, in pixels."""
        return [edges_of(group) for group in self.groups]


def panel_of(
    geo: str,
    frame: Frame,
    spots: Sequence[Spot],
    selected: str | None,
    *,
    with_arcs: bool = True,
    groups: tuple[Group, ...] | None = None,
    of_all: Sequence[Spot] | None = None,
) -> Panel:
    """The marks, areas, arcs and rings of `spots` in a frame; no labels yet.

    Of very many arcs, those of the selected event and those of most events are drawn. `groups`: the marks, where they
    are known. `of_all`: the spots of which these are some, while time is played: countries are hatched where they are
    few among all.
    """
    groups = merge_spots(spots, frame) if groups is None else groups
    arcs = sorted(arcs_of(spots) if with_arcs else (), key=lambda arc: (not arc.holds(selected), -len(arc.readings)))
    drawn = drawn_arcs(arcs[:MOST_ARCS], groups, frame)
    left_out = max(0, len(arcs) - MOST_ARCS)
    hatched = spots_to_hatch(spots, spots if of_all is None else of_all, selected)
    areas, rings = areas_of(hatched, frame.resolution), rings_of(spots, groups, frame)
    return Panel(geo, frame, tuple(spots), groups, areas, drawn, rings, left_out)


def so_far(whole: Panel, shown: frozenset[str], selected: str | None) -> Panel:
    """The panel with the events `shown` alone; the marks stand where they stand among all, while they cover them."""
    parts = [each for group in whole.groups for each in split_group(group, _of(group.spots, shown), whole.frame)]
    groups = without_overlaps(parts, whole.frame)
    has_arcs = bool(whole.arcs)
    spots = _of(whole.spots, shown)
    return panel_of(whole.geo, whole.frame, spots, selected, with_arcs=has_arcs, groups=groups, of_all=whole.spots)


def _of(spots: Iterable[Spot], shown: frozenset[str]) -> tuple[Spot, ...]:
    held = (replace(spot, readings=tuple(each for each in spot.readings if each.id in shown)) for spot in spots)
    return tuple(spot for spot in held if spot.readings)


def lay_labels(
    panel: Panel,
    ink: Ink,
    troubled: Mapping[str, Severity],
    taken: Iterable[Edges] = (),
    unnamed: frozenset[str] = frozenset(),
    *,
    only_leaves: bool = False,
    with_towns: bool = True,
) -> None:
    """Give the panel its labels, off its marks and off the boxes that are `taken`.

    `unnamed`: countries (alpha-3) whose names do not stand on the land. `only_leaves`: no mark is named but those of
    events that are drawn on their own. `with_towns`: from near, towns are named on the ground.
    """
    numbers = [number_box(group) for group in panel.groups if group.count > 1]
    room = LabelSpace(panel.frame, taken, numbers)
    room.take(*(edges_of(group, selected=group.holds(ink.selected)) for group in panel.groups))
    room.take(
        *(badge_of(group, severity, ink.selected) for group, severity in marks_with_problems(panel.groups, troubled))
    )
    if fan := _fan_of(panel):
        panel.labels.append(fan_label(fan[0], room, ink))
    named_groups = [group for group in panel.groups if group.role == "leaf" or not only_leaves]
    panel.labels.extend(mark_labels(named_groups, room, ink, is_far=zoom_of(panel.frame) < NEAREST_ZOOM))
    named = {arc.arc.target.id for arc in panel.arcs if arc.meets}
    for arc in panel.arcs:
        if arc.arc.target.id not in named:
            named.add(arc.arc.target.id)
            told = [
                each for other in panel.arcs if other.arc.target.id == arc.arc.target.id for each in other.arc.readings
            ]
            label = target_label(arc.arc.target, told, arc.x[-1], arc.y[-1], ink.palette.muted, room)
            panel.labels.extend([label] if label else [])
    for arc in panel.arcs:
        room.take(*((x - 2, y - 2, x + 2, y + 2) for x, y in zip(arc.x, arc.y, strict=True)))
    codes = {alpha_3(spot.place.country) or "" for spot in panel.spots if spot.place.is_area and spot.place.country}
    panel.labels.extend(land_labels(panel.frame, room, ink, codes | unnamed))
    if panel.geo == MAIN_GEO and with_towns:
        towns, dots = town_labels(panel.frame, room, ink, [(group.x, group.y) for group in panel.groups])
        panel.labels.extend(towns)
        panel.dots.extend(dots)


def panel_traces(panel: Panel, ink: Ink, troubled: Mapping[str, Severity]) -> tuple[list[Any], int]:
    """Everything from the ground up, and the index of the trace whose points can be pressed."""
    below: list[Any] = [
        *area_traces(panel.areas, panel.frame, ink, panel.geo),
        *dot_traces(panel.dots, panel.frame, ink, panel.geo),
        *label_traces([label for label in panel.labels if label.size == 0], panel.frame, ink, panel.geo),
        *ring_traces(panel.rings, ink, panel.geo),
        *arc_traces(panel.arcs, panel.frame, ink, panel.geo),
        *_leads(panel, ink),
        *_spokes(panel, ink),
    ]
    marks, pressed = mark_traces(panel.groups, panel.frame, ink, panel.geo, troubled)
    leads = lead_traces(panel.labels, panel.frame, ink, panel.geo)
    names = label_traces([label for label in panel.labels if label.size > 0], panel.frame, ink, panel.geo)
    return [*below, *marks, *leads, *names], len(below) + pressed


def panel_marks(
    panel: Panel, curve: int, troubled: Mapping[str, Severity], near: Callable[[Group], str]
) -> tuple[FigureMark, ...]:
    """What can be pressed. `near`: what of the map shows the places of a count apart."""
    return tuple(
        FigureMark(curve, point, group.events, group.name(troubled), near=near(group))
        for point, group in enumerate(panel.groups)
    )


def panel_names(panel: Panel, last: int, marks: Iterable[FigureMark]) -> tuple[FigureName, ...]:
    """The names that lead somewhere, as `marks` do; `last` is the index of the panel's last trace, which has them."""
    words = [label for label in panel.labels if label.size > 0]
    near = {mark.events: mark.near for mark in marks}
    return tuple(
        FigureName(
            last,
            point,
            label.events,
            f"{label.text}, {'mentioned in ' if label.toward else ''}{count_words(len(label.events), 'event')}",
            label.toward,
            near.get(label.events, ""),
        )
        for point, label in enumerate(words)
        if label.events
    )


def _fan_of(panel: Panel) -> list[Group]:
    return [group for group in panel.groups if group.place_at]


def _spokes(panel: Panel, ink: Ink) -> list[Trace]:
    """Thin lines from the place of a fan to its events around it."""
    ends = [(place, leaf) for leaf in _fan_of(panel) if (place := leaf.place_at)]
    if not ends:
        return []
    longitude, latitude = join_paths(
        [panel.frame.unproject([place[0], leaf.x], [place[1], leaf.y]) for place, leaf in ends]
    )
    line = {"color": ink.palette.muted, "width": 0.8}
    return [scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=panel.geo)]


def _leads(panel: Panel, ink: Ink) -> list[Trace]:
    """Thin lines from where an area is to its mark, where that had to give way."""
    moved = [group for group in panel.groups if group.moved]
    if not moved:
        return []
    paths: list[Path] = []
    for group in moved:
        spot = group.spots[0]
        x, y = panel.frame.project(spot.longitude, spot.latitude)
        paths.append(panel.frame.unproject([float(x), group.x], [float(y), group.y]))
    longitude, latitude = join_paths(paths)
    line = {"color": ink.palette.muted, "width": 0.8}
    return [scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=panel.geo)]
