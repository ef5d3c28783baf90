"""Situation page: where and when, and the card of what is selected."""

import datetime as dt

from dashboard.app.card import question_card, selected_card
from dashboard.app.filters import asked_line, filter_bar
from dashboard.app.frame import first_steps, first_words
from dashboard.app.pages.situation.differences import differences_line, differences_section
from dashboard.app.pages.situation.figures import FigureOptions, map_figure, timeline_figure
from dashboard.app.pages.situation.imported import imported_line, readable_layer, rows_in_card
from dashboard.app.pages.situation.overview import event_list, filter_to, overview
from dashboard.app.pages.situation.play_line import show_play
from dashboard.app.pages.situation.trays import sentence, trays
from dashboard.app.parts import PageBox, as_table, button, choice, host, show, sums_table
from dashboard.app.shell import PageContext, as_played, state
from dashboard.app.trust import trust_line
from dashboard.clock import today
from dashboard.query.lanes import LaneBy
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import thread_square
from dashboard.views.drawing import Drawing

SCALES = {"all": "Stretched", "busy": "Busiest period", "even": "True to scale"}
MOST_COLORS = 4
"""So many threads' colours are named beside lanes that are not by thread."""


def scale_choice(timeline: Drawing) -> Markup:
    """The choice of how time is spread on `timeline`, and what the lanes are."""
    return element("div", choice("Scale", "scale", SCALES, timeline.scale), _lanes(), class_="dl-scale-line")


def scale_line(page: PageContext, timeline: Drawing) -> Markup:
    """Colours, sentences, trays; while time is played colours alone, so that nothing below moves."""
    if page.past_day is not None:
        return element("div", _colors(page), class_="dl-scale-line")
    done = element("p", ". ".join(timeline.sentences), class_="dl-muted")
    return element("div", _colors(page), done, trays(page), class_="dl-scale-line")


def _lanes() -> Markup:
    """`Lanes by thread`: a press opens the other choices."""
    by = state.lanes()
    options = (element("li", button("lanes", each, each, pressed=each == by)) for each in LaneBy)
    summary = element("summary", "Lanes by ", element("span", by, class_="dl-chosen"))
    return element(
        "details",
        summary,
        element("div", element("ul", *options), role="group", aria_label="Lanes by"),
        id="lanes-by",
        name="facets",
        class_="dl-facet dl-lanes",
    )


def _colors(page: PageContext) -> Markup:
    """A key to the threads' colours; nothing if the lanes are the threads."""
    if state.lanes() is LaneBy.THREAD:
        return NOTHING
    here = {reading.thread for reading in page.matching_events}
    named = [
        element("span", thread_square(index), words(thread.title))
        for index, thread in enumerate(page.workspace.threads.values())
        if thread.id in here
    ]
    more = f"and {len(named) - MOST_COLORS:,} more" if len(named) > MOST_COLORS else None
    return element("p", *named[:MOST_COLORS], more, class_="dl-muted dl-colors")


def draw(page: PageContext) -> None:
    """Filters, sentence, map and card, timeline, and the same as tables."""
    day = today()
    with PageBox("situation"):
        if not page.all_readings:
            show(first_steps(page), "steps")
            return
        page = as_played(page)
        with PageBox("asks"):
            show(NOTHING if state.is_embedded() else join(first_words(page.workspace), filter_bar(page)), "filters")
            show(asked_line(page), "asked")
            show(sentence(page), "sentence")
            layer, problem = readable_layer(page)
            show(imported_line(layer, problem, page), "imported")
        looks = FigureOptions.now(page, day, layer)
        where, who, when = (PageBox(key) for key in ("where", "who", "when"))
        differing = page.differences if page.validation.is_complete else ()
        with who:
            card = rows_in_card(layer, page) or _card(page, day, differences_line(differing))
            show(card, "card", name=page.selected or state.address_value("rows") or "")
        with when:
            above = PageBox("scales")
            timeline = host(timeline_figure(page, looks))
        with where:  # last: the browser draws the timeline while the map is made
            drawn_map = host(map_figure(page, looks))
            told = ". ".join(each.rstrip(".") for each in drawn_map.sentences) if drawn_map.sums else ""
            show(element("p", told, ".", class_="dl-muted dl-map-told") if told else NOTHING, "map-told")
        with above:
            show(scale_choice(timeline), "spread")
            show_play(page)
            show(scale_line(page, timeline), "scale")
        show(differences_section(differing, page), "differences")
        show(trust_line(page) if page.validation.is_complete else NOTHING, "trust")
        tables = {"Map": drawn_map, "Timeline": timeline}
        ids = [reading.id for reading in page.readings]
        show(sums_table("Map", drawn_map), "sums")
        show(join_all(as_table(name, drawn, ids, page) for name, drawn in tables.items()), "tables")


def _card(page: PageContext, today: dt.date, differing: Markup) -> Markup:
    if (card := selected_card(page)) is not None:
        return card
    if (question := state.address_value("question")) and (about := question_card(question, page, today)).html:
        return about
    if state.lists_all():
        return event_list(page.readings, page, f"All {count_words(len(page.readings), 'event')}")
    if behind := page.events(state.listed_events(page.by_id)):
        return event_list(
            behind, page, f"{count_words(len(behind), 'event')} behind this mark", filter_to(behind, page)
        )
    return overview(page, today, differing)
