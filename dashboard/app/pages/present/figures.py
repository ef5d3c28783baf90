"""The figures of a step: the dashboard's own, drawn small and shown large, so that their words can be read far off."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dashboard.app.pages.present.evidence_links import first_behind
from dashboard.app.pages.present.presentation import Presentation, WallStep
from dashboard.app.parts import cached_figure
from dashboard.views.drawing import Drawing, FigureMark, FigureName, Palette
from dashboard.views.map import MapInput, event_map
from dashboard.views.timeline import wall_timeline

MAP_FACTOR: Final = 28 / 12
"""Labels of 12 pixels are shown with 28."""
TIMELINE_FACTOR: Final = 28 / 11


@dataclass(frozen=True, slots=True)
class ScreenShape:
    """What a screen of one shape has for figures, in pixels of a stage that is made to fit it."""

    map: tuple[int, int]
    whole: tuple[int, int]
    """The map of the step that has nothing else."""
    timeline: tuple[int, int]


SHAPES: Final[Mapping[str, ScreenShape]] = {
    "wide": ScreenShape((860, 720), (1800, 690), (1800, 200)),
    "square": ScreenShape((620, 720), (1404, 700), (1404, 200)),
    "upright": ScreenShape((1029, 420), (1029, 1090), (1029, 200)),
    "tall": ScreenShape((684, 330), (684, 620), (684, 200)),
}
"""By the name that the page gives to its screen's shape: the stage's sizes stand in `present.css`."""


def figures_of(step: WallStep, made: Presentation, shape: str) -> dict[str, Any]:
    """Name to its JSON in both themes, its description, its scale, and what in it can be pressed."""
    room = SHAPES.get(shape, SHAPES["wide"])
    size = room.map if step.kind == "event" else room.whole
    found: dict[str, Any] = {}
    if "map" in step.figures:
        found["map"] = _figure_props(lambda palette: map_of(step, made, palette, size), MAP_FACTOR, made)
    if "timeline" in step.figures:
        found["timeline"] = _figure_props(
            lambda palette: timeline_of(step, made, palette, room.timeline), TIMELINE_FACTOR, made
        )
    return found


def map_of(step: WallStep, made: Presentation, palette: Palette, size: tuple[int, int]) -> Drawing:
    """All events, in the frame that fits the step's; of an event without a place, in that of all."""
    readings, threads = made.briefing_input.readings, made.page.workspace.threads
    around = [each for each in readings if each.id == step.event and each.place.value is not None]
    made_of = MapInput(
        readings,
        threads=tuple(threads),
        width=round(size[0] / MAP_FACTOR),
        height=round(size[1] / MAP_FACTOR),
        selected=step.event,
        titles={thread.id: thread.title for thread in threads.values()},
        around=around or None,
        troubled=made.page.troubles,
    )
    return event_map(made_of, palette)


def timeline_of(step: WallStep, made: Presentation, palette: Palette, size: tuple[int, int]) -> Drawing:
    """All events as marks, with the date of the step's."""
    return wall_timeline(
        made.briefing_input.readings,
        threads=made.page.workspace.threads,
        palette=palette,
        width=round(size[0] / TIMELINE_FACTOR),
        height=round(size[1] / TIMELINE_FACTOR),
        selected=step.event,
        today=made.briefing_input.day,
    )


def _figure_props(draw: Any, factor: float, made: Presentation) -> dict[str, Any]:
    """`factor`: by how much it is to be made larger. Names are pressed as marks are, by the text that they are."""
    figure = cached_figure(draw)
    drawing = figure.drawing
    return {
        "figure": figure.figure,
        "description": drawing.description,
        "factor": factor,
        "marks": [_mark_props(mark, made) for mark in drawing.marks],
        "names": [{**_mark_props(name, made), "toward": name.toward} for name in drawing.names],
    }


def _mark_props(each: FigureMark | FigureName, made: Presentation) -> dict[str, Any]:
    return {"curve": each.curve, "point": each.point, "name": each.name, **first_behind(each.events, made)}
