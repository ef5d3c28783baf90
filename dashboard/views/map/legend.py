"""The map's legend: only what is there, in a corner where no mark is."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing import fit_text, one_line, shape, text_width
from dashboard.views.map.basemap import disputed_in_sight
from dashboard.views.map.ink import Ink
from dashboard.views.map.label_space import Edges
from dashboard.views.map.panel import Panel
from dashboard.views.map.problem_signs import worst_problem
from dashboard.views.palette import Palette

ROW_PX: Final = 22.0
KEY_PX: Final = 26.0

MOST_THREADS: Final = 4
"""So many threads' colours are named."""

_TEXT_PX: Final = 11.5
_MARGIN: Final = (14.0, 12.0)
_FOOT_PX: Final = 14.0
"""So much higher stands what is at the lower right: below it are the scale bars."""

_THREAD_PX: Final = 224.0
"""A longer title is cut: the key stands in a corner."""
_ARC_PX: Final = 6.5
_ARC_STEPS: Final = 12
_SEVERITIES: Final = {"error": Severity.ERROR, "warning": Severity.WARNING}

_HOLLOW: Final = {
    Support.EXTERNAL: "place from another source",
    Support.NOT_CHECKABLE: "place not checkable",
    Support.INFERRED: "place inferred",
    Support.QUESTIONED: "place questioned by a check",
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and what it means."""

    sign: str
    """thread, shares, ring, disc, crossed, count, area, corners, around, arc, error, warning or border."""
    text: str
    color: str | None = None
    """The colour of the sign; None for the legend's own."""


def entries(panel: Panel, troubled: Mapping[str, Severity]) -> tuple[LegendEntry, ...]:
    """What the panel has that needs saying, in the order of the eye."""
    readings = [each for group in panel.groups for each in group.readings]
    carried = {each.place.carried for each in readings}
    hollow = [text for kind, text in _HOLLOW.items() if kind in carried]
    several = "place not quoted, or questioned" if Support.QUESTIONED in carried else "place not quoted"
    words = hollow[0] if len(hollow) == 1 else several
    precisions = {spot.place.precision for spot in panel.spots if spot.place.is_area}
    area = "only the country is known" if precisions <= {"country"} else "only the region is known"
    about = {word for arc in panel.arcs for word in arc.arc.as_}
    severities = {worst_problem(group, troubled) for group in panel.groups}
    found = {
        LegendEntry("ring", words): bool(hollow),
        LegendEntry("disc", "place quoted"): Support.QUOTED in carried,
        LegendEntry("crossed", "quote of the place not found"): Support.NOT_FOUND in carried,
        LegendEntry("count", "events in or near one place"): any(group.count > 1 for group in panel.groups),
        LegendEntry("shares", "ring: shares of threads"): any(len(group.threads) > 1 for group in panel.groups),
        LegendEntry("area" if panel.areas else "corners", area): bool(precisions),
        LegendEntry("around", "somewhere inside"): bool(panel.rings),
        LegendEntry(
            "arc", "statement made here, about there" if about == {"about"} else "from here, toward there"
        ): bool(panel.arcs),
        LegendEntry("error", "an error in the record"): Severity.ERROR in severities,
        LegendEntry("warning", "a warning in the record"): Severity.WARNING in severities,
    }
    return tuple(entry for entry, there in found.items() if there)


def disputed_entry(panel: Panel) -> tuple[LegendEntry, ...]:
    """The entry that says whose borders these are, if states dispute some of those in sight; also on narrow maps."""
    return (LegendEntry("border", "disputed; borders as the UN draws them"),) if disputed_in_sight(panel.frame) else ()


def thread_entries(panel: Panel, ink: Ink, titles: Mapping[str, str]) -> tuple[LegendEntry, ...]:
    """Entries for the threads' colours, those of most events first; none if all are of one thread or have no title.

    A mark of several threads has the colour of none, in a ring of their shares.
    """
    count = Counter(each.thread or "" for group in panel.groups for each in group.readings)
    known = sorted((id_ for id_ in count if id_ in titles), key=lambda id_: (-count[id_], ink.threads.get(id_, 0)))
    if len(count) < 2 or not known:
        return ()
    named = [
        LegendEntry("thread", fit_text(one_line(titles[id_]), _THREAD_PX, _TEXT_PX), ink.of_threads([id_]))
        for id_ in known[:MOST_THREADS]
    ]
    more = len(known) - len(named)
    return (
        *named,
        *([LegendEntry("", f"and {more:,} more thread{'s' if more > 1 else ''}")] if more else []),
    )


def found_by_now(
    found: Sequence[LegendEntry], now: Panel, ink: Ink, troubled: Mapping[str, Severity]
) -> tuple[LegendEntry, ...]:
    """The entries, out of all that the map comes to need, that it needs on the day that is played."""
    signs = {entry.sign for entry in entries(now, troubled)} | {"border"}
    threads = {each.thread or "" for group in now.groups for each in group.readings}
    named = {entry.color for entry in found if entry.sign == "thread"}
    colors = {ink.of_threads([thread]) for thread in threads}
    if colors - named:
        signs.add("")  # more threads than are named
    return tuple(entry for entry in found if (entry.color in colors if entry.sign == "thread" else entry.sign in signs))


def legend_box(found: Sequence[LegendEntry], width: float, height: float, taken: Sequence[Edges]) -> Edges | None:
    """The box of the legend, off what is `taken`: bottom left, or else another corner; None if there is no room."""
    if not found:
        return None
    across = KEY_PX + max(text_width(entry.text, _TEXT_PX) for entry in found) + 6
    down = ROW_PX * len(found)
    left, low = _MARGIN[0], height - _MARGIN[1] - down
    right = width - across - _MARGIN[0]
    for x, y in ((left, low), (right, low - _FOOT_PX), (right, _MARGIN[1]), (left, (height - down) / 2)):
        edges = (x, y, x + across, y + down)
        if y > 0 and not any(x < x1 and edges[2] > x0 and y < y1 and edges[3] > y0 for x0, y0, x1, y1 in taken):
            return edges
    return None


def legend(
    found: Sequence[LegendEntry], edges: Edges, palette: Palette, width: float, height: float
) -> tuple[list[Any], list[Any]]:
    """Shapes and annotations of the legend, in paper coordinates: at the foot of a box that has room for more."""
    paper = _Paper(palette, width, height)
    top = edges[3] - ROW_PX * len(found) if edges[1] > _MARGIN[1] else edges[1]
    shapes: list[Any] = []
    annotations: list[Any] = []
    for index, entry in enumerate(found):
        x, y = edges[0] + 9, top + ROW_PX * (index + 0.5)
        shapes += _sign(entry, x, y, paper)
        annotations.append(paper.text(edges[0] + KEY_PX, y, entry.text, _TEXT_PX, palette.muted))
        if entry.sign == "count":
            annotations.append(paper.text(x, y, "3", 10.5, palette.muted, anchor="center", weight=650))
        elif entry.sign in _SEVERITIES:
            annotations.append(paper.text(x, y, "!", 8, palette.bg, anchor="center", weight=800))
    return shapes, annotations


class _Paper:
    """Pixels of the figure as paper coordinates."""

    def __init__(self, palette: Palette, width: float, height: float) -> None:
        self.palette, self.width, self.height = palette, width, height

    def line(self, kind: str, x0: float, y0: float, x1: float, y1: float, **more: Any) -> dict[str, Any]:
        across, down = self.width, self.height
        place = {"x0": x0 / across, "x1": x1 / across, "y0": 1 - y0 / down, "y1": 1 - y1 / down}
        return {"type": kind, "xref": "paper", "yref": "paper", **place, **self.stroke(**more)}

    def path(self, points: Sequence[tuple[str, float, float]], **more: Any) -> dict[str, Any]:
        words = " ".join(f"{command}{x / self.width:.5f},{1 - y / self.height:.5f}" for command, x, y in points)
        return {"type": "path", "xref": "paper", "yref": "paper", "path": words, **self.stroke(**more)}

    def stroke(self, *, width: float = 1.6, dash: str = "solid", fill: str | None = None) -> dict[str, Any]:
        line = {"color": self.palette.muted, "width": width, "dash": dash}
        return {"line": line, "layer": "above", **({"fillcolor": fill} if fill else {})}

    def arc(self, x: float, y: float, start: float, end: float, color: str) -> dict[str, Any]:
        """A part of a small ring: between two directions, in degrees clockwise from the top."""
        turns = [math.radians(start + (end - start) * step / _ARC_STEPS) for step in range(_ARC_STEPS + 1)]
        points = [(x + _ARC_PX * math.sin(turn), y - _ARC_PX * math.cos(turn)) for turn in turns]
        drawn = self.path([("L" if index else "M", *point) for index, point in enumerate(points)], width=2.6)
        return {**drawn, "line": {**drawn["line"], "color": color}}

    def area(self, points: Sequence[tuple[float, float]], color: str) -> dict[str, Any]:
        """Filled, without an outline."""
        outline = [("L" if index else "M", x, y) for index, (x, y) in enumerate(points)]
        drawn = self.path(outline, width=0, fill=color)
        return {**drawn, "path": drawn["path"] + " Z"}

    def text(
        self, x: float, y: float, text: str, size: float, color: str, *, anchor: str = "left", weight: int = 400
    ) -> dict[str, Any]:
        place = {"x": x / self.width, "y": 1 - y / self.height, "xref": "paper", "yref": "paper"}
        font = {"size": size, "color": color, "weight": weight}
        return {
            **place,
            "text": text,
            "font": font,
            "showarrow": False,
            "xanchor": anchor,
            "yanchor": "middle",
            "borderpad": 0,
        }


def _sign(entry: LegendEntry, x: float, y: float, paper: _Paper) -> list[dict[str, Any]]:
    sign, ground, ink = entry.sign, paper.palette.bg, paper.palette.muted
    if sign == "thread":
        return [
            paper.area(
                [(x - 4.5, y - 4.5), (x + 4.5, y - 4.5), (x + 4.5, y + 4.5), (x - 4.5, y + 4.5)], entry.color or ink
            )
        ]
    if sign == "shares":
        first, second = paper.palette.threads[:2]
        return [paper.arc(x, y, 0, 160, first), paper.arc(x, y, 160, 270, second), paper.arc(x, y, 270, 360, ink)]
    if sign in _SEVERITIES:
        corners, turn = (8, math.pi / 8) if sign == "error" else (3, -math.pi / 2)
        _, color, larger = shape(_SEVERITIES[sign], paper.palette)
        reach = 6.5 * larger
        turns = [turn + 2 * math.pi * corner / corners for corner in range(corners)]
        return [paper.area([(x + reach * math.cos(each), y + reach * math.sin(each)) for each in turns], color)]
    if sign in ("ring", "disc", "crossed"):
        dot = paper.line("circle", x - 4.5, y - 4.5, x + 4.5, y + 4.5, fill=ink if sign == "disc" else ground)
        cross = [("M", x - 2.5, y - 2.5), ("L", x + 2.5, y + 2.5), ("M", x - 2.5, y + 2.5), ("L", x + 2.5, y - 2.5)]
        return [dot, paper.path(cross, width=1.4)] if sign == "crossed" else [dot]
    if sign == "count":
        return [paper.line("circle", x - 8, y - 8, x + 8, y + 8, fill=ground)]
    if sign == "border":
        return [paper.path([("M", x - 9, y), ("L", x + 9, y)], width=1.2, dash="4px,3px")]
    if sign == "around":
        return [paper.line("circle", x - 8, y - 8, x + 8, y + 8, width=1.0, dash="dot")]
    if sign == "corners":
        reaches = [(across, down) for across in (-5.5, 5.5) for down in (-5.5, 5.5)]
        ends = [
            (("M", x + across * 0.4, y + down), ("L", x + across, y + down), ("L", x + across, y + down * 0.4))
            for across, down in reaches
        ]
        return [paper.path([point for end in ends for point in end])]
    if sign == "area":
        strokes = [point for step in (-6, 0, 6) for point in (("M", x + step - 3, y + 6), ("L", x + step + 5, y - 6))]
        return [
            paper.line("rect", x - 9, y - 6.5, x + 9, y + 6.5, width=1.2, dash="2px,2px"),
            paper.path(strokes, width=0.8),
        ]
    if sign == "arc":
        bow = [("M", x - 9, y + 4), ("Q", x - 2, y - 8), ("", x + 7, y + 1)]
        head = [("M", x + 9, y + 4), ("L", x + 2.5, y + 1.5), ("L", x + 7, y - 3), ("Z", 0, 0)]
        closed = paper.path(head[:-1], width=0.5, fill=ink)
        return [paper.path(bow, width=1.3), {**closed, "path": closed["path"] + " Z"}]
    return []
