"""The two components: HTML that reports what is pressed in it, and the host of a figure.

What they are given is a list of one mapping: in a bare mapping Streamlit looks for data frames and loads pandas for it.
"""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final

import streamlit as st

from dashboard.app import saved_views, state
from dashboard.app.kept_drawings import Draw, sent
from dashboard.app.markup import NOTHING, Markup
from dashboard.views.drawing import Drawing

ACTIONS: Final[Mapping[str, Callable[[str], None]]] = {"save-view": saved_views.save, "remove-view": saved_views.remove}
"""What is pressed that does more than choose what is seen."""


def _script(name: str) -> str:
    return (files("dashboard.app") / name).read_text(encoding="utf-8")


_html = st.components.v2.component("dateline_html", js=_script("press.js"), isolate_styles=False)
_figure = st.components.v2.component("dateline_figure", js=_script("figure.js"), isolate_styles=False)


def show(
    markup: Markup, key: str, *, name: str = "", said: str = "", escapes: bool = False, themes: bool = False
) -> None:
    """Put `markup` on the page. What is pressed in it goes to `state.press`.

    `name` tells what it is about (its place is kept while that stays); `said` is read out when it changes; with
    `escapes`, Escape lets the selection go; with `themes`, it holds the theme switch.
    """
    data = {"html": markup.html, "name": name, "said": said, "escapes": escapes, "themes": themes}
    _html(key=key, data=[data], on_pressed_change=lambda: _answer(key))


def show_figure(
    draw: Draw,
    key: str,
    *,
    selected: str | None,
    chosen: tuple[str, str] | None = None,
    controls: Markup = NOTHING,
    zooms: bool = False,
) -> Drawing:
    """Put a figure on the page, in both themes, and return it as drawn in light. Its marks are buttons.

    `selected` is an event, `chosen` what a mark's `press` has; the marks of both are told to be pressed.
    """
    figure = sent(draw)
    drawing = figure.drawing
    data = {
        "figure": figure.figure,
        "dark": figure.dark,
        "marks": [[mark.curve, mark.point, mark.events, mark.name, *(mark.press or ())] for mark in drawing.marks],
        "description": drawing.description,
        "selected": selected,
        "chosen": chosen,
        "controls": controls.html,
        "width": state.width(key),
        "revision": state.revision(key),
        "zooms": zooms,
    }
    _figure(key=key, data=[data], on_pressed_change=lambda: _answer(key), on_width_change=lambda: None)
    return drawing


def _answer(key: str) -> None:
    pressed = state.pressed_of(key)
    if "events" in pressed:
        state.press_mark(pressed["events"])
    elif pressed.get("what") in ACTIONS:
        ACTIONS[str(pressed["what"])](str(pressed["value"]))
    elif pressed:
        state.press(str(pressed["what"]), str(pressed["value"]))
