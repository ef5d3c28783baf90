"""The two figures of the Situation page, with the buttons that stand over the map."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dashboard.app.filters import value_name
from dashboard.app.pages.situation.imported import ImportedLayer
from dashboard.app.parts import FigureComponent, ViewState, button, choice
from dashboard.app.shell import PageContext, figure_state, state, url_ids
from dashboard.model.geography import BoundingBox
from dashboard.query.lanes import LaneBy, lanes_by
from dashboard.query.questions import due_questions, with_due_dates
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element, join
from dashboard.views.drawing import Drawing
from dashboard.views.map import MapInput, Viewport, event_map
from dashboard.views.map.density import density_map
from dashboard.views.timeline import AS_OF, TODAY, TimeWindow, event_timeline

LAYERS: Final[Mapping[figure_state.MapLayer, str]] = {
    "marks": "Marks",
    "weights": "Marks by weight",
    "countries": "Countries",
    "hexagons": "Hexagons",
}


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """The reader's options for both figures."""

    map: ViewState
    timeline: ViewState
    view: figure_state.View
    layer: figure_state.MapLayer
    lanes: LaneBy
    scale: figure_state.Scale
    today: dt.date
    listed: tuple[str, ...]
    """The events of a count, in the card's place."""
    question: str | None
    """A question there."""
    imported: ImportedLayer | None = None
    """Imported rows, where the reader has switched them on."""
    rows: str | None = None
    """The imported rows of one mark in the card's place."""
    goes_back: bool = False
    """Whether the map, once the card lets go, shows what it showed before a count was pressed."""

    @classmethod
    def now(cls, page: PageContext, today: dt.date, imported: ImportedLayer | None = None) -> "FigureOptions":
        """The options that the address and the session have."""
        stands = ViewState.now("map"), ViewState.now("timeline")
        looks = cls(
            *stands,
            figure_state.view(),
            figure_state.layer(),
            state.lanes(),
            figure_state.scale(),
            today,
            (),
            state.address_value("question"),
            imported,
            state.address_value("rows") if imported else None,
            figure_state.goes_back(),
        )
        if url_ids.is_unknown(state.address_value("list") or ""):  # a link, or the server has begun anew
            for figure in (map_figure(page, looks), timeline_figure(page, looks)):
                figure.know_signs()
        return replace(looks, listed=state.listed_events(page.by_id))


def map_figure(page: PageContext, looks: FigureOptions) -> FigureComponent:
    """The map, in the view that the reader asked for."""
    height = figure_state.map_height()
    draw = map_of(page, looks.map.width, looks.view, looks.listed, looks.map.seen, looks.layer, height, looks.imported)
    chosen = ("rows", looks.rows) if looks.rows else None
    controls = _map_buttons(None if looks.map.seen else looks.view, looks.layer)
    return FigureComponent(
        draw, looks.map, page.in_sight, chosen, controls, zooms=True, counts=_counts(page), as_of=page.past_day
    )


def map_of(
    page: PageContext,
    width: int,
    view: figure_state.View = "fit",
    listed: tuple[str, ...] = (),
    seen: Viewport | None = None,
    layer: figure_state.MapLayer = "marks",
    height: int = figure_state.MAP_HEIGHT,
    imported: ImportedLayer | None = None,
) -> partial[Drawing]:
    """What draws the map, but for the palette."""
    made = MapInput(
        page.readings,
        threads=tuple(page.workspace.threads),
        width=width,
        height=height,
        titles={thread.id: thread.title for thread in page.workspace.threads.values()},
        troubled=page.troubles,
        view=view,
        seen=seen,
        selected=page.in_sight,
        listed=listed,
        within=page.matching_events if page.until else None,
        newest=frozenset(reading.id for reading in page.newest),
        filtered_to=tuple(filter(None, map(BoundingBox.parse, sorted(page.asked.filters.chosen.get("area", ()))))),
    )
    if imported is not None:
        made = imported.on_map(made)
    if layer == "countries" or layer == "hexagons":
        return partial(density_map, made, layer=layer)
    return partial(event_map, made, by_weight=layer == "weights")


