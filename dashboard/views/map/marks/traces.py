"""Marks as Plotly draws them: what can be pressed, and the signs and numbers over it."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from dashboard.model.problem import Severity
from dashboard.views.drawing import Trace, blend, fit_text, literal, scattergeo
from dashboard.views.map.marks.group import Group, lon_lat, number_box, number_of, outer_size, ringed_size
from dashboard.views.map.marks.ink import Ink
from dashboard.views.map.marks.problem_signs import problem_traces
from dashboard.views.map.marks.rings import SHARE_PX, has_ring, share_rings, unknown_rings
from dashboard.views.map.marks.sizes import EDGE_PX, NUMBER_PX, NUMBER_WEIGHT, RING_PX
from dashboard.views.projection import Frame

_NEW_PX: Final = 9.0
_HALO_PX: Final = 1.5
_CLEAR: Final = "rgba(0,0,0,0)"
_CUT_SHARE: Final = 0.22
_HOVER_PX: Final = 420.0
_DISC_EDGE_PX: Final = 1.2
_SHARE_AIR_PX: Final = 1.2
_WITH_AIR_PX: Final = 22.0
"""In a smaller disc the number needs all of the ground."""
_FAR: Final = 0.25
"""A share of the frame's width, or height."""

Measure = Callable[[Group], float]


def mark_traces(
    groups: Sequence[Group], frame: Frame, ink: Ink, geo: str, troubled: Mapping[str, Severity]
) -> tuple[list[Trace], int]:
    """The traces of all marks, bottom first, and the index among them of the one that can be pressed.

    The selected one is drawn again over all others, in its ring: it may stand in a count, or beside a large one.
    """
    selected = [group for group in groups if group.holds(ink.selected) and group.role != "opened"]
    new = [group for group in groups if ink.newest and not group.ids.isdisjoint(ink.newest) and group.role != "opened"]
    below = _signs(
        new,
        frame,
        geo,
        "circle",
        _new_size,
        lambda group: blend(ink.of(group.readings), ink.palette.land, 0.35),
        {"width": 0},
    )
    below += _signs(selected, frame, geo, "circle", ringed_size, lambda _: ink.palette.bg, {"width": 0})
    rest = [group for group in groups if group.role == "rest"]
    for symbol, beside in (
        ("square", [each for each in rest if each.is_square]),
        ("circle", [each for each in rest if not each.is_square]),
    ):
        below += _signs(beside, frame, geo, symbol, _haloed_size, lambda _: ink.palette.bg, {"width": 0})
    ring = {"color": ink.palette.text, "width": RING_PX}
    counts = [group for group in groups if group.count > 1 and not _is_under(group, groups, ink)]
    over = [
        *unknown_rings([group for group in groups if group.lacks_weight], frame, ink, geo),
        *share_rings([group for group in groups if has_ring(group) and _is_near(group, frame)], frame, ink, geo),
        *_inner_signs(groups, frame, ink, geo),
        *_numbers(counts, frame, ink, geo),
        *_signs(selected, frame, geo, "circle", ringed_size, lambda _: _CLEAR, ring),
        *_again(selected, frame, ink, geo),
        *problem_traces(groups, troubled, frame, ink, geo),
    ]
    return [*below, _pressable_trace(groups, frame, ink, geo, troubled), *over], len(below)


