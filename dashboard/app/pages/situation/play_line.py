"""Playing through time: the button in the line above the timeline, and what stands there while time is played: the
steps, the day, and the event that it has added."""

import datetime as dt
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.app.pages.situation.trays import sentence_words
from dashboard.app.parts import answer_press, event_link
from dashboard.app.scripts import module
from dashboard.app.shell import PageContext, state
from dashboard.query.playing import step_at, steps_of
from dashboard.query.wording import day_words
from dashboard.text.markup import NOTHING, Markup, element, join, words

_play = st.components.v2.component("dateline_play", js=module("play"), isolate_styles=False)


def show_play(page: PageContext) -> None:
    """The button Play; while time is played, the steps, the slider and the way out. Nothing without dates."""
    data = play_data(page)
    if data["steps"]:
        _play(
            key="play",
            data=[{**data, "heard": state.last_acknowledged()}],
            on_pressed_change=lambda: answer_press("play"),
        )


def play_data(page: PageContext) -> dict[str, Any]:
    """What the component is given: its HTML, the days that it steps through, and which of them it is at."""
    whole = replace(page, until=None)
    steps = whole.once("steps", lambda: steps_of(whole.matching_events))
    told = whole.once("steps as words", lambda: [day_words(day) for day in steps])
    at = max(step_at(steps, page.until), 0) if page.until else 0
    return {
        "html": (_controls(len(steps), at, steps) if page.until else _button()).html,
        "steps": [day.isoformat() for day in steps],
        "words": told,
        "at": at,
        "active": page.until is not None,
        "added": _new_events(page).html,
        "said": f"{sentence_words(page)}. {_added_words(page)}" if page.until else "",
    }


def _new_events(page: PageContext) -> Markup:
    """The first event that has just appeared, and the number of others that came with it."""
    if not page.newest:
        return NOTHING
    first, *others = page.newest
    link = event_link(first.id, words(first.event.title), mode=page.mode)
    return join("New: ", link, f" and {len(others):,} more" if others else "")


def _added_words(page: PageContext) -> str:
    return "New: " + ", ".join(reading.event.title for reading in page.newest) if page.newest else ""


def _button() -> Markup:
    said = {"title": "Play through time", "aria_keyshortcuts": ", . k"}
    return element("button", "Play", type="button", data_play="start", class_="dl-text-button", **said)


def _controls(number: int, at: int, steps: tuple[dt.date, ...]) -> Markup:
    told = day_words(steps[at]) if steps else ""
    buttons = (("back", "Back", ","), ("run", "Run", "r"), ("on", "Next", "."))
    moves = [
        element("button", label, type="button", data_play=play, aria_keyshortcuts=key, title=f"{label}: key {key}")
        for play, label, key in buttons
    ]
    speed = element("button", "1×", type="button", data_play="speed", aria_label="Speed: 1×", title="Speed of Run")
    slider = element(
        "input",
        type="range",
        min="0",
        max=str(max(number - 1, 0)),
        value=str(at),
        aria_label="Day shown",
        aria_valuetext=told,
    )
    end = element("button", "End", type="button", data_play="end", class_="dl-text-button", title="Show all events")
    return element(
        "div",
        element("div", *moves, speed, class_="dl-choice"),
        slider,
        element("output", told),
        element("p", class_="dl-added"),
        end,
        role="group",
        aria_label="Play through time",
        class_="dl-play",
    )
