"""What the reader has chosen. The only place for the address and for the session's state."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final, Literal, cast
from urllib.parse import parse_qs, parse_qsl

import streamlit as st

from dashboard.app.filters.asked import Asked, asked
from dashboard.app.loaded import reload
from dashboard.model.dates import DateProblem, EventDate
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode
from dashboard.query.table import columns_of

View = Literal["fit", "world"]
Scale = Literal["all", "busy", "even"]

MOST_COMPARED: Final = 3
"""More events side by side cannot be read."""

DEFAULT_WIDTHS: Final = {"map": 912, "timeline": 1392, "ladder": 1392, "network": 912, "signs": 1000}
"""In pixels, until the page has told its own."""

PLACES: Final = (
    "page",
    "event",
    "source",
    "quote",
    "part",
    "sort",
    "about",
    "actor",
    "thread",
    "columns",
    "compare",
    "question",
    "group",
)
"""Keys of the address that say where the reader is; a link that leads on names them all. The others stay."""


ASKED: Final = ("show", "from", "to", "words", "as", "lanes")
"""Keys of the address that say what is asked for: a saved view sets them all."""


def selected() -> str | None:
    """The event in the address: an id, known or not."""
    return st.query_params.get("event") or None


def page() -> str:
    """The page in the address; empty for the first."""
    return st.query_params.get("page", "")


def chosen(key: str) -> str | None:
    """What the address has under one of `PLACES`; None where nothing."""
    return st.query_params.get(key) or None


def part() -> int:
    """Which part of a long list the address asks for: from 0, where the address counts from 1; 0 where it has none."""
    number = st.query_params.get("part", "")
    return max(int(number) - 1, 0) if number.isdecimal() and len(number) < 10 else 0


def several(key: str) -> tuple[str, ...]:
    """What the address has under one of `PLACES`, parted by commas: each once, none where nothing."""
    return tuple(dict.fromkeys(filter(None, st.query_params.get(key, "").split(","))))


def mode() -> Mode:
    """As assessed, unless the address says as reported."""
    return Mode.REPORTED if st.query_params.get("as") == Mode.REPORTED else Mode.ASSESSED


def asked_for() -> Asked:
    """The filters in the address."""
    address = st.query_params
    shows = tuple(address.get_all("show"))
    return asked(shows, address.get("from", ""), address.get("to", ""), address.get("words", ""))


def until() -> dt.date | None:
    """The day until which time is played: the last that the address allows; None where it is not played."""
    try:
        asked_for = EventDate.parse(st.query_params.get("until", ""))
    except DateProblem:
        return None
    return asked_for.latest or asked_for.earliest


def lanes() -> LaneBy:
    """What the lanes of the timeline stand for: threads, unless the address says otherwise."""
    asked_for = st.query_params.get("lanes", "")
    return LaneBy(asked_for) if asked_for in set(LaneBy) else LaneBy.THREAD


def listed() -> tuple[str, ...]:
    """Ids of the events listed in the card's place, behind a count that was pressed; none where nothing is."""
    return tuple(st.session_state.get("listed_events", ()))


def lists_all() -> bool:
    """Whether the card's place lists every event."""
    return bool(st.session_state.get("lists_every_event", False))


def view() -> View:
    """What part of the world the map shows."""
    return cast(View, st.session_state.get("chosen_view", "fit"))


def scale() -> Scale:
    """How the timeline spreads time."""
    return cast(Scale, st.session_state.get("chosen_scale", "all"))


def revision(figure: str) -> str:
    """Changes when the reader asks for a view anew; while it stays, a figure keeps the reader's zoom."""
    return f"{figure}-{st.session_state.get('revision', 0)}"


def width(figure: str) -> int:
    """Of a figure in pixels, as the page last reported it."""
    reported = st.session_state.get(figure) or {}
    return int(reported.get("width") or DEFAULT_WIDTHS[figure])


def has_just_begun() -> bool:
    """Whether this is the first run since the reader opened the page. True once."""
    begun = "begun" in st.session_state
    st.session_state["begun"] = True
    return not begun


def can_let_go() -> bool:
    """Whether something is selected or listed that Escape lets go."""
    return bool(selected() or chosen("question") or listed() or lists_all())


