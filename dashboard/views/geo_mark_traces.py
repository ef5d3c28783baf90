"""Marks as Plotly draws them: what can be pressed, and the signs and numbers over it."""

from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.query.reading import Carried
from dashboard.views.figure_text import literal
from dashboard.views.geo_ink import Ink
from dashboard.views.geo_marks import Group
from dashboard.views.projection import Frame

RING_PX = 4.5
"""Gap between a selected mark and the outer edge of its ring."""


def mark_traces(
    groups: Sequence[Group], frame: Frame, ink: Ink, geo: str, troubled: frozenset[str]
) -> tuple[list[go.Scattergeo], int]:
    """The traces of all marks, bottom first, and the index among them of the one that can be pressed."""
    selected = [group for group in groups if group.holds(ink.selected)]
    areas = [group for group in groups if group.is_area]
    crossed = [group for group in groups if group.count == 1 and group.failed]
    counts = [group for group in groups if group.count > 1]
    signs = _Signs(frame, geo)
    ring = signs.markers(
        selected, lambda group: group.size + 2 * RING_PX, "circle", lambda _: ink.palette.bg, ink.palette.text, 1.6
    )
    pressed = _pressed(groups, signs, ink, troubled)
    over = [
        signs.markers(
            areas,
            lambda group: 2 * (group.size / 2 + 1.5) / 1.4,
            "cross-thin-open",
            lambda _: ink.palette.bg,
            None,
            2.6,
        ),
        signs.markers(areas, lambda group: group.size + 2, "x-thin-open", lambda _: ink.palette.bg, None, 2.6),
        signs.markers(
            [group for group in areas if group.solid], lambda group: group.size - 1.5, "square", ink.fill, None, 0
        ),
        signs.markers(
            crossed, lambda group: group.size - 2, "x-thin-open", lambda group: ink.of(group.readings), None, 1.6
        ),
        _numbers(counts, signs, ink),
        _problems([group for group in groups if any(each.id in troubled for each in group.readings)], signs, ink),
    ]
    below = [ring] if ring else []
    return [*below, pressed, *(trace for trace in over if trace)], len(below)


class _Signs:
    """Traces of one `geo`, at the places of groups."""

    def __init__(self, frame: Frame, geo: str) -> None:
        self.frame = frame
        self.geo = geo

    def at(self, groups: Sequence[Group]) -> dict[str, Any]:
        longitude, latitude = self.frame.unproject([group.x for group in groups], [group.y for group in groups])
        return {
            "lon": [round(float(each), 4) for each in longitude],
            "lat": [round(float(each), 4) for each in latitude],
            "geo": self.geo,
        }

    def markers(
        self,
        groups: Sequence[Group],
        size: Callable[[Group], float],
        symbol: str,
        color: Callable[[Group], str],
        line: str | None,
        line_width: float,
    ) -> go.Scattergeo | None:
        if not groups:
            return None
        marker = {
            "size": [size(group) for group in groups],
            "symbol": symbol,
            "color": [color(group) for group in groups],
            "opacity": 1,
            "line": {"width": line_width, **({"color": line} if line else {})},
        }
        return go.Scattergeo(mode="markers", marker=marker, hoverinfo="skip", **self.at(groups))


def _pressed(groups: Sequence[Group], signs: _Signs, ink: Ink, troubled: frozenset[str]) -> go.Scattergeo:
    marker = {
        "size": [group.size for group in groups],
        "symbol": ["square" if group.is_area else "circle" for group in groups],
        "color": [ink.fill(group) for group in groups],
        "opacity": 1,
        "line": {"color": [_edge(group, ink) for group in groups], "width": [_edge_width(group) for group in groups]},
    }
    return go.Scattergeo(
        mode="markers",
        marker=marker,
        hoverinfo="text",
        hovertext=[literal(group.name(troubled)) for group in groups],
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **signs.at(groups),
    )


def _edge(group: Group, ink: Ink) -> str:
    return ink.palette.bg if group.solid and not group.is_area else ink.of(group.readings)


def _edge_width(group: Group) -> float:
    return 1.2 if group.solid and not group.is_area else 2.0


def _numbers(groups: Sequence[Group], signs: _Signs, ink: Ink) -> go.Scattergeo | None:
    if not groups:
        return None
    font = {"size": 11, "weight": 650, "color": [ink.number(group) for group in groups]}
    text = [f"{group.count}" for group in groups]
    return go.Scattergeo(
        mode="text", text=text, textposition="middle center", textfont=font, hoverinfo="skip", **signs.at(groups)
    )


def _problems(groups: Sequence[Group], signs: _Signs, ink: Ink) -> go.Scattergeo | None:
    if not groups:
        return None
    font = {"size": 13, "weight": 800, "color": ink.palette.text, "shadow": halo(ink.palette.bg)}
    sized = {"size": [max(group.size - 6, 1) for group in groups], "opacity": 0}
    return go.Scattergeo(
        mode="markers+text",
        marker=sized,
        text=["!"] * len(groups),
        textposition="top right",
        textfont=font,
        hoverinfo="skip",
        **signs.at(groups),
    )


def is_failed(group: Group) -> bool:
    """Whether the place of some event rests on a quote that does not stand."""
    return any(each.place.carried is Carried.FAILED for each in group.readings)


def halo(color: str) -> str:
    """A text shadow that parts letters from what is under them."""
    return ", ".join(f"{x}px {y}px 1px {color}" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)
