"""What can be pressed, by name: what each action changes, and what is said while the server is at it.

What needs no server is done by `press.js`: the theme, and what is copied or scrolled to.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import parse_qs, parse_qsl

import streamlit as st

from dashboard.app.shell import example, figure_state, imports, inbox_actions, saved_views, state, url_ids
from dashboard.app.shell.workspace_cache import reload
from dashboard.model.record import NOT
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode

LISTS_NO_EVENTS: Final = ("sources", "inbox", "data", "help")
"""Pages from which a search leads to the table of events: they would not show what it finds."""
WITHOUT_CARD: Final = (*LISTS_NO_EVENTS, "brief", "imports")
"""Pages with no place for a card: an event that is pressed there opens on Situation."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a press does with the value that was pressed."""

    run: Callable[[str], None]
    says: str = "Loading the page"
    """Said when the server takes longer than half a second."""


def dispatch(pressed: Mapping[str, Any]) -> None:
    """Do what the page reports as pressed. A name that no action has does nothing."""
    if "events" in pressed:
        press_mark(pressed["events"], str(pressed.get("near") or ""))
    elif action := ACTIONS.get(str(pressed.get("what"))):
        action.run(str(pressed.get("value", "")))


def press_mark(events: Sequence[str], near: str = "") -> None:
    """A mark was pressed: one event is selected, several are listed; the same again lets go.

    `near`: what of the map shows several apart. Letting go of the list leads back to what it showed before.
    """
    if len(events) == 1:
        _turn_event(events[0])
        return
    if not events:
        return
    behind = url_ids.events_behind(events)
    these = url_ids.encode(behind) if behind else events[0]  # a sign that is told again once the figures are drawn
    if state.address_value("list") == these and state.selected_event() is None:
        _select(None, **figure_state.zoom_back())
    else:
        _select(None, list=these, **figure_state.zoom_to(near))


def _turn_event(event: str) -> None:
    if state.page() in WITHOUT_CARD:
        _go({"event": event})
        return
    _select(None if state.selected_event() == event else event)


def _turn_actor(actor: str) -> None:
    _select(None, actor=None if state.address_value("actor") == actor else actor)


def _turn_question(question: str) -> None:
    _select(None, question=None if state.address_value("question") == question else question)


def _turn_rows(rows: str) -> None:
    _select(None, rows=None if state.address_value("rows") == rows else rows, part=None)


def _let_go(_value: str) -> None:
    _select(None, **figure_state.zoom_back())


def _list_events(value: str) -> None:
    _select(None, list=url_ids.EVERY if value == "all" else None)


def _choose_mode(mode: str) -> None:
    state.set_address("as", mode if mode == Mode.REPORTED else None)


def _choose_view(view: str) -> None:
    put_at_once({"view": None if view == "fit" else view, "map": None})
    figure_state.begin_anew()


def _choose_layer(layer: str) -> None:
    put_at_once({"layer": None if layer == "marks" else layer})


def _choose_lanes(lanes: str) -> None:
    state.set_address("lanes", None if lanes == LaneBy.THREAD else lanes)


def _turn_filter(show: str) -> None:
    """Turn a `facet:value` over; its opposite, `facet:-value`, goes."""
    facet, _, value = show.partition(":")
    opposite = f"{facet}:{value.removeprefix(NOT)}" if value.startswith(NOT) else f"{facet}:{NOT}{value}"
    shows = [each for each in st.query_params.get_all("show") if each != opposite]
    put_at_once({"show": [each for each in shows if each != show] if show in shows else [*shows, show]})


def _choose_area(area: str) -> None:
    """Ask for the events of an area in place of any other; the map fits them."""
    others = [show for show in st.query_params.get_all("show") if not show.startswith("area:")]
    gone = dict.fromkeys((*state.IN_THE_CARD, "map", "view"))
    put_at_once({**gone, "show": [*others, f"area:{area}"] if area else others})
    figure_state.begin_anew()


def _filter_only(show: str) -> None:
    """Ask for one value of a facet, and for no other of it."""
    facet = show.partition(":")[0]
    others = [each for each in st.query_params.get_all("show") if not each.startswith(f"{facet}:")]
    put_at_once({"show": [*others, show]})


def _let_filters_go(facet: str) -> None:
    """Let the values of a facet go; without one, everything that is asked for."""
    left = [show for show in st.query_params.get_all("show") if facet and not show.startswith(f"{facet}:")]
    put_at_once({"show": left, **(dict.fromkeys(("from", "to", "words")) if not facet else {})})


def _set_range(ends: str) -> None:
    start, _, end = ends.partition("|")
    put_at_once({"from": start.strip(), "to": end.strip(), "timeline": None})


def _search(words: str) -> None:
    words = words.strip()
    if words and state.page() in LISTS_NO_EVENTS:
        _go({"page": "events"}, {"words": words})
    else:
        put_at_once({"words": words})


