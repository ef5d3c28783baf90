"""Outlook page: what is asked and when it is due, what came, and how well that had been foretold."""

import datetime as dt
from functools import partial

import streamlit as st

from dashboard.app import state
from dashboard.app.beside import beside_card
from dashboard.app.calendar_file import calendar_button
from dashboard.app.filters.bar import asked_line
from dashboard.app.outlook.calibration import calibration_section, reliability_words
from dashboard.app.outlook.head import no_questions, outlook_head
from dashboard.app.outlook.open_questions import open_questions
from dashboard.app.outlook.resolved import resolved_questions
from dashboard.app.parts.components import show, show_figure
from dashboard.app.parts.tables import as_table
from dashboard.app.shown import Shown
from dashboard.query.outlook import Outlook, outlook_of
from dashboard.text.markup import joined
from dashboard.views.reliability import reliability_diagram


def page(shown: Shown) -> None:
    """Head and calendar, open questions by due date, those that were answered, calibration, the card."""
    now = dt.datetime.now(dt.UTC)
    outlook = outlook_of(shown.threads_here, shown.all_readings, shown.evidence, shown.mode, now.date())
    show(asked_line(shown), "asked")
    with st.container(key="listed-head"):
        show(outlook_head(outlook, shown), "head")
        with st.container(key="listed-files"):
            calendar_button(shown, now)
    if not outlook.number:
        show(no_questions(shown), "outlook")
        return
    beside_card(lambda: _lists(outlook, shown, now.date()), shown)


def _lists(outlook: Outlook, shown: Shown, today: dt.date) -> None:
    with st.container(key="outlook"):
        with st.container(key="outlook-open"):
            show(open_questions(outlook, shown, today), "open")
        with st.container(key="outlook-done"):
            if outlook.calibration.bins:
                show(calibration_section(outlook, shown), "calibration")
                draw = partial(reliability_diagram, outlook.calibration.bins, width=state.width("reliability"))
                drawn = show_figure(draw, "reliability", selected=None)
                show(joined(reliability_words(drawn), as_table("Reliability", drawn)), "reliability-table")
            show(resolved_questions(outlook, shown), "resolved")
            if not outlook.calibration.bins:
                show(calibration_section(outlook, shown), "calibration")
