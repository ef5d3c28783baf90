"""Imported rows on the map: neutral squares on a grid of degrees, below every mark of a record."""

import math
from collections.abc import Sequence
from typing import Final

from dashboard.model.geography import BoundingBox
from dashboard.query.imports import BinnedRows, CountedBin
from dashboard.query.wording import count_words
from dashboard.views.drawing import FigureMark, Palette, Trace, blend, scattergeo
from dashboard.views.map.frame import NARROW_PX, frame_of, hold, move_frame
from dashboard.views.map.legend import LegendEntry
from dashboard.views.map.map_input import MapInput
from dashboard.views.map.marks import spots_of
from dashboard.views.projection import Frame, stretch

BIN_PX: Final = 11.0
"""The bins of a step are about so wide, or up to twice as wide."""
_LEAST_SHARE: Final = 0.28
"""The square of a single row takes so much of a bin's width; that of the fullest bin nearly all."""
_MOST_SHARE: Final = 0.92
_STEEP: Final = 1.6
_MOST_PX: Final = 15.0
_INK: Final = 0.34
_FINEST: Final = -7
_COARSEST: Final = 4
"""Steps are powers of two, in degrees, between these."""
_BEYOND: Final = 0.2
"""So much of the map's width and height is asked for on each side of it: a small move needs no new question."""


def sight_of(made: MapInput) -> tuple[float, BoundingBox]:
    """The step of bins (degrees) that suits what a map shows, and the part of the earth to ask for, in whole steps."""
    spots = spots_of(made.every)
    frame = frame_of(spots if made.around is None else spots_of(made.around), made.view, *made.size)
    frame = move_frame(frame, hold(frame, made.seen)) if made.seen else frame
    step = _step_of(frame)
    grid = 8 * step
    half, up = frame.half_width * (1 + _BEYOND), (frame.north - frame.south) * _BEYOND
    south = max(math.floor((frame.south - up) / grid) * grid, -90.0)
    north = min(math.ceil((frame.north + up) / grid) * grid, 90.0)
    west = math.floor((frame.longitude - half) / grid) * grid
    east = math.ceil((frame.longitude + half) / grid) * grid
    if east - west >= 360:
        return step, BoundingBox(-180.0, south, 180.0, north)
    return step, BoundingBox(_wrap(west), south, _wrap(east), north)


def _wrap(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _px_of_degree(frame: Frame) -> float:
    return frame.scale * math.radians(1) * float(stretch(frame.kind, frame.latitude))


def _step_of(frame: Frame) -> float:
    power = math.ceil(math.log2(BIN_PX / _px_of_degree(frame)))
    return float(2.0 ** min(max(power, _FINEST), _COARSEST))


def imported_bins(
    binned: BinnedRows | None, frame: Frame, palette: Palette, curve: int
) -> tuple[list[Trace], list[FigureMark]]:
    """The trace of the bins, as trace number `curve`, and its marks; nothing where there are none."""
    if binned is None or not binned.bins:
        return [], []
    width = min(binned.step * _px_of_degree(frame), _MOST_PX)
    most = math.log(binned.bins[0].rows + 1)
    middles = [_middle(each) for each in binned.bins]
    names = [bin_name(each) for each in binned.bins]
    trace = scattergeo(
        mode="markers",
        lon=[longitude for longitude, _ in middles],
        lat=[latitude for _, latitude in middles],
        hovertext=names,
        hoverinfo="text",
        marker={
            "symbol": "square",
            "size": [round(width * _share(each.rows, most), 1) for each in binned.bins],
            "color": bin_color(palette),
            "opacity": 1,
            "line": {"width": 0},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        geo="geo",
    )
    marks = [
        FigureMark(curve, point, (), name, ("rows", f"bin:{each.bin}"))
        for point, (each, name) in enumerate(zip(binned.bins, names, strict=True))
    ]
    return [trace], marks


def bin_color(palette: Palette) -> str:
    """A grey between the words' and the land's: no thread has it."""
    return blend(palette.muted, palette.land, _INK)


def _share(rows: int, most: float) -> float:
    """Squares grow with the logarithm: wars have a thousand times the rows of other places."""
    return float(_LEAST_SHARE + (_MOST_SHARE - _LEAST_SHARE) * (math.log(rows) / most) ** _STEEP)


def _middle(each: CountedBin) -> tuple[float, float]:
    box = each.bin.box
    return round((box.west + box.east) / 2, 4), round((box.south + box.north) / 2, 4)


def bin_name(each: CountedBin) -> str:
    """`1,234 imported rows, unreviewed, around 34.5° N, 69.5° E`, with how many of them are reports."""
    longitude, latitude = _middle(each)
    reports = (
        "" if not each.reports else ", reports" if each.reports == each.rows else f", {each.reports:,} of them reports"
    )
    return (
        f"{count_words(each.rows, 'imported row')}, unreviewed{reports}, around "
        f"{abs(latitude):g}° {'N' if latitude >= 0 else 'S'}, {abs(longitude):g}° {'E' if longitude >= 0 else 'W'}"
    )


def imported_entry(made: MapInput) -> tuple[LegendEntry, ...]:
    """The entry of the legend: what the squares are, and of whom. A narrow map has no room: a line near it says so."""
    if made.imported is None or not made.imported_words or made.size[0] < NARROW_PX:
        return ()
    return (LegendEntry("imported", made.imported_words, _LEGEND),)


_LEGEND: Final = "rgba(127,133,141,0.75)"
"""The grey of the bins on the sea, in both themes."""


def imported_sentences(made: MapInput) -> Sequence[str]:
    """What was done to the figure, where imported rows are shown."""
    if made.imported is None:
        return ()
    if not made.imported.bins:
        return ("No imported rows here.",)
    most = made.imported.bins[0].rows
    return (f"Grey squares: imported rows, unreviewed, by {made.imported.step:g}°; the fullest has {most:,}.",)


def imported_description(made: MapInput) -> str:
    """A sentence on imported rows for who does not see the map."""
    return f" Behind them, {made.imported_words}." if made.imported and made.imported_words else ""
