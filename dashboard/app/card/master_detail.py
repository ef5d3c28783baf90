"""The card of the selected event, beside what a page lists."""

from collections.abc import Callable

import streamlit as st

from dashboard.app.card.card import event_card, missing_event
from dashboard.app.parts import show
from dashboard.app.shell import PageContext
from dashboard.text.markup import Markup


def beside_card(draw: Callable[[], None], page: PageContext) -> None:
    """What `draw` draws, and the card where an event is selected; without one, all the width is the list's."""
    with st.container(key="beside"):
        with st.container(key="beside-list"):
            draw()
        card = _card(page)
        if card is not None:
            with st.container(key="beside-card"):
                show(card, "card", name=page.selected or "")


def _card(page: PageContext) -> Markup | None:
    if page.selected is None:
        return None
    event = page.workspace.events.get(page.selected)
    return event_card(event, page) if event else missing_event(page.selected, page)
