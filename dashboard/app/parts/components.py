"""The components: HTML that reports what is pressed in it, the host of a figure, and what reading needs of scripts.

What they are given is a list of one mapping: in a bare mapping Streamlit looks for data frames and loads pandas for it.
"""

import time
from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.app.parts.drawing_cache import Draw
from dashboard.app.parts.figure_component import FigureComponent, ViewState
from dashboard.app.scripts import module
from dashboard.app.shell import dispatch, figure_state, state
from dashboard.text.markup import Markup
from dashboard.views.drawing import Drawing

_html = st.components.v2.component("dateline_html", js=module("html/press"), isolate_styles=False)
_figure = st.components.v2.component("dateline_figure", js=module("figure/figure"), isolate_styles=False)
_reader = st.components.v2.component("dateline_reader", js=module("reader"), isolate_styles=False)


def show(
    markup: Markup, key: str, *, name: str = "", said: str = "", escapes: bool = False, themes: bool = False
) -> None:
    """Put `markup` on the page. What is pressed in it goes to `actions.dispatch`.

    `name` tells what it is about (its place is kept while that stays); `said` is read out when it changes; with
    `escapes`, Escape lets the selection go; with `themes`, it holds the theme switch.
    """
    data = {"html": markup.html, "name": name, "said": said, "escapes": escapes, "themes": themes}
    _html(key=key, data=[data], on_pressed_change=lambda: answer_press(key))


def show_figure(
    draw: Draw,
    key: str,
    *,
    selected: str | None,
    chosen: tuple[str, str] | None = None,
) -> Drawing:
    """Put a figure on the page, in both themes, and return it. Its marks are buttons; see `FigureComponent`."""
    return host(FigureComponent(draw, ViewState.now(key), selected, chosen))


def host(figure: FigureComponent) -> Drawing:
    """Put a figure on the page as it is to stand there, and return it."""
    key = figure.stand.key
    _figure(
        key=key,
        data=[figure.props],
        on_pressed_change=lambda: answer_press(key),
        on_width_change=state.go_on,
        on_seen_change=lambda: figure_state.store_viewport(key),
    )
    time.sleep(0.0005)  # so that what was told until now is on its way while the rest is made
    return figure.cached_figure.drawing


def answer_press(key: str) -> None:
    """Do what the component of this key has just reported as pressed."""
    answer(state.pressed_of(key))


def answer(pressed: Mapping[str, Any]) -> None:
    """Do what was pressed, and before it what was pressed before, each once.

    A press that is said again was on its way: the page's address is from before it, as while others are unanswered.
    """
    asked = [*(pressed.get("before") or []), pressed]
    new = [each for each in asked if each.get("number", state.last_acknowledged() + 1) > state.last_acknowledged()]
    state.go_on(unanswered=len(asked) > 1 or not new)
    for each in new:
        state.acknowledge(each)
        state.flash("")
        dispatch(each)
    state.remember_address()


def arrive(at: str, key: str) -> None:
    """Scroll to the element with `data-arrive`, each time that `at` becomes another; without one, to the top.

    Also puts the notes of a `dl-reader` beside their words.
    """
    _reader(key=key, data=[{"at": at}])