def _turn_compared(event: str) -> None:
    """Add an event to those that are compared, or take it away; without one, compare none."""
    chosen = state.several("compare")
    left = [each for each in chosen if each != event]
    turned = [] if not event else left if event in chosen else [*left, event]
    state.set_address("compare", ",".join(turned[: state.MOST_COMPARED]) or None)


def _open_saved(query: str) -> None:
    asked = parse_qs(query)
    _go({}, {key: asked.get(key, []) for key in state.ASKED})


def _ask(query: str) -> None:
    _go({}, {"show": parse_qs(query).get("show", [])})


def _find_in_source(words: str) -> None:
    _go({"page": state.page(), "source": state.address_value("source") or "", "find": words.strip()})


def _read_and_mark(item: str) -> None:
    """An item of the inbox becomes a source, and its text is read on the page Add."""
    if source := inbox_actions.accept(item):
        _go({"page": "add", "source": source})


def _open_page(page: str) -> None:
    _go({"page": page, "event": state.selected_event() or ""})


ACTIONS: Final[Mapping[str, Action]] = MappingProxyType(
    {
        "event": Action(_turn_event, "Opening the event"),
        "actor": Action(_turn_actor),
        "question": Action(_turn_question),
        "rows": Action(_turn_rows, "Reading the imported rows"),
        "imported": Action(lambda shown: put_at_once({"imported": shown, "rows": None}), "Reading the imported rows"),
        "dataset": Action(lambda name: put_at_once({"dataset": name, "part": None}), "Reading the imported rows"),
        "promote": Action(imports.promote, "Writing the draft"),
        "unpromote": Action(imports.take_promotion_back, "Removing the draft"),
        "clear": Action(_let_go),
        "list": Action(_list_events),
        "mode": Action(_choose_mode, "Switching between assessed and reported"),
        "filter": Action(_turn_filter, "Filtering"),
        "filter-only": Action(_filter_only, "Filtering"),
        "unfilter": Action(_let_filters_go, "Filtering"),
        "area": Action(_choose_area, "Filtering"),
        "range": Action(_set_range, "Filtering"),
        "words": Action(_search, "Searching"),
        "view": Action(_choose_view),
        "layer": Action(_choose_layer, "Drawing the map"),
        "scale": Action(lambda scale: state.set_address("scale", scale)),
        "until": Action(lambda day: put_at_once({"until": day, **({} if day else {"play": None})})),
        "play": Action(lambda by: put_at_once({"play": by if by == state.KNOWN else None})),
        "lanes": Action(_choose_lanes),
        "compare": Action(_turn_compared),
        "column": Action(lambda columns: state.set_address("columns", columns or None)),
        "saved": Action(_open_saved),
        "ask": Action(_ask),
        "save-view": Action(saved_views.save, "Saving the view"),
        "remove-view": Action(saved_views.remove, "Removing the view"),
        "example": Action(lambda _value: example.add(), "Creating an example"),
        "inbox-accept": Action(_read_and_mark, "Storing the source"),
        "inbox-set-aside": Action(inbox_actions.set_aside, "Setting the item aside"),
        "inbox-same-as": Action(inbox_actions.same_as, "Writing down the source"),
        "inbox-reopen": Action(inbox_actions.reopen, "Opening the item again"),
        "inbox-article": Action(inbox_actions.fetch_whole, "Fetching the article"),
        "inbox-feeds": Action(inbox_actions.fetch_feeds, "Fetching feeds"),
        "find": Action(_find_in_source),
        "since": Action(lambda since: _go({"page": "changes", "since": since.strip()}), "Reading the history"),
        "reload": Action(lambda _value: reload(), "Reading all files again"),
        "page": Action(_open_page, "Opening the page"),
        "go": Action(lambda places: _go(dict(parse_qsl(places))), "Opening the page"),
    }
)
"""By the name that a press has in the page (`data-press`)."""


def _select(event: str | None, **instead: str | None) -> None:
    """Show an event in the card's place, or something `instead`; with neither, nothing."""
    put_at_once({**dict.fromkeys(state.IN_THE_CARD), "event": event, **instead})


def put_at_once(chosen: Mapping[str, str | list[str] | None]) -> None:
    """Let the address have these; what is empty goes. In one step, so that the browser's Back undoes it in one."""
    before = {key: st.query_params.get_all(key) for key in st.query_params}
    after = before | {key: [value] if isinstance(value, str) else value or [] for key, value in chosen.items()}
    after = {key: values for key, values in after.items() if any(values)}
    if after != before:
        st.query_params.from_dict(after)


def _go(places: Mapping[str, str], asked: Mapping[str, str | list[str]] = MappingProxyType({})) -> None:
    """Go to the place that `places` gives; of the filters, change only those in `asked`."""
    put_at_once({**{key: places.get(key) for key in state.PLACES}, **asked})
