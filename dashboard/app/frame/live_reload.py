"""What keeps an open page current, and what says that the server is at work. Both are done by the browser."""

from secrets import token_hex

import streamlit as st

from dashboard.app.parts import answer_press
from dashboard.app.scripts import module
from dashboard.app.shell import ACTIONS, state
from dashboard.text.markup import Markup, element

DOING = {name: action.says for name, action in ACTIONS.items()}
"""What the browser says while the server does what was pressed."""
_live = st.components.v2.component("dateline_live", js=module("live"), isolate_styles=False)
_answered = st.components.v2.component("dateline_answered", js=module("answered"), isolate_styles=False)


def stay_current(version: int, *, changed: str = "Files changed: reloading the page") -> None:
    """Let the browser ask now and then which version there is, and run the page again when it is another than this.

    It says meanwhile what has `changed`.
    """
    _live(key="live", data=[{"version": version, "doing": DOING, "changed": changed}], on_changed_change=_draw_anew)


def _draw_anew() -> None:
    """Go on where the last press has led, even if the page did not know that yet when it saw that files changed."""
    changed = state.reported_by("live").get("changed") or {}
    state.go_on(unanswered=int(changed.get("answered", 0)) < state.last_acknowledged())


def tell_answered(page: str, slot: str) -> None:
    """Let the browser know that all there is to say to the last press has been said. To stand last on the page.

    It then shows the `page` that stands in this one of the two places for pages, and says once more what has been
    pressed and not been answered: the end of every run is another (`run`).
    """
    told = {"number": state.last_acknowledged(), "page": page, "slot": slot, "run": token_hex(4)}
    _answered(key="answered", data=[told], on_pressed_change=lambda: answer_press("answered"))


def at_work(doing: str) -> Markup:
    """A line that appears after half a second, for as long as it is on the page."""
    return element("p", f"{doing} …", class_="dl-progress dl-progress-first", role="status")
