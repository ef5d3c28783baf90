"""Names beside marks: each where it fits, none over a mark or another name."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from dashboard.model.registry import Place
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Trace, fit_text, literal, scattergeo, text_width
from dashboard.views.map.label_space import (
    BOLD,
    LABEL_PX,
    LEAD_PX,
    Edges,
    LabelSpace,
    MapLabel,
    boxes_around,
    led_label,
)
from dashboard.views.map.marks import Group, Ink, halo, mark_words, ringed_size
from dashboard.views.projection import Frame

NOT_TO_SCALE: Final = "not to scale"
LAND_PX: Final = 9.5

_AIR_PX: Final = 4.0
_LONGEST_PX: Final = 220.0
_LONGEST_CHOSEN_PX: Final = 460.0
"""The name of the selected one may be so long, where that much is free."""
_MANY_MARKS: Final = 40
_MOST_AMONG_MANY: Final = 24
_LARGEST: Final = 6
"""So many counts are named in any case, where there is room further off."""
_SHORTEST_PX: Final = 24.0
_READABLE_PX: Final = 90.0
"""A name is not cut to less, as long as it can stand elsewhere."""


def edges_of(group: Group, *, selected: bool = False) -> Edges:
    """The box of a mark, with its ring where it is selected."""
    reach = (ringed_size(group) if selected else group.size) / 2 + 1.5
    return group.x - reach, group.y - reach, group.x + reach, group.y + reach


def mark_labels(groups: Sequence[Group], room: LabelSpace, ink: Ink, *, is_far: bool) -> list[MapLabel]:
    """Labels right, left, above or below their marks; the selected first, then by weight and number of events.

    Seen from far (`is_far`), counts of many towns have the names of countries and regions.

    Among very many marks, the first alone have one, and the short form first. The selected has one even where it does
    not fit beside its mark, unless it would hide the number of a count.
    """
    labels: list[MapLabel] = []
    crowded, words = len(groups) > _MANY_MARKS, mark_words(groups, is_far=is_far)
    for group in sorted(groups, key=lambda each: _order(each, ink.selected)):
        if crowded and len(labels) == _MOST_AMONG_MANY:
            break
        held = group.holds(ink.selected) and group.role != "opened"
        size = (ringed_size(group) if held else group.size) + _AIR_PX
        weight = BOLD if held else 400
        texts = words[id(group)]
        texts = texts[::-1] if crowded and texts == group.labels else texts
        where, longest = (group.x, group.y, size), (_LONGEST_CHOSEN_PX, _LONGEST_PX) if held else (_LONGEST_PX,)
        tries = (_first_free(texts, *where, weight, ink.label(group), room, longest=each) for each in longest)
        label = next(filter(None, tries), None)
        if held and label is None:
            label = (
                _cut_where_free(texts, *where, ink.label(group), room)
                or led_label(texts[0], *where, ink.label(group), room)
                or _in_any_case(texts, *where, ink.label(group), room)
            )
        if label:
            labels.append(_leading(label, group))
    return labels + (_led_labels(groups, labels, words, room, ink) if crowded and is_far else [])


def _led_labels(
    groups: Sequence[Group], labels: Sequence[MapLabel], words: Mapping[int, Sequence[str]], room: LabelSpace, ink: Ink
) -> list[MapLabel]:
    """Names of the largest counts beside which there is no room, further off, with a line that leads there."""
    named = {label.events for label in labels}
    largest = sorted((each for each in groups if each.role == "mark"), key=lambda each: -each.count)[:_LARGEST]
    found = []
    for group in largest:
        if group.events not in named:
            where = (group.x, group.y, group.size)
            tries = (
                led_label(text, *where, ink.label(group), room, weight=400, furthest=LEAD_PX)
                for text in words[id(group)]
            )
            found += [_leading(label, group) for label in [next(filter(None, tries), None)] if label]
    return found


def _leading(label: MapLabel, group: Group) -> MapLabel:
    return replace(label, events=group.events)


def _order(group: Group, selected: str | None) -> tuple[bool, bool, int, int]:
    is_leaf = group.role == "leaf"
    return not group.holds(selected) or group.role == "opened", is_leaf, group.rank, -group.count


def fan_label(leaf: Group, room: LabelSpace, ink: Ink) -> MapLabel:
    """Says of a fan that it is drawn larger than it is; in any case, for its marks are off their place."""
    x, y = leaf.place_at or (leaf.x, leaf.y)
    size = 2 * math.hypot(leaf.x - x, leaf.y - y) + 2 * leaf.size
    label = _first_free((NOT_TO_SCALE,), x, y, size, 400, ink.palette.muted, room, below=True)
    if label is None:
        position, edges = boxes_around(x, y, size, text_width(NOT_TO_SCALE, LABEL_PX) + 2)[-1]
        label = MapLabel(NOT_TO_SCALE, x, y, size, position, ink.palette.muted, edges)
        room.take(edges)
    return label


def target_label(
    place: Place, readings: Iterable[ResolvedEvent], x: float, y: float, color: str, room: LabelSpace
) -> MapLabel | None:
    """The name of a second place where no event is: at the head of the arcs of `readings`."""
    label = _first_free((place.name,), x, y, 8.0, 400, color, room)
    events = tuple(dict.fromkeys(each.id for each in readings))
    return replace(label, events=events, toward=place.id) if label else None


def label_traces(labels: Sequence[MapLabel], frame: Frame, ink: Ink, geo: str) -> list[Trace]:
    """All labels as one trace; markers that are not seen keep the names off the marks."""
    if not labels:
        return []
    longitude, latitude = frame.unproject([label.x for label in labels], [label.y for label in labels])
    font: dict[str, Any] = {
        "size": [label.font_px for label in labels],
        "color": [label.color for label in labels],
        "weight": [label.weight for label in labels],
        "shadow": [halo(ink.palette.land if label.size == 0 else ink.palette.sea) for label in labels],
    }
    return [
        scattergeo(
            mode="markers+text",
            lon=np.round(longitude, 4).tolist(),
            lat=np.round(latitude, 4).tolist(),
            text=[literal(label.text) for label in labels],
            textposition=[label.position for label in labels],
            textfont=font,
            marker={"size": [label.size for label in labels], "opacity": 0},
            hoverinfo="skip",
            geo=geo,
        )
    ]


def _first_free(
    texts: Sequence[str],
    x: float,
    y: float,
    size: float,
    weight: int,
    color: str,
    room: LabelSpace,
    *,
    below: bool = False,
    longest: float = _LONGEST_PX,
) -> MapLabel | None:
    for text in texts:
        cut = fit_text(text, longest, LABEL_PX, weight)
        width = text_width(cut, LABEL_PX, weight) + 2
        for position, edges in boxes_around(x, y, size, width)[:: -1 if below else 1]:
            if cut and room.is_free(edges):
                room.take(edges)
                return MapLabel(cut, x, y, size, position, color, edges, weight)
    return None


def _cut_where_free(
    texts: Sequence[str], x: float, y: float, size: float, color: str, room: LabelSpace
) -> MapLabel | None:
    """A label with as much of the text as fits beside its mark, off marks and names; None if nothing fits."""
    for at, (position, (_, top, _, bottom)) in enumerate(_beside(x, y, size, 0)):
        to_left, to_right = room.reach(x, top, bottom)
        most = (to_right if position.endswith("right") else to_left) - size
        text = fit_text(texts[0], min(_LONGEST_PX, most), LABEL_PX, BOLD) if texts and most > _READABLE_PX else ""
        _, edges = _beside(x, y, size, text_width(text, LABEL_PX, BOLD) + 2)[at]
        if text and room.is_free(edges):
            room.take(edges)
            return MapLabel(text, x, y, size, position, color, edges, BOLD)
    return None


def _in_any_case(
    texts: Sequence[str], x: float, y: float, size: float, color: str, room: LabelSpace
) -> MapLabel | None:
    """A label on the side with more room, even over marks and names; None if it could not be read, or hid a number."""
    to_left, to_right = room.reach(x, y - LABEL_PX, y + LABEL_PX)
    is_right = to_right >= to_left
    most = min(_LONGEST_PX, max(to_left, to_right) - size)
    text = fit_text(texts[0], most, LABEL_PX, BOLD) if texts and most > _SHORTEST_PX else ""
    if not text:
        return None
    width = text_width(text, LABEL_PX, BOLD) + 2
    position, edges = boxes_around(x, y, size, width)[0 if is_right else 1]
    if room.hides_number(edges):
        return None
    room.take(edges)
    return MapLabel(text, x, y, size, position, color, edges, BOLD)


def _beside(x: float, y: float, size: float, width: float) -> list[tuple[str, Edges]]:
    """The positions beside a mark with their boxes: right and left; then the four corners."""
    right, left, above, below = boxes_around(x, y, size, width)
    corners = [
        (f"{row} {side}", (edges[0], rows[1], edges[2], rows[3]))
        for row, (_, rows) in (("top", above), ("bottom", below))
        for side, (_, edges) in (("right", right), ("left", left))
    ]
    return [right, left, *corners]
