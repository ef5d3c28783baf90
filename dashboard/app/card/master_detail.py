"""The card of the selected event, beside what a page lists."""

from collections.abc import Callable

import streamlit as st

from dashboard.app.card.card import selected_card
from dashboard.app.parts import show
from dashboard.app.shell import PageContext


def beside_card(draw: Callable[[], None], page: PageContext) -> None:
    """What `draw` draws, and the card where an event is selected; without one, all the width is the list's."""
    with st.container(key="beside"):
        with st.container(key="beside-list"):
            draw()
        card = selected_card(page)
        if card is not None:
            with st.container(key="beside-card"):
                show(card, "card", name=page.selected or "")
