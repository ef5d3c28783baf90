"""The network of the page Actors, under its heading and with what was done to it in words."""

import streamlit as st

from dashboard.app import state
from dashboard.app.parts.components import show, show_figure
from dashboard.app.shown import Shown
from dashboard.query.actors import Cast
from dashboard.query.deeds import busiest
from dashboard.text.markup import Markup, element
from dashboard.views.drawing import Drawing
from dashboard.views.network import actor_network
from dashboard.views.palette import LIGHT, Palette


def network_figure(cast: Cast, shown: Shown, actor: str | None) -> Drawing:
    """Pressing an actor chooses it, pressing a tie opens its events. Where nobody acts on anybody, that is said."""
    width = state.width("network")

    def draw(palette: Palette) -> Drawing:
        return actor_network(cast, palette=palette, width=width, actor=actor, event=shown.known)

    if not busiest(cast.deeds, 1)[0]:
        drawing = draw(LIGHT)
        show(_heading(drawing.description), "ties-head")
        return drawing
    above = st.container(key="ties-heading")
    drawing = show_figure(draw, "network", selected=shown.known, chosen=("actor", actor) if actor else None)
    with above:
        show(_heading(". ".join((*drawing.sentences, "Select an actor or a dot"))), "ties-head")
    return drawing


def _heading(told: str) -> Markup:
    return element(
        "p", element("b", "Who acts on whom"), " ", element("span", told, class_="dl-muted"), class_="dl-figure-head"
    )
