"""What the reader has chosen: the only place for the address and for the session's state. `actions` changes it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.app.shell.reported_values import mapping_of, number_of
from dashboard.app.shell.url_ids import EVERY, decode
from dashboard.model.dates import DateProblem, EventDate
from dashboard.query.filters import FilterQuery, parse_query
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode

MOST_COMPARED: Final = 3
"""More events side by side cannot be read."""


PLACES: Final = (
    "page",
    "event",
    "source",
    "item",
    "beside",
    "quote",
    "at",
    "find",
    "hit",
    "part",
    "sort",
    "about",
    "actor",
    "thread",
    "topic",
    "columns",
    "compare",
    "question",
    "group",
    "list",
    "since",
    "briefing",
    "begin",
    "step",
    "speaker",
    "record",
    "dataset",
    "row",
    "rows",
)
"""Keys of the address that say where the reader is; a link that leads on names them all. The others stay."""

IN_THE_CARD: Final = ("event", "question", "list", "rows")
"""Keys of the address that choose what the card's place shows; a link sets one of them at most."""

KNOWN: Final = "known"
"""The value of `play` in the address that plays what was known, instead of what happened."""

ASKED: Final = ("show", "from", "to", "words", "as", "lanes", "layer", "imported")
"""Keys of the address that say what is asked for: a saved view sets them all."""


def selected_event() -> str | None:
    """The event in the address: an id, known or not."""
    return st.query_params.get("event") or None


def page() -> str:
    """The page in the address; empty for the first."""
    return st.query_params.get("page", "")


def address_value(key: str) -> str | None:
    """The value of one of `PLACES` in the address; None if it has none."""
    return st.query_params.get(key) or None


def part() -> int:
    """The part of a long list that the address asks for, from 0 (the address counts from 1); 0 if it names none."""
    number = st.query_params.get("part", "")
    return max(int(number) - 1, 0) if number.isdecimal() and len(number) < 10 else 0


def several(key: str) -> tuple[str, ...]:
    """What the address has under one of `PLACES`, parted by commas: each once, none where nothing."""
    return tuple(dict.fromkeys(filter(None, st.query_params.get(key, "").split(","))))


def is_embedded() -> bool:
    """Whether another page shows this one in a frame (`?embed=true`): what stands above every page is left out then."""
    run = get_script_run_ctx(suppress_warning=True)  # threads that draw nothing ask as well
    return bool(run and run.context_info and run.context_info.is_embedded)


def is_plain() -> bool:
    """Whether the address asks for nothing: the first page, of everything, in a window of its own."""
    return not is_embedded() and not any(st.query_params.get_all(key) for key in st.query_params)


def address_of_all() -> str:
    """The address of this very place, with all that is asked for, and in no frame."""
    query = urlencode({key: st.query_params.get_all(key) for key in st.query_params}, doseq=True)
    return f"./?{query}" if query else "./"


def mode() -> Mode:
    """The mode in the address: assessed, unless it says reported."""
    return Mode.REPORTED if st.query_params.get("as") == Mode.REPORTED else Mode.ASSESSED


def asked_for() -> FilterQuery:
    """The filters in the address."""
    address = st.query_params
    shows = tuple(address.get_all("show"))
    return parse_query(shows, address.get("from", ""), address.get("to", ""), address.get("words", ""))


def until() -> dt.date | None:
    """The day until which time is played: the last that the address allows; None where it is not played."""
    try:
        asked_for = EventDate.parse(st.query_params.get("until", ""))
    except DateProblem:
        return None
    return asked_for.latest or asked_for.earliest


def plays_knowledge() -> bool:
    """Whether time is played as it was known, and not as it happened."""
    return st.query_params.get("play") == KNOWN


def lanes() -> LaneBy:
    """What the lanes of the timeline stand for: threads, unless the address says otherwise."""
    asked_for = st.query_params.get("lanes", "")
    return LaneBy(asked_for) if asked_for in set(LaneBy) else LaneBy.THREAD


def listed_events(known: Iterable[str]) -> tuple[str, ...]:
    """Ids of the events listed in the card's place, after a count was pressed; none if nothing is listed.

    Of a very large count the address has signs instead of ids: they are looked up among the `known`.
    """
    return () if lists_all() else decode(st.query_params.get("list", ""), known)


def lists_all() -> bool:
    """Whether the card's place lists every event."""
    return st.query_params.get("list") == EVERY


def shows_imported() -> bool:
    """Whether map and timeline show imported rows behind the records: not unless the address says so."""
    return st.query_params.get("imported") == "on"


def has_just_begun() -> bool:
    """Whether this is the first run since the reader opened the page. True once."""
    begun = "begun" in st.session_state
    st.session_state["begun"] = True
    return not begun


def in_the_card() -> dict[str, str]:
    """What of `IN_THE_CARD` the address has: a link that is to lead back to it takes this along."""
    return {key: value for key in IN_THE_CARD if (value := address_value(key))}


def flash(sentence: str) -> None:
    """Show a message to the reader until something else is pressed; an empty one clears it."""
    st.session_state["told"] = sentence


def flash_message() -> str:
    """The message to show now; empty if there is none."""
    return str(st.session_state.get("told", ""))


def pressed_of(component: str) -> dict[str, Any]:
    """What a component has just reported as pressed."""
    return mapping_of(reported_by(component).get("pressed"))


def go_on(*, unanswered: bool = False) -> None:
    """Go on from the address that the last press led to, where the page may not know it yet.

    A run begins with the address that the page had when it asked for the run. While the press before has not been
    answered (`unanswered`), or its run was broken off by this one, that address lacks what it changed.
    """
    st.session_state["goes-on"] = True
    led = st.session_state.get("led-to")
    if led is not None and (unanswered or not st.session_state.get("ended", True)):
        now = {key: st.query_params.get_all(key) for key in st.query_params}
        if now != led:
            st.query_params.from_dict(led)


def remember_address() -> None:
    """Remember what a press has led to."""
    st.session_state["led-to"] = {key: st.query_params.get_all(key) for key in st.query_params}


def begin_run() -> None:
    """A run without a press or a report goes by the page's address: it is Back, or a link."""
    if not st.session_state.pop("goes-on", False):
        st.session_state["led-to"] = None
    st.session_state["ended"] = False


def repeat_address() -> None:
    """Tell the page once what its address asks for: Streamlit's part of it forgets what it has not been told."""
    if "address-told" not in st.session_state:
        st.session_state["address-told"] = True
        st.query_params.from_dict({key: st.query_params.get_all(key) for key in st.query_params})


def end_run() -> None:
    """The page has been told all of this run."""
    st.session_state["ended"] = True


def acknowledge(pressed: Mapping[str, Any]) -> None:
    """Remember the number of a press that is being answered: the page counts them."""
    st.session_state["heard"] = max(last_acknowledged(), number_of(pressed.get("number")))


def last_acknowledged() -> int:
    """The number of the last press that was acknowledged; 0 before the first."""
    return int(st.session_state.get("heard", 0))


def reported_by(component: str) -> dict[str, Any]:
    """What a component has reported and keeps; nothing before it has."""
    return dict(st.session_state.get(component) or {})


def remember(name: str, value: Any) -> None:
    """Remember something until this session ends."""
    st.session_state[f"kept-{name}"] = value


def recall(name: str) -> Any:
    """The value remembered under `name` in this session; None if there is none."""
    return st.session_state.get(f"kept-{name}")


def set_address(key: str, value: str | None) -> None:
    """Set a key of the address; with None, remove it."""
    if value is None:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
