"""Help page: what the marks, grades and words mean, and the keys."""

import datetime as dt
from dataclasses import replace
from typing import Final

import streamlit as st

from dashboard.app.pages.help.contents import guide_asked, guide_head, help_page
from dashboard.app.pages.help.guides import guide_markdown
from dashboard.app.parts import arrive, show, show_figure
from dashboard.app.shell import PageContext, figure_state, state
from dashboard.views.drawing import SPECIMENS, THREADS, Drawing, Palette
from dashboard.views.timeline import event_timeline

DAY: Final = dt.date(2016, 6, 1)
"""The specimens' today."""


def draw(page: PageContext) -> None:
    """The marks, the signs as they are drawn, then everything else; at the anchor that the address names."""
    about = state.address_value("about")
    place = f"help {about}"
    if asked := guide_asked(about):
        show(guide_head(asked, page, place), "help")
        with st.container(key="dl-guide"):
            st.markdown(guide_markdown(asked))
        return
    before, behind = help_page(page, about, place)
    show(before, "help")
    with st.container(key="dl-signs"):
        show_figure(_signs, "signs", selected=None)
    show(behind, "help-words")
    arrive(place, "arriving")


def _signs(palette: Palette) -> Drawing:
    readings = [specimen.reading for specimen in SPECIMENS]
    drawn = event_timeline(readings, threads=THREADS, palette=palette, width=figure_state.width("signs"), today=DAY)
    return replace(drawn, marks=())  # specimens lead nowhere
