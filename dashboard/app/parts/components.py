"""The components: HTML that reports what is pressed in it, the host of a figure, and what reading needs of scripts.

What they are given is a list of one mapping: in a bare mapping Streamlit looks for data frames and loads pandas for it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, Final

import streamlit as st

from dashboard.app.parts.drawing_cache import Draw, remember_number
from dashboard.app.parts.figure_component import FigureComponent, ViewState
from dashboard.app.parts.placed import BOX, PageBox, Placed, note
from dashboard.app.scripts import module
from dashboard.app.shell import dispatch, figure_state, state
from dashboard.text.markup import Markup
from dashboard.views.drawing import Drawing

_html = st.components.v2.component("dateline_html", js=module("html/press"), isolate_styles=False)
_figure = st.components.v2.component("dateline_figure", js=module("figure/figure"), isolate_styles=False)
_play = st.components.v2.component("dateline_play", js=module("play"), isolate_styles=False)
_reader = st.components.v2.component("dateline_reader", js=module("reader"), isolate_styles=False)
_HTML, _FIGURE, _PLAY = "html", "figure", "play"
_PRESSED_ALONE: Final[Mapping[str, Callable[..., object]]] = {_HTML: _html, _PLAY: _play}
"""Components, by the kinds of what is placed, that report nothing but what is pressed in them."""


def show(
    markup: Markup, key: str, *, name: str = "", said: str = "", escapes: bool = False, themes: bool = False
) -> None:
    """Put `markup` on the page. What is pressed in it goes to `actions.dispatch`.

    `name` tells what it is about (its place is kept while that stays); `said` is read out when it changes; with
    `escapes`, Escape lets the selection go; with `themes`, it holds the theme switch.
    """
    data = {"html": markup.html, "name": name, "said": said, "escapes": escapes, "themes": themes}
    _place(_HTML, key, data)


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
    _place(_FIGURE, figure.stand.key, figure.props)
    return figure.cached_figure.drawing


def show_player(data: Mapping[str, Any]) -> None:
    """Put on the page what time is played with."""
    _place(_PLAY, _PLAY, data)


def place_again(placed: Sequence[Placed]) -> None:
    """Put on a page what was recorded of it, in whichever process that was."""
    boxes: dict[str, AbstractContextManager[None]] = {"": nullcontext()}
    for each in placed:
        with boxes[each.box]:
            if each.kind == BOX:
                boxes[each.key] = PageBox(each.key)
                continue
            if each.kind == _FIGURE:
                remember_number(each.data["figure"], each.data["drawn"])
            _place(each.kind, each.key, each.data)


def _place(kind: str, key: str, data: Mapping[str, Any]) -> None:
    """Put a component into the box that is entered, with what this session knows of it."""
    note(kind, key, data)
    pressed = partial(answer_press, key)
    if kind == _FIGURE:
        _figure(
            key=key,
            data=[{**data, "revision": figure_state.revision(key)}],
            on_pressed_change=pressed,
            on_width_change=state.go_on,
            on_seen_change=partial(figure_state.store_viewport, key),
        )
        time.sleep(0.0005)  # so that what was told until now is on its way while the rest is made
        return
    told = {**data, "heard": state.last_acknowledged()} if kind == _PLAY else data
    _PRESSED_ALONE[kind](key=key, data=[told], on_pressed_change=pressed)


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
