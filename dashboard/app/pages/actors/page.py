"""Actors page: who they are, what they did to whom, what they said."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from dashboard.app.card import selected_card
from dashboard.app.filters import asked_line
from dashboard.app.pages.actors.interactions import interactions_and_statements
from dashboard.app.pages.actors.list import actor_list, below_the_list, no_actors
from dashboard.app.pages.actors.profile import profile, unknown_actor
from dashboard.app.pages.actors.words import actor_sign, kind_words
from dashboard.app.pages.situation import event_list
from dashboard.app.parts import as_table, place_link, show, show_figure
from dashboard.app.shell import PageContext, figure_state, state
from dashboard.cache import SharedCache
from dashboard.model.geography import country_name
from dashboard.query.actors import Cast, Dossier, cast_of, verdicts_of
from dashboard.query.interactions import ties_somebody
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.loading import without_garbage_collection
from dashboard.text.markup import NOTHING, Content, Markup, element, join, words
from dashboard.views.card import evidence_mark
from dashboard.views.drawing import LIGHT, Drawing
from dashboard.views.network import actor_network

_casts: Final[SharedCache[Cast]] = SharedCache(4)


def actor_card(cast: Cast, dossier: Dossier | None, page: PageContext) -> Markup:
    """The narrowest thing that the reader has chosen."""
    if (card := selected_card(page)) is not None:
        return card
    if behind := page.events(state.listed_events(page.by_id)):
        return event_list(behind, page, f"{count_words(len(behind), 'event')} behind this tie")
    if dossier is not None:
        return profile(dossier, page)
    return actor_list(cast, page, state.part())


def network_figure(cast: Cast, page: PageContext, actor: str | None) -> Drawing:
    """Pressing an actor chooses it, pressing a tie opens its events. Where nobody acts on anybody, that is said."""
    draw = partial(actor_network, cast, width=figure_state.width("network"), actor=actor, event=page.selected_id)
    if not any(map(ties_somebody, cast.interactions)):
        drawing = draw(palette=LIGHT)
        show(_heading(drawing.description), "ties-head")
        return drawing
    above = st.container(key="ties-heading")
    drawing = show_figure(draw, "network", selected=page.selected_id, chosen=("actor", actor) if actor else None)
    with above:
        show(_heading(". ".join((*drawing.sentences, "Choose an actor or a dot"))), "ties-head")
    return drawing


def _heading(told: str) -> Markup:
    return element(
        "p", element("b", "Who acts on whom"), " ", element("span", told, class_="dl-muted"), class_="dl-figure-head"
    )


def head_of_all(cast: Cast, page: PageContext) -> Markup:
    """The number of actors, and how often they are quoted and named."""
    active = sum(bool(dossier.events) for dossier in cast.dossiers.values())
    which = "All" if active == len(cast.dossiers) else f"{active:,}"
    said = f"{which} of them {'is' if active == 1 else 'are'} named in {count_words(len(page.readings), 'event')}"
    how = "as reported" if page.mode is Mode.REPORTED else "as assessed"
    sayings = {(each.reading.id, each.key) for dossier in cast.dossiers.values() for each in dossier.sayings}
    sums = [
        ("Events", len(page.readings)),
        ("Actions", len(cast.interactions)),
        ("Statements", len(sayings)),
    ]
    title = element("h1", count_words(len(cast.dossiers), "actor"))
    told = f"{said}, {how}." if cast.dossiers else "No event names an actor, and the registry has none."
    return _head(NOTHING, title, join(told), sums)


def head_of_one(dossier: Dossier, cast: Cast, page: PageContext) -> Markup:
    """Name, kind and country; sums of what the sections below list."""
    actor = dossier.actor
    back = place_link("actors", "Actors", mode=page.mode)
    crumbs = element("p", back, element("span", f" {len(cast.dossiers):,}", class_="dl-count"), class_="dl-crumbs")
    place = country_name(actor.country) if actor and actor.country else ""
    offices = "; ".join(office.title for office in actor.offices) if actor else ""
    told = words(", ".join(filter(None, (kind_words(dossier), place, offices))))
    verdicts = verdicts_of(dossier.sayings)
    sums: list[tuple[Content, int]] = [
        ("Events", len(dossier.events)),
        ("Did", len(dossier.did)),
        ("Target of", len(dossier.received)),
        ("Said", len(dossier.sayings)),
        *(
            (join(evidence_mark(each.value), " ", each.value.capitalize()), number)
            for each, number in verdicts.items()
            if dossier.sayings
        ),
    ]
    title = element("h1", actor_sign(dossier), words(dossier.name))
    return _head(crumbs, title, told, sums)


def _head(crumbs: Markup, title: Markup, told: Markup, sums: Sequence[tuple[Content, int]]) -> Markup:
    numbers = [element("div", element("dt", label), element("dd", f"{number:,}")) for label, number in sums]
    words_of_it = element("div", crumbs, title, element("p", told))
    return element("header", words_of_it, element("dl", *numbers), class_="dl-actor-head")


def _cast(page: PageContext) -> Cast:
    """The cast of the events shown; that of a hundred thousand takes seconds, and room: few are kept."""

    def make() -> Cast:
        with without_garbage_collection(freezes=False):
            return cast_of(page.readings, page.workspace.actors, page.evidence, page.mode)

    return _casts.get((id(page.validation), page.mode, page.asked.key, page.until), page.validation, make)


def draw(page: PageContext) -> None:
    """All actors, or one: head, network and card, interactions and statements, and the network as a table."""
    cast = _cast(page)
    actor = state.address_value("actor")
    if actor is not None and actor not in cast.dossiers:
        show(unknown_actor(actor, page), "head")
        return
    dossier = cast.dossiers[actor] if actor else None
    with st.container(key="actors"):
        show(asked_line(page), "asked")
        show(head_of_one(dossier, cast, page) if dossier else head_of_all(cast, page), "head")
        if not cast.dossiers:
            show(no_actors(), "steps")
            return
        with st.container(key="ties"):
            drawing = network_figure(cast, page, actor)
        with st.container(key="dossier"):
            show(actor_card(cast, dossier, page), "card", name=page.selected or actor or "")
        show(
            interactions_and_statements(dossier, page) if dossier else below_the_list(cast, page),
            "below",
            name=actor or "",
        )
        show(
            as_table("Network", drawing, [interaction.reading.id for interaction in cast.interactions], page), "tables"
        )
