"""Actors page: who they are, what they did to whom, what they said."""

import streamlit as st

from dashboard.app import state
from dashboard.app.actors.card import actor_card
from dashboard.app.actors.deeds import deeds_and_sayings
from dashboard.app.actors.figure import network_figure
from dashboard.app.actors.head import head_of_all, head_of_one
from dashboard.app.actors.list import below_the_list, no_actors
from dashboard.app.actors.profile import unknown_actor
from dashboard.app.filters.bar import asked_line
from dashboard.app.parts.components import show
from dashboard.app.parts.tables import as_table
from dashboard.app.shown import Shown
from dashboard.query.actors import cast_of


def page(shown: Shown) -> None:
    """All actors, or one: head, network and card, deeds and sayings, and the network as a table."""
    cast = cast_of(shown.readings, shown.workspace.actors, shown.evidence, shown.mode)
    actor = state.chosen("actor")
    if actor is not None and actor not in cast.dossiers:
        show(unknown_actor(actor, shown), "head")
        return
    dossier = cast.dossiers[actor] if actor else None
    with st.container(key="actors"):
        show(asked_line(shown), "asked")
        show(head_of_one(dossier, cast, shown) if dossier else head_of_all(cast, shown), "head")
        if not cast.dossiers:
            show(no_actors(), "steps")
            return
        with st.container(key="ties"):
            drawing = network_figure(cast, shown, actor)
        with st.container(key="dossier"):
            show(actor_card(cast, dossier, shown), "card", name=shown.selected or actor or "")
        show(deeds_and_sayings(dossier, shown) if dossier else below_the_list(cast, shown), "below", name=actor or "")
        show(as_table("Network", drawing, [deed.reading.id for deed in cast.deeds], shown), "tables")
