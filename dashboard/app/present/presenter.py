"""The presenter: a component that has all steps at once, so that none waits for the server."""

from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from dashboard.app import state
from dashboard.app.actions import dispatch
from dashboard.app.present.behind import behind
from dashboard.app.present.figures import figures_of
from dashboard.app.present.presented import Presented
from dashboard.app.present.step import Step
from dashboard.app.present.steps import steps_of
from dashboard.app.scripts import module
from dashboard.cache import SharedCache

COMPONENT: Final = "present"
AHEAD: Final = 12
"""Of so many steps before and behind the one that is seen, the figures are sent; of others when they come near."""
_SCRIPTS = (
    "page",
    "plot",
    "spare",
    "figure_marks",
    "present_sheets",
    "present_marks",
    "present_figures",
    "present_speaker",
    "present_keys",
    "present",
)
_present = st.components.v2.component(f"dateline_{COMPONENT}", js=module(*_SCRIPTS), isolate_styles=False)
_cache: Final[SharedCache[dict[str, Any]]] = SharedCache(200)
"""Figures of steps."""


def presenter(made: Presented) -> None:
    """Put it over the whole page."""
    _present(
        key=COMPONENT,
        data=[data_of(made)],
        on_near_change=lambda: None,
        on_shape_change=lambda: None,
        on_pressed_change=_answer,
    )


def data_of(made: Presented) -> dict[str, Any]:
    """What the component is given."""
    steps = steps_of(made)
    reported = state.reported_by(COMPONENT)
    shape, near = str(reported.get("shape") or "wide"), int(reported.get("near") or asked_step())
    marking = made.outline.marking
    back = state.in_the_card() if made.is_view else {"page": "brief", "briefing": made.briefing.id}
    return {
        "id": "" if made.is_view else made.briefing.id,
        "title": made.outline.title,
        "marking": [marking.text, marking.color, marking.ground],
        "shape": shape,
        "steps": [step.data() for step in steps],
        "figures": {
            str(number): _figures(step, made, shape)
            for number, step in enumerate(steps, start=1)
            if abs(number - near) <= AHEAD and step.figures
        },
        "behind": behind(made) if any(step.figures for step in steps) else {},
        "back": urlencode(back),
        "speaker": state.chosen("speaker") is not None,
    }


def asked_step() -> int:
    """The step in the address, from 1; the first where there is none."""
    number = (state.chosen("step") or "").partition(".")[0]
    return max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1


def _figures(step: Step, made: Presented, shape: str) -> dict[str, Any]:
    """Kept while nothing that is drawn changes: two windows, and each return to a step, draw alike."""
    validation = made.shown.validation
    ids = tuple(reading.id for reading in made.chosen.readings)
    own = (made.briefing.id, made.briefing.as_of.text, made.mode, ids)
    key = (id(validation), *own, step.kind, step.event, step.figures, shape)
    return _cache.get(key, validation, lambda: figures_of(step, made, shape))


def _answer() -> None:
    if pressed := state.pressed_of(COMPONENT):
        dispatch(pressed)
