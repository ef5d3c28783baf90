"""Situation page: where and when, and the card of what is selected."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from dashboard.app import state
from dashboard.app.card.card import event_card
from dashboard.app.card.missing_event import missing_event
from dashboard.app.card.question_card import question_card
from dashboard.app.filters.bar import asked_line, filter_bar
from dashboard.app.parts.banner import first_steps
from dashboard.app.parts.components import host, show
from dashboard.app.parts.tables import as_table
from dashboard.app.parts.workspace_name import first_words
from dashboard.app.shown import Shown
from dashboard.app.situation.differences import differences, differences_line, differences_section
from dashboard.app.situation.figures import Looks, map_figure, timeline_figure
from dashboard.app.situation.overview import event_list, overview
from dashboard.app.situation.play_line import show_play
from dashboard.app.situation.toolbar import scale_choice, scale_line
from dashboard.app.situation.trays import sentence
from dashboard.app.trust.panel import trust_line
from dashboard.query.wording import counted
from dashboard.text.markup import Markup, every, joined


def page(shown: Shown) -> None:
    """Filters, sentence, map and card, timeline, and the same as tables."""
    today = dt.datetime.now(dt.UTC).date()
    with st.container(key="situation"):
        if not shown.all_readings:
            show(first_steps(shown), "steps")
            return
        shown = replace(shown, until=state.until())
        with st.container(key="asks"):
            show(joined(first_words(shown.workspace), filter_bar(shown)), "filters")
            show(asked_line(shown), "asked")
            show(sentence(shown), "sentence")
        looks = Looks.now(shown, today)
        where, who, when = (st.container(key=key) for key in ("where", "who", "when"))
        differing = shown.once("differences", lambda: tuple(differences(shown)))
        with who:
            show(_card(shown, today, differences_line(differing)), "card", name=shown.selected or "")
        with when:
            above = st.container(key="scales")
            timeline = host(timeline_figure(shown, looks))
        with where:  # last: the browser draws the timeline while the map is made
            drawn_map = host(map_figure(shown, looks))
        with above:
            show(scale_choice(timeline), "spread")
            show_play(shown)
            show(scale_line(shown, timeline), "scale")
        show(differences_section(differing, shown), "differences")
        show(trust_line(shown), "trust")
        tables = {"Map": drawn_map, "Timeline": timeline}
        ids = [reading.id for reading in shown.readings]
        show(every(as_table(name, drawn, ids, shown) for name, drawn in tables.items()), "tables")


def _card(shown: Shown, today: dt.date, differing: Markup) -> Markup:
    if shown.selected is not None:
        event = shown.workspace.events.get(shown.selected)
        return event_card(event, shown) if event else missing_event(shown.selected, shown)
    if (question := state.chosen("question")) and (about := question_card(question, shown, today)).html:
        return about
    if state.lists_all():
        return event_list(shown.readings, shown, f"All {counted(len(shown.readings), 'event')}")
    if behind := shown.events(state.listed(shown.by_id)):
        return event_list(behind, shown, f"{counted(len(behind), 'event')} behind this mark")
    return overview(shown, today, differing)
