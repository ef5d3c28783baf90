"""What is selected, beside the story of a thread: a card, or the events behind a count."""

import streamlit as st

from dashboard.app import state
from dashboard.app.card.card import event_card
from dashboard.app.card.missing_event import missing_event
from dashboard.app.parts.components import show
from dashboard.app.shown import Shown
from dashboard.app.situation.overview import event_list
from dashboard.query.reading import Reading
from dashboard.query.wording import counted
from dashboard.text.markup import Markup


def with_card(story: Markup, own: tuple[Reading, ...], shown: Shown) -> None:
    """The card, where something is selected, and the story. `own` are the events that the page shows."""
    card = _card(own, shown)
    with st.container(key="thread-below"):
        if card is not None:
            with st.container(key="thread-card"):
                show(card, "card", name=shown.selected or "")
        show(story, "story")


def _card(own: tuple[Reading, ...], shown: Shown) -> Markup | None:
    if shown.selected is not None:
        event = shown.workspace.events.get(shown.selected)
        return event_card(event, shown) if event else missing_event(shown.selected, shown)
    ids = {reading.id for reading in own}
    if behind := tuple(reading for reading in shown.events(state.listed(shown.by_id)) if reading.id in ids):
        return event_list(behind, shown, f"{counted(len(behind), 'event')} behind this mark")
    return None
