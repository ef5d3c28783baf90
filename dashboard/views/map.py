"""The map: where events happened, how well that is known, and what was said of other places."""

from collections.abc import Sequence
from typing import Any, Final, Literal

import plotly.graph_objects as go

from dashboard.query.reading import Reading
from dashboard.views.drawing import Drawing, Mark
from dashboard.views.geo_base import ground
from dashboard.views.geo_frame import Box, fitted_frame, world_frame
from dashboard.views.geo_ink import Ink
from dashboard.views.geo_mark_traces import mark_traces
from dashboard.views.geo_marks import Group, Spot, grouped, spots_of
from dashboard.views.palette import FONT, Palette
from dashboard.views.projection import Frame

View = Literal["fit", "world"]

NARROW_PX: Final = 560


def event_map(
    readings: Sequence[Reading],
    *,
    threads: Sequence[str],
    palette: Palette,
    width: int,
    height: int,
    selected: str | None = None,
    view: View = "fit",
    troubled: frozenset[str] = frozenset(),
) -> Drawing:
    """Events on a map of `width` by `height` pixels, one mark for each place or for places that would cover each other.

    `threads` gives the colours, in order. `view`: the frame fits the events, or shows the world. `troubled`: ids of events
    that a problem is on. Outlines come from the `topojsonURL` that the host sets; nothing is fetched from elsewhere.
    """
    spots = spots_of(readings)
    frame = _frame(spots, view, (0.0, 0.0, float(width), float(height)))
    groups = grouped(spots, frame)
    drawn = {each.id for spot in spots for each in spot.readings}
    ink = Ink(palette, {thread: index for index, thread in enumerate(threads)}, selected if selected in drawn else None)
    traces, pressed = mark_traces(groups, frame, ink, "geo", troubled)
    figure = go.Figure(traces, _layout(frame, palette, width, height, view))
    return Drawing(figure, _marks(groups, pressed, troubled), _description(readings, groups), rows=_rows(readings))


def _frame(spots: Sequence[Spot], view: View, box: Box) -> Frame:
    longitudes, latitudes = [spot.longitude for spot in spots], [spot.latitude for spot in spots]
    if view == "world":
        return world_frame(longitudes, latitudes, box)
    side = 100.0 if box[2] >= NARROW_PX else 56.0
    return fitted_frame(longitudes, latitudes, box, (side, box[3] * 0.18, side, box[3] * 0.16))


def _layout(frame: Frame, palette: Palette, width: int, height: int, view: View) -> dict[str, Any]:
    return {
        "width": width,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "template": "none",
        "paper_bgcolor": palette.sea,
        "font": {"family": FONT, "size": 12, "color": palette.text},
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.bg,
            "bordercolor": palette.line2,
            "font": {"family": FONT, "size": 12, "color": palette.text},
            "align": "left",
            "namelength": -1,
        },
        "uirevision": f"{view} {frame.longitude:.3f} {frame.half_width:.3f} {frame.south:.3f}",
        "geo": ground(frame, palette, width, height),
    }


def _marks(groups: Sequence[Group], curve: int, troubled: frozenset[str]) -> tuple[Mark, ...]:
    return tuple(
        Mark(curve, point, tuple(each.id for each in group.readings), group.name(troubled))
        for point, group in enumerate(groups)
    )


def _description(readings: Sequence[Reading], groups: Sequence[Group]) -> str:
    drawn = sum(group.count for group in groups)
    unplaced = sum(each.place.value is None for each in readings)
    return f"Map of {drawn} of {len(readings)} events at {len(groups)} marks; {unplaced} unplaced."


def _rows(readings: Sequence[Reading]) -> tuple[dict[str, str], ...]:
    return tuple(
        {
            "Event": each.event.title,
            "Place": each.place.value.name if each.place.value else "",
            "Precision": each.place.value.precision if each.place.value else "",
            "Carried": str(each.place.carried),
            "Second place": ", ".join(f"{line.as_} {line.place.name}" for line in each.lines),
        }
        for each in readings
    )