def _inner_signs(groups: Sequence[Group], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """What stands in marks: the gaps in the outline of areas, their fill, and the cross of a failed quote."""
    areas = [group for group in groups if group.is_area]
    solid_areas = [group for group in areas if group.solid]
    crossed = [group for group in groups if group.count == 1 and group.failed_count]
    squares, discs = ([each for each in solid_areas if each.is_square is is_square] for is_square in (True, False))
    return [
        *_signs(areas, frame, geo, "cross-thin-open", _cut_size, lambda _: ink.palette.bg, _widths(areas)),
        *_signs(squares, frame, geo, "square", _fill_size, ink.fill, {"width": 0}),
        *_signs(discs, frame, geo, "circle", _fill_size, ink.fill, {"width": 0}),
        *_signs(crossed, frame, geo, "x-thin-open", lambda group: group.size - 2, ink.edge, {"width": 1.6}),
    ]


def _is_near(group: Group, frame: Frame) -> bool:
    """Whether a mark stands in the frame, or not far outside.

    Rings take more than all else of a map; those further away are drawn once the reader has moved there.
    """
    x, y = (group.x - frame.left) / frame.width, (group.y - frame.top) / frame.height
    return -_FAR <= x <= 1 + _FAR and -_FAR <= y <= 1 + _FAR


def _fill_size(group: Group) -> float:
    return group.size - 5


def _again(selected: Sequence[Group], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """The marks of the selected groups once more, not to be pressed."""
    if not selected:
        return []
    marker = _marker(selected, ink)
    marks = scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **lon_lat(selected, frame))
    rings = share_rings([group for group in selected if has_ring(group)], frame, ink, geo)
    return [marks, *rings, *_inner_signs(selected, frame, ink, geo)]


def _haloed_size(group: Group) -> float:
    """Diameter of the ground that parts a mark beside cells from their shades."""
    return outer_size(group, None) + 2 * _HALO_PX


def _new_size(group: Group) -> float:
    """Diameter of the pale disc around a mark that has just appeared."""
    return group.size + 2 * _NEW_PX


def halo(color: str) -> str:
    """A text shadow that parts letters from what is under them."""
    return ", ".join(f"{x}px {y}px 1px {color}" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def _pressable_trace(
    groups: Sequence[Group], frame: Frame, ink: Ink, geo: str, troubled: Mapping[str, Severity]
) -> Trace:
    return scattergeo(
        uid=f"marks-{geo}",  # keeps the nodes, and the reader's focus, when the traces before it change
        mode="markers",
        marker=_marker(groups, ink),
        hoverinfo="text",
        hovertext=[literal(fit_text(group.name(troubled), _HOVER_PX, 12)) for group in groups],
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        geo=geo,
        **lon_lat(groups, frame),
    )


def _marker(groups: Sequence[Group], ink: Ink) -> dict[str, Any]:
    return {
        "size": [group.size for group in groups],
        "symbol": ["square" if group.is_square else "circle" for group in groups],
        "color": [ink.palette.bg if group.is_area else ink.fill(group) for group in groups],
        "opacity": 1,
        "line": {
            "color": [ink.palette.bg if _is_disc(group) else ink.edge(group) for group in groups],
            "width": [_line_width(group) for group in groups],
        },
    }


def _signs(
    groups: Sequence[Group],
    frame: Frame,
    geo: str,
    symbol: str,
    size: Measure,
    color: Callable[[Group], str],
    line: dict[str, Any],
) -> list[Trace]:
    """One trace of one symbol that is no target of its own; none without groups."""
    if not groups:
        return []
    sizes, colors = [size(group) for group in groups], [color(group) for group in groups]
    marker = {"size": sizes, "symbol": symbol, "color": colors, "opacity": 1, "line": line}
    return [scattergeo(mode="markers", marker=marker, hoverinfo="skip", geo=geo, **lon_lat(groups, frame))]


def _is_under(group: Group, groups: Sequence[Group], ink: Ink) -> bool:
    """Whether a selected event, or one that is drawn on its own, covers a part of the number: it would be misread."""
    over = [each for each in groups if each.role == "leaf" or (each.holds(ink.selected) and each.count == 1)]
    left, top, right, bottom = number_box(group)
    return any(
        math.hypot(max(left - each.x, 0, each.x - right), max(top - each.y, 0, each.y - bottom))
        < outer_size(each, ink.selected) / 2
        for each in over
    )


def _line_width(group: Group) -> float:
    """Width of the outline; that of a disc has the ground's colour, and parts it from its ring or from what is near."""
    if not _is_disc(group):
        return EDGE_PX
    air = _SHARE_AIR_PX if group.size >= _WITH_AIR_PX else 0.0
    return SHARE_PX + 2 * air if has_ring(group) else _DISC_EDGE_PX


def _is_disc(group: Group) -> bool:
    return group.solid and not group.is_area


def _cut_size(group: Group) -> float:
    """The size of Plotly's `cross-thin` whose arms (1.4 of its radius) just pass the mark's edge: they dash it."""
    return 2 * (group.size / 2 + EDGE_PX / 2 + 0.3) / 1.4


def _widths(groups: Sequence[Group]) -> dict[str, Any]:
    return {"width": [group.size * _CUT_SHARE for group in groups]}


def _numbers(groups: Sequence[Group], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    if not groups:
        return []
    font = {"size": NUMBER_PX, "weight": NUMBER_WEIGHT, "color": [ink.number(group) for group in groups]}
    text = {
        "text": [number_of(group) for group in groups],
        "textposition": "middle center",
        "textfont": font,
    }
    return [scattergeo(mode="text", hoverinfo="skip", geo=geo, **text, **lon_lat(groups, frame))]
