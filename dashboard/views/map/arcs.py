"""Arcs from where something was said or began to what it is about; and rings around what is known roughly."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.model.registry import Place
from dashboard.query.location import anchor
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Trace, blend, scattergeo, translucent
from dashboard.views.map.marks import Group, Ink, Spot
from dashboard.views.projection import Frame, Path, great_circle, join_paths, ring

ARC_POINTS: Final = 60

_HEAD_PX: Final = 10.0
_GAP_PX: Final = 3.0
_NEAR_PX: Final = 14.0


@dataclass(frozen=True, slots=True)
class Arc:
    """One line for all events that lead from the same place to the same second place."""

    start: Spot
    target: Place
    where: tuple[float, float]
    """Longitude and latitude of the target: of an area, its label point."""
    readings: tuple[ResolvedEvent, ...]
    as_: tuple[str, ...]

    def holds(self, event: str | None) -> bool:
        """Whether the event is one of its events."""
        return any(each.id == event for each in self.readings)

    def path(self, points: int = 20) -> Path:
        """The great circle, in degrees."""
        return great_circle((self.start.longitude, self.start.latitude), self.where, np.linspace(0, 1, points))


def arcs_of(spots: Iterable[Spot]) -> tuple[Arc, ...]:
    """One arc for each pair of places; a second place that cannot be drawn, or is the first, has none."""
    arcs: dict[tuple[str, str], Arc] = {}
    for spot in spots:
        for reading in spot.readings:
            for line in reading.lines:
                where, key = anchor(line.place), (spot.place.id, line.place.id)
                if where is None or spot.place.id == line.place.id:
                    continue
                old = arcs.get(key)
                held, words = (old.readings, old.as_) if old else ((), ())
                arcs[key] = Arc(spot, line.place, where, (*held, reading), (*words, line.as_))
    return tuple(arcs.values())


@dataclass(frozen=True, slots=True)
class DrawnArc:
    """An arc cut off at the marks that it joins, in pixels."""

    arc: Arc
    x: tuple[float, ...]
    y: tuple[float, ...]
    meets: Group | None
    """The mark at its end; None where no event is there, so that the target needs a name."""

    @property
    def angle(self) -> float:
        """The direction of the arrow's head, in degrees clockwise from up."""
        return math.degrees(math.atan2(self.x[-1] - self.x[-2], self.y[-2] - self.y[-1]))


def drawn_arcs(arcs: Iterable[Arc], groups: Sequence[Group], frame: Frame) -> tuple[DrawnArc, ...]:
    """What is to be drawn of `arcs`: none between places of the same mark."""
    owners = {spot.place.id: group for group in groups for spot in group.spots}
    found = (_draw_arc(arc, owners, groups, frame) for arc in arcs)
    return tuple(each for each in found if each)


def arc_traces(arcs: Sequence[DrawnArc], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """Lines, one trace a colour, and one of their heads."""
    if not arcs:
        return []
    paths: dict[str, list[Path]] = {}
    for each in arcs:
        paths.setdefault(ink.of(each.arc.readings), []).append(frame.unproject(each.x, each.y))
    traces = []
    for color, same in paths.items():
        longitude, latitude = join_paths(same)
        line = {"color": color, "width": 1.3}
        traces.append(scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=geo))
    longitude, latitude = join_paths([frame.unproject([each.x[-1] for each in arcs], [each.y[-1] for each in arcs])])
    head = {
        "symbol": "arrow",
        "size": _HEAD_PX,
        "angle": [round(each.angle, 1) for each in arcs],
        "angleref": "up",
        "color": [ink.of(each.arc.readings) for each in arcs],
        "opacity": 1,
        "line": {"width": 0},
    }
    traces.append(scattergeo(mode="markers", lon=longitude, lat=latitude, marker=head, hoverinfo="skip", geo=geo))
    return traces


def rings_of(spots: Iterable[Spot], groups: Sequence[Group], frame: Frame) -> tuple[Spot, ...]:
    """The spots whose radius is drawn: those where the ring is larger than the mark."""
    sizes = {spot.place.id: group.size for group in groups for spot in group.spots}
    return tuple(
        spot
        for spot in spots
        if spot.place.radius_km
        and not spot.place.is_area
        and _radius_px(spot, frame) > sizes.get(spot.place.id, 0) / 2 + _GAP_PX
    )


def ring_traces(spots: Sequence[Spot], ink: Ink, geo: str) -> list[Trace]:
    """Dotted rings, filled so faintly that what is under them stays seen."""
    traces = []
    for spot in spots:
        longitude, latitude = join_paths([ring(spot.longitude, spot.latitude, spot.place.radius_km or 0)])
        color = ink.of(spot.readings)
        line = {"color": blend(color, ink.palette.land, 0.8), "width": 1, "dash": "dot"}
        fill = {"fill": "toself", "fillcolor": translucent(color, 0.06)}
        traces.append(
            scattergeo(mode="lines", lon=longitude, lat=latitude, line=line, hoverinfo="skip", geo=geo, **fill)
        )
    return traces


def _draw_arc(arc: Arc, owners: dict[str, Group], groups: Sequence[Group], frame: Frame) -> DrawnArc | None:
    first = owners.get(arc.start.place.id)
    x, y = (float(each) for each in frame.project(*arc.where))
    last = owners.get(arc.target.id) or min(
        (group for group in groups if math.hypot(group.x - x, group.y - y) < group.size / 2 + _NEAR_PX),
        key=lambda group: math.hypot(group.x - x, group.y - y),
        default=None,
    )
    if first is None or first is last:
        return None
    longitude, latitude = arc.path(300)
    across, down = frame.project(longitude, latitude)
    free = np.hypot(across - first.x, down - first.y) > first.size / 2 + _GAP_PX
    if last is not None:
        free &= np.hypot(across - last.x, down - last.y) > last.size / 2 + _GAP_PX
    kept = np.flatnonzero(free)
    torn = np.abs(np.diff(across)).max() > frame.width / 2
    if len(kept) < 2 or torn:
        return None
    chosen = np.unique(np.linspace(kept[0], kept[-1], ARC_POINTS).round().astype(int))
    return (
        DrawnArc(arc, tuple(across[chosen].tolist()), tuple(down[chosen].tolist()), last) if len(chosen) > 1 else None
    )


def _radius_px(spot: Spot, frame: Frame) -> float:
    longitude, latitude = ring(spot.longitude, spot.latitude, spot.place.radius_km or 0)
    return float(np.ptp(frame.project(longitude, latitude)[1])) / 2