def timeline_figure(page: PageContext, looks: FigureOptions) -> FigureComponent:
    """The timeline, on the scale that the reader asked for."""
    draw = timeline_of(
        page, looks.timeline.width, looks.today, looks.lanes, looks.scale, looks.timeline.window, looks.imported
    )
    chosen = ("question", looks.question) if looks.question else ("rows", looks.rows) if looks.rows else None
    start, end = page.asked.filters.start, page.asked.filters.end
    between = (start.toordinal() if start else None, end.toordinal() + 1 if end else None)
    return FigureComponent(
        draw, looks.timeline, page.in_sight, chosen, counts=_counts(page), between=between, as_of=page.past_day
    )


def timeline_of(
    page: PageContext,
    width: int,
    today: dt.date,
    by: LaneBy = LaneBy.THREAD,
    scale: figure_state.Scale = "auto",
    window: TimeWindow | None = None,
    imported: ImportedLayer | None = None,
) -> partial[Drawing]:
    """What draws the timeline, but for the palette."""
    threads = page.workspace.threads
    order = tuple(threads) if by is LaneBy.THREAD else None
    name = partial(value_name, by, page=page)
    groups = page.once(("lanes", by), lambda: lanes_by(page.matching_events, by, name, order))
    day, known = page.as_of(today), page.about_questions
    dues = page.once(("dues", day), lambda: due_questions(page.asking, known, page.evidence, page.mode, day))
    filters = page.asked.filters
    at_any_time = replace(filters, start=None, end=None)
    around = (
        page.once("at any time", lambda: page.catalogue.matching(at_any_time))
        if filters.end or filters.start
        else page.matching_events
    )
    return partial(
        event_timeline,
        page.readings,
        threads=threads,
        width=width,
        selected=page.in_sight,
        scale=scale,
        today=page.as_of(today) if page.known else today,
        today_word=AS_OF if page.known else TODAY,
        troubled=page.troubles,
        lanes=by,
        groups=groups,
        dues=dues,
        within=page.matching_events if page.until else None,
        within_dues=with_due_dates(page.threads_here, today) if page.until else None,
        until=page.until,
        newest=frozenset(reading.id for reading in page.newest),
        between=(filters.start, filters.end),
        around=around,
        window=window,
        imported=imported.on_timeline if imported else None,
    )


def _counts(page: PageContext) -> str:
    told = f"{len(page.readings):,} of {count_words(len(page.all_readings), 'event')}"
    return told if page.validation.is_complete else f"{told}, still being checked"


def _map_buttons(view: figure_state.View | None, layer: figure_state.MapLayer) -> Markup:
    """`view`: which of both the map shows; None where the reader has moved it."""
    views = choice("View", "view", {"fit": "Fit", "world": "World"}, view)
    closer, further = button("zoom", "1.5", "+", name="Zoom in"), button("zoom", "0.667", "−", name="Zoom out")
    zoom = element("div", closer, further, role="group", aria_label="Zoom", class_="dl-choice dl-zoom")
    area = button("draw-area", "", "Area", name="Draw an area to filter by")
    full = element("div", button("full-screen", "", "Full screen", pressed=False), class_="dl-choice dl-full-screen")
    return join(views, zoom, element("div", area, class_="dl-choice dl-draw-area"), _layers(layer), full)


def _layers(layer: figure_state.MapLayer) -> Markup:
    """`Show as: marks`: a press opens the other choices."""
    options = (element("li", button("layer", each, name, pressed=each == layer)) for each, name in LAYERS.items())
    summary = element("summary", "Show as ", element("span", LAYERS[layer].lower(), class_="dl-chosen"))
    return element(
        "details",
        summary,
        element("div", element("ul", *options), role="group", aria_label="Show as"),
        id="map-layer",
        name="facets",
        class_="dl-facet dl-layers",
    )