def press_mark(events: Sequence[str]) -> None:
    """A mark was pressed: one event is selected, several are listed; the same again lets go."""
    if len(events) == 1:
        _select(None if selected() == events[0] else events[0])
    else:
        again = tuple(events) == listed() and selected() is None
        _select(None)
        st.session_state["listed_events"] = () if again else tuple(events)


def press(what: str, value: str) -> None:
    """Something else was pressed: a link to an event, a switch, a button over a figure."""
    if what == "event":
        _select(None if selected() == value else value)
    elif what == "actor":
        _select(None)
        _put_in_address("actor", None if chosen("actor") == value else value)
    elif what == "clear":
        _select(None)
    elif what == "mode":
        _put_in_address("as", value if value == Mode.REPORTED else None)
    elif what == "list":
        _select(None)
        st.session_state["lists_every_event"] = value == "all"
    elif what in ("filter", "unfilter", "range", "words"):
        _ask(what, value)
    elif what == "view":
        st.session_state["chosen_view"] = value
        st.session_state["revision"] = st.session_state.get("revision", 0) + 1
    elif what == "scale":
        st.session_state["chosen_scale"] = value
    elif what == "until":
        _put_in_address("until", value or None)
    elif what == "lanes":
        _put_in_address("lanes", None if value == LaneBy.THREAD else value)
    elif what == "question":
        _ask_about(value)
    elif what == "compare":
        _turn_over("compare", value, several("compare"), most=MOST_COMPARED)
    elif what == "column":
        _turn_over("columns", value, columns_of(several("columns")))
    elif what == "saved":
        _go({})
        for key in ASKED:
            _put_all_in_address(key, parse_qs(value).get(key, []))
    elif what == "reload":
        reload()
    elif what == "page":
        _go({"page": value, "event": selected() or ""})
    elif what == "go":
        _go(dict(parse_qsl(value)))


def tell(sentence: str) -> None:
    """Say something to the reader, until something else is pressed; with nothing, say no more."""
    st.session_state["told"] = sentence


def told() -> str:
    """What is to be said now; empty where nothing is."""
    return str(st.session_state.get("told", ""))


def pressed_of(component: str) -> dict[str, Any]:
    """What a component has just reported as pressed."""
    state = st.session_state.get(component) or {}
    return dict(state.get("pressed") or {})


def _select(event: str | None) -> None:
    st.session_state["listed_events"] = ()
    st.session_state["lists_every_event"] = False
    _put_in_address("event", event)
    _put_in_address("question", None)


def _ask_about(question: str) -> None:
    """Show one of the threads' questions in the card's place; the same again lets go."""
    again = chosen("question") == question
    _select(None)
    _put_in_address("question", None if again else question)


def _ask(what: str, value: str) -> None:
    """Change the filters: turn a `facet:value` over, let a facet or everything go, set a range or the words."""
    if what == "filter":
        shows = st.query_params.get_all("show")
        _put_all_in_address("show", [show for show in shows if show != value] if value in shows else [*shows, value])
    elif what == "unfilter":
        _put_all_in_address(
            "show", [show for show in st.query_params.get_all("show") if value and not show.startswith(f"{value}:")]
        )
        for key in ("from", "to", "words") if not value else ():
            _put_in_address(key, None)
    elif what == "range":
        start, _, end = value.partition("|")
        _put_in_address("from", start.strip() or None)
        _put_in_address("to", end.strip() or None)
    else:
        _put_in_address("words", value.strip() or None)


def _turn_over(key: str, value: str, chosen: Sequence[str], most: int | None = None) -> None:
    """Add `value` to what is chosen, or take it away; without a value, choose nothing. No more than `most` stay."""
    left = [each for each in chosen if each != value]
    turned = [] if not value else left if value in chosen else [*left, value]
    _put_in_address(key, ",".join(turned[:most]) or None)


def _go(places: dict[str, str]) -> None:
    """Be where `places` says, and nowhere else."""
    for key in PLACES:
        _put_in_address(key, places.get(key) or None)


def _put_all_in_address(key: str, values: list[str]) -> None:
    if values:
        st.query_params[key] = values
    else:
        st.query_params.pop(key, None)


def _put_in_address(key: str, value: str | None) -> None:
    if value is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
