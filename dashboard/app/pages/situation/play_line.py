"""Playing through time: the button in the line above the timeline, and what stands there while time is played: the
steps, the day, and the event that it has added."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dashboard.app.pages.situation.trays import sentence_words
from dashboard.app.parts import choice, event_link, show_player
from dashboard.app.shell import PageContext, days_known, state
from dashboard.query.playing import step_at, steps_of
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import day_words
from dashboard.text.markup import Markup, element, join, words

_PLAYED: Final = {"": "As it happened", state.KNOWN: "As it was known"}

MOST_TITLES: Final = 5
"""So many titles of new events are read out."""
NO_NEWS: Final = "No event is new or changed"
"""Other records are."""


def show_play(page: PageContext) -> None:
    """The button Play; while time is played, the steps, the slider and the way out. Nothing without dates."""
    data = play_data(page)
    if data["steps"]:
        show_player(data)


def play_data(page: PageContext) -> dict[str, Any]:
    """What the component is given: its HTML, the days that it steps through, and which of them it is at."""
    known = page.known.days if page.known else days_known(page) if page.until else None
    steps = known.days if known and page.known else _days_of_events(page)
    told = page.once(("steps as words", steps), lambda: [day_words(day) for day in steps])
    day = page.past_day
    at = max(step_at(steps, day), 0) if day else 0
    ways = _ways(page) if known and known.days else None
    return {
        "html": (_controls(len(steps), at, day, ways) if day else _button()).html,
        "steps": [day.isoformat() for day in steps],
        "words": told,
        "at": at,
        "day": day_words(day) if day else "",
        "active": day is not None,
        "added": _news(page).html,
        "said": f"{sentence_words(page)}. {_news_words(page)}" if day else "",
    }


def _days_of_events(page: PageContext) -> tuple[dt.date, ...]:
    """The days on which an event is added, whatever day is played."""
    whole = replace(page, until=None)
    return whole.once("steps", lambda: steps_of(whole.matching_events))


def _ways(page: PageContext) -> Markup:
    """The choice of what is played."""
    return choice("What is played", "play", _PLAYED, state.KNOWN if page.known else "")


def _news(page: PageContext) -> Markup:
    """The first event that has just appeared, and the number of others that came with it; the same of those changed."""
    told = [_first_of(name, readings, page) for name, readings in _kinds_of_news(page)]
    return join(*told, by=" ") if told or not page.known else join(NO_NEWS)


def _kinds_of_news(page: PageContext) -> Iterator[tuple[str, Sequence[ResolvedEvent]]]:
    yield from ((name, each) for name, each in (("New", page.newest), ("Changed", page.changed_events)) if each)


def _first_of(name: str, readings: Sequence[ResolvedEvent], page: PageContext) -> Markup:
    first, *others = readings
    link = event_link(first.id, words(first.event.title), mode=page.mode)
    return join(f"{name}: ", link, f" and {len(others):,} more" if others else "")


def _news_words(page: PageContext) -> str:
    told = (f"{name}: {_titles(readings)}" for name, readings in _kinds_of_news(page))
    return ". ".join(told) or (NO_NEWS if page.known else "")


def _titles(readings: Sequence[ResolvedEvent]) -> str:
    more = len(readings) - MOST_TITLES
    titles = ", ".join(each.event.title for each in readings[:MOST_TITLES])
    return f"{titles} and {more:,} more" if more > 0 else titles


def _button() -> Markup:
    said = {"title": "Play through time", "aria_keyshortcuts": ", . k"}
    return element("button", "Play", type="button", data_play="start", class_="dl-text-button", **said)


def _controls(number: int, at: int, day: dt.date, ways: Markup | None) -> Markup:
    told = day_words(day)
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
        ways,
        element("div", *moves, speed, class_="dl-choice"),
        slider,
        element("output", told),
        element("p", class_="dl-added"),
        end,
        role="group",
        aria_label="Play through time",
        class_="dl-play",
    )
