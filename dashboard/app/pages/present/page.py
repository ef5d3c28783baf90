"""Present page: a briefing, or the events that are shown, on the wall.

The presenter is a component that has the steps around the one that is seen, so that none waits for the server.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from dashboard.app.pages.present.figures import figures_of
from dashboard.app.pages.present.presentation import Presentation, WallStep, presentation_of
from dashboard.app.pages.present.wall import Figures, Wall, figures_near, size_of, wall_of, words_near
from dashboard.app.parts import page_link, show
from dashboard.app.scripts import module
from dashboard.app.shell import PageContext, dispatch, mapping_of, state
from dashboard.cache import SharedCache
from dashboard.text.markup import element, words

COMPONENT: Final = "present"
MOST_EVENTS: Final = 2_000
"""Each event is a step of the wall."""
_TOO_MANY: Final = f"The wall takes at most {MOST_EVENTS:,}: filter them first."
MOST_KEPT: Final = 20_000_000
"""Characters of figures."""
_present = st.components.v2.component(f"dateline_{COMPONENT}", js=module("present/present"), isolate_styles=False)
_cache: Final[SharedCache[Figures]] = SharedCache(MOST_KEPT, size_of)
"""The figures of steps that all sessions share, `MOST_KEPT` characters at most."""


def draw(page: PageContext) -> None:
    """The presenter alone; where there is nothing to present, why."""
    asked = state.address_value("briefing")
    if not asked and page.event_count > MOST_EVENTS:
        _nothing("Too many events to present", f"{page.event_count:,} events are shown. {_TOO_MANY}", "")
        return
    made = presentation_of(asked, page, state.until())
    if made is not None:
        presenter(made)
        return
    told = "No events match the filters." if page.all_readings else "This workspace has no events yet."
    if asked:
        told = f"This workspace has no briefing {asked} that can be read."
    _nothing("Nothing to present", told, "brief" if asked else "")


def _nothing(title: str, told: str, back_to: str) -> None:
    back = page_link(back_to, "Back", class_="dl-text-button")
    text = element("p", words(told))
    show(element("section", element("h1", title), text, back, class_="dl-first-steps"), "nothing", themes=True)


def presenter(made: Presentation) -> None:
    """Put it over the whole page."""
    _present(
        key=COMPONENT,
        data=[data_of(made)],
        on_near_change=lambda: None,
        on_shape_change=lambda: None,
        on_pressed_change=_answer,
    )


def data_of(made: Presentation) -> dict[str, Any]:
    """What the component is given."""
    wall, reported = wall_of(made), state.reported_by(COMPONENT)
    shape, looking = str(reported.get("shape") or "wide"), reported.get("near") or {}
    told = looking.get("step")
    near = min(int(told or asked_step()), len(wall.steps))
    for_speaker = state.address_value("speaker") is not None
    draw = partial(_figures, made=made, shape=shape)
    held = _steps_held(looking, wall, shape)
    figures, more = ({}, False) if for_speaker else figures_near(wall.steps, near, draw, held=held, alone=told is None)
    marking = made.outline.marking
    back = state.in_the_card() if made.is_view else {"page": "brief", "briefing": made.briefing.id}
    return {
        "id": "" if made.is_view else made.briefing.id,
        "title": made.outline.title,
        "marking": [marking.text, marking.color, marking.ground],
        "shape": shape,
        "number": wall.number,
        "steps": words_near(wall.steps, near),
        "figures": figures,
        "more": more,
        "behind": wall.links(figures),
        "back": urlencode(back),
        "speaker": for_speaker,
    }


def _steps_held(looking: Mapping[str, Any], wall: Wall, shape: str) -> frozenset[int]:
    """Numbers of the steps whose figures the page has: of this wall, drawn for a screen of this shape."""
    held = mapping_of(looking.get("held"))
    if (held.get("number"), held.get("shape")) != (wall.number, shape):
        return frozenset()
    return frozenset(number for number in held.get("steps") or () if isinstance(number, int))


def asked_step() -> int:
    """The step in the address, from 1; the first where there is none."""
    number = (state.address_value("step") or "").partition(".")[0]
    return max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1


def _figures(step: WallStep, made: Presentation, shape: str) -> Figures:
    """The figures of a step, kept while nothing in them changes: two windows, or a return to it, reuse them."""
    validation = made.page.validation
    ids = tuple(reading.id for reading in made.briefing_input.readings)
    own = (made.briefing.id, made.briefing.as_of.text, made.mode, ids)
    key = (id(validation), *own, step.kind, step.event, step.figures, shape)
    return _cache.get(key, validation, lambda: figures_of(step, made, shape))


def _answer() -> None:
    if pressed := state.pressed_of(COMPONENT):
        dispatch(pressed)
