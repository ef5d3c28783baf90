"""What a press changes of what the reader has chosen."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qs, parse_qsl

import streamlit as st

from dashboard.app import listing, state
from dashboard.app.loaded import reload
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode

LISTS_NO_EVENTS: Final = ("sources", "data", "help")
"""Pages from which a search leads to the table of events: they would not show what it finds."""


def press_mark(events: Sequence[str], near: str = "") -> None:
    """A mark was pressed: one event is selected, several are listed; the same again lets go.

    `near`: what of the map shows several apart. Letting go of the list leads back to what it showed before.
    """
    if len(events) == 1:
        _select(None if state.selected() == events[0] else events[0])
    else:
        these = listing.told(events)
        again = state.chosen("list") == these and state.selected() is None
        if again:
            _select(None, **state.zoomed_back())
        else:
            _select(None, list=these, **state.zoomed(near))


def press(what: str, value: str) -> None:
    """Something else was pressed: a link to an event, a switch, a button over a figure."""
    if what == "event":
        _select(None if state.selected() == value else value)
    elif what == "actor":
        _select(None, actor=None if state.chosen("actor") == value else value)
    elif what == "clear":
        _select(None, **state.zoomed_back())
    elif what == "mode":
        state.put("as", value if value == Mode.REPORTED else None)
    elif what == "list":
        _select(None, list=listing.EVERY if value == "all" else None)
    elif what in ("filter", "unfilter", "range", "words"):
        _ask(what, value)
    elif what == "view":
        put_at_once({"view": None if value == "fit" else value, "map": None})
        state.begin_anew()
    elif what == "scale":
        state.put("scale", value)
    elif what == "until":
        state.put("until", value or None)
    elif what == "lanes":
        state.put("lanes", None if value == LaneBy.THREAD else value)
    elif what == "question":
        _select(None, question=None if state.chosen("question") == value else value)
    elif what == "compare":
        _turn_over("compare", value, state.several("compare"), most=state.MOST_COMPARED)
    elif what == "column":
        state.put("columns", value or None)
    elif what in ("saved", "ask"):
        asked = parse_qs(value)
        _go({}, {key: asked.get(key, []) for key in (state.ASKED if what == "saved" else ("show",))})
    elif what == "find":
        _go({"page": state.page(), "source": state.chosen("source") or "", "find": value.strip()})
    elif what == "since":
        _go({"page": "changes", "since": value.strip()})
    elif what == "reload":
        reload()
    elif what == "page":
        _go({"page": value, "event": state.selected() or ""})
    elif what == "go":
        _go(dict(parse_qsl(value)))


def _select(event: str | None, **instead: str | None) -> None:
    """Show an event in the card's place, or something `instead`; with neither, nothing."""
    put_at_once({**dict.fromkeys(state.IN_THE_CARD), "event": event, **instead})


def _ask(what: str, value: str) -> None:
    """Change the filters: turn a `facet:value` over, let a facet or everything go, set a range or the words."""
    if what == "filter":
        shows = st.query_params.get_all("show")
        put_at_once({"show": [show for show in shows if show != value] if value in shows else [*shows, value]})
    elif what == "unfilter":
        left = [show for show in st.query_params.get_all("show") if value and not show.startswith(f"{value}:")]
        put_at_once({"show": left, **(dict.fromkeys(("from", "to", "words")) if not value else {})})
    elif what == "range":
        start, _, end = value.partition("|")
        put_at_once({"from": start.strip(), "to": end.strip()})
    elif value.strip() and state.page() in LISTS_NO_EVENTS:
        _go({"page": "events"}, {"words": value.strip()})
    else:
        put_at_once({"words": value.strip()})


def _turn_over(key: str, value: str, chosen: Sequence[str], most: int) -> None:
    """Add `value` to what is chosen, or take it away; without a value, choose nothing. No more than `most` stay."""
    left = [each for each in chosen if each != value]
    turned = [] if not value else left if value in chosen else [*left, value]
    state.put(key, ",".join(turned[:most]) or None)


def put_at_once(chosen: Mapping[str, str | list[str] | None]) -> None:
    """Let the address have these; what is empty goes. In one step, so that the browser's Back undoes it in one."""
    before = {key: st.query_params.get_all(key) for key in st.query_params}
    after = before | {key: [value] if isinstance(value, str) else value or [] for key, value in chosen.items()}
    after = {key: values for key, values in after.items() if any(values)}
    if after != before:
        st.query_params.from_dict(after)


def _go(places: Mapping[str, str], asked: Mapping[str, str | list[str]] = MappingProxyType({})) -> None:
    """Be where `places` says, and nowhere else; of what is asked for, change what `asked` has."""
    put_at_once({**{key: places.get(key) for key in state.PLACES}, **asked})
