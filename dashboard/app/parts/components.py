"""The two components: HTML that reports what is pressed in it, and the host of a figure.

What they are given is a list of one mapping: in a bare mapping Streamlit looks for data frames and loads pandas for it.
"""

import dataclasses
import datetime as dt
import re
import time
from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from dashboard.app import presses, state
from dashboard.app.filters import saved_views
from dashboard.app.parts.kept_drawings import Draw, sent
from dashboard.app.parts.markup import NOTHING, Markup
from dashboard.app.scripts import module
from dashboard.query.wording import day_words
from dashboard.views.drawing import Drawing
from dashboard.views.figure_text import literal, one_line
from dashboard.views.text_width import fitted

ACTIONS: Final[Mapping[str, Callable[[str], None]]] = {"save-view": saved_views.save, "remove-view": saved_views.remove}
"""What is pressed that does more than choose what is seen."""


_html = st.components.v2.component("dateline_html", js=module("page", "sight", "press"), isolate_styles=False)
_FIGURE: Final = module("page", "plot", "spare", "marks", "figure", "memory", "land", "ground", "download", "range")
_figure = st.components.v2.component("dateline_figure", js=_FIGURE, isolate_styles=False)


def show(
    markup: Markup, key: str, *, name: str = "", said: str = "", escapes: bool = False, themes: bool = False
) -> None:
    """Put `markup` on the page. What is pressed in it goes to `presses.press`.

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
    counts: str = "",
) -> Drawing:
    """Put a figure on the page, in both themes, and return it. Its marks are buttons.

    `selected` is an event, `chosen` what a mark's `press` has; the marks of both are told to be pressed. `counts`
    stands in the line below the picture that can be downloaded: `18 of 18 events`.
    """
    figure = sent(draw)
    drawing = figure.drawing
    seen = state.seen(key)
    data = {
        "drawn": figure.number,
        "figure": figure.figure,
        "height": drawing.content["layout"]["height"],
        "marks": [[mark.curve, mark.point, mark.events, mark.name, *(mark.press or ())] for mark in drawing.marks],
        "names": [{"curve": each.curve, "point": each.point, "events": each.events} for each in drawing.names],
        "description": drawing.description,
        "selected": selected,
        "chosen": chosen,
        "controls": controls.html,
        "width": state.width(key),
        "revision": state.revision(key),
        "seen": seen and dataclasses.asdict(seen),
        "zooms": zooms,
        "days": drawing.days,
        "caption": caption(drawing, key, counts),
    }
    _figure(
        key=key,
        data=[data],
        on_pressed_change=lambda: _answer(key),
        on_width_change=_take_note,
        on_seen_change=lambda: state.take_note_of_seen(key),
    )
    time.sleep(0.0005)
    return drawing


def caption(drawing: Drawing, key: str, counts: str) -> dict[str, str]:
    """Of a picture of the figure: the words above and below it, cut to its width, and the name of the file."""
    today = dt.datetime.now(dt.UTC).date()
    told = ", ".join(filter(None, ("Dateline", f"as {state.mode()}", day_words(today), counts)))
    title = drawing.name or re.split(r"[.:] |[.:]$", drawing.description, maxsplit=1)[0]
    room = state.width(key) - 24
    return {
        "title": literal(fitted(one_line(title), room, 15, 650)),
        "source": literal(fitted(told, room, 11)),
        "file": f"dateline-{key}-{today.isoformat()}",
    }


def _take_note() -> None:
    """The state has it already; the run that follows draws by it."""


def _answer(key: str) -> None:
    pressed = state.pressed_of(key)
    state.hear(pressed)
    state.tell("")
    if "events" in pressed:
        presses.press_mark(pressed["events"])
    elif pressed.get("what") in ACTIONS:
        ACTIONS[str(pressed["what"])](str(pressed["value"]))
    elif pressed:
        presses.press(str(pressed["what"]), str(pressed["value"]))
